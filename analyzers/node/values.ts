import type * as Morph from 'ts-morph';

/** What names stand for: the file's own variables, and `object.key` of object literals in any file of the package. */
export interface Names {
  readonly local: ReadonlyMap<string, Morph.Expression>;
  readonly shared: ReadonlyMap<string, Morph.Expression>;
}

/** An expression: what is known of its value, and which environment variable it takes first. */
export interface ScriptValue {
  readonly text: string;
  readonly value?: string;
  /** The expression's first part is `process.env.X`. */
  readonly variable?: string;
}

/** `process.env.X`, `process.env['X']` and `import.meta.env.X`; undefined for anything else, and when it is written. */
export function environmentName(morph: typeof Morph, node: Morph.Node): string | undefined {
  const { Node } = morph;
  if (Node.isPropertyAccessExpression(node) && /^process\.env$/.test(node.getExpression().getText())) {
    return isWritten(node) ? undefined : node.getName();
  }
  if (Node.isElementAccessExpression(node) && node.getExpression().getText() === 'process.env') {
    const argument = node.getArgumentExpression();
    return argument && Node.isStringLiteral(argument) && !isWritten(node)
      ? argument.getLiteralText()
      : undefined;
  }
  if (Node.isBindingElement(node)) {
    const declaration = node.getParent().getParent();
    const from = /=\s*(process\.env)$/.exec(declaration.getText())?.[1];
    return from === 'process.env' ? (node.getPropertyNameNode()?.getText() ?? node.getName()) : undefined;
  }
  return undefined;
}

/** `process.env.X = …` sets the variable: only its text is needed to see that. */
function isWritten(node: { getParent(): Morph.Node | undefined; getText(): string }): boolean {
  const [left, right] = (node.getParent()?.getText() ?? '').split(/(?<![=!<>])=(?![=>])/);
  return right !== undefined && left?.trim() === node.getText();
}

/** What stands behind `||`, `??`, `? :` or `=` in a destructuring. */
export function defaultOf(
  morph: typeof Morph,
  node: Morph.Node,
  names: Names,
): { default?: string; optional: boolean } {
  const { Node } = morph;
  if (Node.isBindingElement(node)) {
    const initializer = node.getInitializer();
    const value = initializer ? valueOf(morph, initializer, names).value : undefined;
    return { optional: initializer !== undefined, ...(value === undefined ? {} : { default: value }) };
  }
  let at: Morph.Node = node;
  for (let parent = at.getParent(); parent; parent = at.getParent()) {
    const wraps =
      Node.isParenthesizedExpression(parent) ||
      Node.isAsExpression(parent) ||
      Node.isNonNullExpression(parent);
    const converts =
      Node.isCallExpression(parent) &&
      /^(Number|parseInt|String|Boolean)$/.test(parent.getExpression().getText());
    if (
      Node.isBinaryExpression(parent) &&
      /^(\|\||\?\?)$/.test(parent.getOperatorToken().getText()) &&
      parent.getLeft() === at
    ) {
      const value = valueOf(morph, parent.getRight(), names).value;
      return { optional: true, ...(value === undefined ? {} : { default: value }) };
    }
    if (
      Node.isBinaryExpression(parent) ||
      isReadAsFlag(morph, parent) ||
      Node.isIfStatement(parent) ||
      Node.isPrefixUnaryExpression(parent) ||
      Node.isConditionalExpression(parent)
    )
      return { optional: true };
    if (!wraps && !converts) return { optional: false };
    at = parent;
  }
  return { optional: false };
}

/** `getBoolean(process.env.X)`, `flag(process.env.X, false)`: what is not set is read as no, or as the default beside it. */
function isReadAsFlag(morph: typeof Morph, parent: Morph.Node): boolean {
  const { Node } = morph;
  if (!Node.isCallExpression(parent)) return false;
  const [, second] = parent.getArguments();
  const literal =
    Node.isStringLiteral(second) ||
    Node.isNumericLiteral(second) ||
    Node.isTrueLiteral(second) ||
    Node.isFalseLiteral(second);
  return literal || /(bool(ean)?|flag|truthy|enabled)$/i.test(parent.getExpression().getText());
}

