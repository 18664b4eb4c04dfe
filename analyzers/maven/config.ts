import type { Project } from '../../workspace/project.js';
import type { Place } from './pom.js';
import type { MavenConfig } from './profiles.js';

/** Maven's command line as far as the project itself writes it. */
export interface CommandLine extends MavenConfig {
  /** `-D`, which overrides every property of the same name. */
  readonly properties: ReadonlyMap<string, { readonly text: string; readonly place: Place }>;
}

/** Reads `.mvn/maven.config` of a build's root. Source: https://maven.apache.org/configure.html */
export function readMavenConfig(root: string, project: Project): CommandLine {
  const file = project.file(root === '' ? '.mvn/maven.config' : `${root}/.mvn/maven.config`);
  const properties = new Map<string, { text: string; place: Place }>();
  const profiles: string[] = [];
  const disabledProfiles: string[] = [];
  for (const [index, line] of (file?.lines() ?? []).entries()) {
    if (!file || line.trim().startsWith('#')) continue;
    for (const [, name = '', text = 'true'] of line.matchAll(
      /(?:^|\s)(?:-D|--define[ =])\s*([^\s=]+)(?:=(\S*))?/g,
    )) {
      properties.set(name, { text, place: { file, line: index + 1 } });
    }
    for (const [, names = ''] of line.matchAll(/(?:^|\s)(?:-P|--activate-profiles[ =])\s*(\S+)/g)) {
      for (const name of names.split(',')) {
        if (/^[!-]/.test(name)) disabledProfiles.push(name.slice(1));
        else profiles.push(name.replace(/^[+?]+/, ''));
      }
    }
  }
  return { properties, profiles, disabledProfiles };
}

/** The wrapper that is checked in beside a build's root, and the Maven it fetches. */
export function readWrapper(root: string, project: Project): { wrapper?: true; version?: string } {
  const prefix = root === '' ? '' : `${root}/`;
  const settings = project.file(`${prefix}.mvn/wrapper/maven-wrapper.properties`);
  const url = settings?.properties().find(({ key }) => key === 'distributionUrl')?.value;
  const version = /apache-maven-([\w.-]+?)-bin/.exec(url ?? '')?.[1];
  return {
    ...(project.file(`${prefix}mvnw`) && { wrapper: true as const }),
    ...(version !== undefined && { version }),
  };
}
