import type { DatabaseProduct } from '../../model/product.js';

/** Words that only one product's SQL has, with a weight. Sources: the products' SQL references. */
const signs: readonly (readonly [DatabaseProduct, RegExp, number])[] = [
  ['mysql', /\bENGINE\s*=\s*\w+/i, 3],
  ['mysql', /\bAUTO_INCREMENT\b/i, 3],
  ['mysql', /`\w+`/, 2],
  ['mysql', /\bUNSIGNED\b|\bTINYINT\(\d|\bMEDIUMTEXT\b|\bLONGTEXT\b/i, 2],
  ['mysql', /\bSET\s+FOREIGN_KEY_CHECKS\b|\bLOCK\s+TABLES\b/i, 3],
  ['postgresql', /\b(BIG|SMALL)?SERIAL\b/i, 3],
  ['postgresql', /\bNEXTVAL\s*\(\s*'/i, 3],
  ['postgresql', /\bJSONB\b|\bBYTEA\b|\bTIMESTAMPTZ\b|::\w+|\bTIMESTAMP\s+WITH(OUT)?\s+TIME\s+ZONE\b/i, 2],
  ['postgresql', /\bCOPY\s+\S+.*FROM\s+stdin\b|\bOWNER\s+TO\b|\$\$|\bLANGUAGE\s+plpgsql\b/i, 3],
  ['postgresql', /\bCHARACTER\s+VARYING\b/i, 2],
  ['oracle', /\bVARCHAR2\b|\bNVARCHAR2\b/i, 3],
  ['oracle', /\bNUMBER\s*\(\s*\d+/i, 2],
  ['oracle', /\bSYSDATE\b|\bTABLESPACE\b|\bFROM\s+DUAL\b/i, 2],
  ['oracle', /^\s*\/\s*$/m, 1],
  ['sqlserver', /\bIDENTITY\s*\(\s*\d+\s*,\s*\d+\s*\)/i, 3],
  ['sqlserver', /^\s*GO\s*$/im, 3],
  ['sqlserver', /\[dbo\]|\bNVARCHAR\s*\(\s*MAX\s*\)|\bGETDATE\s*\(\)|\bUNIQUEIDENTIFIER\b|\bDATETIME2\b/i, 3],
  ['sqlite', /\bAUTOINCREMENT\b/i, 3],
  ['sqlite', /^\s*PRAGMA\s/im, 3],
  ['db2', /\bGENERATED\s+ALWAYS\s+AS\s+IDENTITY\b.*\bORGANIZE\s+BY\b|\bIN\s+USERSPACE1\b/i, 3],
  ['h2', /\bMODE\s*=\s*MySQL\b|\bCREATE\s+ALIAS\b/i, 2],
];

/** The product whose SQL a script is written in; undefined when it is SQL that all understand. */
export function dialectOf(text: string): DatabaseProduct | undefined {
  const scores = new Map<DatabaseProduct, number>();
  for (const [product, pattern, weight] of signs) {
    if (pattern.test(text)) scores.set(product, (scores.get(product) ?? 0) + weight);
  }
  const [best, second] = [...scores].sort(([, a], [, b]) => b - a);
  return best && best[1] >= 2 && best[1] > (second?.[1] ?? 0) ? best[0] : undefined;
}
