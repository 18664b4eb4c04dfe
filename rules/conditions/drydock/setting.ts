import type { ConditionKind, Incident } from '../../engine/condition.js';
import { mappingOf, textOf, textsOf } from '../../engine/parameters.js';
import { selectFiles } from '../../engine/scope.js';
import { compileRe2, type Pattern } from '../../patterns/regex.js';
import type { Setting } from './named-value.js';
import { settingFormats, settingsOf } from './settings.js';
import { reasons } from '../../engine/reasons.js';

const patternKeys = ['key', 'notKey', 'value', 'notValue', 'element', 'notFile'] as const;

/**
 * `drydock.setting`: a named value, wherever it is written: a property, a YAML path (`spring.datasource.url`), an
 * attribute or element of XML, a PHP constant or array entry, a Java constant or `setPassword("x")`. `key`, `notKey`,
 * `value`, `notValue` are regexps, `formats` limits where to look, `filePattern`, `filepaths` and `notFile` the file, `element` the XML element
 * or Java method it is written with.
 */
export const drydockSetting: ConditionKind = {
  capability: 'drydock.setting',
  check(parameters) {
    const fields = mappingOf(parameters);
    if (fields.key === undefined && fields.value === undefined) return reasons.noneGiven(['key', 'value']);
    const unknown = textsOf(fields.formats).find((name) => !settingFormats.some((format) => format === name));
    if (unknown !== undefined) return reasons.notOneOf(`'${unknown}'`, settingFormats);
    const inCode = textsOf(fields.formats).some((name) => name === 'java' || name === 'php');
    if ((inCode || fields.formats === undefined) && textsOf(fields.triggers).length === 0)
      return reasons.triggersMissing();
    const broken = patternKeys.find((key) => fields[key] !== undefined && !compile(fields[key]));
    return broken && reasons.notPattern(broken);
  },
  triggers(parameters) {
    const fields = mappingOf(parameters);
    const [formats, words] = [textsOf(fields.formats), textsOf(fields.triggers)];
    const wants = (format: string): boolean => formats.length === 0 || formats.includes(format);
    return { java: wants('java') ? words : [], php: wants('php') ? words : [] };
  },
  evaluate(parameters, scope) {
    const fields = mappingOf(parameters);
    const names = textsOf(fields.formats);
    const formats = settingFormats.filter((format) => names.length === 0 || names.includes(format));
    const selection = selectFiles(scope, { filePattern: fields.filePattern, filepaths: fields.filepaths });
    if ('error' in selection) return selection;
    const files = selection.files === scope.files ? undefined : new Set(selection.files);
    const [key, notKey, value, notValue, element, notFile] = patternKeys.map((name) => compile(fields[name]));
    const fits = (setting: Setting): boolean =>
      passes(key, notKey, setting.key) &&
      passes(value, notValue, setting.value) &&
      passes(element, undefined, setting.element ?? '') &&
      passes(undefined, notFile, setting.file.path) &&
      (!files || files.has(setting.file));
    const incidents: Incident[] = [];
    for (const format of formats) {
      for (const setting of settingsOf(scope, format)) {
        if (!fits(setting)) continue;
        const variables = { key: setting.key, value: setting.value, name: setting.key };
        incidents.push({ file: setting.file, line: setting.line, variables, snippet: 'builtin' });
      }
    }
    return { incidents };
  },
};

function compile(source: unknown): Pattern | undefined {
  const text = textOf(source);
  return text === undefined ? undefined : compileRe2(text);
}

function passes(wanted: Pattern | undefined, unwanted: Pattern | undefined, text: string): boolean {
  return (!wanted || wanted.test(text)) && !unwanted?.test(text);
}
