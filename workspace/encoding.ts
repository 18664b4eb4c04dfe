import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** Text with the encoding that was found. Encoding names are lower case: `utf-8`, `gb18030`, `iso-8859-1`, `utf-16le`, … */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Decodes a file of unknown encoding, or answers undefined for a binary one. In this order: byte-order mark, zero
 * bytes (binary, as Git decides), valid UTF-8, what the file declares about itself, GB18030 when most characters are
 * common Chinese ones, else Latin-1.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = decodeByMark(buffer);
  if (marked) return marked;
  if (isBinary(buffer)) return decodeWide(buffer);
  if (isAscii(buffer)) return { text: buffer.toString('latin1'), encoding: 'utf-8' };
  if (isUtf8(buffer)) return { text: buffer.toString('utf8'), encoding: 'utf-8' };
  const encoding = declaredEncoding(buffer) ?? (looksLikeGb18030(buffer) ? 'gb18030' : 'iso-8859-1');
  return { text: iconv.decode(buffer, encoding), encoding };
}

/** True if there is a zero byte near the start; UTF-16 has them too. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8192).includes(0);
}

function decodeByMark(buffer: Buffer): DecodedText | undefined {
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) {
    return { text: buffer.toString('utf8', 3), encoding: 'utf-8' };
  }
  if (buffer[0] === 0xff && buffer[1] === 0xfe) {
    return { text: buffer.toString('utf16le', 2), encoding: 'utf-16le' };
  }
  if (buffer[0] === 0xfe && buffer[1] === 0xff) {
    return { text: iconv.decode(buffer.subarray(2), 'utf-16be'), encoding: 'utf-16be' };
  }
  return undefined;
}

/** UTF-16 without a mark is recognised by its first character, which is a markup sign: https://www.w3.org/TR/xml/#sec-guessing */
function decodeWide(buffer: Buffer): DecodedText | undefined {
  if (buffer[0] === 0x3c && buffer[1] === 0)
    return { text: buffer.toString('utf16le'), encoding: 'utf-16le' };
  if (buffer[0] === 0 && buffer[1] === 0x3c) {
    return { text: iconv.decode(buffer, 'utf-16be'), encoding: 'utf-16be' };
  }
  return undefined;
}

const declarations = [
  /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/,
  /<%@[^>]*\b(?:pageEncoding|charset)\s*=\s*["']?([\w.:-]+)/i,
  /<meta[^>]*\bcharset\s*=\s*["']?([\w.:-]+)/i,
  /^\s*@charset\s+["']([\w.:-]+)["']/,
];

/** What the first kilobytes say, unless it is UTF-8 (which the bytes have disproved) or unknown. */
function declaredEncoding(buffer: Buffer): string | undefined {
  const head = buffer.toString('latin1', 0, 4096);
  for (const declaration of declarations) {
    const name = declaration.exec(head)?.[1]?.toLowerCase();
    if (name === undefined || /^(utf-?8|us-ascii|utf-?16.*)$/.test(name) || !iconv.encodingExists(name))
      continue;
    if (/^(gb2312|gbk|cp936|gb18030|x-gbk|gb_2312-80)$/.test(name)) return 'gb18030';
    return /^(iso-?8859-1|latin1)$/.test(name) && looksLikeGb18030(buffer) ? 'gb18030' : name;
  }
  return undefined;
}

/**
 * True if nearly all bytes above 0x7F form GB18030 pairs and most of these are GB2312's punctuation or its more
 * frequent characters (lead 0xB0 to 0xF7). European text in Latin-1 has single high bytes before ASCII letters.
 */
function looksLikeGb18030(buffer: Buffer): boolean {
  let [common, rare, broken] = [0, 0, 0];
  const end = Math.min(buffer.length, 256 * 1024);
  for (let i = 0; i < end; i++) {
    const lead = buffer[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = buffer[i + 1] ?? 0;
    if (lead === 0x80 || lead === 0xff || trail < 0x30 || trail === 0x7f || trail === 0xff) {
      broken++;
    } else if (trail < 0x40) {
      rare++;
      i += 3;
    } else {
      if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa3))) common++;
      else rare++;
      i++;
    }
  }
  return broken * 50 <= common + rare && common >= rare * 2;
}
