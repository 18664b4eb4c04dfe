import type { SourceFile } from '../../workspace/project.js';
import { relativeTo } from '../paths.js';
import type { PhpContext } from './context.js';
import type { PhpFile } from './symbols.js';

const healthFile =
  /^(?:.*\/)?(?:_?(?:healthz?|health[-_]?check|heartbeat|ping|alive|liveness|readiness|ready|readyz|livez|status[-_]?check|monitor[-_]?check|lb[-_]?check|check[-_]?alive|probe))(?:\.(?:php|html?|txt))?$/i;
const healthRoute =
  /^\/?(?:[\w-]+\/){0,3}_?(?:healthz?|health[-_]?check|heartbeat|ping|alive|livez?|liveness|readyz?|readiness|up)\/?$/i;
const dependencyCall =
  /^(mysqli?_(connect|query|ping)|mysqli_connect|pg_connect|oci_connect|mssql_connect|sqlsrv_connect|fsockopen|memcache_connect)$/i;

/** Emits pages and routes that were made for probes: by file name below the document root, or by a route's path. */
export function extractHealth(context: PhpContext): void {
  for (const file of context.project.find(['**/*.{php,html,htm,txt}'])) {
    const below = relativeTo(file.path, context.documentRoot);
    if (below === undefined || !healthFile.test(below) || !isServed(file)) continue;
    emit(context, { file, path: `/${below}`, checks: checksDependencies(context, file) });
  }
  for (const source of context.sources) {
    for (const route of routesOf(source)) {
      emit(context, { file: source.file, path: route.path, line: route.line, checks: undefined });
    }
  }
}

/** Code that other code includes is no page. */
function isServed(file: SourceFile): boolean {
  return (
    !/(^|\/)(vendor|includes?|lib|libs|classes|src|app|views|templates|tests?)\//i.test(file.path) &&
    file.size > 0
  );
}

function emit(
  context: PhpContext,
  found: { file: SourceFile; path: string; line?: number; checks: boolean | undefined },
): void {
  const probe = /ready|readiness/i.test(found.path)
    ? 'readiness'
    : /live|alive/i.test(found.path)
      ? 'liveness'
      : 'any';
  const value = {
    path: found.path,
    probe,
    ...(found.checks === undefined ? {} : { checksDependencies: found.checks }),
  } as const;
  context.collector.add(
    'health-endpoint',
    context.unit,
    value,
    found.file.evidence(context.by, found.line ?? 1),
  );
}

function checksDependencies(context: PhpContext, file: SourceFile): boolean {
  const php = context.sources.find((source) => source.file === file)?.php;
  if (!php) return false;
  const calls = php.calls.some((call) => dependencyCall.test(call.name));
  const constructions = php.constructions.some((one) =>
    /^\\?(PDO|mysqli|Redis|Memcached?|MongoDB\\Client|Predis\\Client)$/i.test(one.class),
  );
  const includes = php.includes.some((one) =>
    /(^|\/|_)(db|conn|connect|connection|database|bootstrap|init|common)[\w.-]*\.(php|inc)/i.test(
      one.path ?? one.text,
    ),
  );
  return calls || constructions || includes;
}

const routeMethods = /^(get|any|map|match|head|add|addRoute|route|group|respond|options)$/i;

function routesOf({ php, file }: PhpFile): { path: string; line: number }[] {
  const calls = php.methodCalls.filter((call) => routeMethods.test(call.name));
  const fromCalls = calls.flatMap((call) => {
    const path = call.arguments
      .slice(0, 2)
      .find((argument) => healthRoute.test(argument.constant ?? ''))?.constant;
    const constant = path ?? '';
    const speaks = constant.includes('/') || /route|app|router|\$r$/i.test(call.receiver);
    return constant !== '' && speaks ? [{ path: withSlash(constant), line: call.line }] : [];
  });
  return [...fromCalls, ...laravelHealth({ php, file }), ...routeAttributes(file)];
}

/** `->withRouting(health: '/up')` in Laravel's bootstrap/app.php. */
function laravelHealth({ php, file }: PhpFile): { path: string; line: number }[] {
  if (!php.methodCalls.some((call) => call.name === 'withRouting')) return [];
  return matches(file, /\bhealth:\s*['"]([^'"]+)['"]/);
}

/** `#[Route('/health')]` and `@Route("/health")`. */
function routeAttributes(file: SourceFile): { path: string; line: number }[] {
  return matches(file, /[#@*]\s*\[?@?(?:\w+\\)*Route\(\s*(?:path\s*[:=]\s*)?['"]([^'"]+)['"]/).filter(
    (route) => healthRoute.test(route.path),
  );
}

function matches(file: SourceFile, pattern: RegExp): { path: string; line: number }[] {
  return file.lines().flatMap((text, index) => {
    const path = pattern.exec(text)?.[1];
    return path === undefined ? [] : [{ path: withSlash(path), line: index + 1 }];
  });
}

function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
