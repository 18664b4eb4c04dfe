/** A parent that projects inherit from by its coordinates alone, and what it sets. */
export interface KnownParent {
  readonly properties: Readonly<Record<string, string>>;
  /** Plugins whose executions it configures, so that naming the plugin is enough: goal by plugin. */
  readonly executions: Readonly<Record<string, string>>;
}

/**
 * What well-known parents outside the input set.
 *
 * Source: the published POMs of org.springframework.boot:spring-boot-starter-parent, from 1.0 to 4.0.
 */
export function knownParent(group: string, artifact: string, version: string): KnownParent | undefined {
  if (group !== 'org.springframework.boot' || artifact !== 'spring-boot-starter-parent') return undefined;
  const major = Number(/^\d+/.exec(version)?.[0]);
  if (!major) return undefined;
  const java = major === 1 ? '1.6' : major === 2 ? '1.8' : '17';
  const level =
    major < 3
      ? { 'maven.compiler.source': '${java.version}', 'maven.compiler.target': '${java.version}' }
      : { 'maven.compiler.release': '${java.version}' };
  return {
    properties: {
      'java.version': java,
      'project.build.sourceEncoding': 'UTF-8',
      'resource.delimiter': '@',
      ...level,
    },
    executions: { 'spring-boot-maven-plugin': 'repackage' },
  };
}
