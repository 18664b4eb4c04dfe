import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { antAnalyzer } from './index.js';

const analyze = (files: Record<string, string>): Promise<AnalyzerRun> => analyzeInMemory(antAnalyzer, files);
const build = (...lines: string[]): string =>
  ['<project name="asset" default="war">', ...lines, '</project>'].join('\n');
const compileAndPack = [
  '<target name="compile">',
  '<javac srcdir="src" encoding="GBK"',
  '  source="${level}"',
  '  target="${level}"/>',
  '</target>',
  '<target name="war" depends="compile"><war destfile="dist/${app.name}.war" webxml="WebContent/WEB-INF/web.xml"/></target>',
];

describe('build.xml', () => {
  test('level, product and target, through build.properties', async () => {
    const run = await analyze({
      'build.xml': build('<property file="build.properties"/>', ...compileAndPack),
      'build.properties': 'app.name=asset\nlevel=1.6\n',
    });
    expect(run.values('runtime')).toEqual([{ language: 'java', version: '6', basis: 'target-level' }]);
    expect(run.places('runtime').sort()).toEqual(['build.properties:2', 'build.xml:5', 'build.xml:6']);
    expect(run.values('packaging')).toEqual([
      { type: 'war', artifact: 'asset.war', form: 'source', name: 'asset' },
    ]);
    expect(run.values('build')).toEqual([
      { tool: 'ant', file: 'build.xml', root: '', output: 'dist/asset.war', target: 'war' },
    ]);
    expect(run.values('encoding')).toEqual([{ charset: 'GBK', subject: 'source' }]);
  });

  test('the first definition of a property wins', async () => {
    const run = await analyze({
      'build.xml': build(
        '<property name="level" value="1.5"/>',
        '<property name="level" value="1.7"/>',
        '<!-- <property name="level" value="1.4"/> -->',
        ...compileAndPack,
      ),
    });
    expect(run.values('runtime')).toEqual([{ language: 'java', version: '5', basis: 'target-level' }]);
  });

  test('a property that is defined nowhere leaves the level and the name unknown', async () => {
    const run = await analyze({ 'build.xml': build(...compileAndPack) });
    expect(run.values('runtime')).toEqual([]);
    expect(run.values('packaging')).toEqual([{ type: 'war', form: 'source', name: 'asset' }]);
  });

  test('what tests are compiled for does not count', async () => {
    const run = await analyze({
      'build.xml': build(
        '<target name="compile-test"><javac source="1.8" target="1.8"/></target>',
        '<target name="war"><javac source="1.4" target="1.4"/><war destfile="a.war"/></target>',
      ),
    });
    expect(run.values('runtime')).toEqual([{ language: 'java', version: '4', basis: 'target-level' }]);
  });

  test('the target that packs, when the default one does not', async () => {
    const run = await analyze({
      'build.xml':
        '<project name="a" default="help"><target name="help"/><target name="dist"><jar destfile="a.jar"><manifest><attribute name="Main-Class" value="x.Main"/></manifest></jar></target></project>',
    });
    expect(run.values('packaging')).toEqual([
      { type: 'executable-jar', artifact: 'a.jar', mainClass: 'x.Main', form: 'source', name: 'a' },
    ]);
    expect(run.values('build')).toMatchObject([{ target: 'dist', output: 'a.jar' }]);
  });

  test('a script in a folder of its own builds the project around it', async () => {
    const run = await analyze({
      'erp/ant/build.xml':
        '<project name="erp" basedir=".." default="war"><target name="war"><war destfile="out/erp.war"/></target></project>',
    });
    expect(run.facts.map(({ unit }) => unit)).toEqual(['erp', 'erp']);
    expect(run.values('build')).toMatchObject([
      { file: 'erp/ant/build.xml', root: 'erp', output: 'out/erp.war' },
    ]);
  });

  test('an imported script', async () => {
    const run = await analyze({
      'build.xml': build(
        '<property name="level" value="1.7"/>',
        '<property name="app.name" value="a"/>',
        '<import file="common/compile.xml"/>',
      ),
      'common/compile.xml': `<project>${compileAndPack.join('\n')}</project>`,
    });
    expect(run.values('runtime')).toEqual([{ language: 'java', version: '7', basis: 'target-level' }]);
    expect(run.values('packaging')).toMatchObject([{ type: 'war', artifact: 'a.war' }]);
  });

  test('beside a pom.xml it is not the build', async () => {
    const run = await analyze({ 'pom.xml': '<project/>', 'build.xml': build(...compileAndPack) });
    expect(run.facts).toEqual([]);
  });

  test('a broken build.xml is a problem', async () => {
    const run = await analyze({ 'build.xml': '<project><target></project>' });
    expect(run.facts).toEqual([]);
    expect(run.problems()).toHaveLength(1);
  });
});

