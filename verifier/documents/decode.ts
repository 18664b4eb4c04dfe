/** A file's text, or the first line that is not UTF-8. */
export type Decoded = { readonly text: string } | { readonly brokenLine: number };

/** Decodes UTF-8 strictly, without a byte order mark: Kubernetes and Docker read nothing else. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { brokenLine: firstBrokenLine(bytes) };
  }
}

function firstBrokenLine(bytes: Uint8Array): number {
  // A newline is never part of a UTF-8 sequence, so lines can be judged one by one.
  let line = 1;
  for (let start = 0; start <= bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const piece = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (!isUtf8(piece)) return line;
    if (end < 0) break;
    start = end + 1;
  }
  return line;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
