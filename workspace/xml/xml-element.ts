/** An element of an XML document, with the places that evidence needs. Entities other than the five are not resolved. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly prefix: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, CDATA included, trimmed. */
  readonly text: string;
  /** 1-based line of the start tag. */
  readonly line: number;
  /** 1-based line of each attribute that does not stand on the start tag's first line. */
  readonly attributeLines: Readonly<Record<string, number>>;
  readonly parent: XmlElement | undefined;
}

/** The first child element with that local name, whatever its namespace. */
export function childOf(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((child) => child.local === local);
}

/** All child elements with that local name. */
export function childrenOf(element: XmlElement | undefined, local: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.local === local) ?? [];
}

/** Every element below (and the element itself) with that local name, in document order. */
export function* descendantsOf(element: XmlElement | undefined, local: string): Generator<XmlElement> {
  if (!element) return;
  if (element.local === local) yield element;
  for (const child of element.children) yield* descendantsOf(child, local);
}
