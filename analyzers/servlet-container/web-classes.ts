import { descendantsOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import type { Descriptor } from './descriptor.js';

/** A framework that shows itself by the servlet, filter or listener it needs. */
export interface WebFramework {
  readonly name: string;
  readonly line: number;
  /** Names of the libraries that say the same, with a version. */
  readonly library: RegExp;
}

const frameworks: readonly (readonly [RegExp, string, RegExp])[] = [
  [/^org\.apache\.struts\.action\.ActionServlet$/, 'struts1', /^struts(?:-core)?$/],
  [/^org\.apache\.struts2\.dispatcher\./, 'struts2', /^struts2-core$/],
  [/^com\.opensymphony\.webwork\./, 'webwork', /^webwork$/],
  [
    /^org\.springframework\.web\.servlet\.DispatcherServlet$/,
    'spring-mvc',
    /^spring-(?:webmvc|mvc)$|^spring$/,
  ],
  [
    /^org\.springframework\.web\.context\.ContextLoaderListener$/,
    'spring',
    /^spring(?:-(?:core|context|web))?$/,
  ],
  [
    /^(?:javax|jakarta)\.faces\.webapp\.FacesServlet$/,
    'jsf',
    /^(?:jsf-impl|jsf-api|myfaces-impl|(?:javax|jakarta)\.faces)$/,
  ],
  [/^org\.apache\.wicket\.protocol\.http\./, 'wicket', /^wicket(?:-core)?$/],
  [/^org\.apache\.cxf\.transport\.servlet\./, 'cxf', /^cxf-/],
  [/^org\.apache\.axis2\.transport\.http\./, 'axis2', /^axis2/],
  [/^org\.apache\.axis\.transport\.http\./, 'axis', /^axis$/],
  [/^org\.codehaus\.xfire\./, 'xfire', /^xfire/],
  [/^(?:com\.sun\.jersey|org\.glassfish\.jersey)\./, 'jersey', /^jersey/],
  [/^org\.jboss\.resteasy\./, 'resteasy', /^resteasy/],
  [/^org\.directwebremoting\.|^uk\.ltd\.getahead\.dwr\./, 'dwr', /^dwr$/],
  [/^org\.apache\.tapestry5?\./, 'tapestry', /^tapestry/],
  [/^com\.vaadin\./, 'vaadin', /^vaadin/],
  [/^org\.zkoss\.zk\./, 'zk', /^zk$/],
  [/^org\.apache\.shiro\./, 'shiro', /^shiro/],
  [/^com\.jfinal\.core\.JFinalFilter$/, 'jfinal', /^jfinal$/],
  [/^org\.nutz\.mvc\./, 'nutz', /^nutz$/],
];

/** Frameworks by the classes of a web.xml, each once, at the first line that shows it. */
export function findWebFrameworks(root: XmlElement): readonly WebFramework[] {
  const found = new Map<string, WebFramework>();
  for (const { text, line } of webClasses(root)) {
    for (const [pattern, name, library] of frameworks) {
      if (pattern.test(text) && !found.has(name)) found.set(name, { name, line, library });
    }
  }
  return [...found.values()];
}

/** Listeners and servlets that start a scheduler inside the application. */
export function emitSchedulers(descriptor: Descriptor): void {
  for (const { text, line } of webClasses(descriptor.root)) {
    const match = /^org\.quartz\.ee\.servlet\.(QuartzInitializer\w+)$/.exec(text);
    if (!match) continue;
    const value = { name: match[1] ?? text, mechanism: 'quartz' as const, inProcess: true };
    descriptor.add('scheduled-job', value, line);
  }
}

function webClasses(root: XmlElement): readonly XmlElement[] {
  return ['servlet-class', 'filter-class', 'listener-class'].flatMap((kind) => [
    ...descendantsOf(root, kind),
  ]);
}
