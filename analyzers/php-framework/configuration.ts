import type { FactValues } from '../../model/fact-values.js';
import type { SourceFile } from '../../workspace/project.js';
import { joinPath } from '../paths.js';
import type { FrameworkTarget } from './find.js';

type Store = FactValues['session-state']['store'];

/** Files in which frameworks say where sessions are kept, with the line that says it. */
const sessionSettings: readonly (readonly [string, RegExp])[] = [
  ['config/session.php', /^\s*'driver'\s*=>\s*(?:env\(\s*'(\w+)'\s*,\s*)?'(\w+)'/],
  ['config/session.php', /^\s*'type'\s*=>\s*(?:env\(\s*'([\w.]+)'\s*,\s*)?'(\w*)'/],
  ['application/config/config.php', /^\s*\$config\['(sess_driver)'\]\s*=\s*'(\w+)'/],
  ['app/Config/Session.php', /(driver)\s*=\s*(\w+)Handler::class/],
  ['app/Config/App.php', /(sessionDriver)\s*=\s*(\w+)Handler::class/],
  ['config/packages/framework.yaml', /^\s*(handler_id)\s*:\s*['"]?(\S+)/],
  ['app/config/config.yml', /^\s*(handler_id)\s*:\s*['"]?(\S+)/],
  ['protected/config/main.php', /'(class)'\s*=>\s*'(\w*HttpSession)'/],
  ['config/web.php', /'(class)'\s*=>\s*'?\\?([\w\\]*Session)\b/],
  ['config/app.php', /'(defaults)'\s*=>\s*'(php|cake|cache|database)'/],
];
const lifetimes: readonly (readonly [string, RegExp, number])[] = [
  ['config/session.php', /^\s*'lifetime'\s*=>\s*(?:env\([^,]+,\s*)?(\d+)/, 1],
  ['application/config/config.php', /^\s*\$config\['sess_expiration'\]\s*=\s*(\d+)/, 60],
];

/** Emits where the framework keeps sessions, and for how long; its default when nothing says so. */
export function extractFrameworkConfiguration(target: FrameworkTarget): void {
  const { unit, framework, collector, by } = target;
  const timeout = timeoutOf(target);
  const rest = timeout === undefined ? {} : { timeoutMinutes: timeout };
  let said = false;
  for (const { file, line, match } of linesOf(target, sessionSettings)) {
    const store = storeOf(match[2] ?? '');
    if (!store) continue;
    said = true;
    collector.add(
      'session-state',
      unit,
      { store, ...rest },
      file.evidence(by, line),
      match[1] === undefined ? 'declared' : 'inferred',
    );
  }
  if (!said && framework.rule.sessions) {
    const evidence = framework.file.evidence(by, framework.line);
    collector.add('session-state', unit, { store: framework.rule.sessions, ...rest }, evidence, 'inferred');
  }
}

function timeoutOf(target: FrameworkTarget): number | undefined {
  for (const [path, pattern, divisor] of lifetimes) {
    const [found] = linesOf(target, [[path, pattern]]);
    const value = Number(found?.match[1] ?? 0);
    if (value > 0) return Math.round(value / divisor);
  }
  return undefined;
}

function linesOf(
  { project, unit }: FrameworkTarget,
  settings: readonly (readonly [string, RegExp])[],
): { file: SourceFile; line: number; match: RegExpExecArray }[] {
  return settings.flatMap(([path, pattern]) => {
    const file = project.file(joinPath(unit, path));
    const lines = file?.lines() ?? [];
    const index = lines.findIndex((text) => !/^\s*(\/\/|#|\*)/.test(text) && pattern.test(text));
    const match = pattern.exec(lines[index] ?? '');
    return file && match ? [{ file, line: index + 1, match }] : [];
  });
}

function storeOf(name: string): Store | undefined {
  const key = name.toLowerCase();
  if (key === '' || /^(files?|file|native|php|cake|null|~|session\.handler\.native_file)$/.test(key))
    return 'file';
  if (key.includes('redis')) return 'redis';
  if (key.includes('memcache')) return 'memcached';
  if (/database|db|pdo|dbhttp/.test(key)) return 'jdbc';
  if (key === 'cookie') return 'none';
  return /array|cache/.test(key) ? 'memory' : undefined;
}
