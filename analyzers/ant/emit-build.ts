import type { FactValues } from '../../model/fact-values.js';
import type { FactCollector } from '../fact-collector.js';
import { normaliseJavaVersion } from '../java-version.js';
import type { AntScript, AntTask } from './build-script.js';
import type { AntValue } from './properties.js';

interface Options {
  readonly unit: string;
  readonly by: string;
  readonly collector: FactCollector;
}

/** Everything a build.xml says: what it compiles for, what it packs, and how to run it. */
export function emitAntBuild(script: AntScript, options: Options): { hasLevel: boolean } {
  emitPackaging(script, options);
  emitEncoding(script, options);
  emitServerHome(script, options);
  return { hasLevel: emitLevels(script, options) };
}

/** Source: https://ant.apache.org/manual/Tasks/javac.html */
function emitLevels(script: AntScript, options: Options): boolean {
  const tasks = script.tasks('javac');
  const run = tasks.filter(({ target }) => script.isDefault(target));
  const told = (run.length > 0 ? run : tasks).flatMap((task) => levelsOf(script, task));
  const fallback =
    script.properties.get('ant.build.javac.target') ?? script.properties.get('ant.build.javac.source');
  const levels = told.length === 0 && tasks.length > 0 ? levelOf(fallback, 'target-level') : told;
  for (const { version, basis, value } of levels) {
    addAll('runtime', { language: 'java', version, basis }, value, options);
  }
  return levels.length > 0;
}

/** The directory of the server that the build deploys to says which one it is: `/opt/apache-tomcat-5.5.20`. */
function emitServerHome(script: AntScript, options: Options): void {
  for (const value of script.properties.all()) {
    const version = /\btomcat-?(\d{1,2}\.\d+(?:\.\d+)?)(?=$|[\\/])/i.exec(value.text)?.[1];
    if (version === undefined || value.open) continue;
    addAll('server', { product: 'tomcat', version, embedded: false }, value, options);
    return;
  }
}

interface Level {
  readonly version: string;
  readonly basis: FactValues['runtime']['basis'];
  readonly value: AntValue;
}

function levelsOf(script: AntScript, task: AntTask): Level[] {
  const release = levelOf(script.attribute(task, 'release'), 'release');
  if (release.length > 0) return release;
  const target = levelOf(script.attribute(task, 'target'), 'target-level');
  const source = levelOf(script.attribute(task, 'source'), 'source-level');
  const same = source[0]?.version === target[0]?.version;
  // The same version twice is one statement, seen at both places.
  return [...target, ...source.map((level): Level => (same ? { ...level, basis: 'target-level' } : level))];
}

function levelOf(value: AntValue | undefined, basis: Level['basis']): Level[] {
  const version = value && !value.open ? normaliseJavaVersion(value.text) : undefined;
  return value && version !== undefined ? [{ version, basis, value }] : [];
}

interface Product {
  readonly type: FactValues['packaging']['type'];
  readonly task: AntTask;
  readonly file: AntValue | undefined;
  readonly mainClass?: AntValue;
}

function emitPackaging(script: AntScript, { unit, by, collector }: Options): void {
  const product = findProduct(script);
  const name = script.root.attributes.name;
  const file =
    product?.file && !product.file.open
      ? product.file.text.replaceAll('\\', '/').replace(/^\.\//, '')
      : undefined;
  const artifact = file?.slice(file.lastIndexOf('/') + 1);
  const value: FactValues['packaging'] = {
    type: product?.type ?? 'jar',
    ...(artifact !== undefined && { artifact }),
    ...(product?.mainClass && !product.mainClass.open && { mainClass: product.mainClass.text }),
    form: 'source',
    ...(name !== undefined && name !== '' && { name }),
  };
  const line = product?.task.element.line ?? script.root.line;
  const place = (product?.task.file ?? script.file).evidence(by, line);
  collector.add('packaging', unit, value, place, product ? 'declared' : 'inferred');
  if (product?.file) addAll('packaging', value, product.file, { unit, by, collector });
  const target = targetOf(script, product);
  const build: FactValues['build'] = {
    tool: 'ant',
    file: script.file.path,
    root: unit,
    ...(file !== undefined && { output: file }),
    ...(target !== undefined && { target }),
  };
  collector.add('build', unit, build, script.file.evidence(by, script.root.line));
}

/** The target that makes the product: the default one if it does, else the one whose task it is. */
function targetOf(script: AntScript, product: Product | undefined): string | undefined {
  if (!product || script.isDefault(product.task.target)) return script.defaultTarget;
  return product.task.target ?? script.defaultTarget;
}

/** What counts most: an EAR, a WAR, a jar that runs, a jar. Tasks of the default run come first. */
function findProduct(script: AntScript): Product | undefined {
  const archives = [
    ...script.tasks('war'),
    ...script.tasks('ear'),
    ...script.tasks('jar'),
    ...script.tasks('zip'),
  ];
  const products = archives.flatMap((task): Product[] => {
    const file = script.attribute(task, 'destfile', 'warfile', 'earfile', 'jarfile', 'zipfile', 'file');
    const type = typeOf(task, file?.text ?? '');
    if (type === undefined) return [];
    const mainClass = type === 'jar' ? mainClassOf(script, task) : undefined;
    return [{ type: mainClass ? 'executable-jar' : type, task, file, ...(mainClass && { mainClass }) }];
  });
  const rank = ['ear', 'war', 'executable-jar', 'jar'];
  const order = ({ type, task }: Product): number =>
    rank.indexOf(type) + (script.isDefault(task.target) ? 0 : 0.5);
  return products.reduce<Product | undefined>(
    (best, one) => (!best || order(one) < order(best) ? one : best),
    undefined,
  );
}

function typeOf({ element }: AntTask, file: string): 'ear' | 'war' | 'jar' | undefined {
  if (element.local === 'ear' || /\.ear$/i.test(file)) return 'ear';
  if (element.local === 'war' || /\.war$/i.test(file)) return 'war';
  return element.local === 'jar' ? 'jar' : undefined;
}

function mainClassOf(script: AntScript, { element, file, target }: AntTask): AntValue | undefined {
  const attributes = element.children
    .filter((child) => child.local === 'manifest')
    .flatMap((manifest) => manifest.children);
  const main = attributes.find((one) => one.local === 'attribute' && one.attributes.name === 'Main-Class');
  return main && script.attribute({ element: main, file, target }, 'value');
}

function emitEncoding(script: AntScript, options: Options): void {
  for (const task of script.tasks('javac')) {
    const value = script.attribute(task, 'encoding');
    if (value && !value.open) addAll('encoding', { charset: value.text, subject: 'source' }, value, options);
  }
}

function addAll<K extends 'runtime' | 'encoding' | 'packaging' | 'server'>(
  kind: K,
  value: FactValues[K],
  seen: AntValue,
  { unit, by, collector }: Options,
): void {
  for (const { file, line } of seen.places) collector.add(kind, unit, value, file.evidence(by, line));
}
