import { describe, expect, test } from '@jest/globals';
import type { ClassFile } from '../../workspace/class-file/class-file.js';
import { createMemoryProject } from '../../workspace/memory-project.js';
import type { SourceFile } from '../../workspace/project.js';
import { createFactCollector } from '../fact-collector.js';
import { emitClassFacts } from './class-facts.js';
import { findRemovedApis } from './removed-apis.js';

const base: ClassFile = {
  major: 52,
  name: 'a.B',
  superName: 'java.lang.Object',
  interfaces: [],
  references: [],
  calls: [],
  strings: [],
  annotations: [],
  sourceFile: undefined,
};
const call = (owner: string, name: string): ClassFile['calls'][number] => ({
  owner,
  name,
  descriptor: '()V',
});

function fileOf(path = 'a.war!/WEB-INF/classes/a/B.class'): SourceFile {
  const file = createMemoryProject({ [path]: '' }).file(path);
  if (!file) throw new Error(`${path} is missing`);
  return file;
}

function values(parsed: Partial<ClassFile>, isOwn = true): unknown[] {
  const collector = createFactCollector();
  emitClassFacts(fileOf(), { ...base, ...parsed }, { unit: 'a.war', by: 'java-archive', collector, isOwn });
  const { facts } = collector.result();
  expect(facts.every(({ certainty }) => certainty === 'inferred')).toBe(true);
  return facts.map(({ value }) => value);
}

describe('what a constant pool shows', () => {
  test('JNDI names', () => {
    expect(values({ strings: ['java:comp/env/jdbc/shop', 'jdbc/other'] })).toEqual([
      { name: 'jdbc/shop', role: 'lookup' },
    ]);
    const looksUp = { calls: [call('javax.naming.Context', 'lookup')], strings: ['jdbc/other', 'some text'] };
    expect(values(looksUp)).toEqual([{ name: 'jdbc/other', role: 'lookup' }]);
    expect(values({ strings: ['java:comp/env/BeanManager'] }, false)).toEqual([]);
  });

  test('system properties and variables, only when few strings can be meant', () => {
    const reads = (...strings: string[]): unknown[] =>
      values({ calls: [call('java.lang.System', 'getProperty')], strings });
    expect(reads('app.home', 'java.io.tmpdir', 'Some text.')).toEqual([
      { name: 'app.home', required: false },
    ]);
    expect(reads('a.b', 'c.d')).toEqual([]);
    expect(reads('charset.properties')).toEqual([]);
    expect(reads('com.example.SomeClass')).toEqual([]);
    expect(values({ calls: [call('java.lang.System', 'getenv')], strings: ['DB_HOST', 'GET'] })).toEqual([
      { name: 'DB_HOST', required: false, source: 'environment' },
    ]);
    expect(values({ strings: ['app.home', 'DB_HOST'] })).toEqual([]);
  });

  test('files written', () => {
    const writer = call('java.io.FileOutputStream', '<init>');
    expect(values({ calls: [writer], strings: ['/data/upload', '/index.jsp', 'D:\\temp'] })).toEqual([
      { path: '/data/upload', use: 'upload', persistent: true },
      { path: 'D:\\temp', use: 'temp', persistent: false },
    ]);
    expect(values({ calls: [call('java.io.File', 'createTempFile')] })).toEqual([
      { path: '${java.io.tmpdir}', use: 'temp', persistent: false },
    ]);
  });

  test('sessions and schedulers', () => {
    expect(values({ calls: [call('javax.servlet.http.HttpSession', 'setAttribute')] })).toEqual([
      { store: 'memory' },
    ]);
    expect(values({ calls: [call('javax.servlet.http.HttpSession', 'getAttribute')] })).toEqual([]);
    expect(values({ annotations: ['org.springframework.scheduling.annotation.Scheduled'] })).toEqual([
      { name: 'a.B', mechanism: 'spring', inProcess: true },
    ]);
    expect(values({ interfaces: ['org.quartz.Job'] })).toEqual([
      { name: 'a.B', mechanism: 'quartz', inProcess: true },
    ]);
    expect(values({ calls: [call('java.util.Timer', 'schedule')] })).toEqual([
      { name: 'a.B', mechanism: 'java-timer', inProcess: true },
    ]);
  });
});

describe('packages that later JDKs lack', () => {
  const find = (references: string[], provided: string[] = [], isWar = true): number[] =>
    findRemovedApis([{ file: fileOf(), parsed: { ...base, references } }], {
      isWar,
      isProvided: (name) => provided.some((prefix) => name.startsWith(prefix)),
    }).map(({ from }) => from);

  test('JAXB caps at Java 8 unless the archive brings it', () => {
    expect(find(['javax.xml.bind.JAXBContext'])).toEqual([11]);
    expect(find(['javax.xml.bind.JAXBContext'], ['javax.xml.bind'])).toEqual([]);
    expect(find(['javax.xml.parsers.SAXParser', 'javax.sql.DataSource'])).toEqual([]);
  });

  test('an annotation alone is a reference', () => {
    const parsed = { ...base, annotations: ['javax.xml.bind.annotation.XmlRootElement'] };
    const options = { isWar: true, isProvided: () => false };
    expect(findRemovedApis([{ file: fileOf(), parsed }], options)).toMatchObject([{ from: 11 }]);
  });

  test('annotations come with Tomcat, but not with a jar', () => {
    expect(find(['javax.annotation.PostConstruct'])).toEqual([]);
    expect(find(['javax.annotation.PostConstruct'], [], false)).toEqual([11]);
  });

  test('internals of the JDK', () => {
    expect(find(['sun.misc.BASE64Encoder', 'jdk.nashorn.api.scripting.NashornScriptEngine'])).toEqual([
      9, 15,
    ]);
    expect(find(['sun.misc.Unsafe'])).toEqual([]);
  });
});
