/**
 * A Java feature version as its number: `1.8`, `1.8.0_202`, `JavaSE-1.8`, `VERSION_1_8` and `8` are all `8`. Undefined for
 * anything else.
 */
export function normaliseJavaVersion(text: string): string | undefined {
  const match = /^(?:J2SE-|JavaSE-|JavaVersion\.|VERSION_|jdk-?|java-?)*(\d+)(?:[._](\d+))?/i.exec(
    text.trim(),
  );
  if (!match) return undefined;
  const [, first = '', second] = match;
  const feature = first === '1' && second !== undefined ? second : first;
  return Number(feature) >= 1 && Number(feature) < 100 ? String(Number(feature)) : undefined;
}

/** The Java version that first reads a class-file format. Source: JVMS table 4.1-A. */
export function javaOfClassMajor(major: number): string {
  return String(Math.max(1, major - 44));
}

/** A Maven version range (`[1.8,)`, `1.8`, `[11,17]`) as a constraint on Java feature versions: `>=8 <17`. */
export function javaConstraintOf(range: string): string | undefined {
  const match = /^\s*([[(])?\s*([\w.]*)\s*(,)?\s*([\w.]*)\s*([\])])?\s*$/.exec(range);
  if (!match) return undefined;
  const [, open, low = '', comma, high = '', close] = match;
  const from = low === '' ? undefined : normaliseJavaVersion(low);
  const to = high === '' ? undefined : normaliseJavaVersion(high);
  if (!open) return from === undefined ? undefined : `>=${from}`;
  if (!comma) return from;
  const parts = [
    from === undefined ? '' : `${open === '(' ? '>' : '>='}${from}`,
    to === undefined ? '' : `${close === ')' ? '<' : '<='}${to}`,
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' ') : undefined;
}
