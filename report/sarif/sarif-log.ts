import { createHash } from 'node:crypto';

/** The part of SARIF 2.1.0 that we write. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export interface SarifResult {
  readonly ruleId: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;
  /** Relative path with forward slashes, or an absolute one. */
  readonly file: string;
  readonly line?: number;
  readonly excerpt?: string;
  /** What identifies the result besides rule and file, and does not change when lines move. */
  readonly identity: string;
}

export interface SarifRule {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly help: string;
  readonly level: 'error' | 'warning' | 'note';
}

/** What could not be checked, for the log's invocation. */
export interface SarifNotification {
  readonly level: 'error' | 'note';
  readonly text: string;
}

export interface SarifInput {
  /** Drydock's version. */
  readonly version: string;
  readonly language: string;
  readonly rules: readonly SarifRule[];
  readonly results: readonly SarifResult[];
  readonly notifications: readonly SarifNotification[];
}

/** Prints one run as SARIF 2.1.0, ending in a newline. */
export function printSarif(input: SarifInput): string {
  const index = new Map(input.rules.map(({ id }, i) => [id, i]));
  const seen = new Map<string, number>();
  const run = {
    tool: {
      driver: {
        name: 'Drydock',
        semanticVersion: input.version,
        informationUri: 'https://drydock.dev',
        rules: input.rules.map(toRule),
      },
    },
    language: input.language === 'zh-CN' ? 'zh-CN' : 'en',
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: input.notifications.every(({ level }) => level !== 'error'),
        toolExecutionNotifications: input.notifications.map(({ level, text }) => ({
          level,
          message: { text },
        })),
      },
    ],
    results: input.results.map((result) => toResult(result, { ruleIndex: index.get(result.ruleId), seen })),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toRule({ id, title, description, help, level }: SarifRule) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: description },
    help: { text: help },
    defaultConfiguration: { level },
  };
}

function toResult(
  result: SarifResult,
  context: { ruleIndex: number | undefined; seen: Map<string, number> },
) {
  const region =
    result.line === undefined
      ? undefined
      : {
          startLine: result.line,
          ...(result.excerpt !== undefined && { snippet: { text: result.excerpt } }),
        };
  return {
    ruleId: result.ruleId,
    ...(context.ruleIndex !== undefined && { ruleIndex: context.ruleIndex }),
    level: result.level,
    message: { text: result.message },
    locations: [
      { physicalLocation: { artifactLocation: { uri: toUri(result.file) }, ...(region && { region }) } },
    ],
    partialFingerprints: { 'drydock/v1': fingerprint(result, context.seen) },
  };
}

/** Without the line, so that a result stays the same one when something is inserted above it. */
function fingerprint(result: SarifResult, seen: Map<string, number>): string {
  const base = createHash('sha256')
    .update([result.ruleId, result.file, result.identity].join('\0'))
    .digest('hex')
    .slice(0, 32);
  const count = (seen.get(base) ?? 0) + 1;
  seen.set(base, count);
  return `${base}:${count}`;
}

function toUri(file: string): string {
  const path = encodeURI(file.replaceAll('\\', '/')).replace(/[?#]/g, encodeURIComponent);
  return path.startsWith('/') ? `file://${path}` : path.replace(/^([A-Za-z]):/, 'file:///$1:');
}
