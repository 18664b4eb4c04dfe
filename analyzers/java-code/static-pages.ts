import type { Project, SourceFile } from '../../workspace/project.js';
import type { FactCollector } from '../fact-collector.js';
import { unitOfFile } from '../java-unit.js';
import { isTestPath } from '../java-settings.js';
import { by } from './code-file.js';

const content =
  /(?:^|[/!])(?:src\/main\/(?:webapp|resources\/(?:static|public|META-INF\/resources))|WebContent|WebRoot|(?:BOOT-INF\/classes|WEB-INF\/classes)\/(?:static|public|META-INF\/resources))\/([^/]+\.(?:jsp|html?|txt))$/i;

/** Emits pages that are files: those made for a load balancer's check, and login pages. */
export function emitStaticPages(project: Project, collector: FactCollector): void {
  for (const file of project.find(['**/*.{jsp,html,htm,txt}'])) {
    const name = content.exec(file.path)?.[1] ?? besideWebInf(file, project);
    if (name === undefined || isTestPath(file.path)) continue;
    const unit = unitOfFile(file.path, project);
    const evidence = file.evidence(by);
    const path = `/${name}`;
    if (/^(?:ok|health\w*|alive|heartbeat|ping|monitor|check|probe|status)\.(?:jsp|html?|txt)$/i.test(name)) {
      const isStatic = !name.endsWith('.jsp');
      const value = { path, probe: 'any' as const, ...(isStatic && { checksDependencies: false }) };
      collector.add('health-endpoint', unit, value, evidence, 'inferred');
    } else if (/^(?:login|index)\.(?:jsp|html?)$/i.test(name)) {
      collector.add('entry-page', unit, { path }, evidence, 'inferred');
    }
  }
}

/** The top of an exploded web application or a WAR. */
function besideWebInf(file: SourceFile, project: Project): string | undefined {
  const directory = file.directory === '' ? 'WEB-INF' : `${file.directory}/WEB-INF`;
  return project.hasDirectory(directory) ? file.name : undefined;
}
