import Handlebars from 'handlebars';
import { ConfigError } from '../model/errors.js';
import { templateTexts as texts } from './texts.js';

export interface TemplateSource {
  /** Path below the template directory without `.hbs`: `dockerfile/war`. */
  readonly name: string;
  readonly text: string;
  /** For error messages. */
  readonly file: string;
}

export interface Templates {
  /** Fills a template in; a name that the data lacks is an error, never an empty string. */
  readonly render: (name: string, data: Readonly<Record<string, unknown>>) => string;
}

/**
 * Compiles text templates; each can be used by the others as a partial by its name. Nothing is escaped, since none of
 * them is HTML.
 *
 * @throws ConfigError (also when rendering) with the template's file.
 */
export function compileTemplates(sources: readonly TemplateSource[]): Templates {
  const engine = Handlebars.create();
  // The exec form of a Dockerfile's instruction is a JSON array.
  engine.registerHelper('exec', (words: readonly string[]) => `[${words.map(quoteWord).join(', ')}]`);
  const files = new Map<string, string>();
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const { name, text, file } of sources) {
    files.set(name, file);
    try {
      engine.registerPartial(name, text);
      engine.parse(text);
      compiled.set(name, engine.compile(text, { noEscape: true, strict: true }));
    } catch (error) {
      throw templateError(error, file);
    }
  }
  return {
    render: (name, data) => {
      const template = compiled.get(name);
      if (!template) throw new Error(`no template ${name}`);
      try {
        return template(data, { helpers: {} });
      } catch (error) {
        throw templateError(error, files.get(name) ?? name);
      }
    },
  };
}

function quoteWord(word: string): string {
  return JSON.stringify(word);
}

function templateError(error: unknown, file: string): ConfigError {
  const message = error instanceof Error ? error.message : String(error);
  const line = /on line (\d+)|- (\d+):\d+$/.exec(message);
  const number = Number(line?.[1] ?? line?.[2]);
  return new ConfigError(texts.broken(message), {
    file,
    line: Number.isNaN(number) ? undefined : number,
    hint: texts.brokenHint(),
  });
}
