import { parseAllDocuments } from 'yaml';
import type { Artefact } from '../../model/artefact.js';
import type { ComponentPlan } from '../../model/plan-component.js';
import type { DependencyPlan } from '../../model/plan-dependency.js';
import type { PlanSettings } from '../../model/plan.js';
import type { Problem } from '../../model/problem.js';
import { generateAll } from '../../generators/generate-all.js';
import { loadImageCatalog, loadTemplates } from '../../templates/load.js';
import { readSource, representativePlan } from './representative-plan.js';

/** A parsed manifest; tests look into it freely. */
export interface ParsedObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly [field: string]: unknown;
}

export interface Generated {
  readonly artefacts: readonly Artefact[];
  readonly problems: readonly Problem[];
  /** The one object of a kind and name; fails when there is none. */
  readonly object: (kind: string, name: string) => ParsedObject;
  readonly kinds: readonly string[];
}

const catalog = loadImageCatalog();
const templates = loadTemplates();

/** Generates a part of the representative plan, as changed, and parses all of its manifests. */
export function generateObjects(part: {
  readonly components?: Readonly<Record<string, ComponentPlan>>;
  readonly dependencies?: Readonly<Record<string, DependencyPlan>>;
  readonly settings?: Partial<PlanSettings>;
  /** Leaves the Ingress domain out. */
  readonly domain?: 'unknown';
  readonly read?: (context: string, path: string) => string | undefined;
}): Generated {
  const { ingressDomain, ...settings } = { ...representativePlan.settings, ...part.settings };
  const plan = {
    ...representativePlan,
    components: part.components ?? {},
    dependencies: part.dependencies ?? {},
    settings: {
      ...settings,
      ...(part.domain === 'unknown' || ingressDomain === undefined ? {} : { ingressDomain }),
    },
  };
  const { artefacts, problems } = generateAll({
    plan,
    catalog,
    templates,
    readSource: part.read ?? readSource,
  });
  const objects = artefacts
    .filter(({ path }) => path.includes('/kubernetes/') && !path.endsWith('kustomization.yaml'))
    .flatMap(({ content }) => parseAllDocuments(content).map((document) => document.toJS() as ParsedObject));
  return {
    artefacts,
    problems,
    kinds: objects.map(({ kind }) => kind),
    object: (kind, name) => {
      const found = objects.find((one) => one.kind === kind && one.metadata.name === name);
      if (!found) throw new Error(`no ${kind}/${name}`);
      return found;
    },
  };
}

/** A component of the representative plan. */
export function planned(id: string): ComponentPlan {
  const found = representativePlan.components[id];
  if (!found) throw new Error(`no ${id} in the plan`);
  return found;
}

/** A dependency of the representative plan. */
export function needed(id: string): DependencyPlan {
  const found = representativePlan.dependencies[id];
  if (!found) throw new Error(`no ${id} in the plan`);
  return found;
}

/** What stands at a path (`spec.template.spec.containers.0.image`) of a parsed object. */
export function at(object: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined,
      object,
    );
}
