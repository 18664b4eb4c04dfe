import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImageCatalog } from '../model/image-catalog.js';
import { ConfigError } from '../model/errors.js';
import { templateTexts as texts } from './texts.js';
import { parseImageCatalog } from './image-catalog.js';
import { compileTemplates } from './templates.js';
import type { TemplateSource, Templates } from './templates.js';

const catalogName = 'image-catalog.yaml';

/** The directory that holds our templates: beside this module, or above `dist/` once it is compiled. */
function builtInDirectory(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const candidates = [here, join(here, '..', '..', 'templates')];
  const found = candidates.find((directory) => existsSync(join(directory, catalogName)));
  if (found === undefined) throw new Error(`no templates in ${candidates.join(' or ')}`);
  return found;
}

/**
 * Loads the templates; those in `overrides` (`--templates DIR`) replace ours of the same path.
 *
 * @throws ConfigError for an override that can't be read, replaces nothing, or doesn't compile.
 */
export function loadTemplates(options: { overrides?: string } = {}): Templates {
  const sources = new Map(readTemplates(builtInDirectory()).map((source) => [source.name, source]));
  for (const source of options.overrides === undefined ? [] : readTemplates(options.overrides)) {
    if (!sources.has(source.name)) {
      throw new ConfigError(texts.unknown(source.name), {
        file: source.file,
        hint: texts.unknownHint([...sources.keys()]),
      });
    }
    sources.set(source.name, source);
  }
  return compileTemplates([...sources.values()]);
}

/**
 * Loads the image catalogue: the user's (`--image-catalog FILE`) or ours.
 *
 * @throws ConfigError with the line of what is wrong.
 */
export function loadImageCatalog(options: { file?: string } = {}): ImageCatalog {
  const file = options.file ?? join(builtInDirectory(), catalogName);
  return parseImageCatalog(readText(file), options.file ?? catalogName);
}

function readTemplates(directory: string): TemplateSource[] {
  let names: string[];
  try {
    names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    throw unreadable(error, directory);
  }
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.hbs'))
    .sort()
    .map((name) => {
      const file = join(directory, name);
      return { name: name.slice(0, -'.hbs'.length), text: readText(file), file };
    });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(error, file);
  }
}

function unreadable(error: unknown, file: string): ConfigError {
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  return new ConfigError(texts.unreadable(reason), { file, hint: texts.unreadableHint() });
}
