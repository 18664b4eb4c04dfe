import { isUtf8 } from 'node:buffer';
import { decodeText, isBinary } from '../encoding.js';
import type { DecodedText } from '../encoding.js';
import type { WordMatcher } from './word-matcher.js';

export type SourceLanguage = 'java' | 'php';

/** What one pass over a source file finds out. */
export interface ScannedFile {
  /** Indices of the words it has. */
  readonly found: readonly number[];
  readonly lines: number;
  /** Its text, when it has any of the words. */
  readonly decoded?: DecodedText;
}

/** Searches a file's bytes, and decodes them if they have any of the words. */
export function scanFile(bytes: Uint8Array, matcher: WordMatcher): ScannedFile {
  const searched = searchable(bytes, matcher);
  const { found, lines } = matcher.scan(searched, searched.byteLength);
  if (found.length === 0) return { found, lines };
  const decoded = decodeText(bytes);
  if (!decoded) return { found: [], lines: 0 };
  // The second byte of a Chinese character may look like a letter; only the text itself is certain.
  const certain = decoded.encoding === 'utf-8' ? found : matcher.scan(...utf8Of(decoded.text)).found;
  return { found: certain, lines, ...(certain.length === 0 ? {} : { decoded }) };
}

/** Words are searched as UTF-8. All encodings but UTF-16 agree on ASCII, so others matter only for words beyond it. */
function searchable(bytes: Uint8Array, { isAscii }: WordMatcher): Uint8Array {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const needsText = isWide || (!isAscii && !isUtf8(bytes));
  if (!isWide && isBinary(bytes)) return bytes.subarray(0, 0);
  if (!needsText) return bytes;
  const text = decodeText(bytes)?.text;
  return text === undefined ? bytes.subarray(0, 0) : Buffer.from(text, 'utf8');
}

function utf8Of(text: string): [Uint8Array, number] {
  const bytes = Buffer.from(text, 'utf8');
  return [bytes, bytes.byteLength];
}
