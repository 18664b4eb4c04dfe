import type { Project, SourceFile } from '../../workspace/project.js';
import { isSecretKey } from '../../workspace/mask.js';
import type { FactCollector } from '../fact-collector.js';
import { joinPath } from '../paths.js';
import type { MavenModel } from './model.js';
import { findPlugin } from './plugins.js';
import { elementAt, elementsAt, textAt, type Sourced } from './pom.js';
import { profileId } from './profiles.js';

interface Options {
  readonly unit: string;
  readonly by: string;
  readonly collector: FactCollector;
  readonly project: Project;
}

/** Resources of one directory that Maven fills in while it copies them. */
interface FilteredDirectory {
  readonly directory: string;
  readonly includes: (file: SourceFile) => boolean;
}

/** Text that people configure applications with; pages and scripts of the same folder are not looked at. */
const configuration = /\.(?:ya?ml|properties|xml|conf|ini|json)$/i;
const tooLarge = 256 * 1024;

/**
 * The placeholders in configuration files that `process-resources` would fill, each with the value it gets by default and in
 * every profile that gives it another one.
 *
 * Source: https://maven.apache.org/plugins/maven-resources-plugin/examples/filter.html
 */
export function emitFilteredValues(model: MavenModel, options: Options): void {
  const { project } = options;
  const bracesToo = fillsBraces(model);
  for (const { directory, includes } of filteredDirectories(model, options.unit)) {
    const files = project.find([`${directory}/**`]).filter((file) => configuration.test(file.name));
    for (const file of files) {
      if (file.size > tooLarge || !includes(file)) continue;
      for (const [index, line] of file.lines().entries()) {
        for (const found of tokensOf(line, bracesToo))
          emitToken(model, { ...found, file, line: index + 1 }, options);
      }
    }
  }
}

function filteredDirectories(model: MavenModel, unit: string): FilteredDirectory[] {
  const holder = model.first('build', 'resources');
  const resources = holder ? elementsAt(holder.element, 'resource') : [];
  if (holder && resources.length > 0) {
    return resources
      .filter((resource) => textAt(resource, 'filtering') === 'true')
      .map((resource) => {
        const directory = textAt(resource, 'directory') ?? 'src/main/resources';
        const includes = elementsAt(resource, 'includes', 'include').map((one) => one.text);
        const excludes = elementsAt(resource, 'excludes', 'exclude').map((one) => one.text);
        return {
          directory: joinPath(unit, directory.replace(/^\$\{(?:project\.)?basedir\}\/?/, '')),
          includes: (file: SourceFile) =>
            (includes.length === 0 || includes.some((glob) => fits(file.path, glob))) &&
            !excludes.some((glob) => fits(file.path, glob)),
        };
      });
  }
  // Spring Boot's parent filters the application's own settings.
  const boot = model.lineage.outside?.artifact === 'spring-boot-starter-parent';
  const isSettings = (file: SourceFile): boolean => /^application.*\.(?:ya?ml|properties)$/.test(file.name);
  return boot ? [{ directory: joinPath(unit, 'src/main/resources'), includes: isSettings }] : [];
}

/** The last segment of an include or exclude pattern decides, and the folder it names. */
function fits(path: string, glob: string): boolean {
  const last = glob.split('/').at(-1) ?? glob;
  const folder = glob
    .split('/')
    .slice(0, -1)
    .filter((part) => part !== '**')
    .join('/');
  if (folder !== '' && !folder.includes('*') && !path.includes(`/${folder}/`)) return false;
  if (last === '**' || last === '*') return true;
  const pattern = last
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`(?:^|/)${pattern}$`).test(path);
}

/** `${x}` is filled too unless the build says that only its own delimiters count, as Spring Boot's parent does. */
function fillsBraces(model: MavenModel): boolean {
  if (model.lineage.outside?.artifact === 'spring-boot-starter-parent') return false;
  const plugin = findPlugin(model.lineage, 'maven-resources-plugin');
  return plugin?.config(['useDefaultDelimiters'])?.element.text !== 'false';
}

interface Token {
  readonly token: string;
  readonly name: string;
}

function tokensOf(line: string, bracesToo: boolean): Token[] {
  const pattern = bracesToo ? /@([\w.-]{2,60})@|\$\{([\w.-]{2,60})\}/g : /@([\w.-]{2,60})@/g;
  return [...line.matchAll(pattern)].map(([token, at, braces]) => ({ token, name: at ?? braces ?? '' }));
}

function emitToken(
  model: MavenModel,
  found: Token & { file: SourceFile; line: number },
  { unit, by, collector }: Options,
): void {
  const { file, line, token, name } = found;
  const inProfiles = profileValues(model, name);
  const value = model.property(name);
  // What Maven doesn't know it leaves alone: `${x}` is then the application's own placeholder.
  if (!value && inProfiles.length === 0 && token.startsWith('$')) return;
  const secret = isSecretKey(name);
  const add = (text: string | undefined, profile?: string): void => {
    const known = secret || text === undefined || text.includes('${') ? {} : { value: text };
    const fact = {
      path: file.path,
      token,
      name,
      ...known,
      secret,
      ...(profile === undefined ? {} : { profile }),
    };
    collector.add('filtered-value', unit, fact, file.evidence(by, line));
  };
  add(value?.text);
  for (const one of inProfiles) add(one.text, one.profile);
}

/** What each profile that defines the property gives it, were that profile active. */
function profileValues(model: MavenModel, name: string): { profile: string; text: string | undefined }[] {
  return model.lineage.poms.flatMap((pom) =>
    elementsAt(pom.element, 'profiles', 'profile').flatMap((profile) => {
      const element = elementAt(profile, 'properties')?.children.findLast((child) => child.name === name);
      if (!element) return [];
      const sourced: Sourced = { element, pom };
      return [{ profile: profileId(profile), text: model.value(sourced)?.text ?? '' }];
    }),
  );
}

/** The profiles that a build offers, in any of its poms, sorted. */
export function profilesOf(model: MavenModel): string[] {
  const ids = model.lineage.poms.flatMap((pom) =>
    elementsAt(pom.element, 'profiles', 'profile').map(profileId),
  );
  return [...new Set(ids)].sort();
}
