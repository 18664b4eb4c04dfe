import type { FactValues } from '../../model/fact-values.js';
import type { MavenModel, Value } from './model.js';
import { declaredPlugins, findPlugin, type EffectivePlugin } from './plugins.js';
import { elementAt, textAt, type Place, type Sourced } from './pom.js';

type Server = FactValues['server'];

/** A server that the build can start or deploy to: people run the application in it, or in one like it. */
export interface ServerPlugin {
  readonly server: Server;
  readonly place: Place;
  readonly httpPort?: Value;
  readonly httpsPort?: Value;
  readonly contextPath?: Value;
  readonly systemProperties: readonly { readonly name: string; readonly value: Value }[];
}

interface Form {
  readonly product: Server['product'];
  readonly version?: string;
  readonly http: readonly (readonly string[])[];
  readonly https?: readonly (readonly string[])[];
  readonly context: readonly (readonly string[])[];
}

const tomcat = (version?: string): Form => ({
  product: 'tomcat',
  ...(version !== undefined && { version }),
  http: [['port']],
  https: [['httpsPort']],
  context: [['path']],
});
const jetty: Form = {
  product: 'jetty',
  http: [
    ['httpConnector', 'port'],
    ['connectors', 'connector', 'port'],
    ['systemProperties', 'jetty.http.port'],
  ],
  context: [['webApp', 'contextPath'], ['webAppConfig', 'contextPath'], ['contextPath']],
};
const other = (product: Server['product']): Form => ({ product, http: [], context: [] });

/** Plugins by artifactId. Sources: the plugins' own goal documentation. */
const forms: Readonly<Record<string, Form>> = {
  'tomcat-maven-plugin': tomcat(),
  'tomcat6-maven-plugin': tomcat('6'),
  'tomcat7-maven-plugin': tomcat('7'),
  'tomcat8-maven-plugin': tomcat('8'),
  'tomcat9-maven-plugin': tomcat('9'),
  'jetty-maven-plugin': jetty,
  'maven-jetty-plugin': jetty,
  'jetty-ee8-maven-plugin': jetty,
  'jetty-ee9-maven-plugin': jetty,
  'jetty-ee10-maven-plugin': jetty,
  'wildfly-maven-plugin': other('wildfly'),
  'jboss-as-maven-plugin': other('jboss'),
  'weblogic-maven-plugin': other('weblogic'),
  'maven-glassfish-plugin': other('glassfish'),
  'liberty-maven-plugin': other('websphere'),
};

/** The server plugins that a project names in `<plugins>`, in order. */
export function findServerPlugins(model: MavenModel): readonly ServerPlugin[] {
  const names = new Set(
    declaredPlugins(model.lineage).map(({ element }) => textAt(element, 'artifactId') ?? ''),
  );
  return [...names].flatMap((name) => {
    const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
    const plugin = findPlugin(model.lineage, name);
    if (!plugin) return [];
    if (form) return [readPlugin(model, plugin, form)];
    return /^cargo-maven\d*-plugin$/.test(name) ? readCargo(model, plugin) : [];
  });
}

function readPlugin(model: MavenModel, plugin: EffectivePlugin, form: Form): ServerPlugin {
  const firstOf = (paths: readonly (readonly string[])[] | undefined): Value | undefined =>
    closed(model.value(paths?.flatMap((path) => plugin.anywhere(path))[0]));
  const httpPort = firstOf(form.http);
  const httpsPort = firstOf(form.https);
  const contextPath = firstOf(form.context);
  return {
    server: { product: form.product, ...(form.version && { version: form.version }), embedded: false },
    place: placeOfPlugin(plugin),
    ...(httpPort && { httpPort }),
    ...(httpsPort && { httpsPort }),
    ...(contextPath && { contextPath }),
    systemProperties: readSystemProperties(model, plugin),
  };
}

/** `<systemProperties><a>1</a>` and `<systemProperty><name>a</name><value>1</value>`. */
function readSystemProperties(model: MavenModel, plugin: EffectivePlugin): ServerPlugin['systemProperties'] {
  const holder: Sourced | undefined = plugin.config(['systemProperties']);
  return (holder?.element.children ?? []).flatMap((child) => {
    const named = child.local === 'systemProperty' || child.local === 'property';
    const element = named ? elementAt(child, 'value') : child;
    const name = named ? (textAt(child, 'name') ?? textAt(child, 'key')) : child.name;
    const value = element && holder && model.value({ element, pom: holder.pom });
    return value && name !== undefined && !/^jetty(\.http)?\.port$/.test(name) ? [{ name, value }] : [];
  });
}

/** Source: https://codehaus-cargo.github.io/cargo/Container.html */
function readCargo(model: MavenModel, plugin: EffectivePlugin): ServerPlugin[] {
  const id = model.value(plugin.config(['container', 'containerId']))?.text ?? '';
  const match = /^(tomcat|jetty|wildfly|jboss|weblogic|glassfish|resin)(\d*)/.exec(id);
  if (!match) return [];
  const digits = match[2] ?? '';
  const httpPort = closed(model.value(plugin.config(['configuration', 'properties', 'cargo.servlet.port'])));
  const [deployable] = plugin.anywhere(['deployables', 'deployable']);
  const context = elementAt(deployable?.element, 'properties', 'context');
  const contextPath = context && deployable && closed(model.value({ element: context, pom: deployable.pom }));
  return [
    {
      server: {
        product: match[1] as Server['product'],
        ...(digits !== '' && { version: digits }),
        embedded: false,
      },
      place: placeOfPlugin(plugin),
      ...(httpPort && { httpPort }),
      ...(contextPath && { contextPath }),
      systemProperties: [],
    },
  ];
}

function placeOfPlugin(plugin: EffectivePlugin): Place {
  const [source] = plugin.sources;
  if (!source) throw new Error(`The plugin ${plugin.artifact} stands nowhere`);
  return {
    file: source.pom.file,
    line: (elementAt(source.element, 'artifactId') ?? source.element).line,
  };
}

function closed(value: Value | undefined): Value | undefined {
  return value && !value.open ? value : undefined;
}

/** Where the web modules of an EAR answer. Source: https://maven.apache.org/plugins/maven-ear-plugin/modules.html */
export function findContextRoots(model: MavenModel): readonly Value[] {
  const ear = findPlugin(model.lineage, 'maven-ear-plugin');
  return (ear?.anywhere(['modules', 'webModule']) ?? []).flatMap(({ element, pom }) => {
    const root = elementAt(element, 'contextRoot');
    const value = root && closed(model.value({ element: root, pom }));
    return value ? [value] : [];
  });
}
