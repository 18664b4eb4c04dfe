import { sortBy } from '../../model/order.js';
import type { FactValues } from '../../model/fact-values.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import type { Analyzer } from '../analyzer.js';
import { createFactCollector, type FactCollector } from '../fact-collector.js';
import { parseJarName } from '../jar-name.js';
import { buildDirectoryOf, unitOfFile } from '../java-unit.js';
import { title } from './texts.js';

const by = 'ear';

/**
 * Enterprise archives: what they hold and where their web modules answer. Nothing is generated for them yet, so that
 * what matters is that they are seen for what they are.
 *
 * Source: Java EE 7 Platform Specification, EE.8
 */
export const earAnalyzer: Analyzer = {
  id: by,
  title: title(),
  files: ['**/META-INF/application.xml', '**/*.ear', '**/*.ear!/**'],
  roots: ['*.ear'],
  analyze: (matched, project) => {
    const collector = createFactCollector();
    for (const unit of archivesOf(matched, project)) emitArchive(unit, { project, collector });
    for (const file of matched) {
      const root = file.name === 'application.xml' ? file.xml() : undefined;
      if (root?.local !== 'application' || /(?:^|\/)src\/(?:test|it)\//.test(file.path)) continue;
      emitDescriptor(file, root, { unit: unitOfFile(file.path, project), project, collector });
    }
    return collector.result();
  },
};

/** EARs that are inputs of their own, not products or parts of a source tree. */
function archivesOf(matched: readonly SourceFile[], project: Project): readonly string[] {
  const units = matched.flatMap(({ path, name }) => {
    const member = /^(.*?\.ear)!\//i.exec(path)?.[1];
    return member ?? (/\.ear$/i.test(name) ? path : []);
  });
  return sortBy(
    [...new Set(units)].filter((unit) => buildDirectoryOf(unit, project) === undefined),
    (unit) => [unit],
  );
}

function emitArchive(unit: string, options: { project: Project; collector: FactCollector }): void {
  const artifact = unit.slice(unit.lastIndexOf('/') + 1);
  const named = parseJarName(artifact.replace(/\.ear$/i, '.jar'));
  const value: FactValues['packaging'] = {
    type: 'ear',
    artifact,
    form: 'archive',
    name: named.name,
    ...(named.version !== undefined && { version: named.version }),
  };
  const evidence = options.project.file(unit)?.evidence(by) ?? { file: unit, by };
  options.collector.add('packaging', unit, value, evidence);
}

function emitDescriptor(
  file: SourceFile,
  root: XmlElement,
  options: { unit: string; project: Project; collector: FactCollector },
): void {
  const { unit, project, collector } = options;
  for (const web of descendantsOf(root, 'web')) {
    const context = childOf(web, 'context-root');
    if (!context || context.text === '') continue;
    const path = `/${context.text.replace(/^\/+|\/+$/g, '')}`;
    collector.add('context-path', unit, { path }, file.evidence(by, context.line));
  }
  for (const entry of childrenOf(root, 'env-entry')) {
    const name = childOf(entry, 'env-entry-name');
    const type = childOf(entry, 'env-entry-type')?.text;
    if (!name) continue;
    const value = {
      name: name.text,
      ...(type !== undefined && type !== '' && { type }),
      role: 'definition' as const,
    };
    collector.add('jndi-resource', unit, value, file.evidence(by, name.line));
  }
  // A folder with the descriptor and no build is an unpacked EAR; with a build, the build says what it packs.
  if (file.archive === '' && buildDirectoryOf(file.path, project) === undefined) {
    const folder = file.path.replace(/\/?META-INF\/application\.xml$/, '');
    const name = childOf(root, 'display-name')?.text;
    const value: FactValues['packaging'] = {
      type: 'ear',
      form: 'exploded',
      ...(name !== undefined && name !== '' && { name }),
    };
    collector.add('packaging', folder, value, file.evidence(by, root.line));
  }
}
