import { validate } from '../../verifier/validate.js';
import { collectFiles } from '../../verifier/host/collect-files.js';
import { knownVersions, loadSchemaData } from '../../verifier/host/schema-data/load.js';
import { inLanguage } from '../../model/text.js';
import { valueOf } from '../command.js';
import type { RunCommand } from '../command.js';
import { chooseKubernetesVersion } from '../pipeline/kubernetes-version.js';
import { checkPaths } from '../pipeline/paths.js';
import { printChecks } from '../print-checks.js';
import { pipelineTexts } from '../texts/pipeline.js';

/** `drydock validate`. */
export const runValidate: RunCommand = async (words, options, context) => {
  const paths = words.length > 0 ? words : ['.'];
  checkPaths(paths, context.language);
  context.progress.show(pipelineTexts.validating());
  const { files, directories, problems } = await collectFiles(paths);
  const versions = knownVersions();
  const kubernetesVersion = chooseKubernetesVersion(options);
  const results = validate(files, {
    level: valueOf(options, 'level') === 'schema' ? 'schema' : 'policy',
    kubernetesVersion,
    schema: loadSchemaData(kubernetesVersion),
    knownVersions: versions,
    directories,
  });
  context.progress.end();
  context.terminal.write(printChecks(results, context));
  for (const { file, message } of problems) {
    context.terminal.writeError(`${file}: ${inLanguage(message, context.language)}\n`);
  }
  const bad = results.some(({ status }) => status === 'failed' || status === 'errored');
  return bad || problems.length > 0 ? 1 : 0;
};
