import type { Project, SourceFile } from '../../workspace/project.js';
import { emitLibrary, openLibrary } from '../bundled-library.js';
import type { FactCollector } from '../fact-collector.js';
import { descendantsOf } from '../../workspace/xml/xml-element.js';
import { parseJarName } from '../jar-name.js';
import { buildDirectoryOf } from '../java-unit.js';
import { relativeTo } from '../paths.js';

interface Options {
  readonly unit: string;
  readonly project: Project;
  readonly by: string;
  readonly collector: FactCollector;
}

const testLibraries =
  /^(?:junit|junit-.*|mockito.*|easymock.*|hamcrest.*|testng|dbunit|jmock.*|powermock.*|cobertura|emma|jacoco.*|spring-test|selenium.*)$/i;
const serverLibraries =
  /^(?:(?:javax\.)?servlet(?:-api)?(?:-?\d.*)?|(?:javax\.servlet\.)?jsp-api|j2ee|javaee(?:-api)?|catalina.*|weblogic|wlfullclient|jboss-?all-?client|el-api)$/i;
const toolDirectories = /(?:^|\/)(?:ant|tools?|build-?tools|compile-?time|checkstyle|findbugs|pmd)\//i;

/** Jars that the project carries in its own folders. Those of a web root (WEB-INF/lib) are told as such elsewhere. */
export function emitProjectLibraries(options: Options): void {
  const { unit, project, by, collector } = options;
  for (const file of project.find(['**/*.jar'], { origins: ['own', 'vendored'] })) {
    const inside = relativeTo(file.path, unit);
    if (inside === undefined || file.archive !== '' || inside.includes('WEB-INF/lib/')) continue;
    if (toolDirectories.test(inside) || buildDirectoryOf(file.path, project) !== unit) continue;
    emitLibrary(openLibrary(file, project), { unit, by, collector, scope: scopeOf(inside) });
  }
}

/** By the folder's name, else by what the library is for. */
function scopeOf(path: string): string {
  const { name } = parseJarName(path);
  if (/(?:^|\/)(?:[\w-]*test[\w-]*|junit)\//i.test(path) || testLibraries.test(name)) return 'test';
  if (/(?:^|\/)(?:provided|server|container|lib-provided)\//i.test(path) || serverLibraries.test(name))
    return 'provided';
  return 'compile';
}

/** Dependencies of an ivy.xml. Source: https://ant.apache.org/ivy/history/latest-milestone/ivyfile/dependency.html */
export function emitIvy(file: SourceFile, options: Options): void {
  for (const element of descendantsOf(file.xml(), 'dependency')) {
    const { org, name, rev, conf } = element.attributes;
    if (name === undefined) continue;
    const from = (conf ?? '').split('->')[0] ?? '';
    const scope = from.includes('test') ? 'test' : from.includes('provided') ? 'provided' : 'compile';
    options.collector.add(
      'library',
      options.unit,
      {
        ...(org !== undefined && { group: org }),
        name,
        ...(rev !== undefined && !/\$\{|latest/.test(rev) && { version: rev }),
        scope,
        ecosystem: 'maven',
      },
      file.evidence(options.by, element.line),
    );
  }
}