describe('libraries in the project’s folders', () => {
  test('name, version and scope', async () => {
    const run = await analyze({
      'build.xml': build(),
      'lib/struts-1.2.9.jar': '',
      'lib/servlet-api.jar': '',
      'lib/junit-3.8.1.jar': '',
      'lib/spring.jar': '',
      'lib/spring.jar!/META-INF/MANIFEST.MF': 'Manifest-Version: 1.0\nImplementation-Version: 2.5.6\n',
      'WebContent/WEB-INF/lib/told-elsewhere-1.0.jar': '',
      'tools/ant-contrib-1.0.jar': '',
    });
    expect(run.values('library').map(({ name, version, scope }) => [name, version, scope])).toEqual([
      ['junit', '3.8.1', 'test'],
      ['servlet-api', undefined, 'provided'],
      ['spring', '2.5.6', 'compile'],
      ['struts', '1.2.9', 'compile'],
    ]);
  });

  test('Ivy', async () => {
    const run = await analyze({
      'build.xml': build(),
      'ivy.xml':
        '<ivy-module><dependencies><dependency org="org.hibernate" name="hibernate" rev="3.2.5.ga"/><dependency org="junit" name="junit" rev="4.4" conf="test->default"/></dependencies></ivy-module>',
    });
    expect(run.values('library')).toMatchObject([
      { group: 'org.hibernate', name: 'hibernate', version: '3.2.5.ga', scope: 'compile' },
      { name: 'junit', scope: 'test' },
    ]);
  });
});

describe('IDE projects', () => {
  test('Eclipse: level, context root, server, Servlet API; all inferred', async () => {
    const run = await analyze({
      '.project': '<projectDescription><name>oa</name></projectDescription>',
      '.classpath':
        '<classpath>\n<classpathentry kind="con" path="org.eclipse.jdt.launching.JRE_CONTAINER/org.eclipse.jdt.internal.debug.ui.launcher.StandardVMType/JavaSE-1.7"/>\n</classpath>',
      'WebRoot/WEB-INF/web.xml': '<web-app/>',
      '.settings/org.eclipse.wst.common.component':
        '<project-modules><wb-module deploy-name="oa"><property name="context-root" value="oa"/></wb-module></project-modules>',
      '.settings/org.eclipse.wst.common.project.facet.core.xml':
        '<faceted-project><runtime name="Apache Tomcat v6.0"/><installed facet="jst.web" version="2.5"/></faceted-project>',
    });
    expect(run.values('packaging')).toEqual([{ type: 'war', form: 'source', name: 'oa' }]);
    expect(run.values('build')).toEqual([{ tool: 'none', file: '.classpath', root: '' }]);
    expect(run.values('runtime')).toEqual([{ language: 'java', version: '7', basis: 'toolchain' }]);
    expect(run.values('context-path')).toEqual([{ path: '/oa' }]);
    expect(run.values('server')).toEqual([{ product: 'tomcat', version: '6.0', embedded: false }]);
    expect(run.values('servlet-api')).toEqual([{ namespace: 'javax', version: '2.5' }]);
    expect(run.facts.every(({ certainty }) => certainty === 'inferred')).toBe(true);
  });

  test('Eclipse’s compiler settings count only where the build says nothing', async () => {
    const prefs =
      'org.eclipse.jdt.core.compiler.codegen.targetPlatform=1.5\norg.eclipse.jdt.core.compiler.source=1.5\n';
    const silent = await analyze({ 'build.xml': build(), '.settings/org.eclipse.jdt.core.prefs': prefs });
    expect(silent.values('runtime')).toEqual([
      { language: 'java', version: '5', basis: 'target-level' },
      { language: 'java', version: '5', basis: 'source-level' },
    ]);
    const told = await analyze({
      'build.xml': build(
        '<target name="war"><javac source="1.6" target="1.6"/><war destfile="a.war"/></target>',
      ),
      '.settings/org.eclipse.jdt.core.prefs': prefs,
    });
    expect(told.values('runtime')).toEqual([{ language: 'java', version: '6', basis: 'target-level' }]);
  });

  test('NetBeans builds by its project file', async () => {
    const run = await analyze({
      'build.xml':
        '<project name="crm" default="default"><import file="nbproject/build-impl.xml"/></project>',
      'nbproject/project.properties':
        'dist.dir=dist\ndist.war=${dist.dir}/${war.name}\nwar.name=crm.war\njavac.source=1.5\njavac.target=1.5\n',
    });
    expect(run.values('packaging')).toEqual([
      { type: 'war', artifact: 'crm.war', form: 'source', name: 'crm' },
    ]);
    expect(run.values('build')).toMatchObject([{ tool: 'ant', output: 'dist/crm.war' }]);
    expect(run.places('runtime')).toEqual([
      'nbproject/project.properties:4',
      'nbproject/project.properties:5',
    ]);
  });

  test('the server’s directory in a property says which server it is', async () => {
    const run = await analyze({
      'build.xml': build(
        '<property file="local.properties"/><target name="war"><war destfile="a.war"/></target>',
      ),
      'local.properties': 'name=a\ntomcat.home=/opt/apache-tomcat-6.0.35\n',
    });
    expect(run.values('server')).toEqual([{ product: 'tomcat', version: '6.0.35', embedded: false }]);
    expect(run.places('server')).toEqual(['local.properties:2']);
  });

  test('a Maven project’s Eclipse files say nothing', async () => {
    const run = await analyze({ 'pom.xml': '<project/>', '.classpath': '<classpath/>' });
    expect(run.facts).toEqual([]);
  });
});
