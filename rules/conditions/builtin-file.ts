import type { ConditionKind } from '../engine/condition.js';
import { mappingOf, textOf } from '../engine/parameters.js';
import { nameTest } from '../engine/scope.js';
import { reasons } from '../engine/reasons.js';

/** `builtin.file`: one incident per file whose name fits. */
export const builtinFile: ConditionKind = {
  capability: 'builtin.file',
  check: () => undefined,
  evaluate(parameters, scope) {
    const pattern = textOf(mappingOf(parameters).pattern);
    if (!pattern) return { error: reasons.empty('pattern') };
    const files = scope.files.filter(nameTest(scope, pattern));
    return {
      incidents: files.map((file) => ({ file, line: undefined, variables: {}, snippet: 'none' })),
      extras: { filepaths: files.map((file) => file.path) },
    };
  },
};
