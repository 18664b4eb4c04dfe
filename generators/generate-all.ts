import type { Artefact } from '../model/artefact.js';
import { sortBy } from '../model/order.js';
import type { Problem } from '../model/problem.js';
import { generateDependency } from './database/generate-dependency.js';
import { generateDockerfile } from './dockerfile/generate-dockerfile.js';
import { reportPlan } from './generation.js';
import type { ComponentScope, GenerateInput, Generation, Workshop } from './generation.js';
import { generateComponent } from './kubernetes/generate-component.js';
import { topKustomization } from './kubernetes/kustomization.js';
import { generateMigration } from './migration/generate-migration.js';
import { notGenerated, notGeneratedHint, sameName, sameNameHint } from './texts.js';
import { generateZooKeeper } from './zookeeper/generate-zookeeper.js';

/**
 * Everything that a plan asks for, sorted by path. What can't be generated is a problem, and the rest is generated; the same
 * plan and sources give the same bytes.
 */
export function generateAll(input: GenerateInput): Generation {
  const problems = new Map<string, Problem>();
  const workshop: Workshop = {
    ...input,
    report: (problem) => problems.set(JSON.stringify(problem), problem),
  };
  const { components, dependencies } = input.plan;
  const made = new Map<string, Artefact[]>();
  for (const [id, component] of sortBy(Object.entries(components), ([name]) => [name])) {
    made.set(id, generateOne({ ...workshop, id, component }));
  }
  for (const [id, dependency] of sortBy(Object.entries(dependencies), ([name]) => [name])) {
    if (made.has(id)) {
      reportPlan(workshop, { code: 'name-taken', message: sameName({ name: id }), hint: sameNameHint() });
    } else {
      made.set(id, generateDependency({ ...workshop, id, dependency }));
    }
  }
  const directories = [...made].filter(([, artefacts]) => artefacts.length > 0).map(([id]) => id);
  const artefacts = [...made.values()].flat();
  if (directories.length > 0) artefacts.push(topKustomization(workshop, directories));
  artefacts.push(...generateMigration(workshop, artefacts));
  return {
    artefacts: sortBy(artefacts, ({ path }) => [path]),
    problems: sortBy(problems.values(), ({ file, code, message }) => [file, code, message.en]),
  };
}

function generateOne(scope: ComponentScope): Artefact[] {
  const { component, id } = scope;
  if (component.kind !== 'middleware') return [...generateDockerfile(scope), ...generateComponent(scope)];
  if (component.ensemble?.product === 'zookeeper') return generateZooKeeper(scope);
  reportPlan(scope, {
    code: 'not-generated',
    message: notGenerated({ id, product: component.ensemble?.product ?? component.kind }),
    hint: notGeneratedHint(),
  });
  return [];
}
