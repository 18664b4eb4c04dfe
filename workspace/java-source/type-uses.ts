import type { FileReader } from './file-reader.js';
import type { JavaSource } from './java-source.js';
import { isTypeParameter } from './resolve-type.js';
import { skipBlanksBack } from './scan-back.js';

type TypeUse = JavaSource['typeUses'][number];

/** Names as Java writes types: `File`, `java.io.File`, `Map.Entry`; not after a dot. */
const typeLike =
  /(?<![\w$\u0080-\uffff.])(?:[a-z_][\w$]*\s*\.\s*)*[A-Z\u0080-\uffff][\w$\u0080-\uffff]*(?:\s*\.\s*[A-Z][\w$]*[a-z][\w$]*(?!\s*\())*/g;

/**
 * Reads every use of a type by name: declarations, casts, type arguments, class literals, static members, annotations.
 * Which name is a type follows from Java's conventions and from what the file declares: a word in capitals alone is a
 * constant unless it is imported or stands where only a type can.
 */
export function readTypeUses(reader: FileReader): readonly TypeUse[] {
  const { text, scopes, resolve } = reader;
  const declared = new Set<number>();
  for (const { start } of scopes.all) declared.add(start);
  for (const { nameStart } of reader.bindings.all) declared.add(nameStart);
  const uses: TypeUse[] = [];
  for (const match of text.blank.matchAll(typeLike)) {
    const start = match.index;
    const name = match[0].replace(/\s+/g, '');
    if (declared.has(start) || !isType(reader, name, start, start + match[0].length)) continue;
    const scope = scopes.at(start);
    if (!isTypeParameter(name, scope)) uses.push({ type: resolve(name, scope), line: text.line(start) });
  }
  return uses;
}

function isType(reader: FileReader, name: string, start: number, end: number): boolean {
  const { blank } = reader.text;
  const before = wordBefore(blank, start);
  const after = charAfter(blank, end);
  if (after !== '' && jumps.has(before) && isImport(blank, start)) return false;
  if (before === '@') return true;
  // A call, an enum constant, a constructor's own declaration
  if (after === '(' && before !== 'new') return false;
  const dot = name.indexOf('.');
  const first = dot < 0 ? name : name.slice(0, dot);
  if (/^[a-z_]/.test(first)) return isQualified(reader, name, start);
  if (reader.bindings.find(first, start)) return false;
  if (/[a-z\u0080-\uffff]/.test(first) || reader.imported.has(first)) return true;
  return /^(?:new|extends|implements|throws|instanceof)$/.test(before) || isTypePosition(blank, end);
}

const jumps = new Set(['import', 'package', 'static', 'goto', 'break', 'continue']);

/** The word, or else the character, that stands before an offset. */
function wordBefore(blank: string, offset: number): string {
  const end = skipBlanksBack(blank, offset);
  let start = end;
  while (start > 0 && isWordCode(blank.charCodeAt(start - 1))) start--;
  return blank.slice(start === end ? Math.max(0, end - 1) : start, end);
}

/** `[\w$]` */
function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36
  );
}

function charAfter(blank: string, offset: number): string {
  let at = offset;
  while (/\s/.test(blank.charAt(at))) at++;
  return blank.charAt(at);
}

/** `import static a.B.*` and `import a.B` are no uses; `static B b` is one. */
function isImport(blank: string, start: number): boolean {
  return /(?:^|[;\s}])(?:import|package)\s+(?:static\s+)?$/.test(blank.slice(Math.max(0, start - 40), start));
}

/** Two words in small letters at least: `java.io.File`, but neither `order.STATUS` nor `this.x.Y`. */
function isQualified(reader: FileReader, name: string, start: number): boolean {
  const packages = /^((?:[a-z_][\w$]*\.)+)[A-Z]/.exec(name)?.[1]?.split('.') ?? [];
  const [first = ''] = packages;
  return packages.length > 2 && first !== 'this' && first !== 'super' && !reader.bindings.find(first, start);
}

/** Before a name, type arguments, brackets without an index, `::` and `.class` there is a type. */
function isTypePosition(blank: string, end: number): boolean {
  return /^(?:\s+[A-Za-z_$](?!nstanceof\b)|\s*<[\w?\s,.]*>|\s*\[\s*\]|\s*::|\s*\.\s*class\b|\s*\.\.\.)/.test(
    blank.slice(end, end + 200),
  );
}
