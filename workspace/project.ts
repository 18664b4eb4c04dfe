import type { Evidence } from '../model/evidence.js';
import type { Problem } from '../model/problem.js';
import type { ClassFile } from './class-file/class-file.js';
import type { JavaSource } from './java-source/java-source.js';
import type { PhpSource } from './php-source/php-source.js';
import type { PropertyEntry } from './properties.js';
import type { XmlElement } from './xml/xml-element.js';
import type { YamlDocument } from './yaml.js';

/**
 * own: written by the application's people; vendored: somebody else's (node_modules, vendor, WEB-INF/lib, minified);
 * generated: a build's output (target, build, dist beside its source).
 */
export type FileOrigin = 'own' | 'vendored' | 'generated';

/**
 * A file of the input, read at most once and parsed at most once per run, whoever asks. Every method is
 * synchronous and never throws: what can't be read or parsed answers `undefined` (or empty) and leaves a Problem
 * in the project.
 */
export interface SourceFile {
  /** Relative to the application's root, forward slashes; members of archives as `app.war!/WEB-INF/web.xml`. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  /** Path of the directory it lies in, `''` for the root, `app.war!/WEB-INF` or `app.war!` in an archive: always a prefix of `path`. */
  readonly directory: string;
  readonly size: number;
  readonly origin: FileOrigin;
  /** The archive it is a member of, `''` for files on disk. */
  readonly archive: string;
  readonly executable: boolean;
  bytes(): Uint8Array | undefined;
  /** Decoded (UTF-8, UTF-16 by BOM, GBK/GB18030, ISO-8859-1), without BOM, line ends as in the file; undefined for binary. */
  text(): string | undefined;
  /** The encoding that text() found: `utf-8`, `gb18030`, `iso-8859-1`, `utf-16le`, `utf-16be`. */
  encoding(): string | undefined;
  /** Without line ends. */
  lines(): readonly string[];
  /** Number of lines, without splitting or (after `prepareSources`) even reading the file; 0 for binary. */
  lineCount(): number;
  xml(): XmlElement | undefined;
  yaml(): readonly YamlDocument[];
  properties(): readonly PropertyEntry[];
  json(): unknown;
  java(): JavaSource | undefined;
  php(): PhpSource | undefined;
  classFile(): ClassFile | undefined;
  /** Evidence at a 1-based line, with the trimmed, masked line as excerpt. Without line: the file as a whole. */
  evidence(by: string, line?: number): Evidence;
}

/** A directory of the input; unreadable ones are Problems and absent here. */
export interface Project {
  /** Path of the application as the user gave it. */
  readonly root: string;
  /** The application is one archive; its members are files below `<name>!/`. */
  readonly archive: boolean;
  /**
   * All files, sorted by path. Members of the application's own archives are included; library archives (WEB-INF/lib)
   * are files like others, and `members` opens them. A file that links lead to, too, is listed once, where it lies.
   */
  readonly files: readonly SourceFile[];
  /** By path, which may go through links inside the input; opens archives on the way where needed. */
  file(path: string): SourceFile | undefined;
  /** What is in an archive, sorted by path; empty if it is none or can't be opened. Cheap: contents are unpacked one by one when asked for. */
  members(archive: SourceFile): readonly SourceFile[];
  /**
   * Files whose path matches any glob (picomatch, dot files included); own files only unless told otherwise. A file whose
   * own path doesn't match, but that of a link to it, is given under the link's path.
   */
  find(globs: readonly string[], options?: { origins?: readonly FileOrigin[] }): readonly SourceFile[];
  /** The path may go through links inside the input. */
  hasDirectory(path: string): boolean;
  /** The path that leads to the same place without links of the input; the path itself where there are none. */
  realPath(path: string): string;
  /** Own source files of a language whose text contains any of the triggers (case-sensitive for Java, not for PHP). */
  sourcesWith(language: 'java' | 'php', triggers: readonly string[]): readonly SourceFile[];
  /** Adds a problem found while reading content; duplicates (same code, file, line) are one. */
  report(problem: Problem): void;
  problems(): readonly Problem[];
}
