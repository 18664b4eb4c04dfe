import { isSecretKey } from '../../workspace/mask.js';
import type { SourceFile } from '../../workspace/project.js';
import type { PhpContext } from './context.js';
import type { PhpFile } from './symbols.js';

/** An environment variable that code reads, and what it takes when there is none. */
export interface VariableRead {
  readonly name: string;
  readonly line: number;
  readonly default?: string;
  /** The code goes on without it. */
  readonly optional: boolean;
}

/** What the server and the protocol put into `$_SERVER`: not the application's own variables. */
const serverVariable =
  /^(HTTP_|REQUEST_|SERVER_|REMOTE_|SCRIPT_|PATH_|REDIRECT_|CONTENT_|SSL_|AUTH_|PHP_|ORIG_|GATEWAY_|DOCUMENT_|QUERY_STRING|HTTPS$|argv$|argc$|UNIQUE_ID|CONTEXT_|PATH$|HOME$|USER$|PWD$|TMP$|TEMP$|TMPDIR$|COMPUTERNAME$|HOSTNAME$|OS$|WINDIR$|SHELL$|TERM$|PHPRC$|UNENCODED_URL|IIS_|ALL_HTTP|LOCAL_ADDR|APPL_|SERVER$|PROCESSOR_|NO_COLOR$|COLUMNS$|LINES$)/i;

/** Every environment variable that a file reads: `getenv`, `env`, `$_ENV` and own names in `$_SERVER`. */
export function variableReads({ file, php }: PhpFile): VariableRead[] {
  const calls = php.calls.filter((call) => /^(getenv|env|getenv_docker|env_get)$/i.test(call.name));
  const methods = php.methodCalls.filter(
    (call) => call.static && /^(Env|\\?.*\\Env)$/.test(call.receiver) && call.name === 'get',
  );
  const fromCalls = [...calls, ...methods].flatMap((call) => {
    const name = call.arguments[0]?.constant ?? '';
    if (!isVariable(name)) return [];
    const declared = call.name.toLowerCase() === 'getenv' ? undefined : call.arguments[1];
    const value = declared ? (declared.constant ?? '') : undefined;
    return [readOf(file, { name, line: call.line, default: value, optional: declared !== undefined })];
  });
  const fromArrays = php.superglobals.flatMap((one) => {
    const array = one.name.replace('$', '');
    const own = array === '_ENV' || (array === '_SERVER' && /^[A-Z][A-Z0-9_]*$/.test(one.key ?? ''));
    if (!own || one.write || one.key === undefined || !isVariable(one.key)) return [];
    return [readOf(file, { name: one.key, line: one.line, default: undefined, optional: false })];
  });
  return [...fromCalls, ...fromArrays];
}

function isVariable(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !serverVariable.test(name);
}

/** The default that stands behind the read: `getenv('X') ?: 'd'`, `$_ENV['X'] ?? 'd'`. */
function readOf(
  file: SourceFile,
  read: { name: string; line: number; default: string | undefined; optional: boolean },
): VariableRead {
  const text = file.lines()[read.line - 1] ?? '';
  const behind = new RegExp(
    `['"]${read.name}['"]\\s*[\\])]\\s*\\)?\\s*(\\?:|\\?\\?|\\|\\||\\bor\\b)\\s*(?:(['"])(.*?)\\2|([\\w.-]+))?`,
  ).exec(text);
  const ternary = new RegExp(
    `['"]${read.name}['"].*\\?.*['"]${read.name}['"][^:]*:\\s*(?:(['"])(.*?)\\1|([\\w.-]+))`,
  ).exec(text);
  const guarded =
    new RegExp(`(\\b(if|isset|empty)\\b.*|!==?\\s*)['"]?.*['"]${read.name}['"]`).test(text) ||
    /!==?\s*false/.test(text);
  const value = read.default ?? behind?.[3] ?? behind?.[4] ?? ternary?.[2] ?? ternary?.[3];
  return {
    name: read.name,
    line: read.line,
    ...(value === undefined || /^(null|false)$/i.test(value) ? {} : { default: value }),
    optional: read.optional || behind !== null || ternary !== null || guarded,
  };
}

/** Emits the environment variables that the code reads, one fact for each; a secret's default is kept back. */
export function extractEnvironment(context: PhpContext): void {
  const reads = context.sources.flatMap((source) =>
    variableReads(source).map((read) => ({ ...read, file: source.file })),
  );
  for (const name of new Set(reads.map((read) => read.name))) {
    const all = reads.filter((read) => read.name === name);
    const value = all.find((read) => read.default !== undefined && read.default !== '')?.default;
    const shown = value === undefined || isSecretKey(name) ? {} : { default: value };
    const required = all.every((read) => !read.optional);
    for (const read of all) {
      context.collector.add(
        'env-var',
        context.unit,
        { name, ...shown, required, source: 'environment' },
        read.file.evidence(context.by, read.line),
      );
    }
  }
}
