import type { SourceFile } from '../../../workspace/project.js';
import { childOf, type XmlElement } from '../../../workspace/xml/xml-element.js';
import type { Setting } from './named-value.js';

const naming = ['name', 'key', 'id', 'property'] as const;
const namingElements = [
  'param-name',
  'env-entry-name',
  'config-property-name',
  'name',
  'key',
  'property-name',
];
const valueElements = /^(value|param-value|env-entry-value|config-property-value|property-value|string|val)$/;
const noSettings = /^(xmlns($|:)|xsi:|xml:)|schemaLocation$/;
/** Descriptions of interfaces, and builds: addresses in them are no settings of the application. */
const noConfiguration =
  /^(schema|definitions|stylesheet|transform|taglib|testsuites?|suite|assembly|artifact)$/;

/** The settings of an XML file, in the idioms of Spring, web.xml, Tomcat, Hibernate and plain elements. */
export function xmlSettings(file: SourceFile): Setting[] {
  const root = file.xml();
  if (!root || noConfiguration.test(root.local)) return [];
  const found: Setting[] = [];
  const start = file.name === 'pom.xml' ? childOf(root, 'properties') : root;
  const visit = (element: XmlElement): void => {
    addAttributes(file, element, found);
    if (element.text !== '') addText(file, element, found);
    for (const child of element.children) visit(child);
  };
  if (start) visit(start);
  return found;
}

function addAttributes(file: SourceFile, element: XmlElement, found: Setting[]): void {
  const { attributes } = element;
  const label = naming.find((name) => attributes[name] !== undefined);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === '' || noSettings.test(name) || name === label) continue;
    const own = `${element.local}.${name}`;
    const key =
      name === 'value' || name === 'defaultValue'
        ? (attributes[label ?? ''] ?? parentKey(element) ?? own)
        : own;
    found.push({
      file,
      key,
      value,
      line: element.attributeLines[name] ?? element.line,
      element: element.local,
    });
  }
}

function addText(file: SourceFile, element: XmlElement, found: Setting[]): void {
  if (element.children.length > 0) return;
  const { attributes, local, parent, text } = element;
  if (namingElements.includes(local) && parent?.children.some((child) => valueElements.test(child.local)))
    return;
  const label = naming.find((name) => attributes[name] !== undefined);
  const key = label ? attributes[label] : valueElements.test(local) ? parentKey(element) : undefined;
  const own = parent ? `${parent.local}.${local}` : local;
  found.push({ file, key: key ?? own, value: text, line: lineOfText(file, element), element: local });
}

/** What the element around a value calls it: `<property name="url"><value>…`, `<param-name>url</param-name><param-value>…`. */
function parentKey(element: XmlElement): string | undefined {
  const { parent } = element;
  if (!parent) return undefined;
  const sibling = parent.children.find((child) => child !== element && namingElements.includes(child.local));
  if (sibling && sibling.text !== '') return sibling.text;
  const label = naming.find((name) => parent.attributes[name] !== undefined);
  return label && parent.attributes[label];
}

const farthest = 12;

/** Text may begin some lines below its element's start tag. */
function lineOfText(file: SourceFile, element: XmlElement): number {
  const sought = element.text.split(/\s+/)[0]?.slice(0, 60) ?? '';
  const lines = file.lines();
  for (let line = element.line; line < element.line + farthest; line++)
    if (lines[line - 1]?.includes(sought)) return line;
  return element.line;
}
