import { childOf, childrenOf, descendantsOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import { childText, type Descriptor, type Placed } from './descriptor.js';

const defaultWelcome = ['index.html', 'index.htm', 'index.jsp'];
const healthName =
  /^\/(?:[\w-]+\/)*(?:health|healthz|health-?check|ping|alive|heartbeat|status|actuator\/health)(?:\.(?:jsp|html?|do|txt))?$/i;

/** Pages that answer without a login, and pages made for probes. */
export function emitPages(descriptor: Descriptor): void {
  const login = childText(
    childOf(childOf(descriptor.root, 'login-config'), 'form-login-config'),
    'form-login-page',
  );
  if (login) descriptor.add('entry-page', { path: login.text }, login.line);
  if (!isProtected(descriptor.root)) {
    emitWelcome(descriptor);
    emitHomePage(descriptor);
  }
  emitHealth(descriptor);
}

/** The container takes the first welcome file that is there, or that a servlet is mapped to. */
function emitWelcome(descriptor: Descriptor): void {
  const { root } = descriptor;
  const list = childOf(root, 'welcome-file-list');
  const files: readonly Placed[] = childrenOf(list, 'welcome-file')
    .filter(({ text }) => text !== '')
    .map(({ text, line }) => ({ text, line }));
  const patterns = mappings(root).map(({ text }) => text);
  const answers = ({ text }: Placed): boolean => {
    const path = text.startsWith('/') ? text : `/${text}`;
    return (
      hasPage(descriptor, text) ||
      patterns.includes(path) ||
      patterns.some((pattern) => matchesSuffix(pattern, path))
    );
  };
  const found = files.find(answers);
  if (found) {
    descriptor.add('entry-page', { path: `/${found.text.replace(/^\//, '')}` }, found.line);
  } else if (!list) {
    const page = defaultWelcome.find((name) => hasPage(descriptor, name));
    if (page !== undefined) descriptor.add('entry-page', { path: `/${page}` }, root.line, 'inferred');
  }
}

/** Frameworks of components have a home page by nature; whoever maps them to everything answers at the root. */
const homePages = /^org\.apache\.wicket\.protocol\.http\.|^com\.vaadin\.|^org\.zkoss\.zk\.au\./;

function emitHomePage({ root, add }: Descriptor): void {
  for (const kind of ['filter', 'servlet']) {
    const names = childrenOf(root, kind)
      .filter((one) => homePages.test(childText(one, `${kind}-class`)?.text ?? ''))
      .map((one) => childText(one, `${kind}-name`)?.text);
    for (const mapping of childrenOf(root, `${kind}-mapping`)) {
      const pattern = childrenOf(mapping, 'url-pattern').find(({ text }) => text === '/*');
      if (!pattern || !names.includes(childText(mapping, `${kind}-name`)?.text)) continue;
      add('entry-page', { path: '/' }, pattern.line, 'inferred');
    }
  }
}

/** `*.do` answers for `index.do`, but `*.jsp` and `*.html` only for files that are there. */
function matchesSuffix(pattern: string, path: string): boolean {
  return (
    pattern.startsWith('*.') && !/^\*\.(?:jspx?|html?)$/.test(pattern) && path.endsWith(pattern.slice(1))
  );
}

/** A constraint on everything, with roles: no page answers without a login. */
function isProtected(root: XmlElement): boolean {
  return childrenOf(root, 'security-constraint').some(
    (constraint) =>
      childOf(constraint, 'auth-constraint') !== undefined &&
      [...descendantsOf(constraint, 'url-pattern')].some(({ text }) => text === '/*' || text === '/'),
  );
}

function emitHealth(descriptor: Descriptor): void {
  for (const { text, line } of mappings(descriptor.root)) {
    if (healthName.test(text))
      descriptor.add('health-endpoint', { path: text, probe: 'any' }, line, 'inferred');
  }
  const prefix = webRootOf(descriptor);
  for (const name of ['health', 'healthcheck', 'ping', 'alive', 'heartbeat', 'status']) {
    for (const extension of ['jsp', 'html', 'htm', 'txt']) {
      const page = descriptor.project.file(`${prefix}${name}.${extension}`);
      if (page)
        descriptor.addElsewhere('health-endpoint', { path: `/${page.name}`, probe: 'any' }, page, 'inferred');
    }
  }
}

function mappings(root: XmlElement): readonly Placed[] {
  return childrenOf(root, 'servlet-mapping').flatMap((mapping) =>
    childrenOf(mapping, 'url-pattern').map(({ text, line }) => ({ text, line })),
  );
}

function hasPage(descriptor: Descriptor, name: string): boolean {
  return descriptor.project.file(webRootOf(descriptor) + name.replace(/^\//, '')) !== undefined;
}

function webRootOf({ file }: Descriptor): string {
  return file.path.replace(/WEB-INF\/web\.xml$/, '');
}
