import { isSecretKey } from '../../workspace/mask.js';
import { standardProperty } from './names.js';
import { isType, type CodeFile } from './code-file.js';

const readers = /^(?:getenv|get(?:Property|Integer|Long|Boolean))$/;
const starters: ReadonlySet<string> = new Set(['exec', 'load', 'loadLibrary', 'getInstance']);

/** Emits environment variables and system properties that the code itself reads. */
export function emitEnvironment({ source, add }: CodeFile): void {
  for (const { name, receiver, arguments: given, line } of source.callsNamed((one) => readers.test(one))) {
    const key = given[0]?.constant;
    if (key === undefined || !/(?:^|\.)(?:System|Integer|Long|Boolean)$/.test(receiver ?? '')) continue;
    const fallback = given[1]?.constant;
    const shown = fallback !== undefined && fallback !== '' && !isSecretKey(key) ? { default: fallback } : {};
    if (receiver === 'System' && name === 'getenv') {
      add('env-var', { name: key, required: false, source: 'environment' }, line);
    } else if (/^get(?:Property|Integer|Long|Boolean)$/.test(name) && !standardProperty.test(key)) {
      // Whoever gives a default, or asks for a number or a switch, can do without.
      add(
        'system-property',
        { name: key, required: name === 'getProperty' && given.length < 2, ...shown },
        line,
        'inferred',
      );
    }
  }
}

/** Emits programs and libraries outside of the JVM that the code uses. */
export function emitNative({ source, add }: CodeFile): void {
  for (const call of source.callsNamed((one) => starters.has(one))) {
    const { name, receiver, receiverType, arguments: given, line } = call;
    const text = given[0]?.constant;
    const isRuntime =
      isType(receiverType, 'java.lang.Runtime') || (receiver ?? '').endsWith('Runtime.getRuntime()');
    if (name === 'exec' && isRuntime)
      add('native-code', { library: programOf(text, given[0]?.text), how: 'exec' }, line);
    else if (/^load(?:Library)?$/.test(name) && receiver === 'System') {
      add('native-code', { library: text ?? given[0]?.text ?? 'unknown', how: 'jni' }, line);
    } else if (
      /^(?:Native|NativeLibrary)$/.test(receiver ?? '') &&
      /^(?:load|loadLibrary|getInstance)$/.test(name)
    ) {
      add('native-code', { library: text ?? given[0]?.text ?? 'unknown', how: 'jna' }, line);
    }
  }
  for (const { type, arguments: given, line } of source.constructions) {
    if (!isType(type, 'java.lang.ProcessBuilder')) continue;
    add('native-code', { library: programOf(given[0]?.constant, given[0]?.text), how: 'exec' }, line);
  }
  for (const { modifiers, name, type, line } of source.methods) {
    if (modifiers.includes('native'))
      add('native-code', { library: `${type.slice(type.lastIndexOf('.') + 1)}.${name}`, how: 'jni' }, line);
  }
}

/** The program of a command line; its arguments may hold anything. */
function programOf(constant: string | undefined, text: string | undefined): string {
  const program = /^\s*(\S+)/.exec(constant ?? '')?.[1];
  const first = /"([^"\s]+)/.exec(text ?? '')?.[1];
  return program ?? first ?? 'unknown';
}
