/** The languages in which every user-visible sentence exists. */
export type Language = 'en' | 'zh-CN';

/**
 * A sentence in all languages. Data (facts, findings, plans, problems) carries texts whole, so that a stage's
 * JSON is the same bytes whatever the locale, and only the last step picks a language.
 */
export type Text = Readonly<Record<Language, string>>;

/** Picks one language of a text. */
export function inLanguage(text: Text, language: Language): string {
  return text[language];
}

/** A text that reads the same in every language: a name, a number, a path. */
export function sameText(value: string): Text {
  return { en: value, 'zh-CN': value };
}
