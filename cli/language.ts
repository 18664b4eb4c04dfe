import type { Language } from '../model/text.js';

/** The language asked for by `--lang`, else that of the locale; undefined for a language we don't speak. */
export function chooseLanguage(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language | undefined {
  const asked = wordAfter(words, '--lang');
  if (asked !== undefined) return parseLanguage(asked);
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(Boolean) ?? '';
  return /^zh/i.test(locale) ? 'zh-CN' : 'en';
}

function parseLanguage(name: string): Language | undefined {
  if (/^zh([-_].*)?$/i.test(name)) return 'zh-CN';
  return /^en([-_].*)?$/i.test(name) ? 'en' : undefined;
}

function wordAfter(words: readonly string[], option: string): string | undefined {
  const end = words.indexOf('--');
  const own = end < 0 ? words : words.slice(0, end);
  const joined = own.findLast((word) => word.startsWith(`${option}=`));
  if (joined !== undefined) return joined.slice(option.length + 1);
  const at = own.lastIndexOf(option);
  return at < 0 ? undefined : own[at + 1];
}
