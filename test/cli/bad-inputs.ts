import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { zipBytes } from '../zip-bytes.js';

/** What an application nobody should trust looks like; each makes its files below a directory. */
export type MakeInput = (directory: string) => void;

export const soundPom =
  '<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>shop</artifactId><version>1</version><packaging>war</packaging></project>';
const webXml = '<web-app version="3.0"/>';
/** Stands in a file outside of every input: it must appear nowhere. */
export const outsideSecret = 'OUTSIDE-7f3a91';

export function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Inputs by name; each lies in a directory of that name beside a file `outside.txt`. */
export const badInputs: Readonly<Record<string, MakeInput>> = {
  'broken-pom': (at) => {
    write(join(at, 'pom.xml'), '<project>\n<artifactId>shop</artifactId>\n<packaging>war');
  },
  'external-entity': (at) => {
    const entity = `<!DOCTYPE project [\n<!ENTITY x SYSTEM "file://${join(at, '../outside.txt')}">\n]>`;
    write(join(at, 'pom.xml'), `<?xml version="1.0"?>\n${entity}\n${soundPom.replace('shop', 'a-&x;')}`);
  },
  'zip-bomb': (at) => {
    const zeros = new Uint8Array(40 * 1024 * 1024);
    const members = [
      { name: 'WEB-INF/web.xml', content: webXml },
      { name: 'WEB-INF/classes/application.properties', content: zeros },
    ];
    write(join(at, 'app.war'), zipBytes(members));
  },
  'path-traversal': (at) => {
    const members = [
      { name: 'WEB-INF/web.xml', content: webXml },
      { name: '../../escaped.txt', content: 'out of the archive' },
    ];
    write(join(at, 'app.war'), zipBytes(members));
  },
  'link-loop': (at) => {
    write(join(at, 'pom.xml'), soundPom);
    mkdirSync(join(at, 'conf'));
    symlinkSync('..', join(at, 'conf/again'));
  },
  'link-outside': (at) => {
    write(join(at, 'pom.xml'), soundPom);
    symlinkSync('../outside.txt', join(at, 'application.properties'));
    symlinkSync('/etc', join(at, 'etc'));
  },
  'truncated-jar': (at) => {
    const members = [
      { name: 'META-INF/MANIFEST.MF', content: 'Main-Class: a.Main\n' },
      { name: 'a/Main.class', content: 'x'.repeat(4000), stored: true },
    ];
    write(join(at, 'app.jar'), zipBytes(members).subarray(0, 2000));
  },
  empty: (at) => {
    mkdirSync(at);
  },
  huge: (at) => {
    write(join(at, 'pom.xml'), soundPom);
    for (const name of ['dump.sql', 'backup.jar']) {
      write(join(at, name), '');
      truncateSync(join(at, name), 2 * 1024 ** 3);
    }
  },
  gbk: (at) => {
    write(join(at, 'pom.xml'), soundPom);
    const java =
      '// 订单\nclass Export { java.io.OutputStream target = new java.io.FileOutputStream("/data/导出/订单.csv"); }\n';
    write(join(at, 'src/main/java/Export.java'), iconv.encode(java, 'gb18030'));
  },
  ear: (at) => {
    const web = zipBytes([{ name: 'WEB-INF/web.xml', content: webXml }]);
    const descriptor =
      '<application version="5"><module><web><web-uri>web.war</web-uri><context-root>/shop</context-root></web></module></application>';
    const members = [
      { name: 'META-INF/application.xml', content: descriptor },
      { name: 'web.war', content: web },
    ];
    write(join(at, 'shop.ear'), zipBytes(members));
  },
};
