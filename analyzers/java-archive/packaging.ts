import type { Evidence } from '../../model/evidence.js';
import type { FactValues } from '../../model/fact-values.js';
import type { Project } from '../../workspace/project.js';
import type { FactCollector } from '../fact-collector.js';
import { parseJarName } from '../jar-name.js';
import type { JavaArchive } from './find-archives.js';

interface Options {
  readonly by: string;
  readonly collector: FactCollector;
  readonly project: Project;
}

/** What the archive is, by its name and manifest, and which Spring Boot made it. */
export function emitPackaging(archive: JavaArchive, options: Options): void {
  const { unit, manifest, form, coordinates } = archive;
  const main = manifest?.get('Start-Class') ?? manifest?.get('Main-Class');
  const file = unit.slice(unit.lastIndexOf('/') + 1);
  const named = parseJarName(file);
  const type: FactValues['packaging']['type'] = archive.isWar ? 'war' : main ? 'executable-jar' : 'jar';
  const version = coordinates?.version ?? (form === 'archive' ? named.version : undefined);
  const name = coordinates?.name ?? (form === 'archive' ? named.name : undefined);
  const value: FactValues['packaging'] = {
    type,
    ...(form === 'archive' && { artifact: file }),
    ...(main && { mainClass: main.text }),
    form,
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
  };
  options.collector.add('packaging', unit, value, placeOf(archive, options));
  if (main && manifest) {
    options.collector.add('packaging', unit, value, manifest.file.evidence(options.by, main.line));
  }
  emitSpringBoot(archive, options);
}

/** The archive itself; an unpacked one by its descriptor. */
function placeOf({ unit, form, prefix, manifest, members }: JavaArchive, { by, project }: Options): Evidence {
  const descriptor = project.file(`${prefix}WEB-INF/web.xml`) ?? manifest?.file ?? members[0];
  if (form === 'archive' || !descriptor) return project.file(unit)?.evidence(by) ?? { file: unit, by };
  return descriptor.evidence(by);
}

function emitSpringBoot({ manifest, unit }: JavaArchive, { by, collector }: Options): void {
  const version = manifest?.get('Spring-Boot-Version');
  if (!manifest || !version) return;
  const value = {
    group: 'org.springframework.boot',
    name: 'spring-boot',
    version: version.text,
    scope: 'runtime',
    ecosystem: 'bundled' as const,
  };
  collector.add('library', unit, value, manifest.file.evidence(by, version.line));
}
