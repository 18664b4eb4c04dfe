import type { Project, SourceFile } from '../workspace/project.js';

/** A PHP directive in a file that PHP or its web server reads. */
export interface PhpSetting {
  readonly name: string;
  readonly value: string;
  readonly file: SourceFile;
  readonly line: number;
  readonly source: 'ini' | 'htaccess' | 'pool';
}

const settingsOf = new WeakMap<Project, readonly PhpSetting[]>();

/** php.ini in all its names: `php.ini`, `.user.ini`, `php.ini-production`, `conf.d/*.ini` and `docker-php-*.ini`. */
export const phpIniFiles = [
  '**/php.ini',
  '**/php-*.ini',
  '**/php[578]*.ini',
  '**/.user.ini',
  '**/*-php.ini',
  '**/docker-php-*.ini',
  '**/php/**/*.ini',
];

/** Pools of PHP-FPM: any `.conf` with a `[pool]` and `pm` or `php_admin_value` lines; the content decides. */
export const phpPoolFiles = [
  '**/php-fpm*.conf',
  '**/www.conf',
  '**/fpm/**/*.conf',
  '**/pool.d/*.conf',
  '**/php-fpm.d/*.conf',
];

const htaccessFiles = [
  '**/.htaccess',
  '**/httpd*.conf',
  '**/apache*.conf',
  '**/vhost*.conf',
  '**/*apache*/**/*.conf',
];

/** Every PHP directive set by a file of the tree, in file order. `ini_set` in code is not among them. */
export function phpSettings(project: Project): readonly PhpSetting[] {
  let settings = settingsOf.get(project);
  if (!settings) {
    settings = [
      ...project.find(phpIniFiles).flatMap((file) => read(file, 'ini', /^\s*([\w.]+)\s*=\s*(.*?)\s*$/)),
      ...project
        .find(htaccessFiles)
        .flatMap((file) =>
          read(file, 'htaccess', /^\s*php_(?:admin_)?(?:value|flag)\s+([\w.]+)\s+(.*?)\s*$/i),
        ),
      ...project
        .find(phpPoolFiles)
        .flatMap((file) =>
          read(file, 'pool', /^\s*php_(?:admin_)?(?:value|flag)\[([\w.]+)\]\s*=\s*(.*?)\s*$/),
        ),
    ];
    settingsOf.set(project, settings);
  }
  return settings;
}

function read(file: SourceFile, source: PhpSetting['source'], pattern: RegExp): PhpSetting[] {
  return file.lines().flatMap((text, index) => {
    const match = /^\s*[;#]/.test(text) ? null : pattern.exec(text);
    const name = match?.[1];
    if (name === undefined) return [];
    return [{ name, value: unquote(match?.[2] ?? ''), file, line: index + 1, source }];
  });
}

function unquote(value: string): string {
  const quoted = /^(["'])(.*?)\1/.exec(value);
  return quoted ? (quoted[2] ?? '') : value.replace(/\s+[;#].*$/, '').trim();
}
