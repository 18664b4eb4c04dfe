import type { FactValues } from '../../model/fact-values.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import type { Analyzer } from '../analyzer.js';
import { createFactCollector, type FactCollector } from '../fact-collector.js';
import { joinPath, parentOf } from '../paths.js';
import { readAntScript } from './build-script.js';
import { emitAntBuild } from './emit-build.js';
import { emitIdeLevel, emitWebTools, readNetBeans } from './ide-settings.js';
import { emitIvy, emitProjectLibraries } from './project-libraries.js';
import { title } from './texts.js';

const by = 'ant';

/**
 * Projects of the Ant age: build.xml, and what Eclipse and NetBeans keep beside the source. Where Maven or Gradle build
 * the same folder, they are the truth and nothing is said here.
 */
export const antAnalyzer: Analyzer = {
  id: by,
  title: title(),
  files: ['**/build.xml', '**/.classpath'],
  origins: ['own', 'vendored'],
  roots: ['build.xml'],
  analyze: (matched, project) => {
    const collector = createFactCollector();
    const units = new Map<string, SourceFile>();
    for (const file of matched) {
      const unit = unitOf(file);
      if (
        /(?:^|\/)(?:src\/(?:test|it)|nbproject|test-data)\//.test(file.path) ||
        hasOtherBuild(unit, project)
      )
        continue;
      if (!units.has(unit) || file.name === 'build.xml') units.set(unit, file);
    }
    for (const [unit, file] of units) emitUnit({ unit, project, collector }, file);
    return collector.result();
  },
};

/** The base directory that a build.xml names, as long as it stays in the input; else the one it lies in. */
function unitOf(file: SourceFile): string {
  const base = file.name === 'build.xml' ? file.xml()?.attributes.basedir : undefined;
  const unit = joinPath(file.directory, base ?? '');
  return base === undefined || /[$:]|^\//.test(base) || unit.startsWith('..') ? parentOf(file.path) : unit;
}

interface UnitOptions {
  readonly unit: string;
  readonly project: Project;
  readonly collector: FactCollector;
}

function hasOtherBuild(unit: string, project: Project): boolean {
  const prefix = unit === '' ? '' : `${unit}/`;
  return ['pom.xml', 'build.gradle', 'build.gradle.kts'].some(
    (name) => project.file(prefix + name) !== undefined,
  );
}

function emitUnit(options: UnitOptions, file: SourceFile): void {
  const { unit, project, collector } = options;
  const script = file.name === 'build.xml' ? readAntScript(file, project) : undefined;
  const netbeans = readNetBeans(unit, project);
  const told = { unit, project, by, collector };
  if (script && !netbeans) {
    if (!emitAntBuild(script, told).hasLevel) emitIdeLevel(told);
  } else if (netbeans && file.name === 'build.xml') {
    emitNetBeans(options, { script: file, netbeans });
    emitIdeLevel(told);
  } else if (file.name === '.classpath') {
    if (!emitEclipse(options, file)) return;
    emitIdeLevel(told);
  } else {
    return;
  }
  emitWebTools(told);
  emitProjectLibraries(told);
  const ivy = project.file(unit === '' ? 'ivy.xml' : `${unit}/ivy.xml`);
  if (ivy) emitIvy(ivy, told);
}

function emitNetBeans(
  { unit, collector }: UnitOptions,
  found: { script: SourceFile; netbeans: NonNullable<ReturnType<typeof readNetBeans>> },
): void {
  const { script, netbeans } = found;
  const war = netbeans.get('war.name') ?? netbeans.get('dist.war');
  const jar = netbeans.get('dist.jar');
  const main = netbeans.get('main.class');
  const output = netbeans.get('dist.war') ?? jar;
  const file = war ?? jar;
  const name = script.xml()?.attributes.name;
  const artifact =
    file && !file.text.includes('${') ? file.text.slice(file.text.lastIndexOf('/') + 1) : undefined;
  const value: FactValues['packaging'] = {
    type: war ? 'war' : main ? 'executable-jar' : 'jar',
    ...(artifact !== undefined && { artifact }),
    ...(main && { mainClass: main.text }),
    form: 'source',
    ...(name !== undefined && { name }),
  };
  collector.add('packaging', unit, value, netbeans.file.evidence(by, file?.line ?? 1));
  const build: FactValues['build'] = {
    tool: 'ant',
    file: script.path,
    root: unit,
    ...(output && !output.text.includes('${') && { output: output.text }),
    target: 'dist',
  };
  collector.add('build', unit, build, script.evidence(by, 1));
}

/** An Eclipse project that only Eclipse builds: a web application if it has a web root. */
function emitEclipse({ unit, project, collector }: UnitOptions, file: SourceFile): boolean {
  if (file.xml()?.local !== 'classpath') return false;
  const prefix = unit === '' ? '' : `${unit}/`;
  const webRoots = ['WebContent', 'WebRoot', 'web', 'webapp', 'src/main/webapp', 'war', 'Web'];
  const descriptor = webRoots.map((root) => project.file(`${prefix}${root}/WEB-INF/web.xml`)).find(Boolean);
  const name = project
    .file(`${prefix}.project`)
    ?.xml()
    ?.children.find((child) => child.local === 'name')?.text;
  const value: FactValues['packaging'] = {
    type: descriptor ? 'war' : 'jar',
    form: 'source',
    ...(name !== undefined && name !== '' && { name }),
  };
  collector.add('packaging', unit, value, (descriptor ?? file).evidence(by, 1), 'inferred');
  collector.add(
    'build',
    unit,
    { tool: 'none', file: file.path, root: unit },
    file.evidence(by, 1),
    'inferred',
  );
  return true;
}
