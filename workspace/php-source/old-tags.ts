/** Ways to open PHP that the grammar does not know, with the feature that each is. */
export interface OldTag {
  readonly feature: 'asp-tag' | 'script-tag';
  readonly start: number;
}

/**
 * Rewrites tags of old times to `<?` and `?>`, character for character, so that offsets stay: `<% %>` when PHP stands
 * inside (templates for browsers use the same signs), `<script language="php">`. What follows `__HALT_COMPILER()` is
 * data, and `<?xml` is text. https://www.php.net/manual/en/language.basic-syntax.phptags.php
 */
export function rewriteOldTags(source: string): { text: string; tags: readonly OldTag[] } {
  const tags: OldTag[] = [];
  let text = source;
  if (/__halt_compiler\s*\(\s*\)\s*;/i.test(text)) {
    text = text.replace(
      /(__halt_compiler\s*\(\s*\)\s*;)([^]+)$/i,
      (_, call: string, data: string) => call + blanks(data),
    );
  }
  text = text.replace(/<\?xml\b/gi, (open) => `<!${open.slice(2)}`);
  if (/<script\s+language/i.test(text)) {
    text = text.replace(
      /(<script\s+language\s*=\s*["']?php["']?\s*>)([^]*?)(<\/script\s*>)/gi,
      (_, open: string, code: string, close: string, start: number) => {
        tags.push({ feature: 'script-tag', start });
        return `<?php${blanks(open.slice(5))}${code}?>${blanks(close.slice(2))}`;
      },
    );
  }
  if (text.includes('<%')) {
    text = text.replace(/<%(=?)([^]*?)%>/g, (whole, equals: string, code: string, start: number) => {
      if (!/\$[A-Za-z_]|\b(?:echo|include|require|print)\b.*;/.test(code) || code.includes('<?'))
        return whole;
      tags.push({ feature: 'asp-tag', start });
      return `<?${equals}${code}?>`;
    });
  }
  return { text, tags };
}

/** Blanks of the same length, lines kept. */
function blanks(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
