import type { Artefact } from '../../model/artefact.js';
import type { ComponentPlan } from '../../model/plan-component.js';
import type { ComponentScope } from '../generation.js';
import { renderIgnoreFile } from './ignore-file.js';
import { renderJava, renderWar } from './java-images.js';
import { renderNode, renderPhp, renderStatic } from './script-images.js';

const renderers: Readonly<
  Record<ComponentPlan['kind'], ((scope: ComponentScope) => string | undefined) | undefined>
> = {
  war: renderWar,
  java: renderJava,
  php: renderPhp,
  node: renderNode,
  static: renderStatic,
  middleware: undefined,
};

/** The Dockerfile and its ignore file; nothing for what runs a stock image. */
export function generateDockerfile(scope: ComponentScope): Artefact[] {
  const content = renderers[scope.component.kind]?.(scope);
  if (content === undefined) return [];
  const tidy = `${content.replace(/\n{3,}/g, '\n\n').trim()}\n`;
  const from = 'dockerfile';
  return [
    { path: `${scope.id}/Dockerfile`, content: tidy, from },
    { path: `${scope.id}/Dockerfile.dockerignore`, content: renderIgnoreFile(scope), from },
  ];
}
