// The word must be whole: `passenger`, `tokenizer`, `secretary` and `compass` are no secrets.
const secretWords =
  /(^|[^a-z])(pass(word|wd|phrase|code)?|pwd|secret|token|api[-_. ]?key|access[-_. ]?key|secret[-_. ]?key|private[-_. ]?key|encryption[-_. ]?key|credentials?)s?($|[^a-z])/;

/** Names that speak about a secret rather than hold one: where it is, how long it lasts, whether it is needed. */
const aboutSecrets =
  /[-_. ](file|files|path|dir|name|names|ref|url|uri|endpoint|host|port|enabled|enable|required|ttl|timeout|expir\w*|seconds|minutes|hours|days|age|length|min|max|minimum\w*|maximum\w*|size|\w*count|policy|policies|encoder|encoding|encryption|type|algorithm|alg|field|column|parameter|param|header|prefix|suffix|attempts|retries|hint|label|class|provider|store|issuer|validity|rotation|mount|validator|validation|pattern|regexp?|reset\w*|change\w*|strength|history|format|key[-_. ]?ref|store[-_. ]?type|input|placeholder|message|page|view|title)$|^(has|is|min|max|minimum|maximum|show|hide|enable|disable|require|reset|forgot|change|confirm|verify|check|validate|encode|hash|generate)[-_. ]/;

/** True when a setting of this name holds a secret. Knows camelCase, snake_case, dots and hyphens. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
  return secretWords.test(words) && !aboutSecrets.test(words);
}
