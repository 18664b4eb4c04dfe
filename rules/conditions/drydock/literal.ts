import type { SourceFile } from '../../../workspace/project.js';
import type { ConditionKind, Incident } from '../../engine/condition.js';
import { mappingOf, textOf, textsOf } from '../../engine/parameters.js';
import { lineAt, nameTest, remember, searchText, type Scope } from '../../engine/scope.js';
import { compileRe2 } from '../../patterns/regex.js';
import { reasons } from '../../engine/reasons.js';

const languages = ['java', 'php', 'jsp'] as const;

/**
 * `drydock.literal`: string literals in code. `pattern` and `notPattern` look at the value, `context` and `notContext`
 * at the source line around it; `languages` limits where to look, `triggers` are words that such a file contains.
 */
export const drydockLiteral: ConditionKind = {
  capability: 'drydock.literal',
  check(parameters) {
    const fields = mappingOf(parameters);
    if (!textOf(fields.pattern)) return reasons.missing('pattern');
    const broken = ['pattern', 'notPattern', 'context', 'notContext'].find(
      (key) => fields[key] !== undefined && !compileRe2(textOf(fields[key]) ?? ''),
    );
    if (broken !== undefined) return reasons.notPattern(broken);
    return textsOf(fields.triggers).length === 0 ? reasons.triggersMissing() : undefined;
  },
  triggers(parameters) {
    const fields = mappingOf(parameters);
    const [wanted, words] = [textsOf(fields.languages), textsOf(fields.triggers)];
    const has = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
    return { java: has('java') ? words : [], php: has('php') ? words : [] };
  },
  evaluate(parameters, scope) {
    const fields = mappingOf(parameters);
    const wanted = textsOf(fields.languages);
    const [pattern, notPattern, context, notContext] = ['pattern', 'notPattern', 'context', 'notContext'].map(
      (key) => (fields[key] === undefined ? undefined : compileRe2(textOf(fields[key]) ?? '')),
    );
    const filePattern = textOf(fields.filePattern);
    const inFile = filePattern === undefined ? () => true : nameTest(scope, filePattern);
    const incidents: Incident[] = [];
    for (const language of languages) {
      if (wanted.length > 0 && !wanted.includes(language)) continue;
      for (const { file, value, line } of literalsOf(scope, language)) {
        if (!pattern?.test(value) || notPattern?.test(value) || !inFile(file)) continue;
        const code = file.lines()[line - 1] ?? '';
        if ((context && !context.test(code)) || notContext?.test(code)) continue;
        incidents.push({ file, line, variables: { value }, snippet: 'builtin' });
      }
    }
    return { incidents };
  },
};

interface Literal {
  readonly file: SourceFile;
  readonly value: string;
  readonly line: number;
}

function literalsOf(scope: Scope, language: (typeof languages)[number]): readonly Literal[] {
  return remember(scope, `literals:${language}`, () => {
    if (language === 'jsp') return scope.files.filter(isJsp).flatMap((file) => jspLiterals(scope, file));
    const files = language === 'java' ? scope.java : scope.php;
    return files.flatMap((file) => {
      const source = language === 'java' ? file.java() : file.php();
      return source?.strings.map(({ value, line }) => ({ file, value, line })) ?? [];
    });
  });
}

function isJsp(file: SourceFile): boolean {
  return /\.(jsp|jspf)$/i.test(file.name);
}

/** Literals inside scriptlets; pages have no grammar of their own here. */
function jspLiterals(scope: Scope, file: SourceFile): Literal[] {
  const text = searchText(scope, file);
  const found: Literal[] = [];
  for (const block of text.matchAll(/<%(?![@-])[\s\S]*?%>/g)) {
    for (const literal of block[0].matchAll(/"((?:[^"\\\n]|\\.)*)"/g)) {
      const line = lineAt(scope, file, block.index + literal.index);
      found.push({ file, value: literal[1] ?? '', line });
    }
  }
  return found;
}
