/** A POM with one line of text a part. */
export const pom = (...lines: string[]): string => ['<project>', ...lines, '</project>'].join('\n');
export const gav = (artifact: string, version = '1.0'): string =>
  `<groupId>g</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`;
export const parent = (artifact: string, path?: string, version = '1.0'): string =>
  `<parent>${gav(artifact, version)}${path === undefined ? '' : `<relativePath>${path}</relativePath>`}</parent>`;
export const compiler = (configuration: string): string =>
  `<plugin><artifactId>maven-compiler-plugin</artifactId><configuration>${configuration}</configuration></plugin>`;
export const plugins = (...all: string[]): string => `<build><plugins>${all.join('')}</plugins></build>`;
export const dependency = (artifact: string, more = ''): string =>
  `<dependency><groupId>g</groupId><artifactId>${artifact}</artifactId>${more}</dependency>`;
