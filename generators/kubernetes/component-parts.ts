import type { EnvPlan, VolumePlan } from '../../model/plan-component.js';
import type { ComponentScope } from '../generation.js';
import { javaEnvironment } from '../java/java-environment.js';
import { nginxForPhp, nginxForStatic } from '../nginx/render-nginx.js';
import { phpFiles } from '../php-fpm/php-files.js';
import { tomcatFiles, tomcatScratch } from '../tomcat/tomcat-files.js';
import type { WrittenFile } from './mounted-files.js';
import { scratchVolumes } from './pod-volumes.js';
import type { ScratchDirectory } from './pod-volumes.js';

/** What a component's run time adds to what its plan says. */
export interface ComponentParts {
  readonly env: readonly EnvPlan[];
  /** Volumes of the plan, then directories that the run time writes to. */
  readonly volumes: readonly VolumePlan[];
  /** Files of the main container. */
  readonly files: readonly WrittenFile[];
  /** Files of nginx, where it runs beside the main container. */
  readonly webFiles: readonly WrittenFile[];
}

const temporary: ScratchDirectory = { name: 'tmp', mountPath: '/tmp', size: '512Mi' };

export function componentParts(scope: ComponentScope): ComponentParts {
  const { component } = scope;
  const withScratch = (more: readonly ScratchDirectory[]): VolumePlan[] => [
    ...component.volumes,
    ...scratchVolumes(component.volumes, [temporary, ...more]),
  ];
  const nothing = { env: component.env, files: [], webFiles: [] };
  switch (component.kind) {
    case 'war':
      return {
        env: javaEnvironment(component),
        volumes: withScratch(tomcatScratch),
        files: tomcatFiles(scope),
        webFiles: [],
      };
    case 'java':
      return { ...nothing, env: javaEnvironment(component), volumes: withScratch([]) };
    case 'php':
      return {
        ...nothing,
        volumes: withScratch([]),
        files: phpFiles(scope),
        webFiles: nginxForPhp(scope),
      };
    case 'static':
      return { ...nothing, volumes: withScratch([]), files: nginxForStatic(scope) };
    case 'node':
    case 'middleware':
      return { ...nothing, volumes: withScratch([]) };
  }
}
