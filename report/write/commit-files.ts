import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { lockPath, stateDirectory } from './lock.js';
import { unsafePath, whatIsAt } from './safe-path.js';

const staging = `${stateDirectory}/staging`;
const backup = `${stateDirectory}/backup`;
const journal = `${stateDirectory}/journal.json`;

export interface Change {
  readonly path: string;
  /** New content; absent: the file goes. */
  readonly content?: string;
  readonly mode?: number;
}

interface Journal {
  readonly write: readonly string[];
  readonly remove: readonly string[];
}

/**
 * Puts files in place, all or none. Everything is written aside first; then a journal says what is to be moved where. A
 * failure moves everything back; a crash is finished by the next run (`finishInterrupted`).
 */
export function commitFiles(root: string, changes: readonly Change[]): void {
  rmSync(join(root, staging), { recursive: true, force: true });
  rmSync(join(root, backup), { recursive: true, force: true });
  for (const change of changes) {
    if (change.content !== undefined) writeAside(root, change.path, change.content, change.mode ?? 0o644);
  }
  const plan: Journal = {
    write: changes.filter(({ content }) => content !== undefined).map(({ path }) => path),
    remove: changes.filter(({ content }) => content === undefined).map(({ path }) => path),
  };
  writeDurably(join(root, journal), JSON.stringify(plan), 0o644);
  try {
    moveInto(root, plan);
  } catch (error) {
    moveBack(root, plan);
    cleanUp(root);
    throw error;
  }
  cleanUp(root);
  for (const path of plan.remove) removeEmptyParents(root, path);
}

/** Completes what a crash interrupted; true when there was something. Without a journal nothing had been moved yet. */
export function finishInterrupted(root: string): boolean {
  const file = join(root, journal);
  if (!existsSync(file)) {
    rmSync(join(root, staging), { recursive: true, force: true });
    return false;
  }
  const plan = parseJournal(readFileSync(file, 'utf8'));
  if (plan) moveInto(root, plan);
  cleanUp(root);
  return true;
}

/** Each step is skipped when it was done before, so the whole can be repeated. */
function moveInto(root: string, { write, remove }: Journal): void {
  for (const path of write) {
    const from = join(root, staging, path);
    if (!existsSync(from)) continue;
    const to = join(root, path);
    if (path !== lockPath && whatIsAt(root, path) === 'obstacle') throw new Error(`${path} is in the way`);
    setAside(root, path);
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
  for (const path of remove) setAside(root, path);
}

function setAside(root: string, path: string): void {
  const from = join(root, path);
  const to = join(root, backup, path);
  if (!existsSync(from) || existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

function moveBack(root: string, { write, remove }: Journal): void {
  for (const path of [...write, ...remove]) {
    const [target, saved] = [join(root, path), join(root, backup, path)];
    const isOurs = !existsSync(join(root, staging, path)) && write.includes(path);
    if (isOurs) rmSync(target, { force: true });
    if (existsSync(saved)) renameSync(saved, target);
    if (isOurs) removeEmptyParents(root, path);
  }
}

function cleanUp(root: string): void {
  rmSync(join(root, journal), { force: true });
  rmSync(join(root, staging), { recursive: true, force: true });
  rmSync(join(root, backup), { recursive: true, force: true });
}

function writeAside(root: string, path: string, content: string, mode: number): void {
  const file = join(root, staging, path);
  mkdirSync(dirname(file), { recursive: true });
  writeDurably(file, content, mode);
}

function writeDurably(file: string, content: string, mode: number): void {
  const handle = openSync(file, 'w', mode);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function removeEmptyParents(root: string, path: string): void {
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    try {
      rmdirSync(join(root, parent));
    } catch {
      // Not empty, or gone already: either way there is nothing more to remove above it.
      return;
    }
  }
}

/** A journal cut short by a crash: it was being written, so nothing had been moved. */
function parseJournal(text: string): Journal | undefined {
  let value: Partial<Journal>;
  try {
    value = JSON.parse(text) as Partial<Journal>;
  } catch {
    return undefined;
  }
  const safe = (paths: readonly string[] | undefined): string[] =>
    (paths ?? []).filter((path) => path === lockPath || unsafePath(path) === undefined);
  return { write: safe(value.write), remove: safe(value.remove) };
}
