import type { Text } from '../../model/text.js';
import { buildTexts as texts } from './texts.js';

const causes: readonly (readonly [RegExp, () => Text])[] = [
  [
    /PKIX path building|unable to find valid certification path|self[- ]signed certificate|certificate verify failed|unable to get local issuer|x509: certificate/i,
    texts.tls,
  ],
  [/no space left on device/i, texts.disk],
  [
    /manifest (for \S+ )?(unknown|not found)|pull access denied|repository does not exist|manifest invalid|no match for platform/i,
    texts.baseImage,
  ],
  [
    /(COPY|ADD) failed|file not found in build context|forbidden path outside the build context|failed to compute cache key/i,
    texts.missingFile,
  ],
  [
    /could ?n['o]t resolve|Temporary failure (in name )?resol|UnknownHost|ENOTFOUND|EAI_AGAIN|Connection (timed out|refused)|no route to host|Network is unreachable|i\/o timeout|no such host/i,
    texts.network,
  ],
];

/** What most likely stopped a build, from its last output; undefined when nothing is recognised. */
export function explainFailure(output: string): Text | undefined {
  return causes.find(([pattern]) => pattern.test(output))?.[1]();
}

/** The lines that say most about a failure: errors, else the last ones. */
export function lastWords(lines: readonly string[], count = 3): string[] {
  const telling = lines.filter((line) =>
    /\b(error|fatal|failed|exception|caused by|not found|cannot|denied)\b/i.test(line),
  );
  return (telling.length > 0 ? telling : lines).slice(-count).map((line) => line.trim().slice(0, 300));
}
