import { isUtf8 } from 'node:buffer';
import { decodeText, isBinary } from '../encoding.js';
import { parseJavaSource } from '../java-source/parse-java-source.js';
import { parsePhpSource } from '../php-source/parse-php-source.js';
import type { WordMatcher } from './word-matcher.js';

export type SourceLanguage = 'java' | 'php';

/** What one pass over a source file finds out. */
export interface ScannedFile {
  /** Indices of the words it has. */
  readonly found: readonly number[];
  readonly lines: number;
  /** The source's summary, when it has any of the words and could be parsed. */
  readonly parsed?: unknown;
}

/** Searches a file's bytes, and parses it if it has any of the words. Throws nothing: what fails is left out. */
export function scanFile(
  language: SourceLanguage,
  content: { bytes: Uint8Array; length: number },
  matcher: WordMatcher,
): ScannedFile {
  const bytes = content.bytes.subarray(0, content.length);
  const searched = searchable(bytes, matcher);
  const { found, lines } = matcher.scan(searched, searched.byteLength);
  if (found.length === 0) return { found, lines };
  const decoded = decodeText(bytes);
  if (!decoded) return { found: [], lines: 0 };
  // The second byte of a Chinese character may look like a letter; only the text itself is certain.
  const certain = decoded.encoding === 'utf-8' ? found : matcher.scan(...utf8Of(decoded.text)).found;
  const parsed = certain.length === 0 ? undefined : parse(language, decoded.text);
  return { found: certain, lines, ...(parsed === undefined ? {} : { parsed }) };
}

/** Words are searched as UTF-8. All encodings but UTF-16 agree on ASCII, so others matter only for words beyond it. */
function searchable(bytes: Uint8Array, { words }: WordMatcher): Uint8Array {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const needsText = isWide || (words.some((word) => /[^ -~]/.test(word)) && !isUtf8(bytes));
  if (!isWide && isBinary(bytes)) return bytes.subarray(0, 0);
  if (!needsText) return bytes;
  const text = decodeText(bytes)?.text;
  return text === undefined ? bytes.subarray(0, 0) : Buffer.from(text, 'utf8');
}

function utf8Of(text: string): [Uint8Array, number] {
  const bytes = Buffer.from(text, 'utf8');
  return [bytes, bytes.byteLength];
}

function parse(language: SourceLanguage, text: string): unknown {
  try {
    return language === 'java' ? parseJavaSource(text) : parsePhpSource(text);
  } catch {
    // The file is parsed again when it is asked for, and its problem reported then.
    return undefined;
  }
}
