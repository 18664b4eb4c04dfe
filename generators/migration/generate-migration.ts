import type { Artefact } from '../../model/artefact.js';
import { sortBy } from '../../model/order.js';
import type { ComponentScope, Workshop } from '../generation.js';
import { componentData } from './component-data.js';
import { indexData } from './index-data.js';

/** The documents for people: an index, and one document for each component that something was generated for. */
export function generateMigration(workshop: Workshop, artefacts: readonly Artefact[]): Artefact[] {
  const { plan, templates } = workshop;
  const { language } = plan.settings;
  const components = sortBy(Object.entries(plan.components), ([id]) => [id]);
  const documents = components.map(([id, component]): Artefact => {
    const scope: ComponentScope = { ...workshop, id, component };
    return {
      path: `${id}/MIGRATION.md`,
      content: tidy(templates.render(`migration/component.${language}`, componentData(scope, artefacts))),
      from: 'migration',
    };
  });
  const empty = components.length === 0 && Object.keys(plan.dependencies).length === 0;
  // What nothing is generated for still has a reason that a person should read.
  if (empty && plan.manual.length === 0) return [];
  const index: Artefact = {
    path: 'MIGRATION.md',
    content: tidy(templates.render(`migration/index.${language}`, indexData(workshop, artefacts))),
    from: 'migration',
  };
  return [index, ...documents];
}

function tidy(text: string): string {
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}
