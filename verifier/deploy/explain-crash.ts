import type { Text } from '../../model/text.js';
import { stringsIn } from '../documents/json.js';
import type { Manifest } from '../documents/manifest.js';
import { deployTexts as texts } from './texts.js';

const unknownHost =
  /UnknownHostException: ([\w.-]+)|getaddrinfo (?:ENOTFOUND|EAI_AGAIN) ([\w.-]+)|translate host name "([\w.-]+)"|[Cc]ould not resolve host:? ["']?([\w.-]+)|Unknown (?:MySQL server )?host '([\w.-]+)'|lookup ([\w.-]+)[^:]*: no such host|host not found in upstream "([\w.-]+)/;

const causes: readonly (readonly [RegExp, (match: RegExpExecArray) => Text])[] = [
  [
    /Read-only file system:? ?['"(]?(\/[^\s'")]*)?|(\/[^\s:'"]+)[^\n]{0,40}Read-only file system/,
    (match) => texts.readOnly(match[1] ?? match[2] ?? ''),
  ],
  [/UnsupportedClassVersionError|has been compiled by a more recent version/, () => texts.wrongJava()],
  [
    /Access denied for user|password authentication failed|NOAUTH|WRONGPASS|ORA-01017|authentication failed/i,
    () => texts.badLogin(),
  ],
  [
    /executable file not found|exec format error|no such file or directory: unknown/i,
    () => texts.noSuchCommand(),
  ],
  [
    /(bind|listen)[^\n]*(permission denied|EACCES)|(permission denied|EACCES)[^\n]*:(80|443|\d{1,3})\b/i,
    () => texts.lowPort(),
  ],
  [
    /Permission denied:? ?['"(]?(\/[^\s'")]*)|(\/[^\s:'"]+)[^\n]{0,20}\(?Permission denied/,
    (match) => texts.readOnly(match[1] ?? match[2] ?? ''),
  ],
  [
    /Connection refused|ECONNREFUSED|Communications link failure|connect timed out/i,
    () => texts.refusedConnection(),
  ],
];

/** What a log's end most likely means and what to do; a host that nobody provides is traced to the file that names it. */
export function explainCrash(log: string, manifests: readonly Manifest[]): Text | undefined {
  const groups: readonly (string | undefined)[] = unknownHost.exec(log)?.slice(1) ?? [];
  const host = groups.find((group) => group !== undefined);
  if (host !== undefined) return texts.unknownHost(host, placeOf(host, manifests));
  for (const [pattern, explain] of causes) {
    const match = pattern.exec(log);
    if (match) return explain(match);
  }
  return undefined;
}

function placeOf(host: string, manifests: readonly Manifest[]): string {
  // A configuration file says more than a command that repeats it.
  const sorted = [...manifests].sort(
    (a, b) => Number(b.kind === 'ConfigMap') - Number(a.kind === 'ConfigMap'),
  );
  for (const manifest of sorted) {
    for (const { path, text } of stringsIn(manifest.value)) {
      const at = text.indexOf(host);
      if (at < 0) continue;
      const inside = text.slice(0, at).split('\n').length;
      // The lines of a block scalar follow its key.
      const line = manifest.lineOf(path) + (text.includes('\n') ? inside : 0);
      return `${manifest.file}:${line}`;
    }
  }
  return '';
}

/** The lines of a log that say why it ended: the innermost cause, else the last error, else the last lines. */
export function pickLastWords(log: string): string {
  const lines = log
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at '));
  const cause = lines.findLast((line) => line.startsWith('Caused by:'));
  const error = lines.findLast((line) => /\b(error|fatal|exception|cannot|failed|denied)\b/i.test(line));
  return (cause ?? error ?? lines.slice(-2).join('\n')).slice(0, 600);
}
