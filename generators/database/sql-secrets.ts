/** SQL whose passwords are placeholders. */
export interface MaskedSql {
  readonly text: string;
  /** How many passwords there were. */
  readonly passwords: number;
}

/** `MD5('x')` and its like make the hash of a first password; `IDENTIFIED BY 'x'` and `PASSWORD 'x'` name one. */
const passwords =
  /(\b(?:IDENTIFIED\s+(?:WITH\s+\S+\s+)?BY|(?:WITH|ENCRYPTED)\s+PASSWORD)\s+(?:PASSWORD\s+)?|\b(?:MD5|SHA1?|SHA2|PASSWORD|OLD_PASSWORD|ENCRYPT|CRYPT)\s*\(\s*)'((?:[^'\\]|''|\\.)+)'/gi;

/** Puts numbered placeholders in place of the passwords that a script of SQL holds in clear. */
export function maskSql(sql: string, placeholder: (number: number) => string): MaskedSql {
  let count = 0;
  const text = sql.replace(passwords, (_, before: string) => {
    count += 1;
    return `${before}'${placeholder(count)}'`;
  });
  return { text, passwords: count };
}
