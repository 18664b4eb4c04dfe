import { addUrl } from './dockerfile/add-url.js';
import { copyFrom } from './dockerfile/copy-from.js';
import { download } from './dockerfile/download.js';
import { execForm } from './dockerfile/exec-form.js';
import { fromPinned } from './dockerfile/from-pinned.js';
import { lowPort } from './dockerfile/low-port.js';
import { oneCommand } from './dockerfile/one-command.js';
import { packageHygiene } from './dockerfile/package-hygiene.js';
import { secretCopied } from './dockerfile/secret-copied.js';
import { secretInImage } from './dockerfile/secret-in-image.js';
import { syntax } from './dockerfile/syntax.js';
import { userNonRoot } from './dockerfile/user-non-root.js';
import { workdirAbsolute } from './dockerfile/workdir-absolute.js';
import type { DockerfileRule } from './rule.js';

/** Every rule over Dockerfiles. */
export const dockerfileRules: readonly DockerfileRule[] = [
  addUrl,
  copyFrom,
  download,
  execForm,
  fromPinned,
  lowPort,
  oneCommand,
  packageHygiene,
  secretCopied,
  secretInImage,
  syntax,
  userNonRoot,
  workdirAbsolute,
];
