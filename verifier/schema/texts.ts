import type { Text } from '../../model/text.js';

const list = (values: readonly string[]) => values.map((value) => value || '""').join(', ');

/** Sentences of the schema check. */
export const schemaTexts = {
  unknownField: (field: string, type: string): Text => ({
    en: `unknown field ${field}: ${type} has none of this name`,
    'zh-CN': `未知字段 ${field}：${type} 中没有该字段`,
  }),
  missingFile: (path: string): Text => ({
    en: `${path} is listed, but there is neither such a file nor a directory with a kustomization.yaml`,
    'zh-CN': `列出了 ${path}，但既没有该文件，也没有含 kustomization.yaml 的该目录`,
  }),
  useStringData: (): Text => ({
    en: 'plain text belongs under stringData',
    'zh-CN': '明文应写在 stringData 下',
  }),
  didYouMean: (field: string): Text => ({ en: `did you mean ${field}?`, 'zh-CN': `是否应为 ${field}？` }),
  belongsTo: (parents: readonly string[]): Text => ({
    en: `${parents.join(', ')} has such a field: check the indentation`,
    'zh-CN': `${parents.join('、')} 中有该字段，请检查缩进`,
  }),
  missing: (field: string): Text => ({
    en: `required field ${field} is missing`,
    'zh-CN': `缺少必填字段 ${field}`,
  }),
  wrongType: (field: string, wanted: Text, found: Text): Text => ({
    en: `${field || 'the document'} must be ${wanted.en}, but is ${found.en}`,
    'zh-CN': `${field || '该文档'} 应为${wanted['zh-CN']}，实际为${found['zh-CN']}`,
  }),
  quoteIt: (value: string): Text => ({
    en: `put it in quotes: "${value}"`,
    'zh-CN': `请加引号："${value}"`,
  }),
  notAllowed: (field: string, value: string, allowed: readonly string[]): Text => ({
    en: `${field}: "${value}" is not one of ${list(allowed)}`,
    'zh-CN': `${field}：“${value}”不在允许的取值 ${list(allowed)} 之内`,
  }),
  duplicateItem: (field: string, key: string): Text => ({
    en: `${field} has two entries with ${key}; server-side apply refuses that`,
    'zh-CN': `${field} 中有两项的 ${key} 相同，server-side apply 会拒绝`,
  }),
  badValue: (field: string, value: string, rule: Text): Text => ({
    en: `${field}: "${value}" is not ${rule.en}`,
    'zh-CN': `${field}：“${value}”不是${rule['zh-CN']}`,
  }),
  outOfRange: (field: string, value: number, min: number, max: number): Text => ({
    en: `${field}: ${value} is not between ${min} and ${max}`,
    'zh-CN': `${field}：${value} 不在 ${min} 到 ${max} 之间`,
  }),
  exactlyOne: (field: string, choices: readonly string[], found: readonly string[]): Text => ({
    en: `${field} needs exactly one of ${list(choices)}; it has ${found.length > 0 ? list(found) : 'none'}`,
    'zh-CN': `${field} 必须且只能设置 ${list(choices)} 之一，当前${found.length > 0 ? `设置了 ${list(found)}` : '一个也没有'}`,
  }),
  selectorMismatch: (): Text => ({
    en: "spec.selector does not match the labels of the pod template, so the object's own pods would not be its own",
    'zh-CN': 'spec.selector 与 Pod 模板的标签不匹配，控制器将找不到自己的 Pod',
  }),
  emptySelector: (): Text => ({
    en: 'spec.selector selects nothing',
    'zh-CN': 'spec.selector 为空，选不中任何 Pod',
  }),
  restartPolicy: (kind: string, allowed: readonly string[]): Text => ({
    en: `a ${kind} allows only restartPolicy ${list(allowed)}`,
    'zh-CN': `${kind} 只允许 restartPolicy 为 ${list(allowed)}`,
  }),
  unknownVolume: (name: string): Text => ({
    en: `mounts the volume "${name}", which the pod does not have`,
    'zh-CN': `挂载了 Pod 中不存在的卷“${name}”`,
  }),
  duplicateName: (what: string, name: string): Text => ({
    en: `two ${what} are called "${name}"`,
    'zh-CN': `有两个 ${what} 同名：“${name}”`,
  }),
  aboveLimit: (resource: string, request: string, limit: string): Text => ({
    en: `requests ${request} of ${resource}, more than its limit ${limit}`,
    'zh-CN': `${resource} 的 requests（${request}）大于 limits（${limit}）`,
  }),
  probeOnce: (): Text => ({
    en: 'successThreshold must be 1 for liveness and startup probes',
    'zh-CN': '存活探针和启动探针的 successThreshold 必须为 1',
  }),
  cron: (schedule: string, fault: string): Text => ({
    en: `"${schedule}" is not a schedule that Kubernetes accepts (${fault})`,
    'zh-CN': `“${schedule}”不是 Kubernetes 可接受的计划表达式（${fault}）`,
  }),
  cronHint: (): Text => ({
    en: 'five fields: minute hour day month weekday (0–6, Sunday is 0); Quartz and Spring expressions start with seconds',
    'zh-CN': '共五段：分 时 日 月 周（0–6，周日为 0）；Quartz 与 Spring 表达式以秒开头，需要去掉',
  }),
  bothBudgets: (): Text => ({
    en: 'minAvailable and maxUnavailable exclude each other',
    'zh-CN': 'minAvailable 与 maxUnavailable 不能同时设置',
  }),
  minAboveMax: (): Text => ({
    en: 'minReplicas is above maxReplicas',
    'zh-CN': 'minReplicas 大于 maxReplicas',
  }),
  tooLarge: (bytes: number): Text => ({
    en: `holds ${bytes} bytes; the limit is 1 MiB (1,048,576)`,
    'zh-CN': `共 ${bytes} 字节，超过 1 MiB（1,048,576 字节）上限`,
  }),
  misplacedNodePort: (): Text => ({
    en: 'nodePort is only allowed with type NodePort or LoadBalancer',
    'zh-CN': '只有 NodePort 或 LoadBalancer 类型才能设置 nodePort',
  }),
  replacedKind: (from: string, replacement: string, since: string): Text => ({
    en: `${from} was removed in Kubernetes ${since}`,
    'zh-CN': `${from} 已在 Kubernetes ${since} 中移除${replacement ? '' : '，且无替代'}`,
  }),
  useInstead: (replacement: string): Text => ({ en: `use ${replacement}`, 'zh-CN': `请改用 ${replacement}` }),
  unservedVersion: (id: string, served: readonly string[]): Text => ({
    en: `${id} is not served by this Kubernetes version; it serves ${list(served)}`,
    'zh-CN': `该 Kubernetes 版本不提供 ${id}，可用版本为 ${list(served)}`,
  }),
  noSchema: (ids: readonly string[]): Text => ({
    en: `no schema for ${list(ids)}: a custom resource can only be judged by the cluster that defines it (level dry-run)`,
    'zh-CN': `没有 ${list(ids)} 的 schema：自定义资源只能由定义它的集群判断（dry-run 级别）`,
  }),
  unknownVersion: (version: string, known: readonly string[]): Text => ({
    en: `no schemas for Kubernetes ${version}; there are some for ${list(known)}`,
    'zh-CN': `没有 Kubernetes ${version} 的 schema，现有 ${list(known)}`,
  }),
};

