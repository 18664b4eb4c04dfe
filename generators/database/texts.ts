import type { Text } from '../../model/text.js';

export function schemaTooLarge(p: { file: string; kilobytes: number }): Text {
  return {
    en: `${p.file} has ${p.kilobytes} KiB, more than a ConfigMap holds; the database starts without it.`,
    'zh-CN': `${p.file} 有 ${p.kilobytes} KiB，超出 ConfigMap 的容量；数据库启动时不会加载该文件。`,
  };
}

export function schemaTooLargeHint(): Text {
  return {
    en: 'Load it once after the first start: kubectl exec -i STATEFULSET-0 -- sh -c "…client…" < FILE.',
    'zh-CN': '请在首次启动后手动导入：kubectl exec -i STATEFULSET-0 -- sh -c "…客户端…" < 文件。',
  };
}

export function schemaSecret(p: { file: string; passwords: number; secret: string }): Text {
  return {
    en: `${p.file} sets ${p.passwords} password(s) in clear; the Secret ${p.secret} has it with placeholders instead.`,
    'zh-CN': `${p.file} 以明文设置了 ${p.passwords} 个密码；Secret ${p.secret} 中的副本已改用占位符。`,
  };
}

export function schemaSecretHint(): Text {
  return {
    en: 'Choose new first passwords and fill the placeholders in before the database starts for the first time.',
    'zh-CN': '请在数据库首次启动之前选定新的初始密码并替换占位符。',
  };
}

export function hostUnknown(p: { id: string; service: string; placeholder: string }): Text {
  return {
    en: `${p.id}: nothing says where ${p.service} runs; its Service points to ${p.placeholder}, which does not exist.`,
    'zh-CN': `${p.id}：没有任何信息说明 ${p.service} 的位置；其 Service 指向不存在的 ${p.placeholder}。`,
  };
}

export function hostUnknownHint(p: { id: string }): Text {
  return {
    en: `Set dependencies.${p.id}.externalHost in the plan.`,
    'zh-CN': `请在计划中设置 dependencies.${p.id}.externalHost。`,
  };
}

export function engineUnknown(p: { id: string; service: string }): Text {
  return {
    en: `${p.id}: Drydock can't generate ${p.service}; only MySQL, MariaDB, PostgreSQL and Redis.`,
    'zh-CN': `${p.id}：Drydock 无法生成 ${p.service}，目前仅支持 MySQL、MariaDB、PostgreSQL 和 Redis。`,
  };
}

export function engineUnknownHint(p: { id: string }): Text {
  return {
    en: `Set dependencies.${p.id}.mode: external and externalHost.`,
    'zh-CN': `请将 dependencies.${p.id}.mode 设为 external，并填写 externalHost。`,
  };
}
