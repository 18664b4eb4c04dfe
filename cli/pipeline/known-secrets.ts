import { resolve } from 'node:path';
import type { Analysis, Application } from '../../model/analysis.js';
import type { Evidence } from '../../model/evidence.js';
import { factsOf } from '../../model/fact.js';
import type { Plan } from '../../model/plan.js';
import { sortBy } from '../../model/order.js';
import type { KnownSecret } from '../../verifier/build/scan-content.js';
import { openProject } from '../../workspace/directory-project.js';
import { codeFiles } from '../../workspace/evidence.js';
import { hiddenValues } from '../../workspace/hidden-values.js';
import type { Project } from '../../workspace/project.js';
import { mask } from '../../workspace/mask.js';

/**
 * The values of the secrets that an analysis found, read again from their files: facts never hold them. They stay in memory,
 * for the check that no image holds one.
 */
export function findKnownSecrets(analysis: Analysis, plan: Plan): KnownSecret[] {
  const taken = new Set(
    Object.values(plan.components).flatMap(({ configFiles }) => configFiles.map(({ from }) => from ?? '')),
  );
  const found = analysis.applications.flatMap((application) => secretsOf(application, taken));
  const unique = new Map(found.map((secret) => [JSON.stringify(secret), secret]));
  return sortBy(unique.values(), ({ key, value }) => [key, value]);
}

/** The inputs of a plan: what was analysed when it was made. */
export function inputsOf(plan: Plan, planDirectory: string): string[] {
  const inputs = Object.values(plan.components).map(({ source }) => {
    const context = resolve(planDirectory, source.context);
    return source.form === 'archive' ? resolve(context, source.path) : context;
  });
  return [...new Set(inputs)].sort();
}

/** What runs as it is written, too. */
const scripts = /\.(?:sh|bash|ksh|bat|cmd|ps1|pl)$/i;

function secretsOf(application: Application, taken: ReadonlySet<string>): KnownSecret[] {
  const credentials = factsOf(application.facts, 'credential');
  if (credentials.length === 0) return [];
  const { project } = openProject(application.path);
  return credentials.flatMap(({ value: { key }, evidence }) =>
    evidence.flatMap((one) => {
      // A file that the plan takes out of the image is configuration, whatever language it is written in.
      const inCode = (codeFiles.test(one.file) || scripts.test(one.file)) && !taken.has(one.file);
      return valuesAt(one, project).map((value) => ({ value, key, ...(inCode && { inCode }) }));
    }),
  );
}

function valuesAt({ file, line, excerpt }: Evidence, project: Project): string[] {
  if (line === undefined || excerpt?.includes(mask) !== true) return [];
  const lines = project.file(file)?.lines() ?? [];
  const syntax = codeFiles.test(file) ? 'code' : 'configuration';
  return hiddenValues(lines[line - 1] ?? '', {
    syntax,
    before: lines.slice(Math.max(0, line - 4), line - 1),
  });
}
