import { say } from '../generation.js';
import type { ComponentScope } from '../generation.js';
import { ignoreComment } from './texts.js';

/** What no build needs: histories, editors' files, keys and local settings, what tells others how to build and deploy. */
const neverNeeded = [
  '**/.git',
  '**/.gitattributes',
  '**/.gitignore',
  '**/.github',
  '**/.gitlab-ci.yml',
  '**/.svn',
  '**/.hg',
  '**/CVS',
  '**/.idea',
  '**/.vscode',
  '**/.settings',
  '**/.DS_Store',
  '**/*.iml',
  '**/*.log',
  '**/*.pem',
  '**/*.p12',
  '**/*.key',
  '**/.env',
  '**/.env.*',
  '**/.dockerignore',
  '**/Dockerfile',
  '**/Dockerfile.*',
  '**/Jenkinsfile',
  '**/compose.y*ml',
  '**/docker-compose*.y*ml',
  '**/drydock.yaml',
  '**/.drydock',
];

const resultsOf: Readonly<Record<string, readonly string[]>> = {
  war: ['**/target', '**/.gradle', '**/build/libs', '**/build/classes'],
  java: ['**/target', '**/.gradle', '**/build/libs', '**/build/classes'],
  node: ['**/node_modules', '**/coverage', '**/npm-debug.log*'],
  static: ['**/node_modules', '**/coverage', '**/npm-debug.log*'],
};

/**
 * `Dockerfile.dockerignore`: BuildKit reads the file of this name beside the Dockerfile. For an archive only that
 * archive enters the context, however full its directory is.
 */
export function renderIgnoreFile(scope: ComponentScope): string {
  const { source, kind, build } = scope.component;
  const archive = source.form !== 'source' && source.path !== '';
  const lines = archive
    ? ['*', ...allowed(source.path)]
    : [...neverNeeded, ...(resultsOf[kind] ?? []), ...(build?.tool === 'composer' ? ['vendor'] : [])];
  return scope.templates.render('dockerfile/dockerignore', {
    say: say(scope, ignoreComment({ archive })),
    lines,
  });
}

/** Every parent must be let in for a file below it to be found. */
function allowed(path: string): string[] {
  const parts = path.split('/');
  return parts.flatMap((_part, i) => {
    const here = parts.slice(0, i + 1).join('/');
    return i === parts.length - 1 ? [`!${here}`] : [`!${here}`, `${here}/*`];
  });
}
