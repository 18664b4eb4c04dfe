import type { ClassFile } from '../../workspace/class-file/class-file.js';
import type { SourceFile } from '../../workspace/project.js';

/** Packages that a JDK lost, with the first version that lacks them. Sources: JEP 320, JEP 372, JEP 367, JEP 260. */
const removed: readonly { readonly packages: RegExp; readonly from: number; readonly inTomcat?: boolean }[] =
  [
    { packages: /^javax\.xml\.bind\./, from: 11 },
    { packages: /^javax\.activation\./, from: 11 },
    { packages: /^javax\.xml\.(?:ws|soap)\./, from: 11 },
    { packages: /^javax\.jws\./, from: 11 },
    { packages: /^org\.omg\.(?:CORBA|CosNaming|PortableServer)\b/, from: 11 },
    // Tomcat brings these annotations itself.
    {
      packages: /^javax\.annotation\.(?:PostConstruct|PreDestroy|Resource|Resources|Generated)$/,
      from: 11,
      inTomcat: true,
    },
    { packages: /^jdk\.nashorn\./, from: 15 },
    { packages: /^java\.util\.jar\.Pack200/, from: 14 },
    { packages: /^sun\.misc\.(?:BASE64(?:En|De)coder|CharacterEncoder|Launcher)/, from: 9 },
    { packages: /^com\.sun\.image\.codec\.jpeg\./, from: 9 },
    { packages: /^sun\.(?:security|net|io|awt|font|jdbc|nio\.cs|reflect\.generics)\./, from: 9 },
  ];

export interface RemovedApi {
  /** The first Java without it. */
  readonly from: number;
  readonly classes: readonly SourceFile[];
}

/**
 * References to packages that later JDKs don't have, and that nothing in the archive brings: the application stays below
 * that version until somebody adds them.
 */
export function findRemovedApis(
  classes: readonly { readonly file: SourceFile; readonly parsed: ClassFile }[],
  options: { isProvided: (className: string) => boolean; isWar: boolean },
): readonly RemovedApi[] {
  const found = new Map<number, SourceFile[]>();
  for (const { file, parsed } of classes) {
    for (const { packages, from, inTomcat } of removed) {
      if (options.isWar && inTomcat === true) continue;
      // Annotations stand in the constant pool as descriptors, not as class references.
      const names = [...parsed.references, ...parsed.annotations];
      if (!names.some((name) => packages.test(name) && !options.isProvided(name))) continue;
      const files = found.get(from) ?? [];
      if (!files.includes(file)) files.push(file);
      found.set(from, files);
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([from, files]) => ({ from, classes: files }));
}
