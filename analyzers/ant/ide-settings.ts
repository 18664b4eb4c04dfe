import type { FactValues } from '../../model/fact-values.js';
import type { Certainty } from '../../model/fact.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import { descendantsOf } from '../../workspace/xml/xml-element.js';
import type { FactCollector } from '../fact-collector.js';
import { normaliseJavaVersion } from '../java-version.js';

interface Options {
  readonly unit: string;
  readonly project: Project;
  readonly by: string;
  readonly collector: FactCollector;
}

/** Where an IDE's file lies below its project. */
function settingsFile(name: string, { unit, project }: Options): SourceFile | undefined {
  return project.file(unit === '' ? name : `${unit}/${name}`);
}

/**
 * The Java level in the settings of Eclipse and NetBeans, where the build itself says none. NetBeans builds by its
 * file; Eclipse's say what people worked with.
 */
export function emitIdeLevel(options: Options): void {
  const netbeans = settingsFile('nbproject/project.properties', options);
  if (netbeans) {
    emitKeys(
      netbeans,
      { 'javac.source': 'source-level', 'javac.target': 'target-level' },
      'declared',
      options,
    );
    return;
  }
  const jdt = settingsFile('.settings/org.eclipse.jdt.core.prefs', options);
  const prefix = 'org.eclipse.jdt.core.compiler.';
  const keys = {
    [`${prefix}codegen.targetPlatform`]: 'target-level',
    [`${prefix}source`]: 'source-level',
  } as const;
  if (jdt) emitKeys(jdt, keys, 'inferred', options);
  else emitContainer(options);
}

function emitKeys(
  file: SourceFile,
  keys: Readonly<Record<string, FactValues['runtime']['basis']>>,
  certainty: Certainty,
  { unit, by, collector }: Options,
): void {
  for (const { key, value, line } of file.properties()) {
    const basis = Object.hasOwn(keys, key) ? keys[key] : undefined;
    const version = basis && normaliseJavaVersion(value);
    if (!basis || version === undefined) continue;
    collector.add('runtime', unit, { language: 'java', version, basis }, file.evidence(by, line), certainty);
  }
}

/** `.classpath` names the JRE: `…JRE_CONTAINER/…StandardVMType/JavaSE-1.7`. */
function emitContainer(options: Options): void {
  const file = settingsFile('.classpath', options);
  for (const entry of descendantsOf(file?.xml(), 'classpathentry')) {
    const path = entry.attributes.path ?? '';
    const version = path.includes('JRE_CONTAINER/')
      ? normaliseJavaVersion(path.slice(path.lastIndexOf('/') + 1))
      : undefined;
    if (!file || version === undefined) continue;
    const value = { language: 'java' as const, version, basis: 'toolchain' as const };
    options.collector.add('runtime', options.unit, value, file.evidence(options.by, entry.line), 'inferred');
  }
}

/** What Eclipse's web tools know of the server: context root, Servlet API, product. */
export function emitWebTools(options: Options): void {
  const { unit, by, collector } = options;
  const component = settingsFile('.settings/org.eclipse.wst.common.component', options);
  for (const property of descendantsOf(component?.xml(), 'property')) {
    const root = property.attributes.name === 'context-root' ? property.attributes.value : undefined;
    if (!component || root === undefined || root === '') continue;
    const value = { path: `/${root.replace(/^\/+/, '')}` };
    collector.add('context-path', unit, value, component.evidence(by, property.line), 'inferred');
  }
  const facets = settingsFile('.settings/org.eclipse.wst.common.project.facet.core.xml', options);
  const root = facets?.xml();
  for (const facet of descendantsOf(root, 'installed')) {
    const version = facet.attributes.version;
    if (!facets || facet.attributes.facet !== 'jst.web' || version === undefined) continue;
    const namespace = Number(version) >= 5 ? ('jakarta' as const) : ('javax' as const);
    collector.add('servlet-api', unit, { namespace, version }, facets.evidence(by, facet.line), 'inferred');
  }
  for (const runtime of descendantsOf(root, 'runtime')) {
    const match = /^Apache Tomcat v?(\d+(?:\.\d+)?)/.exec(runtime.attributes.name ?? '');
    if (!facets || !match) continue;
    const value = { product: 'tomcat' as const, version: match[1] ?? '', embedded: false };
    collector.add('server', unit, value, facets.evidence(by, runtime.line), 'inferred');
  }
}

/** NetBeans names what it builds in its project file; its build.xml only imports the rest. */
export function readNetBeans(
  unit: string,
  project: Project,
): { file: SourceFile; get: (key: string) => { text: string; line: number } | undefined } | undefined {
  const file = project.file(
    unit === '' ? 'nbproject/project.properties' : `${unit}/nbproject/project.properties`,
  );
  if (!file) return undefined;
  const entries = file.properties();
  const raw = (key: string): string | undefined => entries.find((entry) => entry.key === key)?.value;
  const expand = (text: string, depth: number): string =>
    text.replace(/\$\{([^{}]+)\}/g, (whole, key: string) => {
      const found = depth > 10 ? undefined : raw(key);
      return found === undefined ? whole : expand(found, depth + 1);
    });
  return {
    file,
    get: (key) => {
      const entry = entries.find((one) => one.key === key);
      return entry && entry.value !== '' ? { text: expand(entry.value, 0), line: entry.line } : undefined;
    },
  };
}
