import type { BuildPlan } from '../../model/plan-component.js';
import { say } from '../generation.js';
import type { ComponentScope } from '../generation.js';
import { baseImage, builtImage, defaultImage } from '../images.js';
import { joinPath } from '../layout.js';
import { dockerfileComments } from './texts.js';

/** Data of the partial `dockerfile/build`. */
export interface BuildStage {
  readonly image: string;
  /** Whether Maven, Gradle or Ant runs in it: certificate authorities are Java's matter then. */
  readonly java: boolean;
  /** Version of Ant to fetch, or false. */
  readonly ant: string | false;
  readonly copies: readonly (readonly string[])[];
  /** Lines of shell. */
  readonly resolve: readonly string[];
  readonly commands: readonly string[];
}

const antVersion = '1.10.15';
const copyGoal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';

/** Data that every Dockerfile's template uses. */
export function commonData(scope: ComponentScope): Record<string, unknown> {
  const { component, id, plan } = scope;
  const [image] = component.images;
  const java = component.build?.java ?? component.runtime.java ?? '17';
  return {
    title: id,
    version: image?.tag ?? '',
    path: `${id}/Dockerfile`,
    target: image?.target ?? false,
    image: image ? builtImage(plan.settings, image) : id,
    context: component.source.context === '' ? '.' : component.source.context,
    say: Object.fromEntries(Object.entries(dockerfileComments).map(([key, text]) => [key, say(scope, text)])),
    caBundle: plan.settings.caBundle !== undefined,
    cacerts: java === '8' ? 'jre/lib/security/cacerts' : 'lib/security/cacerts',
    copyGoal,
    user: component.user,
    group: component.group,
    libraries: false,
    mavenImage: false,
    build: false,
    remove: false,
  };
}

/** The build stage, or undefined when an image it needs is not in the catalogue. */
export function buildStage(scope: ComponentScope, build: BuildPlan): BuildStage | undefined {
  const image = baseImage(scope, {
    image: build.image,
    version: build.version,
    ...(build.java === undefined ? {} : { java: build.java }),
    subject: `components.${scope.id}.build`,
  });
  if (!image) return undefined;
  return {
    image: image.reference,
    java: ['maven', 'gradle', 'ant'].includes(build.tool),
    ant: build.tool === 'ant' ? antVersion : false,
    copies: copyByDirectory(build.dependencyFiles),
    resolve: build.resolve.map(shellLine),
    commands: [...removeCommands(build), ...build.commands].map(shellLine),
  };
}

/** The image with Maven in it, for libraries and for Ant. */
export function mavenImage(scope: ComponentScope): string | undefined {
  const java = scope.component.build?.java ?? scope.component.runtime.java;
  return defaultImage(scope, {
    image: 'maven',
    ...(java === undefined ? {} : { java }),
    subject: `components.${scope.id}`,
  })?.reference;
}

/** One COPY for each directory, sources first, as the exec form wants it. */
function copyByDirectory(files: readonly string[]): string[][] {
  const byDirectory = new Map<string, string[]>();
  for (const file of files) {
    const directory = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : './';
    byDirectory.set(directory, [...(byDirectory.get(directory) ?? []), file]);
  }
  return [...byDirectory].map(([directory, inIt]) => [...inIt, directory]);
}

function removeCommands(build: BuildPlan): string[][] {
  const files = build.remove.filter((path) => !path.includes('!/'));
  return files.length === 0 ? [] : [['rm', '-rf', '--', ...files]];
}

function shellLine(command: readonly string[]): string {
  return command.map(quote).join(' ');
}

/** What is taken out of the unpacked archive, quoted for the shell: members named in the plan, and mounted files. */
export function removeFromTree(
  scope: ComponentScope,
  homes: readonly { from: string; to: string }[],
): string[] | false {
  const members = (scope.component.build?.remove ?? [])
    .filter((path) => path.includes('!/'))
    .map((path) => path.slice(path.indexOf('!/') + 2));
  const mounted = scope.component.configFiles.flatMap((file) =>
    homes
      .filter((home) => file.mountPath.startsWith(`${home.to}/`))
      .map((home) => joinPath(home.from, file.mountPath.slice(home.to.length + 1)))
      // A file that we write need not be there.
      .filter((path) => file.content === undefined || isInContext(scope, path)),
  );
  const paths = [...new Set([...members, ...mounted])].sort();
  return paths.length === 0 ? false : paths.map(quote);
}

function isInContext(scope: ComponentScope, path: string): boolean {
  return scope.readSource(scope.component.source.context, path) !== undefined;
}

function quote(path: string): string {
  return /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
