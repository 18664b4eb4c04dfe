import type { Text } from '../../model/text.js';

/** Why a rule, a condition or an evaluation is not usable; names of keys stay as they are written. */
export const reasons = {
  missing: (what: string): Text => ({ en: `${what} is missing`, 'zh-CN': `缺少 ${what}` }),
  empty: (what: string): Text => ({ en: `${what} is empty`, 'zh-CN': `${what} 为空` }),
  notText: (what: string): Text => ({ en: `${what} is not a string`, 'zh-CN': `${what} 不是字符串` }),
  notFlag: (what: string): Text => ({ en: `${what} is not true or false`, 'zh-CN': `${what} 不是布尔值` }),
  notList: (what: string): Text => ({ en: `${what} is not a list`, 'zh-CN': `${what} 不是列表` }),
  notTexts: (what: string): Text => ({
    en: `${what} is not a list of strings`,
    'zh-CN': `${what} 不是字符串列表`,
  }),
  notPattern: (what: string): Text => ({
    en: `${what} is not a regular expression`,
    'zh-CN': `${what} 不是有效的正则表达式`,
  }),
  notOneOf: (what: string, allowed: readonly string[]): Text => ({
    en: `${what} is not one of ${allowed.join(', ')}`,
    'zh-CN': `${what} 必须是 ${allowed.join('、')} 之一`,
  }),
  noneGiven: (names: readonly string[]): Text => ({
    en: `none of ${names.join(', ')} is given`,
    'zh-CN': `未提供 ${names.join('、')} 中的任何一项`,
  }),
  unknownKey: (key: string): Text => ({ en: `'${key}' is not known`, 'zh-CN': `无法识别 ${key}` }),
  triggersMissing: (): Text => ({
    en: 'looking into code needs triggers',
    'zh-CN': '检查代码时必须提供 triggers',
  }),
  boundMissing: (): Text => ({
    en: 'name needs a lowerbound or an upperbound',
    'zh-CN': 'name 需要同时提供 lowerbound 或 upperbound',
  }),
  boundInvalid: (): Text => ({ en: 'a bound is not a version', 'zh-CN': '边界值不是有效的版本号' }),
  versionInvalid: (name: string): Text => ({
    en: `${name} has no usable version`,
    'zh-CN': `${name} 没有可用的版本号`,
  }),
  idBroken: (): Text => ({
    en: 'ruleID holds a line break or a semicolon',
    'zh-CN': 'ruleID 中含有换行或分号',
  }),
  idTwice: (): Text => ({
    en: 'its ruleID appears twice in the file',
    'zh-CN': '该 ruleID 在文件中重复出现',
  }),
  nothingToSay: (): Text => ({
    en: 'it has neither message nor tag',
    'zh-CN': '既没有 message 也没有 tag',
  }),
  nameTwice: (name: string): Text => ({
    en: `'as: ${name}' appears twice in one list`,
    'zh-CN': `同一列表中重复出现 as: ${name}`,
  }),
  nameOfItself: (name: string): Text => ({
    en: `'as' and 'from' are both ${name}`,
    'zh-CN': `as 与 from 同为 ${name}`,
  }),
  noCondition: (key: string): Text => ({ en: `'${key}' is not a condition`, 'zh-CN': `${key} 不是条件` }),
  noCapability: (provider: string, capability: string): Text => ({
    en: `${provider} has no capability '${capability}'`,
    'zh-CN': `${provider} 不提供 ${capability}`,
  }),
  listInList: (text: string): Text => ({
    en: `'${text}' is a list and cannot stand inside another`,
    'zh-CN': `${text} 是列表，不能嵌套在另一个列表中`,
  }),
  effortInvalid: (): Text => ({
    en: 'drydock.effort needs min and max, in person-days',
    'zh-CN': 'drydock.effort 需要以人天为单位的 min 和 max',
  }),
  textsMissing: (): Text => ({
    en: 'drydock.title, drydock.message and drydock.fix need both en and zh-CN',
    'zh-CN': 'drydock.title、drydock.message 和 drydock.fix 需要同时提供 en 和 zh-CN',
  }),
  xpath: (source: string, fault: string): Text => ({
    en: `the XPath '${source}' cannot be read: ${fault}`,
    'zh-CN': `无法解析 XPath ${source}：${fault}`,
  }),
  within: (key: string, reason: Text): Text => ({
    en: `${key}: ${reason.en}`,
    'zh-CN': `${key}：${reason['zh-CN']}`,
  }),
};
