import type { FileEntry } from './file-entry.js';
import type { FileOrigin, SourceFile } from './project.js';

const vendoredDirectories =
  /^(?:node_modules|bower_components|jspm_packages|\.yarn|\.mvn|\.git|\.svn|\.hg|CVS|\.bzr|\.idea|\.vscode|\.settings|nbproject|site-packages|__MACOSX|(?:third|3rd)[-_]?party)$/i;
const vendoredFiles =
  /^(?:mvnw|mvnw\.cmd|gradlew|gradlew\.bat|\.project|\.classpath|\.DS_Store|Thumbs\.db|.*\.iml)$/i;
const minifiedFiles = /[.-](?:min|pack|bundle)\.(?:js|css|mjs)$|\.(?:js|css)\.map$/i;
const libraryDirectory = /(?:^|\/)(?:lib|libs|ext|endorsed|WEB-INF\/lib-provided)\//;

/** Builds' output directories, each with the files beside it that make it one. */
const outputs: Readonly<Record<string, readonly string[]>> = {
  target: ['pom.xml', 'build.sbt'],
  build: [
    'build.gradle',
    'build.gradle.kts',
    'build.xml',
    'package.json',
    'settings.gradle',
    'settings.gradle.kts',
  ],
  dist: ['package.json', 'build.xml', 'gulpfile.js', 'webpack.config.js'],
  out: ['build.gradle', 'build.gradle.kts', 'build.xml', 'package.json'],
  bin: ['.classpath', 'build.gradle', 'build.gradle.kts'],
  '.gradle': [''],
  '.next': ['package.json'],
  '.nuxt': ['package.json'],
};

/** Asks whether a file exists in the input. */
type Exists = (path: string) => boolean;

/**
 * The origin that a directory gives to all that lies in it, or undefined when it says nothing. `path` is relative to
 * the application's root; `exists` answers for files of the same input.
 */
function directoryOrigin(path: string, exists: Exists): FileOrigin | undefined {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  const beside = path.slice(0, slash + 1);
  if (vendoredDirectories.test(name)) return 'vendored';
  const builders = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
  if (builders?.some((file) => file === '' || exists(beside + file))) return 'generated';
  if (name === 'vendor' && (exists(`${path}/autoload.php`) || exists(`${beside}composer.json`)))
    return 'vendored';
  // Composer's vendor-dir may have any name: https://getcomposer.org/doc/06-config.md#vendor-dir
  if (exists(`${path}/composer/autoload_real.php`)) return 'vendored';
  if (name === 'wrapper' && beside.endsWith('gradle/')) return 'vendored';
  // WordPress itself, around the site's own wp-content and wp-config.php
  if (/^wp-(?:admin|includes)$/.test(name) && exists(`${beside}wp-includes/version.php`)) return 'vendored';
  return undefined;
}

/** The origin of a file by its own name, in a directory that says nothing. */
export function fileOrigin(path: string): FileOrigin {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (vendoredFiles.test(name) || minifiedFiles.test(name)) return 'vendored';
  return /\.(?:jar|dll|so)$/i.test(name) && libraryDirectory.test(path) ? 'vendored' : 'own';
}

/** True for scripts whose first kilobytes hold a line that no person has written: minified without saying so. */
function looksMinified(head: Uint8Array): boolean {
  let longest = 0;
  let start = 0;
  for (let i = 0; i <= head.length; i++) {
    if (i !== head.length && head[i] !== 10) continue;
    longest = Math.max(longest, i - start);
    start = i + 1;
  }
  return longest > 3000;
}

/** Answers origins: what an enclosing directory or archive says of all below it, else a file's own name and content. */
export function createOriginFinder(exists: Exists): {
  readonly ofPath: (path: string) => FileOrigin;
  readonly of: (file: SourceFile, entry: FileEntry) => FileOrigin;
} {
  const known = new Map<string, FileOrigin | undefined>([['', undefined]]);
  const ofDirectory = (path: string): FileOrigin | undefined => {
    if (known.has(path)) return known.get(path);
    const origin = ofDirectory(parentOf(path)) ?? ofContainer(path);
    known.set(path, origin);
    return origin;
  };
  const ofContainer = (path: string): FileOrigin | undefined => {
    if (!path.endsWith('!')) return directoryOrigin(path, exists);
    const origin = fileOrigin(path.slice(0, -1));
    return origin === 'own' ? undefined : origin;
  };
  const ofPath = (path: string): FileOrigin => ofDirectory(parentOf(path)) ?? fileOrigin(path);
  return {
    ofPath,
    of: (file, entry) => {
      const origin = entry.origin ?? ofPath(file.path);
      if (origin !== 'own' || !/\.(?:js|css)$/i.test(file.path) || file.size < 8192) return origin;
      const head = entry.readRange ? entry.readRange(0, 8192) : file.bytes()?.subarray(0, 8192);
      return head && looksMinified(head) ? 'vendored' : 'own';
    },
  };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
