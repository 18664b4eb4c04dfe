/**
 * Mustache as the reference's Go library renders it: variables, raw variables, comments, sections and inverted
 * sections; no partials. Source: https://mustache.github.io/mustache.5.html
 */
export type TemplateData = Readonly<Record<string, unknown>>;

type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly raw: boolean }
  | { readonly kind: 'section'; readonly name: string; readonly inverted: boolean; readonly nodes: Node[] };

/** Renders a template; a template with a syntax error comes back as it is. */
export function renderMustache(template: string, data: TemplateData, options: { escape: boolean }): string {
  if (!template.includes('{{')) return template;
  const nodes = parse(template);
  return nodes ? render(nodes, [data], options.escape) : template;
}

function parse(template: string): Node[] | undefined {
  const root: Node[] = [];
  const stack: { name: string; nodes: Node[] }[] = [{ name: '', nodes: root }];
  let position = 0;
  while (position < template.length) {
    const top = stack.at(-1);
    if (!top) return undefined;
    const open = template.indexOf('{{', position);
    if (open < 0) {
      top.nodes.push({ kind: 'text', text: template.slice(position) });
      break;
    }
    top.nodes.push({ kind: 'text', text: template.slice(position, open) });
    const triple = template.startsWith('{{{', open);
    const close = template.indexOf(triple ? '}}}' : '}}', open + 2);
    if (close < 0) return undefined;
    const tag = template.slice(open + (triple ? 3 : 2), close).trim();
    if (tag === '') return undefined;
    position = close + (triple ? 3 : 2);
    if (!addTag(stack, tag, triple)) return undefined;
  }
  return stack.length === 1 ? root : undefined;
}

function addTag(stack: { name: string; nodes: Node[] }[], tag: string, triple: boolean): boolean {
  const top = stack.at(-1);
  if (!top) return false;
  const name = tag.slice(1).trim();
  switch (triple ? '' : tag[0]) {
    case '!':
    case '>':
    case '=':
      return true;
    case '#':
    case '^': {
      const nodes: Node[] = [];
      top.nodes.push({ kind: 'section', name, inverted: tag.startsWith('^'), nodes });
      stack.push({ name, nodes });
      return true;
    }
    case '/':
      stack.pop();
      return top.name === name && stack.length > 0;
    case '&':
      top.nodes.push({ kind: 'variable', name, raw: true });
      return true;
    default:
      top.nodes.push({ kind: 'variable', name: tag, raw: triple });
      return true;
  }
}

function render(nodes: readonly Node[], stack: readonly unknown[], escape: boolean): string {
  let out = '';
  for (const node of nodes) {
    if (node.kind === 'text') out += node.text;
    else if (node.kind === 'variable') {
      const text = printValue(lookUp(stack, node.name));
      out += node.raw || !escape ? text : escapeHtml(text);
    } else out += renderSection(node.inverted, lookUp(stack, node.name), node.nodes, stack, escape);
  }
  return out;
}

function renderSection(
  inverted: boolean,
  value: unknown,
  nodes: readonly Node[],
  stack: readonly unknown[],
  escape: boolean,
): string {
  const empty =
    value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
  if (inverted) return empty ? render(nodes, stack, escape) : '';
  if (empty) return '';
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => render(nodes, [item, ...stack], escape)).join('');
}

function lookUp(stack: readonly unknown[], name: string): unknown {
  if (name === '.') return stack[0];
  const [first = '', ...rest] = name.split('.');
  for (const frame of stack) {
    let value = member(frame, first);
    if (value === undefined) continue;
    for (const part of rest) value = member(value, part);
    return value;
  }
  return undefined;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** Prints as Go's fmt does: lists as `[a b]`, nothing for what is missing. */
export function printValue(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return `[${value.map(printValue).join(' ')}]`;
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
