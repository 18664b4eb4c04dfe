/** A library as its file name tells: `struts2-core-2.3.15.1.jar` is struts2-core 2.3.15.1. */
export interface JarName {
  readonly name: string;
  readonly version?: string;
}

/** Splits a jar's file name into artefact and version, as Maven joins them; a name without a version is the name. */
export function parseJarName(file: string): JarName {
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:jar|war|zip)$/i, '');
  const match =
    /^(.+?)[-_]v?(\d+(?:[._]\w+)*(?:[-.](?:RELEASE|Final|GA|SNAPSHOT|SP\d+|RC\d*|M\d+|alpha-?\d*|beta-?\d*|jre\d*|android|incubating|b\d+|r\d+|v\d+|\d+))*)(?:[-.](?:all|bin|min|jdk\d+|dist|shaded|final|noaop|nodep|jre\d+))?$/i.exec(
      base,
    );
  const [, name, version] = match ?? [];
  return name !== undefined && version !== undefined ? { name, version } : { name: base };
}
