import type { Analyzer } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import { emitProject } from './emit-project.js';
import { findBuilds } from './settings.js';
import { title } from './texts.js';

/**
 * Gradle builds, Groovy and Kotlin, as far as their text says it without being run: what a script computes stays
 * unknown. Where a pom.xml stands in the same folder, Maven is the build.
 *
 * Source: https://docs.gradle.org/current/userguide/
 */
export const gradleAnalyzer: Analyzer = {
  id: 'gradle',
  title: title(),
  files: ['**/{build,settings}.gradle', '**/{build,settings}.gradle.kts', '**/*.gradle'],
  roots: ['settings.gradle', 'settings.gradle.kts', 'build.gradle', 'build.gradle.kts'],
  analyze: (matched, project) => {
    const collector = createFactCollector();
    const files = matched.filter(
      ({ path }) => !/(?:^|\/)(?:src\/(?:test|it|main\/resources)|buildSrc|build-logic)\//.test(path),
    );
    for (const build of findBuilds(files, project)) {
      if (project.file(build.root === '' ? 'pom.xml' : `${build.root}/pom.xml`)) continue;
      for (const self of build.projects) emitProject(build, self, { project, collector });
    }
    return collector.result();
  },
};
