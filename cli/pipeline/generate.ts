import { dirname, resolve } from 'node:path';
import { generateAll } from '../../generators/generate-all.js';
import type { Artefact } from '../../model/artefact.js';
import type { Plan } from '../../model/plan.js';
import type { Problem } from '../../model/problem.js';
import { writeArtefacts } from '../../report/write/write-artefacts.js';
import type { WriteReport } from '../../report/write/write-artefacts.js';
import { loadImageCatalog, loadTemplates } from '../../templates/load.js';
import { valueOf } from '../command.js';
import type { OptionValues } from '../command.js';
import { findSecrets } from '../../workspace/hidden-values.js';
import { createSourceReader } from './read-source.js';

/** What generation wrote, and what it could not. */
export interface GenerationReport {
  readonly directory: string;
  readonly files: WriteReport;
  readonly problems: readonly Problem[];
}

/** Generates from a plan and writes it all or none. `extra` are files that go with it: the plan itself. */
export function generateInto(
  plan: Plan,
  at: {
    readonly directory: string;
    readonly planFile: string;
    readonly options: OptionValues;
    readonly extra?: readonly Artefact[];
  },
): GenerationReport {
  const overrides = valueOf(at.options, 'templates');
  const catalog = valueOf(at.options, 'imageCatalog');
  const generation = generateAll({
    plan,
    catalog: loadImageCatalog(catalog === undefined ? {} : { file: catalog }),
    templates: loadTemplates(overrides === undefined ? {} : { overrides }),
    readSource: createSourceReader(dirname(resolve(at.planFile))),
    findSecrets,
  });
  const extra = at.extra ?? [];
  const files = writeArtefacts({
    directory: at.directory,
    artefacts: [...generation.artefacts, ...extra],
    // A person's edits are in the plan already: it is written over, but never counted as edited.
    merged: extra.map(({ path }) => path),
  });
  return { directory: at.directory, files, problems: generation.problems };
}
