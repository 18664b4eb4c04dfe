import type { Project, SourceFile } from './project.js';

const globs = { java: ['**/*.java'], php: ['**/*.{php,php3,php4,php5,php7,phtml,inc}'] } as const;

/** Answers which source files contain a word; the texts are searched when first asked for. */
export function createTriggerIndex(find: Project['find']): Project['sourcesWith'] {
  const hits = {
    java: new Map<string, ReadonlySet<SourceFile>>(),
    php: new Map<string, ReadonlySet<SourceFile>>(),
  };
  return (language, triggers) => {
    const files = find(globs[language]);
    const sets = triggers.map((trigger) => {
      let set = hits[language].get(trigger);
      if (!set)
        hits[language].set(
          trigger,
          (set = new Set(files.filter((file) => contains(file, language, trigger)))),
        );
      return set;
    });
    return files.filter((file) => sets.some((set) => set.has(file)));
  };
}

function contains(file: SourceFile, language: 'java' | 'php', trigger: string): boolean {
  const text = file.text();
  if (text === undefined) return false;
  return language === 'java' ? text.includes(trigger) : text.toLowerCase().includes(trigger.toLowerCase());
}
