import type { Fact } from '../../model/fact.js';
import { factsOf } from '../../model/fact.js';
import type { Analyzer, ComponentView } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import { unitOfFile } from '../java-unit.js';
import { by, createDescriptor, type Descriptor } from './descriptor.js';
import { readJettyXml } from './jetty.js';
import {
  readJBossDataSources,
  readStandalone,
  readTomcatUsers,
  readWebLogicJdbc,
} from './server-datasources.js';
import { title } from './texts.js';
import { readContextXml, readServerXml } from './tomcat.js';
import { readVendorDescriptor } from './vendor-descriptors.js';
import { findWebFrameworks } from './web-classes.js';
import { readWebXml } from './web-xml.js';

/** Web applications' deployment descriptors and the configuration of the servers that run them. */
export const servletContainerAnalyzer: Analyzer = {
  id: by,
  title: title(),
  files: [
    '**/WEB-INF/web.xml',
    '**/META-INF/{context,web-fragment}.xml',
    '**/{context,server,tomcat-users,standalone*,jetty*}.xml',
    '**/conf/*/*/*.xml',
    '**/{jboss-web,weblogic,glassfish-web,sun-web,ibm-web-bnd,ibm-web-ext}.xml',
    '**/{*-ds,*-jdbc}.xml',
  ],
  analyze: (matched, project) => {
    const collector = createFactCollector();
    for (const file of matched) {
      if (isTestData(file.path)) continue;
      const root = file.xml();
      if (!root) continue;
      readDescriptor(
        createDescriptor({ file, root, unit: unitOfFile(file.path, project), project, collector }),
      );
    }
    return collector.result();
  },
  derive: (component, project) =>
    project
      .find(['**/WEB-INF/web.xml'])
      .filter((file) => component.units.includes(unitOfFile(file.path, project)) && !isTestData(file.path))
      .flatMap((file) => frameworksOf(component, file)),
};

/** A web application that only tests use. */
function isTestData(path: string): boolean {
  return /(?:^|\/)src\/(?:test|it)\//.test(path);
}

/** By the root element: file names are a habit, the element decides. */
function readDescriptor(descriptor: Descriptor): void {
  switch (descriptor.root.local) {
    case 'web-app':
      if (descriptor.file.name === 'web.xml' && descriptor.file.path.includes('WEB-INF/'))
        readWebXml(descriptor);
      return;
    case 'Server':
      readServerXml(descriptor);
      return;
    case 'Context':
      readContextXml(descriptor);
      return;
    case 'Configure':
      readJettyXml(descriptor);
      return;
    case 'server':
    case 'domain':
      if ((descriptor.root.attributes.xmlns ?? '').includes('jboss')) readStandalone(descriptor);
      return;
    case 'datasources':
      readJBossDataSources(descriptor);
      return;
    case 'jdbc-data-source':
      readWebLogicJdbc(descriptor);
      return;
    case 'tomcat-users':
      readTomcatUsers(descriptor);
      return;
    default:
      readVendorDescriptor(descriptor);
  }
}

/** What a library says with a version need not be said again without one. */
function frameworksOf(component: ComponentView, file: Parameters<Analyzer['analyze']>[0][number]): Fact[] {
  const root = file.xml();
  const libraries = factsOf(component.facts, 'library').map(({ value }) => value.name);
  return (root ? findWebFrameworks(root) : [])
    .filter(({ library }) => !libraries.some((name) => library.test(name)))
    .map(({ name, line }) => ({
      kind: 'framework',
      component: component.id,
      value: { name },
      certainty: 'declared',
      evidence: [file.evidence(by, line)],
    }));
}
