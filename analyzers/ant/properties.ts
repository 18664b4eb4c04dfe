import type { Project, SourceFile } from '../../workspace/project.js';
import { childrenOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import { joinPath } from '../paths.js';

/** A text with the places that decided it, the deciding one first. */
export interface AntValue {
  readonly text: string;
  readonly places: readonly [AntPlace, ...AntPlace[]];
  /** Placeholders are left in it. */
  readonly open: boolean;
}

export interface AntPlace {
  readonly file: SourceFile;
  readonly line: number;
}

/** Properties of an Ant build while it runs: the first definition wins. Source: https://ant.apache.org/manual/properties.html */
export interface AntProperties {
  readonly define: (name: string, raw: { text: string; place: AntPlace }) => void;
  readonly get: (name: string) => AntValue | undefined;
  /** Everything defined, in order. */
  readonly all: () => readonly AntValue[];
  readonly expand: (text: string, place: AntPlace) => AntValue;
}

export function createAntProperties(): AntProperties {
  const known = new Map<string, AntValue>();
  const expand = (text: string, place: AntPlace): AntValue => {
    const places: AntPlace[] = [];
    let open = false;
    const filled = text.replace(/\$\{([^{}]+)\}/g, (whole, name: string) => {
      const value = known.get(name);
      if (!value || value.open) open = true;
      if (!value) return whole;
      places.push(...value.places);
      return value.text;
    });
    return { text: filled, places: [...places, place] as unknown as AntValue['places'], open };
  };
  return {
    define: (name, { text, place }) => {
      // What a property stands for is fixed when it is defined.
      if (!known.has(name)) known.set(name, expand(text, place));
    },
    get: (name) => known.get(name),
    all: () => [...known.values()],
    expand,
  };
}

/** Runs a `<property>`, `<loadproperties>` or `<xmlproperty>`-less task; other tasks define nothing here. */
export function runPropertyTask(
  task: XmlElement,
  context: { properties: AntProperties; file: SourceFile; project: Project },
): void {
  const { properties, file, project } = context;
  const place = { file, line: task.line };
  const { name, file: source, srcFile } = task.attributes;
  const value = task.attributes.value ?? task.attributes.location;
  if (task.local === 'property' && name !== undefined && value !== undefined) {
    const line = task.attributeLines.value ?? task.attributeLines.location ?? task.line;
    properties.define(name, { text: value, place: { file, line } });
  }
  const path = task.local === 'property' ? source : task.local === 'loadproperties' ? srcFile : undefined;
  if (path === undefined) return;
  const read = project.file(joinPath(file.directory, properties.expand(path, place).text));
  const prefix = task.attributes.prefix === undefined ? '' : `${task.attributes.prefix.replace(/\.$/, '')}.`;
  for (const entry of read?.properties() ?? []) {
    if (read)
      properties.define(prefix + entry.key, { text: entry.value, place: { file: read, line: entry.line } });
  }
}

/** Tasks of an element that define properties, those inside `<sequential>` too. */
export function propertyTasks(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) =>
    child.local === 'sequential'
      ? propertyTasks(child)
      : ['property', 'loadproperties'].includes(child.local)
        ? [child]
        : [],
  );
}

/** Files that `<import>` and `<include>` bring in, as far as they are in the input. */
export function importedFiles(
  root: XmlElement,
  context: { properties: AntProperties; file: SourceFile; project: Project },
): readonly SourceFile[] {
  return [...childrenOf(root, 'import'), ...childrenOf(root, 'include')].flatMap((element) => {
    const path = context.properties.expand(element.attributes.file ?? '', {
      file: context.file,
      line: element.line,
    });
    const file = path.open ? undefined : context.project.file(joinPath(context.file.directory, path.text));
    return file ? [file] : [];
  });
}
