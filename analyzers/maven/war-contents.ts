import type { Dependency } from './dependencies.js';
import type { MavenModel } from './model.js';
import { findPlugin } from './plugins.js';

/**
 * Tells which dependencies the war plugin leaves out of WEB-INF/lib, though their scope would put them there.
 *
 * Source: https://maven.apache.org/plugins/maven-war-plugin/examples/including-excluding-files-from-war.html
 */
export function packagingExclusions(model: MavenModel): (dependency: Dependency) => boolean {
  const war = findPlugin(model.lineage, 'maven-war-plugin');
  const text = war?.declared === true ? (model.value(war.config(['packagingExcludes']))?.text ?? '') : '';
  // A leading %regex[ is the plugin's other syntax, which is left alone.
  const patterns = text
    .split(',')
    .map((pattern) => /^WEB-INF\/lib\/([\w.*?-]+)$/.exec(pattern.trim())?.[1])
    .filter((pattern) => pattern !== undefined)
    .map(
      (pattern) => new RegExp(`^${pattern.replace(/\./g, '\\.').replace(/\*/g, '.*').replace(/\?/g, '.')}$`),
    );
  return ({ artifact, version }) =>
    patterns.some((pattern) =>
      pattern.test(version === undefined ? `${artifact}.jar` : `${artifact}-${version}.jar`),
    );
}
