/** Full-width letters, digits and signs as their ordinary ones, blanks collapsed: what people type with a Chinese keyboard. */
export function normalizeCell(text: string): string {
  // Most cells of a long list are one plain word, to which none of this applies.
  if (/^[!-~]*$/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[ \t\u00a0\u3000]+/g, ' ')
    .replace(/ *\r?\n */g, '\n')
    .trim();
}

/** For comparing names and headings: no case, no blanks, no punctuation, no remark in parentheses. */
export function comparable(text: string): string {
  return normalizeCell(text)
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[^\p{L}\p{N}%/+#]/gu, '');
}
