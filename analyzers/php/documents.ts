import type { SourceFile } from '../../workspace/project.js';
import { isWithin } from '../paths.js';
import type { PhpContext } from './context.js';

const documents = [
  '**/README*',
  '**/readme*',
  '**/INSTALL*',
  '**/install*.{txt,md}',
  '**/docs/**/*.{txt,md}',
  '**/doc/**/*.{txt,md}',
  '**/*{安装,部署,说明}*',
];
const statement =
  /\bPHP\s*(?:版本|version)?\s*[:：]?\s*(?:(>=|≥)\s*)?v?([45678]\.\d)(?:\.\d+)?\s*(\+|or (?:higher|later|newer|above)|and (?:higher|later|above|up)|及以上|以上|或更高|或以上)?/i;

interface Statement {
  readonly constraint?: string;
  readonly version?: string;
  readonly file: SourceFile;
  readonly line: number;
}

/**
 * Emits the PHP version that the application's documents speak of: a floor where they say "or higher". A manual that
 * speaks of many versions says of none that it is the one.
 */
export function extractDocuments(context: PhpContext): void {
  const statements = context.project
    .find(documents)
    .filter((file) => isWithin(file.path, context.unit) && !/\.(php|js|css|html?)$/i.test(file.name))
    .flatMap((file) => statementsOf(file));
  if (new Set(statements.map((one) => one.version ?? one.constraint)).size > 2) return;
  for (const { file, line, ...said } of statements) {
    const value = { language: 'php', ...said, basis: 'document' } as const;
    context.collector.add('runtime', context.unit, value, file.evidence(context.by, line), 'inferred');
  }
}

function statementsOf(file: SourceFile): Statement[] {
  return file.lines().flatMap((text, index) => {
    const match = statement.exec(text);
    const version = match?.[2];
    if (!match || version === undefined) return [];
    const floor = match[1] !== undefined || match[3] !== undefined;
    return [{ ...(floor ? { constraint: `>=${version}` } : { version }), file, line: index + 1 }];
  });
}
