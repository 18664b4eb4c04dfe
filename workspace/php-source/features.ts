import type { SyntaxNode } from '../syntax/grammar.js';
import type { PhpSource } from './php-source.js';
import type { PhpText } from './php-text.js';

type Feature = PhpSource['features'][number];

/** Node kinds that are a feature by themselves. */
const byKind: Readonly<Record<string, string>> = {
  namespace_definition: 'namespace',
  trait_declaration: 'trait',
  enum_declaration: 'enum',
  anonymous_function: 'closure',
  arrow_function: 'arrow-function',
  match_expression: 'match',
  attribute_list: 'attribute',
  nullsafe_member_call_expression: 'nullsafe',
  yield_expression: 'generator',
  finally_clause: 'finally',
  goto_statement: 'goto',
  nowdoc: 'nowdoc',
  anonymous_class: 'anonymous-class',
  property_promotion_parameter: 'constructor-promotion',
  variadic_unpacking: 'variadic',
  variadic_parameter: 'variadic',
  union_type: 'union-type',
  optional_type: 'nullable-type',
  readonly_modifier: 'readonly',
};

/** Node kinds to ask for, beyond those that others ask for. */
export const featureKinds = Object.keys(byKind);

/** Features that can be told from the text without strings, comments and HTML. */
const byText: readonly (readonly [string, RegExp])[] = [
  ['null-coalescing-assignment', /\?\?=/],
  ['null-coalescing', /\?\?(?!=)/],
  ['spaceship', /<=>/],
  ['power', /\*\*/],
  ['short-ternary', /\?:/],
  ['reference-new', /=\s*&\s*new\b/i],
  ['var-property', /[{};]\s*var\s+\$/i],
  [
    'typed-property',
    /\b(?:public|protected|private|static)\s+(?:readonly\s+)?(?!(?:static|var|final|abstract|const|public|protected|private)\s)\??[A-Za-z_\\][\w\\|]*\s+\$\w+\s*[;=]/,
  ],
  // The parenthesis must be a function's own: `$a ? f($x) : null;` and `case f(1): break;` are older than return types.
  ['return-type', /\b(?:function|fn)\b[^(){};]*\([^{};]*\)\s*:\s*\??[A-Za-z_\\][\w\\|]*\s*(?:[{;]|=>)/i],
  ['scalar-type', /[(,]\s*\??(?:int|float|string|bool)\s+&?\.{0,3}\$/],
  ['short-array', /(?:[=(,[>?:]|\breturn)\s*\[/],
  ['unset-cast', /\(\s*unset\s*\)/i],
  ['real-cast', /\(\s*real\s*\)/i],
];

/** Finds the syntax that tells which PHP a file is written for: each feature once, at its first place. */
export function readFeatures(text: PhpText, classes: PhpSource['classes']): readonly Feature[] {
  const first = new Map<string, number>();
  const note = (feature: string, offset: number): void => {
    first.set(feature, Math.min(offset, first.get(feature) ?? Infinity));
  };
  for (const { feature, start } of text.tags) note(feature, start);
  for (const offset of text.curlyOffsets) note('curly-offset', offset);
  for (const node of text.nodes) noteNode(text, node, note);
  for (const [feature, pattern] of byText) {
    const match = pattern.exec(text.blank);
    // Some begin with the sign before; the feature stands at the end.
    if (match) note(feature, match.index + match[0].length - 1);
  }
  const found = [...first].map(([feature, offset]) => ({ feature, line: text.line(offset) }));
  const constructor = findOldConstructor(classes);
  if (constructor !== undefined) found.push({ feature: 'php4-constructor', line: constructor });
  return found.sort((a, b) => a.line - b.line || (a.feature < b.feature ? -1 : 1));
}

function noteNode(text: PhpText, node: SyntaxNode, note: (feature: string, offset: number) => void): void {
  const feature = byKind[node.kind];
  if (feature !== undefined) note(feature, node.start);
  if (node.kind === 'php_tag' && text.source.slice(node.start, node.end) === '<?')
    note('short-open-tag', node.start);
  if (!node.kind.endsWith('call_expression')) return;
  const own = ownArguments(text, node);
  if (/[(,]\s*&\s*\$/.test(own)) note('call-time-reference', node.start);
  if (/[(,]\s*[a-z_]\w*\s*:(?!:)/i.test(own)) note('named-argument', node.start);
}

/** A call's arguments as far as no inner bracket is met. */
function ownArguments({ blank, partner }: PhpText, node: SyntaxNode): string {
  const open = partner[node.end - 1] ?? -1;
  if (open < node.start) return '';
  return blank.slice(open, Math.min(node.end, open + 500)).replace(/(?!^)\([^()]*\)/g, '');
}

/** A method with its class's name, in a class without `__construct` and namespace, is a constructor until PHP 8. */
function findOldConstructor(classes: PhpSource['classes']): number | undefined {
  for (const { name, methods } of classes) {
    if (name.includes('\\') || methods.some((method) => method.name.toLowerCase() === '__construct'))
      continue;
    const old = methods.find((method) => method.name.toLowerCase() === name.toLowerCase());
    if (old) return old.line;
  }
  return undefined;
}
