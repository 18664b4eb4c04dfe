import { describe, expect, test } from '@jest/globals';
import { createMemoryProject } from '../workspace/memory-project.js';
import { unitOfFile } from './java-unit.js';

const unit = (path: string, ...others: string[]): string =>
  unitOfFile(
    path,
    createMemoryProject(Object.fromEntries([path, ...others].map((file) => [file, '<project/>']))),
  );

describe('unitOfFile', () => {
  test.each([
    ['order-web/src/main/webapp/WEB-INF/web.xml', ['pom.xml', 'order-web/pom.xml'], 'order-web'],
    ['src/main/resources/application.yml', ['pom.xml'], ''],
    ['erp/WebRoot/WEB-INF/web.xml', ['erp/build.xml'], 'erp'],
    ['oa/WebContent/WEB-INF/classes/a.properties', ['oa/.classpath'], 'oa'],
    ['site/WEB-INF/classes/a.properties', [], 'site'],
    ['site/META-INF/context.xml', ['site/WEB-INF/web.xml'], 'site'],
    [
      'site/META-INF/maven/g/a/pom.properties',
      ['site/META-INF/maven/g/a/pom.xml', 'site/WEB-INF/web.xml'],
      'site',
    ],
    ['readme.txt', [], ''],
    ['app.war!/WEB-INF/web.xml', [], 'app.war'],
    ['app.war!/WEB-INF/lib/a.jar!/META-INF/spring.factories', [], 'app.war'],
    ['shop.ear!/web.war!/WEB-INF/web.xml', [], 'shop.ear'],
    ['shop.ear!/lib/a.jar!/x.properties', [], 'shop.ear'],
    ['app.jar!/BOOT-INF/classes/application.yml', [], 'app.jar'],
    ['src.zip!/web/src/a.java', ['src.zip!/web/pom.xml'], 'src.zip!/web'],
    ['release.tar.gz!/srv/app.jar!/application.yml', [], 'release.tar.gz!/srv/app.jar'],
  ])('%s', (path, others, expected) => {
    expect(unit(path, ...others)).toBe(expected);
  });

  test('an aggregator does not own the web root of a folder that is no module', () => {
    const project = createMemoryProject({
      'pom.xml': '<project><packaging>pom</packaging></project>',
      'old/web/WEB-INF/web.xml': '<web-app/>',
    });
    expect(unitOfFile('old/web/WEB-INF/web.xml', project)).toBe('old/web');
  });
});
