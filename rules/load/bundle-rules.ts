/** Run by the build: writes the parsed rules beside the compiled loader. */
import { writeFileSync } from 'node:fs';
import { ConfigError } from '../../model/errors.js';
import { bundleUrl, readOwnRules } from './own-rules.js';

const { rules, problems } = readOwnRules();
const [problem] = problems;
if (problem) throw new ConfigError(problem.message.en, { file: problem.file, line: problem.line });
writeFileSync(bundleUrl, JSON.stringify(rules));
