import type { SourceFile } from '../../workspace/project.js';
import type { XmlElement } from '../../workspace/xml/xml-element.js';
import { isForBrowser } from '../browser-address.js';
import type { FactCollector } from '../fact-collector.js';
import { findXmlPlaceholders, usePlaceholderDirectory } from '../xml-placeholders.js';

/** Root elements of XML in which `${name}` stands for a property. */
const configurationRoots = new Set([
  'beans',
  'configuration',
  'Configuration',
  'persistence',
  'hibernate-configuration',
]);
const addressElement = /(?:^|[-_.])(?:url|uri|endpoint|address|base-?url|server)$/i;
const standard =
  /^(?:java|os|user|file|line|path|sun|jdk|project|pom|basedir|catalina|jetty|env|date|ctx|spring\.profiles)\b/;

/**
 * Placeholders in the default configuration of an application's own libraries that nothing in them defines: somebody
 * must set them from outside, and where they start a path, that is a directory the application works in. Names without
 * a dot are too often variables of some other language.
 */
export function emitPlaceholders(
  files: readonly SourceFile[],
  options: { unit: string; by: string; collector: FactCollector },
): void {
  const defined = new Set(files.flatMap(definitionsIn));
  for (const file of files.filter(isConfiguration)) {
    for (const { name, line, directory } of findXmlPlaceholders(file)) {
      if (!name.includes('.') || defined.has(name) || standard.test(name)) continue;
      const evidence = file.evidence(options.by, line);
      options.collector.add('system-property', options.unit, { name, required: true }, evidence, 'inferred');
      if (directory === undefined) continue;
      const value = {
        path: `\${${name}}${directory}`,
        ...usePlaceholderDirectory(directory),
        configuredBy: name,
      };
      options.collector.add('writable-path', options.unit, value, evidence, 'inferred');
    }
  }
}

/** Systems that the default configuration of the application's own libraries names, as `<url>http://host/path</url>`. */
export function emitAddresses(
  files: readonly SourceFile[],
  { unit, by, collector }: { unit: string; by: string; collector: FactCollector },
): void {
  for (const file of files.filter(isConfiguration)) {
    for (const element of elementsOf(file.xml())) {
      const url = element.text.trim();
      const [, scheme = '', host, port] = /^(https?):\/\/([\w.-]+)(?::(\d+))?(?:\/\S*)?$/i.exec(url) ?? [];
      if (host === undefined || !addressElement.test(element.local) || isForBrowser(url)) continue;
      if (/^(?:localhost|127\.)|(?:^|\.)example\.(?:com|org|net)$/i.test(host)) continue;
      const evidence = file.evidence(by, element.line);
      const number = Number(port ?? (/s$/i.test(scheme) ? 443 : 80));
      collector.add('outbound-url', unit, { url }, evidence, 'inferred');
      collector.add('depends-on', unit, { service: 'http', host, port: number }, evidence, 'inferred');
    }
  }
}

function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return element === undefined ? [] : [element, ...element.children.flatMap(elementsOf)];
}

function isConfiguration(file: SourceFile): boolean {
  return file.name.endsWith('.xml') && configurationRoots.has(file.xml()?.local ?? '');
}

function definitionsIn(file: SourceFile): readonly string[] {
  return file.name.endsWith('.properties') ? file.properties().map(({ key }) => key) : [];
}