const named = (en: string, zh: string) => (): Text => ({ en, 'zh-CN': zh });

/** What a value should have been, for `badValue`. */
export const grammarTexts = {
  quantity: named('a quantity such as 500m, 1Gi or 0.5', '合法的资源量（例如 500m、1Gi、0.5）'),
  time: named('a time such as 2026-01-31T12:00:00Z', '合法的时间（例如 2026-01-31T12:00:00Z）'),
  base64: named('valid base64', '合法的 Base64'),
  label: named(
    'a DNS label: at most 63 lower-case letters, digits and hyphens, first and last a letter or digit',
    '合法的 DNS 标签：最多 63 个小写字母、数字或连字符，首尾为字母或数字',
  ),
  subdomain: named(
    'a DNS name: lower-case letters, digits, hyphens and dots, first and last a letter or digit',
    '合法的 DNS 名称：由小写字母、数字、连字符和点组成，首尾为字母或数字',
  ),
  serviceName: named(
    'a Service name: a DNS label that starts with a letter',
    '合法的 Service 名称：以字母开头的 DNS 标签',
  ),
  portName: named(
    'a port name: at most 15 lower-case letters, digits and single hyphens, with one letter at least',
    '合法的端口名：最多 15 个小写字母、数字或单个连字符，且至少含一个字母',
  ),
  qualifiedName: named(
    'a key such as app.kubernetes.io/name (prefix/name, the name at most 63 characters)',
    '合法的键（形如 app.kubernetes.io/name，名称部分最多 63 个字符）',
  ),
  labelValue: named(
    'a label value: at most 63 letters, digits, `-`, `_` and `.`',
    '合法的标签值：最多 63 个字母、数字、“-”“_”或“.”',
  ),
  configKey: named('a key of letters, digits, `-`, `_` and `.`', '合法的键：只能含字母、数字、“-”“_”和“.”'),
  envName: named('the name of an environment variable', '合法的环境变量名'),
  absolutePath: named('an absolute path', '绝对路径'),
  host: named('a host name without scheme, port or path', '合法的主机名（不带协议、端口和路径）'),
  cidr: named('a network such as 10.0.0.0/8', '合法的网段（例如 10.0.0.0/8）'),
  percentage: named('a number or a percentage such as 25%', '整数或百分比（例如 25%）'),
};

const valued =
  (en: string, zh: string) =>
  (value?: number | boolean): Text => ({
    en: value === undefined ? en : `${en} (${value})`,
    'zh-CN': value === undefined ? zh : `${zh}（${value}）`,
  });

/** Names of the basic types. */
export const typeTexts = {
  string: named('a string', '字符串'),
  boolean: valued('a boolean', '布尔值'),
  integer: named('a whole number', '整数'),
  number: valued('a number', '数字'),
  quantity: named('a quantity (a string or a number)', '资源量（字符串或数字）'),
  integerOrString: named('a whole number or a string', '整数或字符串'),
  object: named('a map of fields', '对象'),
  list: named('a list', '列表'),
  map: named('a map', '键值对'),
};
