import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { UsageError } from '../../model/errors.js';
import type { Analysis, Application } from '../../model/analysis.js';
import type { Plan, PlanSettings } from '../../model/plan.js';
import { inLanguage } from '../../model/text.js';
import type { Language } from '../../model/text.js';
import { createPlan } from '../../planner/create-plan.js';
import { parsePlan } from '../../planner/yaml/parse-plan.js';
import { renderPlan } from '../../planner/yaml/render-plan.js';
import { makeDirectory } from '../../report/write/make-directory.js';
import { loadImageCatalog } from '../../templates/load.js';
import { valueOf } from '../command.js';
import type { OptionValues } from '../command.js';
import { planTexts as texts } from '../texts/plan.js';
import { chooseKubernetesVersion } from './kubernetes-version.js';

/** A plan, and the texts that are to lie on the disk: for people, and as the tool wrote it. */
export interface PlannedFile {
  readonly plan: Plan;
  /** `drydock.yaml`: what evidence says, with a person's edits kept. */
  readonly text: string;
  /** The same without edits: what the next run compares with to see them. */
  readonly baseline: string;
}

/** Where the baseline of a plan lies, relative to the plan's directory. */
const baselinePath = '.drydock/plan.yaml';

/** Where editors find what may stand in a plan; the plan's first line leads them there. */
const schemaPath = '.drydock/plan.schema.json';

/**
 * Plans an analysis for a file, keeping what a person changed in it.
 *
 * @throws ConfigError when the file as edited makes no sense, with its line.
 */
export function planFor(
  analysis: Analysis,
  { file, options, language }: { file: string; options: OptionValues; language: Language },
): PlannedFile {
  const directory = dirname(resolve(file));
  const catalogFile = valueOf(options, 'imageCatalog');
  const fresh = createPlan(analysis, {
    settings: readSettings(analysis, { options, language }),
    catalog: loadImageCatalog(catalogFile === undefined ? {} : { file: catalogFile }),
    withDependencies: options.withDependencies === true,
    contextOf: (application) => contextOf(application, directory),
  });
  const baseline = renderPlan(fresh);
  const existing = readOptional(file);
  if (existing === undefined) return { plan: fresh, text: baseline, baseline };
  // An edit that makes no sense is told with its line in the file, before anything is merged.
  readPlanText(existing, file);
  const last = readOptional(join(directory, baselinePath));
  const text = renderPlan(fresh, { existing, ...(last !== undefined && { baseline: last }) });
  return { plan: readPlanText(text, file), text, baseline };
}

/** Reads a plan; @throws UsageError when there is none, ConfigError when it makes no sense. */
export function readPlan(file: string, language: Language): Plan {
  const text = readOptional(file);
  if (text !== undefined) return readPlanText(text, file);
  throw new UsageError(inLanguage(texts.noPlan(file), language), {
    hint: inLanguage(texts.noPlanHint(), language),
  });
}

/** Writes a plan and its baseline. */
export function writePlan(file: string, planned: PlannedFile): void {
  makeDirectory(dirname(resolve(file)));
  writeFileSync(file, planned.text);
  writeBaseline(file, planned);
}

/** Records the plan as the tool wrote it, for the next run to see edits, and the schema for editors. */
export function writeBaseline(file: string, { baseline }: PlannedFile): void {
  const directory = dirname(resolve(file));
  makeDirectory(join(directory, '.drydock'));
  writeFileSync(join(directory, baselinePath), baseline);
  writeFileSync(join(directory, schemaPath), readSchema());
}

/** @throws Error when the package is incomplete. */
function readSchema(): string {
  const places = ['../../../model/plan.schema.json', '../../model/plan.schema.json'];
  const schema = places.map((place) => new URL(place, import.meta.url)).find((place) => existsSync(place));
  if (!schema) throw new Error('plan.schema.json is missing');
  return readFileSync(schema, 'utf8');
}

function readPlanText(text: string, file: string): Plan {
  return parsePlan(text, { file, schema: JSON.parse(readSchema()) as object });
}

function readSettings(
  analysis: Analysis,
  { options, language }: { options: OptionValues; language: Language },
): PlanSettings {
  const [only, ...others] = analysis.applications;
  const namespace = valueOf(options, 'namespace') ?? (only && others.length === 0 ? only.id : 'applications');
  if (!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(namespace)) {
    throw new UsageError(inLanguage(texts.badNamespace(namespace), language), {
      hint: inLanguage(texts.badNamespaceHint(), language),
    });
  }
  const [registry, imageMirror] = [valueOf(options, 'registry'), valueOf(options, 'imageMirror')];
  const [caBundle, ingressDomain] = [valueOf(options, 'caBundle'), valueOf(options, 'ingressDomain')];
  return {
    language,
    namespace,
    kubernetesVersion: chooseKubernetesVersion(options),
    ...(registry !== undefined && { registry }),
    ...(imageMirror !== undefined && { imageMirror }),
    ...(caBundle !== undefined && { caBundle }),
    ...(ingressDomain !== undefined && { ingressDomain }),
  };
}

/** The build context: the application's directory, or that of its archive, as seen from the plan. */
function contextOf({ path, archive }: Application, planDirectory: string): string {
  const context = archive ? dirname(resolve(path)) : resolve(path);
  return relative(planDirectory, context).replaceAll('\\', '/') || '.';
}

function readOptional(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
