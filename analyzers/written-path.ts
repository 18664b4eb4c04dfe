import type { FactValues } from '../model/fact-values.js';

type Writable = FactValues['writable-path'];

const uses: readonly (readonly [RegExp, Writable['use']])[] = [
  [/(?:^|[^a-z])logs?(?:[^a-z]|$)|\.log$|logging|accesslog/i, 'log'],
  [/upload|attach|image|photo|picture|avatar|media/i, 'upload'],
  [/report|export|settle|download|csv$|xlsx?$/i, 'report'],
  [/(?:^|[^a-z])te?mp(?:[^a-z]|$)|tmpdir|temporary/i, 'temp'],
  [/cache/i, 'cache'],
  [/session/i, 'session'],
  [/data|file|stor|audit|backup|repo|index|db|\.dat$/i, 'data'],
];

/** A path that the application writes to; words of the path, then of the key, tell what for. */
export function describeWrittenPath(path: string, configuredBy?: string): Writable {
  const tail = path.replace(/^\/(?:data|opt|home|var|app|apps)\d*(?=\/)/, '');
  const use =
    uses.find(([pattern]) => pattern.test(tail))?.[1] ??
    uses.find(([pattern]) => pattern.test(configuredBy ?? ''))?.[1] ??
    uses.find(([pattern]) => pattern.test(path))?.[1] ??
    'unknown';
  return {
    path,
    use,
    persistent: use !== 'log' && use !== 'temp' && use !== 'cache',
    ...(configuredBy !== undefined && { configuredBy }),
  };
}

/** `file:/data/x` and `file:///data/x` are `/data/x`. */
export function withoutFilePrefix(text: string): string {
  return text.replace(/^file:(?:\/\/(?=\/))?/, '');
}

const roots =
  'data|opt|home|var|usr|srv|mnt|tmp|etc|app|apps|u0\\d|export|nfs|logs?|root|oracle|weblogic|www|upload|uploads|files?|storage|nas|share|shared|disk|web|backup|alidata';

/** A directory or file of the machine, by the places where machines have them. */
export function isMachinePath(text: string): boolean {
  return (
    /^[A-Za-z]:[\\/]/.test(text) ||
    /^\\\\[\w.-]+\\/.test(text) ||
    new RegExp(`^/(?:${roots})\\d*(?:/|$)`, 'i').test(text)
  );
}

/** Files that an application reads rather than writes. */
export function isConfigurationPath(text: string): boolean {
  return /\.(?:xml|properties|ya?ml|ini|conf|cfg|json|jks|p12|pfx|keystore|cer|crt|pem|key|jar|class|jsp|html?|sh|bat|exe|ttf|ttc|dll|so)$/i.test(
    text,
  );
}
