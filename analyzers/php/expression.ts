import type { SourceFile } from '../../workspace/project.js';
import { parentOf } from '../paths.js';
import type { Symbols } from './symbols.js';

/** Begins a value that is a path inside the application, relative to the application's root. */
export const inApplication = '\u0000';

/** As much of an expression's value as can be known without running it. */
export interface Evaluated {
  /** Text from the start; a leading {@link inApplication} mark stands for the application's root directory. */
  readonly value: string;
  /** The whole value is known; else `value` is what it begins with. */
  readonly complete: boolean;
}

export interface ExpressionContext {
  readonly file: SourceFile;
  readonly line: number;
  readonly symbols: Symbols;
  /** The PHP application's directory, relative to the input's root. */
  readonly unit: string;
  /** Relative to the input's root. */
  readonly documentRoot: string;
}

const nothing: Evaluated = { value: '', complete: false };
const deepest = 8;

/** Evaluates a string expression: concatenations, `__DIR__`, constants and variables with known definitions. */
export function evaluate(text: string, context: ExpressionContext, depth = 0): Evaluated {
  if (depth > deepest) return nothing;
  let value = '';
  for (const part of splitTopLevel(text, '.')) {
    const next = evaluatePart(part.trim(), context, depth + 1);
    value += value === '' ? next.value : next.value.replace(inApplication, '/');
    if (!next.complete) return { value, complete: false };
  }
  return { value, complete: true };
}

