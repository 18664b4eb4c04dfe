import { triggersOf } from '../analyzers/run.js';
import { analyzers } from '../analyzers/registry.js';
import { openProject } from '../workspace/directory-project.js';
import { prepareSources } from '../workspace/scan.js';

// The scanning core alone, as a process of its own: opening, searching for all analyzers' words, parsing what has them.
const [path = '.'] = process.argv.slice(2);
const { project } = openProject(path);
const triggers = triggersOf(analyzers);
await prepareSources(project, triggers);
const parsed = project.sourcesWith('java', triggers.java).filter((file) => file.java()).length;
process.stdout.write(`${project.files.length} files, ${parsed} parsed\n`);
