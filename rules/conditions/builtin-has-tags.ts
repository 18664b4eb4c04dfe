import type { ConditionKind } from '../engine/condition.js';
import { textsOf } from '../engine/parameters.js';

/** `builtin.hasTags`: matches when every name of the list has been set by a tagging rule. */
export const builtinHasTags: ConditionKind = {
  capability: 'builtin.hasTags',
  check: () => undefined,
  evaluate(parameters, scope) {
    const tags = textsOf(parameters);
    if (tags.length === 0 || !tags.every((tag) => scope.tags.has(tag))) return { incidents: [] };
    return { incidents: [{ file: undefined, line: undefined, variables: { tags }, snippet: 'none' }] };
  },
};
