import type { FactValues } from '../../model/fact-values.js';
import { isSecretKey } from '../../workspace/mask.js';
import { parseByteSize } from '../byte-size.js';

type Memory = FactValues['memory']['kind'];

const sizes: readonly (readonly [RegExp, Memory])[] = [
  [/^-Xmx(\d+[kmg]?)$/i, 'heap-max'],
  [/^-XX:MaxHeapSize=(\d+[kmg]?)$/i, 'heap-max'],
  [/^-Xms(\d+[kmg]?)$/i, 'heap-initial'],
  [/^-XX:(?:MaxPermSize|MaxMetaspaceSize)=(\d+[kmg]?)$/i, 'metaspace'],
  [/^-XX:MaxDirectMemorySize=(\d+[kmg]?)$/i, 'direct'],
];

/** The memory that a JVM option sets. */
export function memoryOf(option: string): FactValues['memory'] | undefined {
  for (const [pattern, kind] of sizes) {
    const bytes = parseByteSize(pattern.exec(option)?.[1] ?? '');
    if (bytes !== undefined && bytes > 0) return { kind, bytes };
  }
  return undefined;
}

/** The port that an option opens. */
export function portOf(option: string): FactValues['port'] | undefined {
  const match =
    /^(?:--|-D)(server\.port|management\.(?:server\.)?port|com\.sun\.management\.jmxremote\.port|jetty\.(?:http\.)?port)=(\d{2,5})$/.exec(
      option,
    );
  const debug = /^-(?:agentlib:jdwp=|Xrunjdwp:).*?address=(?:[\w.*]+:)?(\d{2,5})/.exec(option);
  if (debug) return { port: Number(debug[1]), protocol: 'tcp', purpose: 'debug' };
  if (!match) return undefined;
  const [, name = '', port] = match;
  const purpose = name.includes('jmxremote')
    ? 'jmx'
    : name.startsWith('management')
      ? 'management'
      : 'application';
  return { port: Number(port), protocol: purpose === 'jmx' ? 'tcp' : 'http', purpose, configuredBy: name };
}

/** The options of a command line or of an `*_OPTS` value; quotes are gone. */
export function splitWords(text: string): readonly string[] {
  return [...text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => word.replace(/["']/g, ''));
}

/** Whether a word is an option of the JVM or of the application. */
export function isOption(word: string): boolean {
  return /^-(?:X|D\w|agentlib|agentpath|javaagent|server$|client$|ea$|d(?:32|64)$|verbose|-[a-z][\w.-]*)/.test(
    word,
  );
}

/** The option with a secret's value kept back. */
export function maskOption(option: string): string {
  const [name = '', value] = option.split(/=(.*)/s);
  return value !== undefined && isSecretKey(name) && !value.startsWith('$') ? `${name}=***` : option;
}