/** Splits at a character outside quotes and brackets. */
export function splitTopLevel(text: string, separator: '.' | ','): string[] {
  const parts: string[] = [];
  let [start, depth, quote] = [0, 0, ''];
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (quote !== '') {
      if (char === '\\') i++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    else if (char === separator && depth === 0 && !/\d\.\d/.test(text.slice(i - 1, i + 2))) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}

function evaluatePart(text: string, context: ExpressionContext, depth: number): Evaluated {
  if (/^'(?:[^'\\]|\\.)*'$/s.test(text)) return known(text.slice(1, -1).replace(/\\(['\\])/g, '$1'));
  if (/^"(?:[^"\\]|\\.)*"$/s.test(text)) return interpolate(text.slice(1, -1), context, depth);
  if (/^-?\d+$/.test(text)) return known(text);
  if (text.startsWith('(') && text.endsWith(')')) return evaluate(text.slice(1, -1), context, depth);
  const call = /^\\?([A-Za-z_]\w*)\s*\((.*)\)$/s.exec(text);
  if (call) return evaluateCall(call[1] ?? '', splitTopLevel(call[2] ?? '', ','), { context, depth });
  if (/^\$_SERVER\s*\[\s*['"]DOCUMENT_ROOT['"]\s*\]$/.test(text))
    return pathInApplication(context.documentRoot, context);
  const fallback = /^\S.*?\?[?:]\s*(['"].*['"])$/s.exec(text);
  if (fallback) return evaluate(fallback[1] ?? '', context, depth);
  if (/^[\w\\]+(?:::\w+)?$/.test(text)) return evaluateConstant(text, context, depth);
  if (/^(?:\$\w|self::\$|static::\$)[\w$>[\]'"-]*$/.test(text)) return evaluateVariable(text, context, depth);
  return nothing;
}

function evaluateVariable(text: string, context: ExpressionContext, depth: number): Evaluated {
  const found = context.symbols.variable(text, context.file, context.line);
  if (!found) return nothing;
  if (found.value !== undefined) return known(found.value);
  return evaluate(found.text, { ...context, file: found.file, line: found.line - 1 }, depth);
}

/** Constants of PHP and of frameworks that define them at run time; own definitions come first. */
const frameworkConstants: ReadonlyMap<string, (context: ExpressionContext) => string> = new Map(
  Object.entries({
    FCPATH: (context: ExpressionContext) => `${context.documentRoot}/`,
    APPPATH: (context: ExpressionContext) => `${context.unit}/application/`,
    BASEPATH: (context: ExpressionContext) => `${context.unit}/system/`,
    WRITEPATH: (context: ExpressionContext) => `${context.unit}/writable/`,
    ROOTPATH: (context: ExpressionContext) => `${context.unit}/`,
    ROOT_PATH: (context: ExpressionContext) => `${context.unit}/`,
    RUNTIME_PATH: (context: ExpressionContext) => `${context.unit}/runtime/`,
    WWW_ROOT: (context: ExpressionContext) => `${context.documentRoot}/`,
    ABSPATH: (context: ExpressionContext) => `${context.documentRoot}/`,
    WP_CONTENT_DIR: (context: ExpressionContext) => `${context.documentRoot}/wp-content`,
  }),
);

function evaluateConstant(name: string, context: ExpressionContext, depth: number): Evaluated {
  if (name === '__DIR__') return pathInApplication(context.file.directory, context);
  if (name === '__FILE__') return pathInApplication(context.file.path, context);
  if (name === 'DIRECTORY_SEPARATOR') return known('/');
  if (name === 'PHP_EOL') return known('\n');
  const found = context.symbols.constant(name);
  if (found?.value !== undefined) return known(found.value);
  if (found) return evaluate(found.text, { ...context, file: found.file, line: found.line }, depth);
  const framework = frameworkConstants.get(name);
  if (framework) return pathInApplication(framework(context), context);
  return name === 'DS' ? known('/') : nothing;
}

/** Functions of Laravel and its like that name a directory of the application. */
const directoryFunctions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    storage_path: 'storage',
    public_path: 'public',
    base_path: '',
    app_path: 'app',
    database_path: 'database',
    resource_path: 'resources',
    root_path: '',
    runtime_path: 'runtime',
  }),
);

function evaluateCall(
  name: string,
  args: readonly string[],
  { context, depth }: { context: ExpressionContext; depth: number },
): Evaluated {
  const first = args[0]?.trim() ?? '';
  const directory = directoryFunctions.get(name);
  if (directory !== undefined) {
    const rest = first === '' ? known('') : evaluate(first, context, depth);
    const base = pathInApplication(`${context.unit}/${directory}`, context).value;
    return { value: `${base}/${rest.value}`, complete: rest.complete };
  }
  if (name === 'dirname') return parentPath(evaluate(first, context, depth), Number(args[1] ?? 1));
  if (['realpath', 'rtrim', 'trim', 'ltrim', 'strval', 'addslashes'].includes(name)) {
    const inner = evaluate(first, context, depth);
    return name === 'rtrim' ? { ...inner, value: inner.value.replace(/\/+$/, '') } : inner;
  }
  if (name === 'sys_get_temp_dir') return known('/tmp');
  if (name === 'getcwd') return known('.');
  if ((name === 'env' || name === 'getenv') && args[1] !== undefined)
    return evaluate(args[1].trim(), context, depth);
  return nothing;
}

function parentPath(path: Evaluated, levels: number): Evaluated {
  if (!path.complete || !Number.isInteger(levels)) return nothing;
  const marked = path.value.startsWith(inApplication);
  let at = marked ? path.value.slice(1) : path.value;
  for (let i = 0; i < levels; i++)
    at = at.startsWith('/') && parentOf(at) === '' ? '/' : parentOf(at.replace(/\/+$/, ''));
  return known(marked ? inApplication + at : at);
}

function interpolate(text: string, context: ExpressionContext, depth: number): Evaluated {
  const pattern = /\{(\$[^}]+)\}|(\$\w+(?:\[\w+\]|->\w+)?)/g;
  let value = '';
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    value += unescape(text.slice(end, match.index));
    const name = (match[1] ?? match[2] ?? '').replace(/\[([a-z_]\w*)\]/i, "['$1']");
    const inner = evaluateVariable(name, context, depth);
    value += value === '' ? inner.value : inner.value.replace(inApplication, '/');
    if (!inner.complete) return { value, complete: false };
    end = match.index + match[0].length;
  }
  return known(value + unescape(text.slice(end)));
}

function unescape(text: string): string {
  return text
    .replace(/\\([\\"$/])/g, '$1')
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t');
}

function pathInApplication(path: string, context: ExpressionContext): Evaluated {
  const trimmed = path.replace(/^\/+/, '');
  const prefix = context.unit === '' ? '' : `${context.unit}/`;
  const inside =
    trimmed === context.unit ? '' : trimmed.startsWith(prefix) ? trimmed.slice(prefix.length) : trimmed;
  return known(inApplication + inside);
}

function known(value: string): Evaluated {
  return { value, complete: true };
}
