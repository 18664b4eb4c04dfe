import { LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import type { CatalogImage, CatalogRelease, ImageCatalog } from '../model/image-catalog.js';
import { ConfigError } from '../model/errors.js';
import { sameText } from '../model/text.js';
import type { Text } from '../model/text.js';
import { catalogTexts as texts } from './texts.js';

/** What `ConfigError`s are made from while one file is read. */
interface Source {
  readonly file: string;
  readonly lines: LineCounter;
}

/**
 * Reads an image catalogue and checks all of it.
 *
 * @throws ConfigError with file and line for what a catalogue must not hold: an unknown field, a missing or floating
 *   tag, a version that two releases share.
 */
export function parseImageCatalog(text: string, file: string): ImageCatalog {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const source: Source = { file, lines };
  const [broken] = document.errors;
  if (broken) {
    const line = lines.linePos(broken.pos[0]).line;
    throw new ConfigError(sameText(broken.message.split('\n')[0] ?? ''), { file, line, hint: texts.hint() });
  }
  const root = requireMap(document.contents, source, 'image-catalog');
  allowKeys(root, ['version', 'images'], source);
  if (root.get('version') !== 1) throw wrong(root, source, texts.wrongVersion());
  const images = requireMap(root.get('images', true), source, 'images');
  const entries = images.items.map((pair): [string, CatalogImage] => {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    return [key, readImage(pair.value, source, key)];
  });
  return { version: 1, images: Object.fromEntries(entries) };
}

function readImage(node: unknown, source: Source, key: string): CatalogImage {
  const map = requireMap(node, source, `images.${key}`);
  allowKeys(map, ['repository', 'releases', 'default', 'user', 'group'], source);
  const repository = requireText(map, 'repository', source);
  if (!/^[^/\s]+\.[^/\s]+\/\S+$|^localhost(:\d+)?\/\S+$/.test(repository)) {
    throw wrong(map.get('repository', true), source, texts.needsRegistry(key));
  }
  const list = map.get('releases', true);
  if (!isSeq(list) || list.items.length === 0) throw wrong(map, source, texts.releasesList(key));
  const releases = list.items.map((item) => readRelease(item, source, key));
  const seen = new Set<string>();
  for (const [i, release] of releases.entries()) {
    const identity = `${release.version} ${release.java ?? ''}`;
    if (seen.has(identity)) throw wrong(list.items[i], source, texts.twice(key, identity.trim()));
    seen.add(identity);
  }
  const preferred = optionalText(map, 'default', source);
  if (preferred !== undefined && !releases.some((release) => release.version === preferred)) {
    throw wrong(map.get('default', true), source, texts.unknownDefault(key, preferred));
  }
  return {
    repository,
    releases,
    ...(preferred === undefined ? {} : { default: preferred }),
    ...optionalId(map, 'user', source),
    ...optionalId(map, 'group', source),
  };
}

function readRelease(node: unknown, source: Source, key: string): CatalogRelease {
  const map = requireMap(node, source, `images.${key}.releases`);
  allowKeys(map, ['version', 'java', 'tag', 'digest', 'supportedUntil'], source);
  const tag = requireText(map, 'tag', source);
  if (tag === 'latest' || !/^\w[\w.-]{0,127}$/.test(tag)) {
    throw wrong(map.get('tag', true), source, texts.floatingTag(key, tag));
  }
  const digest = optionalText(map, 'digest', source);
  if (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest)) {
    throw wrong(map.get('digest', true), source, texts.badDigest(key));
  }
  const java = optionalText(map, 'java', source);
  const supportedUntil = optionalText(map, 'supportedUntil', source);
  return {
    version: requireText(map, 'version', source),
    ...(java === undefined ? {} : { java }),
    tag,
    ...(digest === undefined ? {} : { digest }),
    ...(supportedUntil === undefined ? {} : { supportedUntil }),
  };
}

function requireMap(node: unknown, source: Source, what: string): YAMLMap {
  if (isMap(node)) return node;
  throw wrong(node, source, texts.mustBeMapping(what));
}

function requireText(map: YAMLMap, key: string, source: Source): string {
  const value = optionalText(map, key, source);
  if (value === undefined || value === '') throw wrong(map, source, texts.missing(key));
  return value;
}

function optionalText(map: YAMLMap, key: string, source: Source): string | undefined {
  const value = map.get(key);
  if (value === undefined || typeof value === 'string') return value;
  // 9.10 without quotes is the number 9.1: a version must be written as text.
  throw wrong(map.get(key, true), source, texts.notText(key));
}

function optionalId(map: YAMLMap, key: 'user' | 'group', source: Source): Record<string, number> {
  const value = map.get(key);
  if (value === undefined) return {};
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return { [key]: value };
  throw wrong(map.get(key, true), source, texts.notId(key));
}

function allowKeys(map: YAMLMap, allowed: readonly string[], source: Source): void {
  for (const pair of map.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    if (!allowed.includes(key)) {
      throw wrong(pair.key, source, texts.unknownField(key, allowed));
    }
  }
}

function wrong(node: unknown, source: Source, message: Text): ConfigError {
  const offset = (node as Node | null | undefined)?.range?.[0] ?? 0;
  const { line } = source.lines.linePos(offset);
  return new ConfigError(message, { file: source.file, line, hint: texts.hint() });
}
