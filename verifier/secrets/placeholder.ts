/** The token that generated files hold where a secret belongs: `DRYDOCK_PLACEHOLDER_<SECRET>_<KEY>`. */
export const placeholderPattern = /DRYDOCK_PLACEHOLDER_[A-Z0-9_]+/g;

const placeholders: readonly RegExp[] = [
  /^$/,
  /^DRYDOCK_PLACEHOLDER_[A-Z0-9_]+$/,
  // Filled in by something else: shells, Spring, Kubernetes, templates, Maven filtering, Windows, Ansible.
  /^\$?[$#%]?[{(].*[})]$/,
  /\$\{[^}]+\}|\$\([^)]+\)|\{\{[^}]*\}\}/,
  /^\$\w+$/,
  /^@[\w.-]+@$/,
  /^%[\w.-]+%$/,
  /^<[^>]*>$/,
  /^\[[^\]]*\]$/,
  /^(change|replace|fill|enter|insert|put|set|your|todo|fixme|tbd|dummy|example|sample|placeholder|redacted|secret[-_ ]?here|none|null|nil|undefined|true|false|yes|no|on|off|required|optional)([-_ ].*)?$/i,
  /^(change[-_ ]?(me|it|this)|.*change[-_ ]?me.*|.*replace[-_ ]?me.*)$/i,
  // `password_here`, as samples of configuration files have it.
  /[-_ ]here$/i,
  /^([*xX.•#?-])\1*$/,
  /^ENC\(.*\)$|^\{cipher\}/,
  // Read from somewhere: files, vaults, classpath resources.
  /^(file|classpath|vault|env|ref\+?\w*|arn|secret|keyring|op):/i,
];

/** True for a value that stands for a secret without being one. */
export function isPlaceholder(value: string): boolean {
  const bare = value
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
  return placeholders.some((pattern) => pattern.test(bare));
}
