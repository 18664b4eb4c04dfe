import { eastAsianWidth } from 'get-east-asian-width';

/** Marks that stand on the letter before them, and signs without a shape. */
const withoutWidth = /^[\p{Mark}\p{Default_Ignorable_Code_Point}\p{Control}]$/u;

/** Columns that a line of text takes on a terminal; Chinese characters take two. https://www.unicode.org/reports/tr11/ */
export function displayWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x7f && codePoint >= 0x20) width++;
    else if (!withoutWidth.test(character)) width += eastAsianWidth(codePoint);
  }
  return width;
}
