/** Decodes Java's own form of UTF-8: surrogates apart, zero in two bytes. https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html#jvms-4.4.7 */
export function decodeModifiedUtf8(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.every((byte) => byte < 0x80)) return buffer.toString('latin1');
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i] ?? 0;
    const [second, third] = [bytes[i + 1] ?? 0, bytes[i + 2] ?? 0];
    if (first < 0x80) {
      text += String.fromCharCode(first);
      i += 1;
    } else if (first >> 5 === 6) {
      text += String.fromCharCode(((first & 0x1f) << 6) | (second & 0x3f));
      i += 2;
    } else {
      text += String.fromCharCode(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f));
      i += 3;
    }
  }
  return text;
}
