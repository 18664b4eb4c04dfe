import type { FactCollector } from '../fact-collector.js';
import { joinPath } from '../paths.js';
import type { SourceFile } from '../../workspace/project.js';
import type { Directive } from './directives.js';

interface Target {
  readonly unit: string;
  readonly collector: FactCollector;
  readonly by: string;
}

/**
 * Emits what an .htaccess refuses to everybody: by `Deny from all` or `Require all denied`, in a section for some files or
 * for its whole directory. https://httpd.apache.org/docs/2.4/howto/access.html
 */
export function emitDenied(file: SourceFile, directives: readonly Directive[], target: Target): void {
  const { directory } = file;
  const open: Directive[] = [];
  for (const one of directives) {
    if (one.name.startsWith('</')) open.pop();
    else if (one.name.startsWith('<')) open.push(one);
    else if (isRefusal(one)) {
      const section = open.filter(({ name }) => !/^<ifmodule|^<ifdefine/i.test(name)).at(-1);
      for (const path of pathsOf(directory, section)) {
        target.collector.add('denied-path', target.unit, { path }, file.evidence(target.by, one.line));
      }
    }
  }
}

function isRefusal(one: Directive): boolean {
  const text = `${one.name} ${one.arguments}`.toLowerCase();
  return /^deny\s+from\s+all$|^require\s+all\s+denied$/.test(text);
}

function pathsOf(directory: string, section: Directive | undefined): string[] {
  if (!section) return directory === '' ? [] : [`${directory}/`];
  const named = section.arguments.replace(/>\s*$/, '').trim();
  const pattern = named.replace(/^~\s*/, '').replace(/^"(.*)"$/, '$1');
  const names = /^<files(match)?$/i.test(section.name)
    ? /^<filesmatch$/i.test(section.name) || named.startsWith('~')
      ? namesOf(pattern)
      : [pattern]
    : [];
  return names.map((name) => joinPath(directory, '**', name));
}

/** `\.(sql|inc)$` → `*.sql`, `*.inc`; `^config\.php$` → `config.php`; nothing for expressions that say more. */
function namesOf(pattern: string): string[] {
  const match = /^(\^?)([\w-]*)\\\.(?:\(([\w|~-]+)\)|([\w-]+))\$?$/.exec(pattern);
  if (!match) return [];
  const [, anchor = '', stem = '', several, one = ''] = match;
  return (several ?? one).split('|').map((end) => `${anchor === '' ? `*${stem}` : stem}.${end}`);
}
