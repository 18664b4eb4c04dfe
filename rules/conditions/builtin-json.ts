import type { ConditionKind, Incident } from '../engine/condition.js';
import { mappingOf, textOf } from '../engine/parameters.js';
import { remember, selectFiles } from '../engine/scope.js';
import { treeOfJson } from '../xpath/from-json.js';
import { stringValue } from '../xpath/node.js';
import { compileQuery } from '../xpath/query.js';
import { searchTextLine } from './text-line.js';

/** `builtin.json`: XPath over JSON; the line is where the value's text first occurs. */
export const builtinJson: ConditionKind = {
  capability: 'builtin.json',
  check: () => undefined,
  evaluate(parameters, scope) {
    const query = compileQuery(textOf(mappingOf(parameters).xpath) ?? '', undefined);
    if (typeof query !== 'function') return query;
    const selection = selectFiles(scope, parameters, { base: /\.json$/ });
    if ('error' in selection) return selection;
    const incidents: Incident[] = [];
    for (const file of selection.files) {
      const tree = remember(scope, `json:${file.path}`, () => treeOfJson(file.json()));
      for (const node of query(tree)) {
        const innerText = stringValue(node);
        const line = searchTextLine(scope, file, innerText, node.local);
        const variables = { matchingJSON: innerText, data: node.local };
        incidents.push({ file, line, variables, snippet: line === undefined ? 'none' : 'builtin' });
      }
    }
    return { incidents };
  },
};
