import { displayWidth } from '../display-width.js';

/** Pads to a width in terminal columns; Chinese characters take two. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Breaks a text into lines of at most `width` columns: at spaces, and between Chinese characters. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, Math.max(width, 20)));
}

function wrapParagraph(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  // A full-width full stop or comma never starts a line.
  for (const piece of text.match(
    /[\u2e80-\uffef][\u3001\u3002\uff0c\uff1b\uff1a\uff09\u201d]*|[^\s\u2e80-\uffef]+|\s+/g,
  ) ?? []) {
    if (line !== '' && displayWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trimEnd() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}
