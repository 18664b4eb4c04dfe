import type { Project } from '../../workspace/project.js';
import type { XmlElement } from '../../workspace/xml/xml-element.js';
import { joinPath } from '../paths.js';
import { readMavenConfig, type CommandLine } from './config.js';
import { pomAt, traceLineage, type Lineage } from './lineage.js';
import { createModel, type MavenModel } from './model.js';
import { elementsAt, textAt, type Pom } from './pom.js';
import { activeProfiles, profileId } from './profiles.js';
import { moduleMissingText, moduleNotBuiltText } from './texts.js';

/** A project that a plain `mvn package` at its build's root builds. */
export interface ReactorProject {
  readonly pom: Pom;
  readonly model: MavenModel;
  /** The POM at which the build starts. */
  readonly root: Pom;
}

/** All POMs of the input, those that are built and those that are not. */
export interface Reactors {
  readonly built: readonly ReactorProject[];
  /** The model of any POM of the input by its coordinates. */
  readonly modelAt: (group: string, artifact: string, version: string) => MavenModel | undefined;
}

interface Listing {
  readonly aggregator: Pom;
  /** The profile that lists the module, if it is not active. */
  readonly profile?: string;
}

/** Finds the builds of the input. A POM that an aggregator above it leaves out of its modules is not built. */
export function findReactors(poms: readonly Pom[], project: Project): Reactors {
  const configs = new Map<Pom, CommandLine>();
  const configOf = (pom: Pom): CommandLine => {
    const config = configs.get(pom) ?? readMavenConfig(pom.file.directory, project);
    configs.set(pom, config);
    return config;
  };
  const listings = listModules(poms, project, (pom) => activeProfiles(pom, project, configOf(pom)));
  const rootOf = (pom: Pom): Pom => climb(pom, listings);
  const profilesOf = (pom: Pom): readonly XmlElement[] => activeProfiles(pom, project, configOf(rootOf(pom)));
  const models = new Map<Pom, MavenModel>();
  const lineages = new Map<Pom, Lineage>();
  for (const pom of poms) {
    const lineage = traceLineage(pom, { poms, project, profilesOf });
    lineages.set(pom, lineage);
    models.set(pom, createModel(lineage, configOf(rootOf(pom)).properties));
  }
  const built = poms.flatMap((pom) => {
    const model = models.get(pom);
    const omission = whyLeftOut(pom, { listings, lineage: lineages.get(pom), poms });
    if (omission) project.report(leftOutProblem(pom, omission));
    return model && !omission ? [{ pom, model, root: rootOf(pom) }] : [];
  });
  return { built, modelAt: (...coordinates) => findModel([...models.values()], coordinates) };
}

function listModules(
  poms: readonly Pom[],
  project: Project,
  active: (pom: Pom) => readonly XmlElement[],
): ReadonlyMap<Pom, readonly Listing[]> {
  const listings = new Map<Pom, Listing[]>();
  for (const aggregator of poms) {
    const profiles = elementsAt(aggregator.element, 'profiles', 'profile');
    const running = active(aggregator);
    for (const holder of [aggregator.element, ...profiles]) {
      const inactive = holder !== aggregator.element && !running.includes(holder);
      for (const module of modulesOf(holder)) {
        const child = pomAt(joinPath(aggregator.file.directory, module.text), poms);
        if (!child) {
          if (!inactive) reportMissing(aggregator, module, project);
          continue;
        }
        const listing = { aggregator, ...(inactive && { profile: profileId(holder) }) };
        listings.set(child, [...(listings.get(child) ?? []), listing]);
      }
    }
  }
  return listings;
}

/** Maven 4 calls them subprojects. */
function modulesOf(holder: XmlElement): readonly XmlElement[] {
  return [...elementsAt(holder, 'modules', 'module'), ...elementsAt(holder, 'subprojects', 'subproject')];
}

function reportMissing(aggregator: Pom, module: XmlElement, project: Project): void {
  // A POM that is there and broken has its own problem.
  const path = joinPath(aggregator.file.directory, module.text);
  if (module.text.includes('${') || project.file(path) || project.file(joinPath(path, 'pom.xml'))) return;
  project.report({
    code: 'maven-module-missing',
    file: aggregator.file.path,
    line: module.line,
    ...moduleMissingText(module.text),
  });
}

/** Up the active listings to the POM that nobody lists. */
function climb(pom: Pom, listings: ReadonlyMap<Pom, readonly Listing[]>): Pom {
  const seen = new Set([pom]);
  for (let at = pom; ;) {
    const next = listings.get(at)?.find(({ profile }) => profile === undefined)?.aggregator;
    if (!next || seen.has(next)) return at;
    seen.add(next);
    at = next;
  }
}

/** Not listed, or only by an inactive profile, while a parent of the input aggregates other modules. */
function whyLeftOut(
  pom: Pom,
  known: {
    listings: ReadonlyMap<Pom, readonly Listing[]>;
    lineage: Lineage | undefined;
    poms: readonly Pom[];
  },
): Listing | undefined {
  const listed = known.listings.get(pom) ?? [];
  if (listed.some(({ profile }) => profile === undefined)) return undefined;
  if (listed[0]) return listed[0];
  const [, ...ancestors] = known.lineage?.poms ?? [];
  const aggregator = ancestors.find((ancestor) => modulesOf(ancestor.element).length > 0);
  return aggregator && isBelow(pom, aggregator) ? { aggregator } : undefined;
}

function isBelow(pom: Pom, aggregator: Pom): boolean {
  return aggregator.directory === '' || pom.directory.startsWith(`${aggregator.directory}/`);
}

function leftOutProblem(pom: Pom, { aggregator, profile }: Listing): Parameters<Project['report']>[0] {
  return {
    code: 'maven-module-not-built',
    file: pom.file.path,
    line: pom.element.line,
    ...moduleNotBuiltText({ aggregator: aggregator.file.path, ...(profile !== undefined && { profile }) }),
  };
}

function findModel(
  models: readonly MavenModel[],
  [group, artifact, version]: readonly [string, string, string],
): MavenModel | undefined {
  return models.find((model) => {
    const own = model.property('project.version');
    return (
      textAt(model.lineage.pom.element, 'artifactId') === artifact &&
      model.property('project.groupId')?.text === group &&
      (own?.text === version || version === '' || (own?.open ?? true))
    );
  });
}
