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

/** Emits the PHP version that the application's documents speak of: a floor where they say "or higher". */
export function extractDocuments(context: PhpContext): void {
  for (const file of context.project.find(documents)) {
    if (!isWithin(file.path, context.unit) || /\.(php|js|css|html?)$/i.test(file.name)) continue;
    for (const [index, text] of file.lines().entries()) {
      const match = statement.exec(text);
      const version = match?.[2];
      if (!match || version === undefined) continue;
      const floor = match[1] !== undefined || match[3] !== undefined;
      const value = floor
        ? ({ language: 'php', constraint: `>=${version}`, basis: 'document' } as const)
        : ({ language: 'php', version, basis: 'document' } as const);
      context.collector.add('runtime', context.unit, value, file.evidence(context.by, index + 1), 'inferred');
    }
  }
}
