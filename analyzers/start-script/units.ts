import type { Project } from '../../workspace/project.js';
import { childOf } from '../../workspace/xml/xml-element.js';
import { unitOfFile } from '../java-unit.js';

/** The unit whose jar a command line starts, by the build's name for it; else the one that the script lies in. */
export function createUnitFinder(project: Project): (command: string, scriptPath: string) => string {
  const builds = project.find(['**/pom.xml', '**/build.gradle', '**/build.gradle.kts']).map((file) => ({
    unit: file.directory,
    names: [
      childOf(file.name === 'pom.xml' ? file.xml() : undefined, 'artifactId')?.text,
      file.directory.split('/').at(-1),
    ],
  }));
  return (command, scriptPath) => {
    const jar = /-jar\s+["']?(?:[^\s"']*[\\/])?([^\s"'\\/]+)\.(?:jar|war)/i.exec(command)?.[1];
    const own = unitOfFile(scriptPath, project);
    if (jar === undefined) return own;
    const found = builds
      .flatMap(({ unit, names }) => names.map((name) => ({ unit, name: name ?? '' })))
      .filter(
        ({ name }) =>
          name !== '' && (jar === name || jar.startsWith(`${name}-`) || jar.startsWith(`${name}.`)),
      )
      .sort((a, b) => b.name.length - a.name.length || (a.unit < b.unit ? -1 : 1))[0];
    const archive = project.files.find(
      (file) => file.archive === '' && file.name.replace(/\.[^.]+$/, '') === jar,
    );
    return found?.unit ?? archive?.path ?? own;
  };
}
