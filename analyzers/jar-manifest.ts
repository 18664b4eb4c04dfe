import type { SourceFile } from '../workspace/project.js';

/** Main attributes of a jar's manifest, each with the line it starts on. Names compare in lower case. */
export interface Manifest {
  readonly file: SourceFile;
  readonly get: (name: string) => { readonly text: string; readonly line: number } | undefined;
}

/** Reads META-INF/MANIFEST.MF up to its first empty line. Source: JAR File Specification, "JAR Manifest". */
export function readManifest(file: SourceFile | undefined): Manifest | undefined {
  if (!file) return undefined;
  const attributes = new Map<string, { text: string; line: number }>();
  let last: { text: string; line: number } | undefined;
  for (const [index, line] of file.lines().entries()) {
    if (line === '') break;
    if (line.startsWith(' ') && last) {
      last.text += line.slice(1);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    last = { text: line.slice(colon + 1).trimStart(), line: index + 1 };
    attributes.set(line.slice(0, colon).toLowerCase(), last);
  }
  return { file, get: (name) => attributes.get(name.toLowerCase()) };
}
