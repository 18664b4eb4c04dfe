import type { SourceFile } from '../../workspace/project.js';
import type { ConditionKind, Incident } from '../engine/condition.js';
import { mappingOf, textOf } from '../engine/parameters.js';
import { remember, searchText, selectFiles, type Scope } from '../engine/scope.js';
import { compileRe2 } from '../patterns/regex.js';
import { treeOfElement } from '../xpath/from-element.js';
import { treeOfXml } from '../xpath/from-text.js';
import { stringValue, type XNode } from '../xpath/node.js';
import { compileQuery } from '../xpath/query.js';
import { searchTextLine } from './text-line.js';
import { reasons } from '../engine/reasons.js';

const xmlNames = /\.(xml|xhtml)$/;
/** Where we are not bound to the reference: everything that is XML by its usual names. */
const moreXmlNames = /\.(xml|xhtml|xmi|tld|wsdl|jspx|config)$/i;

/** `builtin.xml`: one incident per node that the XPath expression finds. */
export const builtinXml: ConditionKind = {
  capability: 'builtin.xml',
  check: () => undefined,
  evaluate(parameters, scope) {
    const fields = mappingOf(parameters);
    const query = compileQuery(textOf(fields.xpath) ?? '', namespacesOf(fields.namespaces));
    if (typeof query !== 'function') return query;
    const base = scope.semantics === 'konveyor' ? xmlNames : moreXmlNames;
    const selection = selectFiles(scope, parameters, { base });
    if ('error' in selection) return selection;
    const incidents: Incident[] = [];
    for (const file of selection.files) {
      const tree = treeOf(scope, file);
      if (tree) for (const node of query(tree)) incidents.push(toIncident(scope, file, node));
    }
    return { incidents };
  },
};

/** `builtin.xmlPublicID`: elements whose `public-id` attribute matches. */
export const builtinXmlPublicId: ConditionKind = {
  capability: 'builtin.xmlPublicID',
  check: () => undefined,
  evaluate(parameters, scope) {
    const regex = compileRe2(textOf(mappingOf(parameters).regex) ?? '');
    if (!regex) return { error: reasons.notPattern('regex') };
    const selection = selectFiles(scope, parameters, { base: xmlNames });
    if ('error' in selection) return selection;
    const query = compileQuery('//*[@public-id]', undefined);
    const incidents: Incident[] = [];
    for (const file of selection.files) {
      const tree = treeOf(scope, file);
      const nodes = tree && typeof query === 'function' ? query(tree) : [];
      for (const node of nodes) {
        const id = node.attributes.find((attribute) => attribute.name === 'public-id');
        if (id && regex.test(id.value))
          incidents.push({ file, line: undefined, variables: variablesOf(node), snippet: 'none' });
      }
    }
    return { incidents };
  },
};

function namespacesOf(value: unknown): Readonly<Record<string, string>> | undefined {
  if (value === undefined || value === null) return undefined;
  return Object.fromEntries(
    Object.entries(mappingOf(value)).map(([prefix, uri]) => [prefix, textOf(uri) ?? '']),
  );
}

function treeOf(scope: Scope, file: SourceFile): XNode | undefined {
  return remember(scope, `xml:${file.path}`, () => {
    if (scope.semantics === 'konveyor') return treeOfXml(searchText(scope, file));
    const element = file.xml();
    return element && treeOfElement(element);
  });
}

function toIncident(scope: Scope, file: SourceFile, node: XNode): Incident {
  const variables = variablesOf(node);
  if (scope.semantics === 'precise') return { file, line: node.line, variables, snippet: 'builtin' };
  const line = searchTextLine(scope, file, stringValue(node), variables.data);
  return { file, line: line ?? node.line, variables, snippet: line === undefined ? 'none' : 'builtin' };
}

function variablesOf(node: XNode): { data: string; innerText: string; matchingXML: string } {
  const isText = node.kind === 'text' || node.kind === 'cdata' || node.kind === 'comment';
  return {
    data: isText ? node.value : node.local,
    innerText: stringValue(node),
    matchingXML: node.children.map(serialize).join('').replace(/>\s+</g, '><'),
  };
}

function serialize(node: XNode): string {
  if (node.kind === 'comment') return `<!--${node.value}-->`;
  if (node.kind !== 'element') return escapeXml(node.value);
  const attributes = node.attributes.map((a) => ` ${a.name}="${escapeXml(a.value)}"`).join('');
  return `<${node.name}${attributes}>${node.children.map(serialize).join('')}</${node.name}>`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&#34;');
}
