import type { Text } from '../../model/text.js';

const subject = (at: string): Text =>
  at === '' ? { en: 'the plan', 'zh-CN': '规划' } : { en: at, 'zh-CN': at };

const say = (at: string, en: string, chinese: string): Text => {
  const what = subject(at);
  return { en: `${what.en}: ${en}`, 'zh-CN': `${what['zh-CN']}：${chinese}` };
};

/** Names of JSON types as a person who writes YAML knows them. */
const typeNames: Readonly<Record<string, Text>> = {
  string: { en: 'a text', 'zh-CN': '文本' },
  number: { en: 'a number', 'zh-CN': '数字' },
  integer: { en: 'a whole number', 'zh-CN': '整数' },
  boolean: { en: 'true or false', 'zh-CN': 'true 或 false' },
  array: { en: 'a list', 'zh-CN': '列表' },
  object: { en: 'a mapping (key: value)', 'zh-CN': '键值映射' },
  null: { en: 'empty', 'zh-CN': '空值' },
};

const typeName = (type: string): Text => typeNames[type] ?? { en: type, 'zh-CN': type };

/** What makes no sense in a plan that a person edited, and what to do about it. */
export const planErrors = {
  notYaml: (why: string): Text => ({ en: why, 'zh-CN': `YAML 语法错误：${why}` }),
  correctYaml: (): Text => ({ en: 'correct the YAML at this line', 'zh-CN': '请更正该行的 YAML 语法' }),
  unknownKey: (at: string): Text => say(at, 'is not a field of the plan', '不是规划的字段'),
  missingKey: (at: string, key: string): Text => say(at, `${key} is missing`, `缺少 ${key}`),
  addIt: (key: string): Text => ({
    en: `add ${key}, or remove what it belongs to`,
    'zh-CN': `请补上 ${key}，或删除其所属的条目`,
  }),
  notOneOf: (at: string, allowed: readonly string[]): Text =>
    say(at, `must be ${allowed.join(' or ')}`, `只能是 ${allowed.join('、')}`),
  wrongType: (at: string, types: { wanted: string; found: string }): Text =>
    say(
      at,
      `must be ${typeName(types.wanted).en}, not ${typeName(types.found).en}`,
      `应为${typeName(types.wanted)['zh-CN']}，而不是${typeName(types.found)['zh-CN']}`,
    ),
  write: (wanted: string): Text => ({
    en: `write ${typeName(wanted).en} here`,
    'zh-CN': `请在此处填写${typeName(wanted)['zh-CN']}`,
  }),
  doesNotFit: (at: string, why: string): Text => say(at, why, `不符合要求（${why}）`),
  didYouMean: (word: string): Text => ({ en: `did you mean ${word}?`, 'zh-CN': `是否想写 ${word}？` }),
  useOneOf: (words: readonly string[]): Text => ({
    en: `one of: ${words.join(', ')}`,
    'zh-CN': `可用的有：${words.join('、')}`,
  }),
  seeSchema: (): Text => ({
    en: 'the JSON Schema of the plan (model/plan.schema.json) says what may stand here',
    'zh-CN': '此处允许的内容参见规划的 JSON Schema（model/plan.schema.json）',
  }),
  notWhole: (at: string): Text => say(at, 'must be a whole number, zero or more', '必须是不小于 0 的整数'),
  stopWithZero: (): Text => ({ en: '0 stops the component', 'zh-CN': '填 0 表示停止该组件' }),
  notPort: (at: string): Text => say(at, 'must be a port, 1 to 65535', '必须是 1 到 65535 之间的端口号'),
  portHint: (): Text => ({
    en: 'give the port that the program listens on',
    'zh-CN': '请填写程序实际监听的端口',
  }),
  portTaken: (at: string, name: string): Text =>
    say(at, `another port is called ${name}`, `端口名称 ${name} 重复`),
  renamePort: (): Text => ({ en: 'give each port its own name', 'zh-CN': '请为每个端口使用不同的名称' }),
  unknownTarget: (at: string, name: string): Text =>
    say(at, `no component or dependency is called ${name}`, `没有名为 ${name} 的组件或依赖`),
  unknownComponent: (at: string, name: string): Text =>
    say(at, `no component is called ${name}`, `没有名为 ${name} 的组件`),
  unknownPort: (at: string, name: string): Text =>
    say(at, `no port of this component is called ${name}`, `该组件没有名为 ${name} 的端口`),
  unknownSecret: (at: string, name: string): Text =>
    say(at, `no Secret of the plan is called ${name}`, `规划中没有名为 ${name} 的 Secret`),
  unknownSecretKey: (at: string, key: string): Text =>
    say(at, `the Secret has no key ${key}`, `该 Secret 中没有键 ${key}`),
  notName: (at: string): Text =>
    say(at, 'cannot be the name of a Kubernetes object', '不能作为 Kubernetes 对象名称'),
  nameHint: (): Text => ({
    en: 'lower-case letters, digits and hyphens, at most 63, a letter or digit at both ends',
    'zh-CN': '仅限小写字母、数字与连字符，最长 63 个字符，首尾须为字母或数字',
  }),
  notQuantity: (at: string): Text => say(at, 'is not a quantity', '不是有效的资源数量'),
  quantityHint: (): Text => ({
    en: 'a number with a unit: 512Mi, 10Gi; processors as 250m or 2',
    'zh-CN': '数字加单位，如 512Mi、10Gi；CPU 写作 250m 或 2',
  }),
  requestAboveLimit: (at: string): Text => say(at, 'is more than the limit', '超过了上限（limits）'),
  requestHint: (): Text => ({
    en: 'lower the request or raise the limit: Kubernetes refuses the pod otherwise',
    'zh-CN': '请降低 requests 或提高 limits，否则 Kubernetes 会拒绝该 Pod',
  }),
  notAbsolute: (at: string): Text => say(at, 'must begin with /', '必须以 / 开头'),
  absoluteHint: (): Text => ({
    en: 'an absolute path in the container, or a URL path of the application',
    'zh-CN': '请填写容器内的绝对路径，或应用的 URL 路径',
  }),
  rootUser: (at: string): Text => say(at, 'must be above 0', '必须大于 0'),
  rootHint: (): Text => ({
    en: 'nothing runs as root under pod security "restricted"; 10001 is a good choice',
    'zh-CN': 'Pod 安全级别 restricted 不允许以 root 运行，可使用 10001',
  }),
  notKubernetes: (at: string): Text =>
    say(at, 'is not a Kubernetes minor version', '不是 Kubernetes 次版本号'),
  kubernetesHint: (): Text => ({
    en: 'major and minor in quotes: "1.34"',
    'zh-CN': '请加引号填写主、次版本号，如 "1.34"',
  }),
} as const;