/** A literal's value, a name's, the default of `process.env.X || 'd'`; templates as far as they are literal. */
export function valueOf(morph: typeof Morph, node: Morph.Node, names: Names, depth = 0): ScriptValue {
  const { Node } = morph;
  const text = node.getText().slice(0, 200);
  if (depth > 6) return { text };
  const next = (other: Morph.Node): ScriptValue => valueOf(morph, other, names, depth + 1);
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node))
    return { text, value: node.getLiteralText() };
  if (Node.isNumericLiteral(node)) return { text, value: String(node.getLiteralValue()) };
  const variable = environmentName(morph, node);
  if (variable !== undefined) return { text, variable };
  if (Node.isParenthesizedExpression(node) || Node.isAsExpression(node) || Node.isNonNullExpression(node))
    return { ...next(node.getExpression()), text };
  if (Node.isIdentifier(node)) {
    const known = names.local.get(node.getText());
    return known ? { ...next(known), text } : { text };
  }
  if (Node.isPropertyAccessExpression(node)) {
    const key = node
      .getText()
      .replace(/[!?\s]/g, '')
      .split('.')
      .slice(-2)
      .join('.');
    const known = names.shared.get(key);
    return known ? { ...next(known), text } : { text };
  }
  if (Node.isBinaryExpression(node)) return { ...binaryValue(node, next), text };
  if (Node.isCallExpression(node)) return { ...callValue(node, next), text };
  if (Node.isTemplateExpression(node)) {
    const spans = node.getTemplateSpans();
    const parts = spans.map((span) => ({
      inner: next(span.getExpression()).value,
      tail: span.getLiteral().getLiteralText(),
    }));
    const known = parts.every((part) => part.inner !== undefined);
    return known
      ? {
          text,
          value:
            node.getHead().getLiteralText() + parts.map((part) => `${part.inner ?? ''}${part.tail}`).join(''),
        }
      : { text };
  }
  return { text };
}

function binaryValue(
  node: Morph.BinaryExpression,
  next: (other: Morph.Node) => ScriptValue,
): Omit<ScriptValue, 'text'> {
  const operator = node.getOperatorToken().getText();
  const [left, right] = [next(node.getLeft()), next(node.getRight())];
  if (operator === '||' || operator === '??') {
    const value = left.value ?? right.value;
    const variable = left.variable ?? right.variable;
    return { ...(value === undefined ? {} : { value }), ...(variable === undefined ? {} : { variable }) };
  }
  return operator === '+' && left.value !== undefined && right.value !== undefined
    ? { value: left.value + right.value }
    : {};
}

/** `path.join(__dirname, 'uploads')` is `uploads`; conversions are what they convert. */
function callValue(
  node: Morph.CallExpression,
  next: (other: Morph.Node) => ScriptValue,
): Omit<ScriptValue, 'text'> {
  const callee = node.getExpression().getText().replace(/\s+/g, '');
  const [first] = node.getArguments();
  if (/^(Number|parseInt|String|normalizePort)$/.test(callee) && first) {
    const { value, variable } = next(first);
    return { ...(value === undefined ? {} : { value }), ...(variable === undefined ? {} : { variable }) };
  }
  if (!/^(path\.)?(join|resolve)$/.test(callee)) return {};
  const parts = node.getArguments().map((one) => {
    const text = one.getText();
    if (/^(__dirname|process\.cwd\(\)|import\.meta\.dirname)$/.test(text)) return { value: '.' };
    return next(one);
  });
  const variable = parts
    .map((part) => ('variable' in part ? part.variable : undefined))
    .find((name) => name !== undefined);
  if (parts.some((part) => part.value === undefined)) return variable === undefined ? {} : { variable };
  return {
    value: parts.map((part) => part.value ?? '').join('/'),
    ...(variable === undefined ? {} : { variable }),
  };
}
