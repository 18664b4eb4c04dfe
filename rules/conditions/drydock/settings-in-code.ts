import type { JavaCall } from '../../../workspace/java-source/java-source.js';
import type { SourceFile } from '../../../workspace/project.js';
import type { Setting } from './named-value.js';

/** Constants, variables with a constant value, and values handed to setters and to maps of properties. */
export function javaSettings(file: SourceFile): Setting[] {
  const source = file.java();
  if (!source) return [];
  const found: Setting[] = [];
  for (const { name, constant, line } of [...source.fields, ...source.variables])
    if (constant !== undefined) found.push({ file, key: name, value: constant, line, element: 'variable' });
  for (const call of source.callsNamed((name) => puts.has(name) || setter.test(name))) {
    const setting = settingOfCall(call);
    if (setting) found.push({ file, ...setting, line: call.line, element: call.name });
  }
  return found;
}

const puts = new Set([
  'put',
  'setProperty',
  'setInitParameter',
  'addDataSourceProperty',
  'property',
  'setHeader',
]);

const setter = /^(set|with)[A-Z]/;

function settingOfCall(call: JavaCall): { key: string; value: string } | undefined {
  const [first, second] = call.arguments;
  if (puts.has(call.name) && call.arguments.length === 2) {
    const key = first?.constant ?? first?.text;
    return key === undefined || second?.constant === undefined ? undefined : { key, value: second.constant };
  }
  if (setter.test(call.name) && call.arguments.length === 1 && first?.constant !== undefined) {
    const name = call.name.replace(/^(set|with)/, '');
    return { key: name.charAt(0).toLowerCase() + name.slice(1), value: first.constant };
  }
  return undefined;
}

/** Assignments, constants and the entries of returned arrays. */
export function phpSettings(file: SourceFile): Setting[] {
  const source = file.php();
  if (!source) return [];
  const found: Setting[] = [];
  for (const { target, value, line } of source.assignments)
    if (value !== undefined) found.push({ file, key: readTarget(target), value, line });
  for (const { name, value, line } of source.constants)
    if (value !== undefined) found.push({ file, key: name, value, line });
  for (const { path, value, line } of source.returned)
    if (value !== undefined) found.push({ file, key: path, value, line });
  return found;
}

/** `$db['default']['host']` is `db.default.host`, `$this->pass` is `pass`. */
function readTarget(target: string): string {
  return target
    .replace(/^\$(?:this->)?/, '')
    .replace(/\[\s*['"]?([^'"\]]*)['"]?\s*\]/g, '.$1')
    .replace(/->|::\$?/g, '.');
}
