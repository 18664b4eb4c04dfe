import { joinPath } from '../paths.js';
import type { ScriptModel } from './script-model.js';
import type { GradlePlace, GradleValue, Placed } from './values.js';

/** A dependency as a script declares it. */
export type GradleDependency =
  | {
      readonly kind: 'library';
      readonly group: string;
      readonly name: string;
      readonly version?: string;
      readonly scope: string;
      readonly places: readonly GradlePlace[];
    }
  | {
      readonly kind: 'project';
      readonly path: string;
      readonly scope: string;
      readonly places: readonly GradlePlace[];
    }
  /** Jars of a folder or single ones, as paths relative to the application's root. */
  | {
      readonly kind: 'files';
      readonly paths: readonly string[];
      readonly scope: string;
      readonly places: readonly GradlePlace[];
    }
  | {
      readonly kind: 'platform';
      readonly group: string;
      readonly name: string;
      readonly version: string;
      readonly places: readonly GradlePlace[];
    };

const scopes: readonly (readonly [RegExp, string])[] = [
  [/^(?:test|integrationTest|androidTest)/i, 'test'],
  [/^(?:annotationProcessor|kapt|compileOnlyApi)$/, 'annotation-processor'],
  [/^(?:compileOnly|provided|providedCompile|providedRuntime|developmentOnly)$/, 'provided'],
  [/^(?:runtime|runtimeOnly)$/, 'runtime'],
  [/^(?:api|implementation|compile)$/, 'compile'],
];

/** Everything in the `dependencies` blocks that hold for a project. What a script computes is left out. */
export function readDependencies(model: ScriptModel): readonly GradleDependency[] {
  return model.statements.flatMap((statement) => {
    if (
      statement.blocks.length !== 1 ||
      !['dependencies', 'dependencyManagement'].includes(statement.blocks[0] ?? '')
    ) {
      return statement.blocks.join('>') === 'dependencyManagement>imports'
        ? importedBom(statement, model)
        : [];
    }
    const match = /^["']?([A-Za-z]\w*)["']?(?: |\()(.*?)\)?$/.exec(statement.text);
    const scope = scopes.find(([names]) => names.test(match?.[1] ?? ''))?.[1];
    const rest = (match?.[2] ?? '').trim().replace(/^\(/, '');
    return scope === undefined ? [] : readNotation(rest, { scope, statement, model });
  });
}

interface Context {
  readonly scope: string;
  readonly statement: Placed;
  readonly model: ScriptModel;
}

function readNotation(text: string, context: Context): readonly GradleDependency[] {
  const { scope, statement, model } = context;
  const places = [{ file: statement.file, line: statement.line }];
  const project = /^project\( ?(?:path ?[:=] ?)?["']([^"']+)["']/.exec(text)?.[1];
  if (project !== undefined)
    return [{ kind: 'project', path: project.startsWith(':') ? project : `:${project}`, scope, places }];
  const wrapped = /^(?:enforcedPlatform|platform|mavenBom)\( ?(.+?) ?\)?$/.exec(text)?.[1];
  if (wrapped !== undefined) return readPlatform(wrapped, context);
  if (/^(?:files|fileTree)\b/.test(text)) return readFiles(text, context);
  const named = namedParts(text);
  if (named) {
    const version = named.version === undefined ? undefined : evaluate(named.version, context);
    return [toLibrary({ group: named.group, name: named.name, version }, context)];
  }
  const accessor = /^libs\.([\w.]+?)(?:\.get\(\))?$/.exec(text)?.[1];
  const entry = accessor === undefined ? undefined : model.catalog.get(accessor);
  if (entry) {
    const [group = '', name = ''] = entry.id.split(':');
    const version = entry.version === undefined ? {} : { version: entry.version };
    const seen = [
      ...places,
      { file: entry.file, line: entry.line },
      ...(entry.versionLine === undefined ? [] : [{ file: entry.file, line: entry.versionLine }]),
    ];
    return [{ kind: 'library', group, name, ...version, scope, places: seen }];
  }
  return [...text.matchAll(/(["'])([^"']*:[^"']*)\1/g)].flatMap((match) =>
    readCoordinates(match[0], context),
  );
}

function readCoordinates(literal: string, context: Context): readonly GradleDependency[] {
  const value = evaluate(literal, context);
  const [group = '', name = '', version] = value.text.split('@')[0]?.split(':') ?? [];
  if (group === '' || name === '' || /[${}]/.test(group + name)) return [];
  return [
    toLibrary(
      { group, name, version: version === undefined ? undefined : { ...value, text: version } },
      context,
    ),
  ];
}

function toLibrary(
  parts: { group: string; name: string; version: GradleValue | undefined },
  { scope, statement }: Context,
): GradleDependency {
  const { group, name, version } = parts;
  const known = version && version.text !== '' && !/[${}+]|latest\./.test(version.text);
  const own = { file: statement.file, line: statement.line };
  return {
    kind: 'library',
    group,
    name,
    ...(known === true && { version: version.text }),
    scope,
    places: [
      own,
      ...(known === true
        ? version.places.filter((place) => place.file !== own.file || place.line !== own.line)
        : []),
    ],
  };
}

/** `group: 'g', name: 'a', version: 'v'`, with `=` in Kotlin. */
function namedParts(text: string): { group: string; name: string; version?: string } | undefined {
  const of = (key: string): string | undefined =>
    new RegExp(`\\b${key} ?[:=] ?(["'][^"']*["']|[\\w.]+)`).exec(text)?.[1];
  const [group, name, version] = [of('group'), of('name'), of('version')];
  if (group === undefined || name === undefined) return undefined;
  const plain = (literal: string): string => literal.replace(/^["']|["']$/g, '');
  return { group: plain(group), name: plain(name), ...(version !== undefined && { version }) };
}

function readPlatform(literal: string, context: Context): readonly GradleDependency[] {
  const [library] = readNotation(literal, context);
  if (library?.kind !== 'library' || library.version === undefined) return [];
  const { group, name, version, places } = library;
  return [{ kind: 'platform', group, name, version, places }];
}

function importedBom(statement: Placed, model: ScriptModel): readonly GradleDependency[] {
  const literal = /^mavenBom ?\(? ?(["'].+?["'])\)?/.exec(statement.text)?.[1];
  return literal === undefined ? [] : readPlatform(literal, { scope: 'compile', statement, model });
}

/** `files('libs/a.jar')`, `fileTree(dir: 'libs', include: '*.jar')`; a folder ends in a slash. */
function readFiles(text: string, { scope, statement, model }: Context): readonly GradleDependency[] {
  const directory = /^fileTree\( ?(?:dir ?[:=] ?|mapOf\("dir" to )?["']([^"'$]+)["']/.exec(text)?.[1];
  const files = text.startsWith('files')
    ? [...text.matchAll(/["']([^"'$]+\.jar)["']/g)].map((match) => match[1] ?? '')
    : [];
  const base = model.self.directory;
  const paths = [
    ...files.map((file) => joinPath(base, file)),
    ...(directory === undefined ? [] : [`${joinPath(base, directory)}/`]),
  ];
  return paths.length > 0
    ? [{ kind: 'files', paths, scope, places: [{ file: statement.file, line: statement.line }] }]
    : [];
}

function evaluate(expression: string, { statement, model }: Context): GradleValue {
  return model.properties.evaluate(expression, { file: statement.file, line: statement.line });
}
