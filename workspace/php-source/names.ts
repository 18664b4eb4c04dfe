import type { PhpSource } from './php-source.js';
import type { PhpText } from './php-text.js';

/** How names of a file are meant. */
export interface PhpNames {
  /** The first namespace of the file. */
  readonly namespace: string;
  readonly uses: PhpSource['uses'];
  /** A class's name as it is meant at an offset, without a leading backslash. */
  readonly resolveClass: (written: string, offset: number) => string;
  /** A class's own name at the place of its declaration. */
  readonly declare: (name: string, offset: number) => string;
}

const builtIn = /^(?:self|static|parent)$/i;

/** Reads namespaces and imports. https://www.php.net/manual/en/language.namespaces.rules.php */
export function readNames(text: PhpText): PhpNames {
  const { blank, nodes } = text;
  const namespaces = nodes
    .filter(({ kind }) => kind === 'namespace_definition')
    .map(({ start, end }) => ({
      start,
      name: /^namespace\s+([\w\\]+)/i.exec(blank.slice(start, end))?.[1] ?? '',
    }));
  const uses = nodes.flatMap((node) =>
    node.kind === 'namespace_use_declaration' ? readUses(text, node.start, node.end) : [],
  );
  const classes = new Map(
    uses.filter(({ of }) => of === 'class').map(({ alias, name }) => [alias.toLowerCase(), name]),
  );
  const at = (offset: number): string => namespaces.findLast(({ start }) => start <= offset)?.name ?? '';
  const declare = (name: string, offset: number): string => {
    const namespace = at(offset);
    return namespace === '' ? name : `${namespace}\\${name}`;
  };
  const resolveClass = (written: string, offset: number): string => {
    if (written.startsWith('\\')) return written.slice(1);
    if (builtIn.test(written) || !/^[\w\\]+$/.test(written)) return written;
    const [first = '', ...rest] = written.split('\\');
    const imported = classes.get(first.toLowerCase());
    if (imported !== undefined) return [imported, ...rest].join('\\');
    return declare(written, offset);
  };
  return {
    namespace: namespaces[0]?.name ?? '',
    uses: uses.map(({ name, alias, line }) => ({ name, alias, line })),
    resolveClass,
    declare,
  };
}

/** `use A\B as C, D;`, `use A\{B, C as D};`, `use function a\b;` */
function readUses(
  { blank, line }: PhpText,
  start: number,
  end: number,
): readonly (PhpSource['uses'][number] & { readonly of: 'class' | 'other' })[] {
  const match = /^use\s+(function\s+|const\s+)?([^]*?);?\s*$/i.exec(blank.slice(start, end));
  const body = match?.[2] ?? '';
  const group = /^([\w\\]+)\s*\{([^]*)\}/.exec(body);
  const prefix = group?.[1]?.replace(/^\\/, '') ?? '';
  return (group?.[2] ?? body).split(',').flatMap((clause) => {
    const parts = /^\s*(function\s+|const\s+)?\\?([\w\\]+)(?:\s+as\s+(\w+))?\s*$/i.exec(clause);
    if (parts?.[2] === undefined) return [];
    const name = prefix + parts[2];
    const alias = parts[3] ?? name.slice(name.lastIndexOf('\\') + 1);
    return {
      name,
      alias,
      line: line(start),
      of: (match?.[1] ?? parts[1]) ? ('other' as const) : ('class' as const),
    };
  });
}
