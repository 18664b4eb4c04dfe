import type { Analyzer } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import { emitProject } from './emit-project.js';
import { readPoms } from './pom.js';
import { findReactors } from './reactor.js';
import { title } from './texts.js';

/**
 * Maven projects as Maven itself would see them, without running it.
 *
 * Source: https://maven.apache.org/ref/current/maven-model-builder/
 */
export const mavenAnalyzer: Analyzer = {
  id: 'maven',
  title: title(),
  files: ['**/pom.xml', '**/*.pom', '**/pom-*.xml'],
  roots: ['pom.xml'],
  analyze: (matched, project) => {
    const collector = createFactCollector();
    const candidates = matched.filter((file) => file.name === 'pom.xml' || isReferred(file.path, matched));
    const reactors = findReactors(readPoms(candidates, project), project);
    for (const one of reactors.built) emitProject(one, { project, reactors, collector });
    return collector.result();
  },
};

/** A POM of another name counts only if a pom.xml names it, as a parent or module. */
function isReferred(path: string, matched: Parameters<Analyzer['analyze']>[0]): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return matched.some((file) => file.path !== path && (file.text()?.includes(`${name}</`) ?? false));
}
