/**
 * Labels and selectors. A selector has no precedence between `&&` and `||`: strictly left to right.
 */
interface Label {
  readonly key: string;
  readonly value: string | undefined;
}

const part = '[A-Za-z0-9](?:[A-Za-z0-9. -]*[A-Za-z0-9])?';
const labelShape = new RegExp(`^(?:[A-Za-z0-9][A-Za-z0-9._-]*/)?${part}(?:=(?:${part}[+-]?)?)?$`);

function readLabel(text: string): Label | undefined {
  if (!labelShape.test(text)) return undefined;
  const equals = text.indexOf('=');
  return equals < 0
    ? { key: text, value: undefined }
    : { key: text.slice(0, equals), value: text.slice(equals + 1) };
}

/** Compiles a label selector; undefined when the expression is invalid. */
export function compileSelector(expression: string): ((labels: readonly string[]) => boolean) | undefined {
  const tokens =
    expression
      .match(/\(|\)|&&|\|\||!|[^()!&|]+/g)
      ?.map((token) => token.trim())
      .filter(Boolean) ?? [];
  const parser = { tokens, position: 0 };
  const test = readExpression(parser);
  if (!test || parser.position < tokens.length) return undefined;
  return (labels) => {
    const known = labels.map(readLabel).filter((label) => label !== undefined);
    const forced = known.find((label) => label.key === 'konveyor.io/include');
    if (forced?.value === 'always') return true;
    if (forced?.value === 'never') return false;
    return test(known);
  };
}

interface Parser {
  readonly tokens: readonly string[];
  position: number;
}
type Test = (labels: readonly Label[]) => boolean;

function readExpression(parser: Parser): Test | undefined {
  let left = readOperand(parser);
  while (left) {
    const operator = parser.tokens[parser.position];
    if (operator !== '&&' && operator !== '||') break;
    parser.position++;
    const [first, second] = [left, readOperand(parser)];
    if (!second) return undefined;
    left =
      operator === '&&'
        ? (labels) => first(labels) && second(labels)
        : (labels) => first(labels) || second(labels);
  }
  return left;
}

function readOperand(parser: Parser): Test | undefined {
  const token = parser.tokens[parser.position++];
  if (token === undefined) return undefined;
  if (token === '!') {
    const inner = readOperand(parser);
    return inner && ((labels) => !inner(labels));
  }
  if (token === '(') {
    const inner = readExpression(parser);
    return parser.tokens[parser.position++] === ')' ? inner : undefined;
  }
  const label = readLabel(token);
  return label && ((labels) => labels.some((own) => matchesLabel(own, label)));
}

function matchesLabel(own: Label, wanted: Label): boolean {
  if (own.key !== wanted.key) return false;
  if (wanted.value === undefined) return true;
  return !own.value || matchesValue(own.value, wanted.value);
}

interface Versioned {
  readonly name: string;
  readonly version: string | undefined;
  readonly sign: string;
}

function splitVersion(value: string): Versioned {
  const match = /^(.*?)(\d+(?:\.\d+)*)([+-]?)$/.exec(value);
  return { name: match?.[1] ?? value, version: match?.[2], sign: match?.[3] ?? '' };
}

function matchesValue(own: string, wanted: string): boolean {
  const [rule, selector] = [splitVersion(own), splitVersion(wanted)];
  if (rule.version === undefined) return own === wanted;
  if (rule.name !== selector.name) return false;
  if (selector.version === undefined) return true;
  const order = compareDotted(selector.version, rule.version);
  if (rule.sign === '+') return order >= 0;
  return rule.sign === '-' ? order <= 0 : order === 0;
}

/** Compares dotted numbers; missing parts count as 0. */
function compareDotted(a: string, b: string): number {
  const [x, y] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const order = (x[i] ?? 0) - (y[i] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}
