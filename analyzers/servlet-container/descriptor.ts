import type { Evidence } from '../../model/evidence.js';
import type { Certainty, FactKind } from '../../model/fact.js';
import type { FactValues } from '../../model/fact-values.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import type { XmlElement } from '../../workspace/xml/xml-element.js';
import type { AddFact, FactCollector } from '../fact-collector.js';

export const by = 'servlet-container';

/** One descriptor while it is read: its file, the unit it speaks of, and where its facts go. */
export interface Descriptor {
  readonly file: SourceFile;
  readonly root: XmlElement;
  readonly unit: string;
  readonly project: Project;
  /** Adds a fact seen at a line of the descriptor. */
  readonly add: AddFact;
  /** Adds a fact seen in another file. */
  readonly addElsewhere: <K extends FactKind>(
    kind: K,
    value: FactValues[K],
    file: SourceFile,
    certainty?: Certainty,
  ) => void;
}

export function createDescriptor(options: {
  file: SourceFile;
  root: XmlElement;
  unit: string;
  project: Project;
  collector: FactCollector;
}): Descriptor {
  const { file, root, unit, project, collector } = options;
  const at = (line: number): Evidence => file.evidence(by, line);
  return {
    file,
    root,
    unit,
    project,
    add: (kind, value, line, certainty) => {
      collector.add(kind, unit, value, at(line), certainty);
    },
    addElsewhere: (kind, value, other, certainty) => {
      collector.add(kind, unit, value, other.evidence(by), certainty);
    },
  };
}

/** A value and the line it stands on. */
export interface Placed {
  readonly text: string;
  readonly line: number;
}

/** An attribute by any of its names; undefined when absent or empty. */
export function attributeOf(element: XmlElement, ...names: readonly string[]): Placed | undefined {
  for (const name of names) {
    const text = element.attributes[name];
    if (text !== undefined && text !== '')
      return { text, line: element.attributeLines[name] ?? element.line };
  }
  return undefined;
}

/** The text of the first child with any of the names; undefined when absent or empty. */
export function childText(element: XmlElement | undefined, ...names: readonly string[]): Placed | undefined {
  for (const name of names) {
    const child = element?.children.find((one) => one.local === name);
    if (child && child.text !== '') return { text: child.text, line: child.line };
  }
  return undefined;
}

/** The default of `${name:default}` or `${name:-default}` stands for it; undefined for other placeholders. */
export function plainText(text: string | undefined): string | undefined {
  const filled = text?.replace(/\$\{[^{}:]+:-?([^{}]*)\}/g, '$1').trim();
  return filled === undefined || filled === '' || /\$\{|#\{|@\w[\w.-]*@|^%\w+%$/.test(filled)
    ? undefined
    : filled;
}

/** A port number, or undefined for anything else (`-1`, a placeholder). */
export function portOf(text: string | undefined): number | undefined {
  const plain = plainText(text);
  const port = plain !== undefined && /^\d{1,5}$/.test(plain) ? Number(plain) : 0;
  return port > 0 && port < 65536 ? port : undefined;
}

/** A JNDI name as applications look it up, without `java:comp/env/`. */
export function jndiName(text: string): string {
  return text.trim().replace(/^java:comp\/env\//, '');
}
