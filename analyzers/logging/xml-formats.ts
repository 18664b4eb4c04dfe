import { descendantsOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import { emitLogFile, emitSink, sinkOf, substitute, type Definitions, type LogTarget } from './log-target.js';

/** log4j 1 and logback: `<appender class>` with `<param name="File">` or `<file>`. https://logback.qos.ch/manual/appenders.html */
export function readAppenders(target: LogTarget, root: XmlElement): void {
  const definitions = definitionsOf(root);
  for (const appender of descendantsOf(root, 'appender')) {
    const type = appender.attributes.class ?? '';
    const kind = sinkOf(type.slice(type.lastIndexOf('.') + 1));
    const place = fileOf(appender);
    if (place && (kind === 'file' || kind === undefined))
      emitLogFile(target, substitute(place.text, definitions), place.line);
    else if (kind !== undefined && kind !== 'file') {
      const stream = [...descendantsOf(appender, 'target')][0] ?? paramOf(appender, 'target');
      const isError = kind === 'stdout' && /err/i.test(stream?.text ?? '');
      emitSink(target, isError ? 'stderr' : kind, appender.line);
    }
  }
}

interface Placed {
  readonly text: string;
  readonly line: number;
}

function fileOf(appender: XmlElement): Placed | undefined {
  const direct = appender.children.find((child) => /^file$/i.test(child.local) && child.text !== '');
  const pattern = [
    ...descendantsOf(appender, 'fileNamePattern'),
    ...descendantsOf(appender, 'FileNamePattern'),
  ][0];
  return direct ?? paramOf(appender, 'file') ?? pattern;
}

function paramOf(appender: XmlElement, name: string): Placed | undefined {
  const param = [...descendantsOf(appender, 'param')].find(
    (one) => one.attributes.name?.toLowerCase() === name,
  );
  const text = param?.attributes.value;
  return param && text !== undefined ? { text, line: param.attributeLines.value ?? param.line } : undefined;
}

/** `<property name value>`, log4j 2's `<Property name>text</Property>`, logback's `<springProperty defaultValue>`. */
function definitionsOf(root: XmlElement): Definitions {
  const found = new Map<string, string>();
  for (const name of ['property', 'Property', 'variable', 'substitutionProperty', 'springProperty']) {
    for (const { attributes, text } of descendantsOf(root, name)) {
      const value = attributes.value ?? attributes.defaultValue ?? text;
      if (attributes.name !== undefined && value !== '') found.set(attributes.name, value);
    }
  }
  return found;
}

/** log4j 2: elements below `<Appenders>`, named by their plugin. https://logging.apache.org/log4j/2.x/manual/appenders.html */
export function readLog4j2Xml(target: LogTarget, root: XmlElement): void {
  const definitions = definitionsOf(root);
  const groups = root.children.filter(({ local }) => local.toLowerCase() === 'appenders');
  for (const appender of groups.flatMap(({ children }) => children)) {
    const { attributes, attributeLines, line, local } = appender;
    const type = local.toLowerCase() === 'appender' ? (attributes.type ?? '') : local;
    const kind = sinkOf(type);
    const attribute = Object.keys(attributes).find((name) => name.toLowerCase() === 'filename');
    const pattern = Object.keys(attributes).find((name) => name.toLowerCase() === 'filepattern');
    const name = attribute ?? pattern;
    if (kind === 'file' && name !== undefined) {
      emitLogFile(target, substitute(attributes[name] ?? '', definitions), attributeLines[name] ?? line);
    } else if (kind === 'stdout')
      emitSink(target, /err/i.test(attributes.target ?? '') ? 'stderr' : 'stdout', line);
    else if (kind !== undefined && kind !== 'file') emitSink(target, kind, line);
  }
}
