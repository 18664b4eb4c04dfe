import { assemble } from '../analyzers/assemble/assemble.js';
import { analyzers } from '../analyzers/registry.js';
import { runAnalyzers } from '../analyzers/run.js';
import { generateAll } from '../generators/generate-all.js';
import type { ComponentPlan } from '../model/plan-component.js';
import type { Plan } from '../model/plan.js';
import { createPlan } from '../planner/create-plan.js';
import { loadImageCatalog, loadTemplates } from '../templates/load.js';
import { createMemoryProject } from '../workspace/memory-project.js';

/** The plan of one application, and what is generated from it. */
export interface PlannedInMemory {
  readonly plan: Plan;
  /** The one component; fails when there are more or fewer. */
  readonly component: ComponentPlan;
  /** English titles of what a person has to do, in order. */
  readonly manual: readonly string[];
  /** Content of a generated file, by the end of its path; fails when there is none. */
  readonly text: (path: string) => string;
}

/** Analyses (all analyzers, no rules), plans and generates an application made of texts, as the product would. */
export async function planInMemory(
  files: Readonly<Record<string, string | Uint8Array>>,
  { id = 'shop', withDependencies = true }: { id?: string; withDependencies?: boolean } = {},
): Promise<PlannedInMemory> {
  const project = createMemoryProject(files);
  const { facts: unitFacts, problems } = await runAnalyzers(analyzers, project);
  const assembled = assemble({ applicationId: id, unitFacts, project, analyzers, takenIds: new Set() });
  const size = { files: project.files.length, lines: 0, bytes: 0 };
  const application = { id, path: id, archive: false, ...assembled, findings: [], problems, size };
  const catalog = loadImageCatalog();
  const plan = createPlan(
    {
      schema: 'https://drydock.dev/schema/analysis/v1',
      applications: [application],
      links: [],
      problems: [],
    },
    {
      settings: { language: 'en', namespace: id, kubernetesVersion: '1.34' },
      catalog,
      withDependencies,
      contextOf: () => 'source',
    },
  );
  const readSource = (_context: string, path: string): string | undefined => project.file(path)?.text();
  const { artefacts } = generateAll({ plan, catalog, templates: loadTemplates(), readSource });
  return {
    plan,
    get component() {
      const components = Object.values(plan.components);
      const [component] = components;
      if (!component || components.length > 1)
        throw new Error(`components: ${Object.keys(plan.components).join(', ')}`);
      return component;
    },
    manual: plan.manual.map(({ title }) => title.en),
    text: (path) => {
      const found = artefacts.find((artefact) => artefact.path.endsWith(path));
      if (!found) throw new Error(`no ${path} in ${artefacts.map((one) => one.path).join(', ')}`);
      return found.content;
    },
  };
}
