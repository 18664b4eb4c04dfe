import type { JavaSource } from '../../../workspace/java-source/java-source.js';
import type { SourceFile } from '../../../workspace/project.js';
import type { JavaUse, Extract } from './uses.js';
import { callsIn, extractorOf } from './uses.js';
import { remember, type Scope } from '../../engine/scope.js';

/** Uses of one location. */
export interface UseIndex {
  readonly all: () => readonly JavaUse[];
  /** Those of a last segment. */
  readonly named: (simple: string) => readonly JavaUse[];
}

/** The uses at a location over all Java files of the scope; extracted once. */
export function usesAt(scope: Scope, location: string): UseIndex {
  const extract = extractorOf(location);
  const all = (): readonly JavaUse[] => remember(scope, `java:${location}`, () => usesIn(scope, extract));
  // Of all calls, rules name few: the others are not even described.
  if (location === 'METHOD_CALL') {
    const named = (simple: string): readonly JavaUse[] =>
      remember(scope, `java:${location}:${simple}`, () =>
        (filesByCall(scope).get(simple) ?? []).flatMap(({ file, source }) =>
          callsIn(file, source, (name) => name === simple),
        ),
      );
    return { all, named };
  }
  const bySimple = (): ReadonlyMap<string, readonly JavaUse[]> =>
    remember(scope, `java:${location}:names`, () => groupBySimple(all()));
  return { all, named: (simple) => bySimple().get(simple) ?? [] };
}

interface ReadFile {
  readonly file: SourceFile;
  readonly source: JavaSource;
}

/** The files by the names of the calls in them. */
function filesByCall(scope: Scope): ReadonlyMap<string, readonly ReadFile[]> {
  return remember(scope, 'java:METHOD_CALL:files', () => {
    const byName = new Map<string, ReadFile[]>();
    for (const file of scope.java) {
      const source = file.java();
      if (!source) continue;
      for (const name of source.callNames) {
        const list = byName.get(name);
        if (list) list.push({ file, source });
        else byName.set(name, [{ file, source }]);
      }
    }
    return byName;
  });
}

function usesIn(scope: Scope, extract: Extract): readonly JavaUse[] {
  return scope.java.flatMap((file) => {
    const source = file.java();
    return source ? extract(file, source) : [];
  });
}

function groupBySimple(uses: readonly JavaUse[]): ReadonlyMap<string, readonly JavaUse[]> {
  const bySimple = new Map<string, JavaUse[]>();
  for (const use of uses) {
    const list = bySimple.get(use.simple);
    if (list) list.push(use);
    else bySimple.set(use.simple, [use]);
  }
  return bySimple;
}
