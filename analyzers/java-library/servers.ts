import type { FactValues } from '../../model/fact-values.js';
import { factsOf, type Fact, type FactOf } from '../../model/fact.js';
import type { ComponentView } from '../analyzer.js';
import { compiledLibraries, evidenceOf, isLibrary, shippedLibraries } from './shipped.js';

type Library = FactOf<'library'>;
type Api = FactValues['servlet-api'];

/** The server inside an executable jar, or the one that a WAR leaves to its surroundings. */
export function deriveServer(component: ComponentView): readonly Fact[] {
  const packagings = factsOf(component.facts, 'packaging').map(({ value }) => value.type);
  const shipped = shippedLibraries(component);
  const of = (names: RegExp): readonly Library[] => shipped.filter((library) => isLibrary(library, names));
  const isWar = packagings.includes('war');
  const product = chooseServer(of, { isWar });
  if (!product || factsOf(component.facts, 'server').some(({ value }) => value.embedded)) return [];
  const carriers = of(product.names);
  const own = carriers.find(
    ({ value }) => product.versioned?.test(value.name) === true && value.version !== undefined,
  );
  return [
    {
      kind: 'server',
      component: component.id,
      value: {
        product: product.name,
        ...(own?.value.version !== undefined && { version: own.value.version }),
        embedded: true,
      },
      certainty: 'inferred',
      evidence: evidenceOf(carriers),
    },
  ];
}

interface Choice {
  readonly name: FactValues['server']['product'];
  readonly names: RegExp;
  readonly versioned?: RegExp;
}

/** Whoever names another server means it; `web` alone brings Tomcat. A WAR runs in a server outside. */
function chooseServer(
  of: (names: RegExp) => readonly Library[],
  options: { isWar: boolean },
): Choice | undefined {
  if (options.isWar) return undefined;
  const choices: readonly Choice[] = [
    {
      name: 'undertow',
      names: /^(?:spring-boot-starter-undertow|undertow-(?:core|servlet))$/,
      versioned: /^undertow/,
    },
    {
      name: 'jetty',
      names: /^(?:spring-boot-starter-jetty|jetty-(?:server|servlet|webapp|all)|dropwizard-core)$/,
      versioned: /^jetty/,
    },
    {
      name: 'tomcat',
      names:
        /^(?:spring-boot-starter-(?:tomcat|web|thymeleaf|jersey|web-services|freemarker|velocity)|tomcat-embed-core)$/,
      versioned: /^tomcat-embed/,
    },
  ];
  return choices.find(({ names }) => of(names).length > 0);
}

/** Version of the Servlet API by version of what contains it. Source: the platform specifications. */
const platforms: readonly (readonly [RegExp, (major: number) => Api | undefined])[] = [
  [/^(?:javax\.servlet-api|servlet-api|javax\.servlet)$/, () => ({ namespace: 'javax' })],
  [
    /^(?:javaee-api|javaee-web-api)$/,
    (major) => ({ namespace: 'javax', ...version({ 5: '2.5', 6: '3.0', 7: '3.1', 8: '4.0' }[major]) }),
  ],
  // Version 4 of the renamed artefact still has the old packages.
  [/^jakarta\.servlet-api$/, (major) => (major >= 5 ? { namespace: 'jakarta' } : { namespace: 'javax' })],
  [
    /^(?:jakarta\.jakartaee-api|jakarta\.jakartaee-web-api)$/,
    (major) =>
      major >= 9
        ? { namespace: 'jakarta', ...version({ 9: '5.0', 10: '6.0', 11: '6.1' }[major]) }
        : { namespace: 'javax', ...version('4.0') },
  ],
];

/** Frameworks that fix the namespace without naming the API: from that major version on it is `jakarta`. */
const turning: readonly (readonly [RegExp, number])[] = [
  [/^spring-boot-starter-(?:web|thymeleaf|tomcat|jetty|undertow)$/, 3],
  [/^(?:spring-webmvc|spring-web)$/, 6],
  [/^tomcat-embed-core$/, 10],
  [/^struts2-core$/, 7],
  [/^wicket-core$/, 10],
];

/** The Servlet API that the code is compiled against. */
export function deriveServletApi(component: ComponentView): readonly Fact[] {
  const libraries = compiledLibraries(component);
  const declared = libraries.flatMap((library) => {
    const rule = platforms.find(([names]) => isLibrary(library, names));
    const major = majorOf(library);
    const api = rule && major !== undefined ? rule[1](major) : undefined;
    if (!api) return [];
    const isApi = library.value.name.endsWith('servlet-api');
    const own = isApi ? /^\d+\.\d+/.exec(library.value.version ?? '')?.[0] : undefined;
    return [
      apiFact(component, own === undefined ? api : { ...api, version: own }, {
        library,
        certainty: 'declared',
      }),
    ];
  });
  if (declared.length > 0 || factsOf(component.facts, 'servlet-api').length > 0) return declared;
  return libraries.flatMap((library) => {
    const rule = turning.find(([names]) => isLibrary(library, names));
    const major = majorOf(library);
    if (!rule || major === undefined) return [];
    const namespace = major >= rule[1] ? ('jakarta' as const) : ('javax' as const);
    return [apiFact(component, { namespace }, { library, certainty: 'inferred' })];
  });
}

function apiFact(
  component: ComponentView,
  value: Api,
  seen: { library: Library; certainty: 'declared' | 'inferred' },
): Fact {
  return {
    kind: 'servlet-api',
    component: component.id,
    value,
    certainty: seen.certainty,
    evidence: seen.library.evidence,
  };
}

/** Java that the frameworks need at least, whatever the code is compiled for. */
export function deriveRuntimeFloor(component: ComponentView): readonly Fact[] {
  const floors: readonly (readonly [RegExp, number, string])[] = [
    [/^spring-boot(?:-starter(?:-[\w-]+)?)?$/, 3, '>=17'],
    [/^spring-core$/, 6, '>=17'],
    [/^tomcat-embed-core$/, 11, '>=17'],
    [/^jetty-server$/, 12, '>=17'],
  ];
  return shippedLibraries(component).flatMap((library) => {
    const floor = floors.find(
      ([names, from]) => isLibrary(library, names) && (majorOf(library) ?? 0) >= from,
    );
    if (!floor) return [];
    return [
      {
        kind: 'runtime' as const,
        component: component.id,
        value: { language: 'java' as const, constraint: floor[2], basis: 'api' as const },
        certainty: 'inferred' as const,
        evidence: library.evidence,
      },
    ];
  });
}

function version(text: string | undefined): { version?: string } {
  return text === undefined ? {} : { version: text };
}

function majorOf({ value }: Library): number | undefined {
  const major = Number(/^\d+/.exec(value.version ?? '')?.[0]);
  return Number.isNaN(major) ? undefined : major;
}
