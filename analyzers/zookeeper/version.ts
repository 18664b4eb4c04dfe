import type { Project, SourceFile } from '../../workspace/project.js';

/** A version that something in the tree tells. */
export interface VersionSeen {
  readonly version: string;
  readonly file: SourceFile;
  readonly line?: number;
}

const inName = /zookeeper[-_](\d+\.\d+\.\d+)/i;
const documents = [
  '**/*.{md,txt,adoc,sh,env,service,yml,yaml,properties}',
  '**/README*',
  '**/Dockerfile*',
  '**/VERSION*',
];
const inText = /zookeeper[\s:_=/-]*(?:(?:version|release|v|版本)[\s:：=]*)?v?(\d+\.\d+\.\d+)/i;

/** The version by a jar's or archive's name, else by a path or sentence in scripts and documents. */
export function findVersion(project: Project, near: (file: SourceFile) => boolean): VersionSeen | undefined {
  for (const file of project.files) {
    const version = near(file) ? inName.exec(file.path)?.[1] : undefined;
    if (version !== undefined) return { version, file };
  }
  for (const file of project.find(documents)) {
    if (!near(file)) continue;
    const line = file.lines().findIndex((text) => inText.test(text));
    const version = inText.exec(file.lines()[line] ?? '')?.[1];
    if (version !== undefined) return { version, file, line: line + 1 };
  }
  return undefined;
}
