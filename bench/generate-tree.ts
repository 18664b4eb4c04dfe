import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeJavaClass } from './java-class.js';
import { createRandom } from './random.js';

const modules = 12;
const packagesOfModule = 25;

/** Writes a Maven application of at least so many lines of Java; the same files on every machine. An existing one is kept. */
export function generateTree(root: string, minimumLines: number): { lines: number; files: number } {
  const random = createRandom(42);
  const complete = join(root, '.complete');
  const isThere = existsSync(complete);
  let [lines, files] = [0, 0];
  for (let index = 0; lines < minimumLines; index++) {
    const [moduleName, packageName] = [
      `module-${index % modules}`,
      `p${Math.floor(index / modules) % packagesOfModule}`,
    ];
    const { name, source } = writeJavaClass(
      `com.example.app${index % modules}.${packageName}`,
      index,
      random,
    );
    lines += source.split('\n').length - 1;
    files++;
    if (isThere) continue;
    const directory = join(
      root,
      moduleName,
      'src/main/java/com/example',
      `app${index % modules}`,
      packageName,
    );
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, `${name}.java`), source);
  }
  if (!isThere) {
    writePoms(root);
    writeFileSync(complete, '');
  }
  return { lines, files };
}

function writePoms(root: string): void {
  const names = Array.from({ length: modules }, (_, index) => `module-${index}`);
  const head = '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>';
  const parent = '<groupId>com.example</groupId><artifactId>app</artifactId><version>1.0</version>';
  const list = names.map((name) => `<module>${name}</module>`).join('');
  writeFileSync(
    join(root, 'pom.xml'),
    `${head}${parent}<packaging>pom</packaging><modules>${list}</modules></project>\n`,
  );
  for (const name of names) {
    writeFileSync(
      join(root, name, 'pom.xml'),
      `${head}<parent>${parent}</parent><artifactId>${name}</artifactId><packaging>war</packaging></project>\n`,
    );
  }
}
