import { readArguments } from './arguments.js';
import type { ConstructionSite } from './construction-sites.js';
import type { FileReader } from './file-reader.js';
import type { JavaConstruction } from './java-source.js';

/** Describes a construction. */
export function describeConstruction(reader: FileReader, site: ConstructionSite): JavaConstruction {
  const { text, scopes, resolve } = reader;
  const scope = scopes.at(site.start);
  const name = text.blank.slice(site.type.start, site.type.end).replace(/\s+/g, '');
  return {
    type: resolve(name, scope),
    arguments: readArguments(text, reader.fold, { start: site.open, end: site.close }),
    line: text.line(site.start),
    enclosing: scope?.name ?? '',
  };
}
