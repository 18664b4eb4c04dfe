import type { SourceFile } from '../../workspace/project.js';
import type { XmlElement } from '../../workspace/xml/xml-element.js';
import { descendantsOf } from '../../workspace/xml/xml-element.js';
import { findXmlPlaceholders, usePlaceholderDirectory } from '../xml-placeholders.js';
import { readBeans } from './xml-beans.js';
import { readPersistence } from './persistence-xml.js';
import { standardName } from './placeholder-facts.js';
import { emitConfigFile } from './settings-file.js';
import { createFileTarget, type FileTarget, type UnitTarget } from './target.js';

/** Reads Spring's XML and the XML that persistence frameworks and pools are set up by; the root element decides. */
export function readXmlConfiguration(targetOf: (file: SourceFile) => UnitTarget, file: SourceFile): void {
  if (/^(?:pom|build|web|ivy|settings)\.xml$/.test(file.name) || isPutAside(file.directory)) return;
  const root = file.xml();
  if (!root || !isConfiguration(root)) return;
  const target = createFileTarget(targetOf(file), file);
  if (root.local === 'beans' || root.local === 'blueprint') readBeans(target, root);
  else readPersistence(target, root);
  emitOpenPlaceholders(target);
  if (target.seen.environment || target.seen.secrets) emitConfigFile(target);
}

/** A folder of what is not in use: `unused-spring-configuration`, `samples`, `backup`. */
function isPutAside(directory: string): boolean {
  return /(?:^|\/)(?:unused|disabled|deprecated|obsolete|samples?|examples?|backup|bak)(?:[-_.][^/]*)?(?:\/|$)/i.test(
    directory,
  );
}

const roots = new Set([
  'beans',
  'blueprint',
  'hibernate-configuration',
  'persistence',
  'c3p0-config',
  'sqlMapConfig',
  'proxool-config',
  'something-else-entirely',
]);

function isConfiguration(root: XmlElement): boolean {
  if (roots.has(root.local)) return true;
  return root.local === 'configuration' && [...descendantsOf(root, 'environments')].length > 0;
}

/** Placeholders that no file of the unit defines must come from outside, as system properties. */
function emitOpenPlaceholders(target: FileTarget): void {
  for (const { name, line, directory } of findXmlPlaceholders(target.file)) {
    if (target.lookup.of(name).length > 0 || target.maven.has(name) || standardName.test(name)) continue;
    if (/^[A-Z][A-Z0-9_]*$/.test(name)) {
      target.add('env-var', { name, required: true, source: 'environment' }, line, 'inferred');
      continue;
    }
    target.add('system-property', { name, required: true }, line, 'inferred');
    if (directory === undefined) continue;
    const path = `\${${name}}${directory}`;
    target.add(
      'writable-path',
      { path, ...usePlaceholderDirectory(directory), configuredBy: name },
      line,
      'inferred',
    );
  }
}
