import type { Project, SourceFile } from '../../workspace/project.js';
import { childrenOf, descendantsOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import {
  createAntProperties,
  importedFiles,
  propertyTasks,
  runPropertyTask,
  type AntProperties,
  type AntValue,
} from './properties.js';

/** A task with the target it stands in. */
export interface AntTask {
  readonly element: XmlElement;
  readonly file: SourceFile;
  readonly target: string | undefined;
}

/** An Ant build as it would run from its default target. */
export interface AntScript {
  readonly file: SourceFile;
  readonly root: XmlElement;
  readonly defaultTarget: string | undefined;
  readonly properties: AntProperties;
  /** Tasks by name, those of the default target's run first, test targets left out. */
  readonly tasks: (name: string) => readonly AntTask[];
  /** An attribute of a task, expanded. */
  readonly attribute: (task: AntTask, ...names: readonly string[]) => AntValue | undefined;
  /** Whether a target is part of the default target's run. */
  readonly isDefault: (target: string | undefined) => boolean;
}

interface Target {
  readonly element: XmlElement;
  readonly file: SourceFile;
}

/** Reads a build.xml with what it imports; undefined when the file is no Ant build. */
export function readAntScript(file: SourceFile, project: Project): AntScript | undefined {
  const root = file.xml();
  if (root?.local !== 'project') return undefined;
  const properties = createAntProperties();
  const scripts: Target[] = [];
  const load = (script: SourceFile): void => {
    const element = script.xml();
    if (!element || scripts.some((one) => one.file === script) || scripts.length > 20) return;
    scripts.push({ element, file: script });
    const context = { properties, file: script, project };
    if (element.attributes.name !== undefined) {
      properties.define('ant.project.name', {
        text: element.attributes.name,
        place: { file: script, line: element.line },
      });
    }
    properties.define('basedir', { text: '.', place: { file: script, line: element.line } });
    for (const task of propertyTasks(element)) runPropertyTask(task, context);
    importedFiles(element, context).forEach(load);
  };
  load(file);
  const targets = new Map<string, Target>();
  for (const script of scripts) {
    for (const element of childrenOf(script.element, 'target')) {
      const name = element.attributes.name ?? '';
      if (!targets.has(name)) targets.set(name, { element, file: script.file });
    }
  }
  const defaultTarget = root.attributes.default;
  const order = runOrder(defaultTarget ?? '', targets);
  for (const name of order) {
    const target = targets.get(name);
    for (const task of target ? propertyTasks(target.element) : []) {
      runPropertyTask(task, { properties, file: target?.file ?? file, project });
    }
  }
  const allTasks = collectTasks({ scripts, targets, order });
  return {
    file,
    root,
    defaultTarget,
    properties,
    tasks: (name) => allTasks.filter(({ element }) => element.local === name),
    attribute: (task, ...names) => attributeOf(task, names, properties),
    isDefault: (target) => target !== undefined && order.includes(target),
  };
}

/** The default target after all it depends on, each once. */
function runOrder(start: string, targets: ReadonlyMap<string, Target>): readonly string[] {
  const done: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    const target = targets.get(name);
    if (!target || done.includes(name) || path.includes(name)) return;
    const called = [...descendantsOf(target.element, 'antcall')].map((call) => call.attributes.target ?? '');
    for (const dependency of (target.element.attributes.depends ?? '').split(',')) {
      visit(dependency.trim(), [...path, name]);
    }
    done.push(name);
    for (const callee of called) visit(callee, [...path, name]);
  };
  visit(start, []);
  return done;
}

function collectTasks(known: {
  scripts: readonly Target[];
  targets: ReadonlyMap<string, Target>;
  order: readonly string[];
}): readonly AntTask[] {
  const inTargets = (names: readonly string[]): AntTask[] =>
    names.flatMap((name) => {
      const target = known.targets.get(name);
      if (!target || /test|junit|checkstyle|javadoc/i.test(name)) return [];
      return descendants(target.element).map((element) => ({ element, file: target.file, target: name }));
    });
  const loose = known.scripts.flatMap(({ element, file }) =>
    element.children
      .filter((child) => child.local !== 'target')
      .flatMap((child) => descendants(child).map((one) => ({ element: one, file, target: undefined }))),
  );
  const others = [...known.targets.keys()].filter((name) => !known.order.includes(name));
  return [...inTargets(known.order), ...loose, ...inTargets(others)];
}

function descendants(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(descendants)];
}

function attributeOf(
  task: AntTask,
  names: readonly string[],
  properties: AntProperties,
): AntValue | undefined {
  for (const name of names) {
    const text = task.element.attributes[name];
    if (text === undefined || text === '') continue;
    const line = task.element.attributeLines[name] ?? task.element.line;
    return properties.expand(text, { file: task.file, line });
  }
  return undefined;
}
