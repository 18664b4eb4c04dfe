import type { Project } from './project.js';
import type { LazySourceFile } from './source-file.js';

type Language = 'java' | 'php';

/** Which source files contain which words. */
export interface TriggerIndex {
  readonly sourcesWith: Project['sourcesWith'];
  /** Says that a file contains some words. */
  readonly note: (language: Language, file: LazySourceFile, words: readonly string[]) => void;
  /** Says that all files have been searched for some words. */
  readonly complete: (language: Language, words: readonly string[]) => void;
}

/** An index that searches for a word when it is first asked for, unless that has been done. */
export function createTriggerIndex(sources: (language: Language) => readonly LazySourceFile[]): TriggerIndex {
  const hits = { java: new Map<string, Set<LazySourceFile>>(), php: new Map<string, Set<LazySourceFile>>() };
  const noted = { java: new Map<string, Set<LazySourceFile>>(), php: new Map<string, Set<LazySourceFile>>() };
  const filesWith = (language: Language, word: string): ReadonlySet<LazySourceFile> => {
    let files = hits[language].get(word);
    if (!files) {
      files = new Set(sources(language).filter((file) => contains(file, language, word)));
      hits[language].set(word, files);
    }
    return files;
  };
  return {
    sourcesWith: (language, triggers) => {
      const sets = triggers.map((word) => filesWith(language, word));
      return sources(language).filter((file) => sets.some((set) => set.has(file)));
    },
    note: (language, file, words) => {
      for (const word of words) {
        const files = noted[language].get(word);
        if (files) files.add(file);
        else noted[language].set(word, new Set([file]));
      }
    },
    complete: (language, words) => {
      for (const word of words) hits[language].set(word, noted[language].get(word) ?? new Set());
    },
  };
}

function contains(file: LazySourceFile, language: Language, word: string): boolean {
  const text = file.text();
  if (text === undefined || word === '') return false;
  return language === 'java' ? text.includes(word) : text.toLowerCase().includes(word.toLowerCase());
}
