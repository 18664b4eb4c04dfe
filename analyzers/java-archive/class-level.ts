import type { SourceFile } from '../../workspace/project.js';
import type { FactCollector } from '../fact-collector.js';
import { javaOfClassMajor, normaliseJavaVersion } from '../java-version.js';
import type { JavaArchive } from './find-archives.js';
import type { BundledLibrary } from '../bundled-library.js';

/** A jar is compiled as a whole, so that a few of its classes tell its level. */
const SAMPLES_PER_LIBRARY = 3;

interface Level {
  readonly major: number;
  readonly file: SourceFile;
}

interface Options {
  readonly libraries: readonly BundledLibrary[];
  readonly by: string;
  readonly collector: FactCollector;
}

/**
 * The Java that must run an archive, by the format of its classes; libraries count where they need more. The JDK that
 * built it is a hint.
 */
export function emitClassLevel(archive: JavaArchive, options: Options): void {
  const { by, collector } = options;
  const own = highest(archive.classes);
  const bundled = highest(options.libraries.flatMap(sampleClasses));
  for (const level of [own, bundled]) {
    if (!level || (level === bundled && own && own.major >= bundled.major)) continue;
    const value = {
      language: 'java' as const,
      version: javaOfClassMajor(level.major),
      basis: 'class-file' as const,
    };
    collector.add(
      'runtime',
      archive.unit,
      value,
      level.file.evidence(by),
      level === own ? 'declared' : 'inferred',
    );
  }
  emitBuildJdk(archive, options);
}

function emitBuildJdk({ manifest, unit }: JavaArchive, { by, collector }: Options): void {
  const jdk = manifest?.get('Build-Jdk-Spec') ?? manifest?.get('Build-Jdk');
  const version = jdk && normaliseJavaVersion(jdk.text);
  if (!manifest || !jdk || version === undefined) return;
  const value = { language: 'java' as const, version, basis: 'document' as const };
  collector.add('runtime', unit, value, manifest.file.evidence(by, jdk.line), 'inferred');
}

/** Some classes of a jar, spread over it. */
function sampleClasses({ file, members }: BundledLibrary): readonly SourceFile[] {
  const prefix = `${file.path}!/`;
  const classes = members.filter(({ path }) => {
    const inside = path.slice(prefix.length);
    return (
      inside.endsWith('.class') && !inside.startsWith('META-INF/') && !inside.endsWith('module-info.class')
    );
  });
  const step = Math.max(1, Math.floor(classes.length / SAMPLES_PER_LIBRARY));
  return classes.filter((_, index) => index % step === 0).slice(0, SAMPLES_PER_LIBRARY);
}

function highest(classes: readonly SourceFile[]): Level | undefined {
  let best: Level | undefined;
  for (const file of classes) {
    const major = majorOf(file);
    if (major !== undefined && (!best || major > best.major)) best = { major, file };
  }
  return best;
}

/** Reads the header only. Source: JVMS 4.1. */
function majorOf(file: SourceFile): number | undefined {
  const bytes = file.bytes();
  if (
    !bytes ||
    bytes.length < 8 ||
    bytes[0] !== 0xca ||
    bytes[1] !== 0xfe ||
    bytes[2] !== 0xba ||
    bytes[3] !== 0xbe
  ) {
    return undefined;
  }
  const major = ((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0);
  return major >= 45 && major < 150 ? major : undefined;
}
