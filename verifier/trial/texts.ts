import type { Text } from '../../model/text.js';

/** Sentences about what an API server answers; its own words stay English. */
export const apiTexts = {
  refused: (message: string): Text => ({
    en: `the API server refuses it: ${message}`,
    'zh-CN': `API Server 拒绝：${message}`,
  }),
  notServed: (apiVersion: string, kind: string): Text => ({
    en: `this cluster does not serve ${apiVersion} ${kind}`,
    'zh-CN': `该集群不提供 ${apiVersion} ${kind}`,
  }),
  notServedHint: (): Text => ({
    en: 'install the operator or CustomResourceDefinition, or use a version that the cluster serves',
    'zh-CN': '请安装对应的 Operator 或 CustomResourceDefinition，或改用集群支持的版本',
  }),
  podSecurity: (violations: string): Text => ({
    en: `pod security "restricted" does not admit the pod: ${violations}`,
    'zh-CN': `Pod 安全标准 restricted 不允许该 Pod：${violations}`,
  }),
  podSecurityHint: (): Text => ({
    en: '`drydock validate` names each setting with its line',
    'zh-CN': '`drydock validate` 会逐项指出设置及其所在行',
  }),
  quota: (message: string): Text => ({
    en: `the quota of the namespace is used up: ${message}`,
    'zh-CN': `命名空间配额不足：${message}`,
  }),
  quotaHint: (): Text => ({
    en: 'lower the requests and limits, or have the quota raised',
    'zh-CN': '请降低 requests 和 limits，或提高配额',
  }),
  forbiddenHint: (): Text => ({
    en: 'the login of this kubeconfig context may not do that: ask for the right, or use another context',
    'zh-CN': '当前 kubeconfig 上下文的账号没有权限，请申请权限或改用其他上下文',
  }),
  warned: (message: string): Text => ({
    en: `the API server warns: ${message}`,
    'zh-CN': `API Server 警告：${message}`,
  }),
  noNamespace: (name: string, message: string): Text => ({
    en: `the trial namespace ${name} can't be created: ${message}`,
    'zh-CN': `无法创建试运行命名空间 ${name}：${message}`,
  }),
  leftOut: (subjects: readonly string[]): Text => ({
    en: `left out of the trial, since it would reach outside of its namespace: ${subjects.join(', ')}`,
    'zh-CN': `会影响试运行命名空间之外，未纳入试运行：${subjects.join('、')}`,
  }),
  leftBehind: (name: string): Text => ({
    en: `namespace ${name} or its volumes are still there; delete it with: kubectl delete namespace ${name}`,
    'zh-CN': `命名空间 ${name} 或其存储卷尚未删除，请执行：kubectl delete namespace ${name}`,
  }),
  connectionLost: (message: string): Text => ({
    en: `the connection to the cluster broke: ${message}`,
    'zh-CN': `与集群的连接中断：${message}`,
  }),
  cancelled: (): Text => ({ en: 'cancelled', 'zh-CN': '已取消' }),
};
