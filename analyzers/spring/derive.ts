import type { FactValues } from '../../model/fact-values.js';
import { factsOf, type Fact, type FactKind, type FactOf } from '../../model/fact.js';
import type { Project } from '../../workspace/project.js';
import type { ComponentView } from '../analyzer.js';
import { canonicalKey, isBootFile, readSettings, settingFiles, type JavaSetting } from '../java-settings.js';
import { unitOfFile } from '../java-unit.js';
import { by } from './target.js';
import { minutesOf } from './web-settings.js';

type Library = FactOf<'library'>;

/** What follows from Spring Boot being there: its default port, the actuator's endpoint, a session's life. */
export function deriveBoot(component: ComponentView, project: Project): readonly Fact[] {
  const libraries = factsOf(component.facts, 'library').filter(
    ({ value }) => !['test', 'import', 'plugin', 'provided'].includes(value.scope),
  );
  const settings = settingFiles(project)
    .filter((file) => isBootFile(file.name) && component.units.includes(unitOfFile(file.path, project)))
    .flatMap(readSettings);
  const boot = { component, libraries, settings };
  return [...defaultPort(boot), ...actuator(boot), ...sessionTimeout(boot)];
}

interface Boot {
  readonly component: ComponentView;
  readonly libraries: readonly Library[];
  readonly settings: readonly JavaSetting[];
}

function find({ libraries }: Boot, names: RegExp): Library | undefined {
  return libraries.find(({ value }) => names.test(value.name));
}

/** The first of the keys that is set, without a profile before with one. */
function settingOf({ settings }: Boot, ...keys: readonly string[]): JavaSetting | undefined {
  const found = settings.filter(({ key }) => keys.includes(canonicalKey(key)));
  return found.find(({ profile }) => profile === undefined) ?? found[0];
}

function makeFact<K extends FactKind>(
  boot: Boot,
  kind: K,
  value: FactValues[K],
  evidence: Fact['evidence'],
): Fact {
  return { kind, component: boot.component.id, value, certainty: 'inferred', evidence } as unknown as Fact;
}

const web =
  /^spring-boot-starter-(?:web|webflux|jersey|tomcat|jetty|undertow|thymeleaf|freemarker|web-services)$/;

/** https://docs.spring.io/spring-boot/docs/2.7.x/reference/html/application-properties.html: server.port is 8080 */
function defaultPort(boot: Boot): readonly Fact[] {
  const carrier = find(boot, web) ?? (find(boot, /^spring-boot$/) && find(boot, /^spring-web(?:mvc|flux)$/));
  const packagings = factsOf(boot.component.facts, 'packaging').map(({ value }) => value.type);
  const told = factsOf(boot.component.facts, 'port').some(({ value }) => value.purpose === 'application');
  if (!carrier || told || packagings.includes('war')) return [];
  return [makeFact(boot, 'port', { port: 8080, protocol: 'http', purpose: 'application' }, carrier.evidence)];
}

/** https://docs.spring.io/spring-boot/docs/2.7.x/reference/html/actuator.html#actuator.endpoints */
function actuator(boot: Boot): readonly Fact[] {
  const library = find(boot, /^spring-boot-(?:starter-)?actuator$/);
  if (!library || !isHealthExposed(boot)) return [];
  const version = bootVersion(boot, library);
  const base = basePath(boot, version);
  const port = Number(
    settingOf(boot, 'management.server.port', 'management.port')?.value.replace(/^\$\{[^:}]+:(\d+)\}$/, '$1'),
  );
  const place = Number.isInteger(port) && port > 0 ? { port } : {};
  const evidence = library.evidence;
  const health = { path: `${base}/health`, ...place, probe: 'any' as const, checksDependencies: true };
  const facts = [makeFact(boot, 'health-endpoint', health, evidence)];
  const probes = settingOf(
    boot,
    'management.endpoint.health.probes.enabled',
    'management.health.probes.enabled',
  );
  if (probes?.value === 'true' && isAtLeast(version, 2, 3)) {
    const own: Fact['evidence'] = [probes.file.evidence(by, probes.line)];
    for (const probe of ['liveness', 'readiness'] as const) {
      const value = { path: `${base}/health/${probe}`, ...place, probe, checksDependencies: false };
      facts.push(makeFact(boot, 'health-endpoint', value, own));
    }
  }
  return facts;
}

function isHealthExposed(boot: Boot): boolean {
  const off = settingOf(
    boot,
    'management.endpoint.health.enabled',
    'endpoints.health.enabled',
    'endpoints.enabled',
  );
  const port = settingOf(boot, 'management.server.port', 'management.port');
  const included = boot.settings.filter(({ key }) =>
    /^management\.endpoints\.web\.exposure\.include(?:\[\d+\])?$/i.test(key),
  );
  const excluded = boot.settings.filter(({ key }) =>
    /^management\.endpoints\.web\.exposure\.exclude(?:\[\d+\])?$/i.test(key),
  );
  return (
    off?.value !== 'false' &&
    port?.value !== '-1' &&
    (included.length === 0 || included.some(({ value }) => /\*|\bhealth\b/.test(value))) &&
    !excluded.some(({ value }) => /\*|\bhealth\b/.test(value))
  );
}

/** Boot 1 serves at the top, Boot 2 and later below /actuator. */
function basePath(boot: Boot, version: readonly [number, number] | undefined): string {
  const first = version?.[0] === 1;
  const base = settingOf(boot, first ? 'management.contextpath' : 'management.endpoints.web.basepath')?.value;
  const server = settingOf(
    boot,
    'management.server.servlet.contextpath',
    'management.server.basepath',
  )?.value;
  const separate = settingOf(boot, 'management.server.port') !== undefined;
  return [separate ? server : undefined, base ?? (first ? '' : '/actuator')]
    .map((part) => (part ?? '').replace(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .map((part) => `/${part}`)
    .join('');
}

function bootVersion(boot: Boot, actuatorLibrary: Library): readonly [number, number] | undefined {
  const versions = [
    actuatorLibrary.value.version,
    ...boot.libraries
      .filter(({ value }) => /^spring-boot(?:-starter.*)?$/.test(value.name))
      .map(({ value }) => value.version),
    ...factsOf(boot.component.facts, 'framework')
      .filter(({ value }) => value.name === 'spring-boot')
      .map(({ value }) => value.version),
  ];
  for (const text of versions) {
    const match = /^(\d+)\.(\d+)/.exec(text ?? '');
    if (match) return [Number(match[1]), Number(match[2])];
  }
  return undefined;
}

function isAtLeast(version: readonly [number, number] | undefined, major: number, minor: number): boolean {
  return version === undefined || version[0] > major || (version[0] === major && version[1] >= minor);
}

/** A session's life matters where sessions are in use. */
function sessionTimeout(boot: Boot): readonly Fact[] {
  const setting = settingOf(
    boot,
    'server.servlet.session.timeout',
    'server.session.timeout',
    'spring.session.timeout',
  );
  const timeoutMinutes = setting && minutesOf(setting.value);
  const states = factsOf(boot.component.facts, 'session-state');
  const [state] = states;
  if (!setting || timeoutMinutes === undefined || !state) return [];
  if (states.some(({ value }) => value.timeoutMinutes !== undefined)) return [];
  const evidence: Fact['evidence'] = [setting.file.evidence(by, setting.line)];
  return [makeFact(boot, 'session-state', { ...state.value, timeoutMinutes }, evidence)];
}
