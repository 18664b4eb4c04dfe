import type { SourceFile } from '../../workspace/project.js';
import { emitProcess } from './target.js';
import type { ProcessTarget } from './target.js';

/** Reads `type: command` lines; `web` is the application, `release` runs once. https://devcenter.heroku.com/articles/procfile */
export function readProcfile(file: SourceFile, target: ProcessTarget): void {
  for (const [index, text] of file.lines().entries()) {
    const match = /^([\w-]+):\s*(\S.*)$/.exec(text);
    const [, name = '', command = ''] = match ?? [];
    if (!match || name === 'release') continue;
    const evidence = file.evidence(target.by, index + 1);
    if (name === 'web')
      target.collector.add('start-option', target.unit, { option: command, source: file.name }, evidence);
    else emitProcess({ name, command, evidence, source: file.name, main: false }, target);
  }
}
