import { expect, test } from '@jest/globals';
import { parseJarName } from './jar-name.js';

test.each([
  ['struts2-core-2.3.15.1.jar', 'struts2-core', '2.3.15.1'],
  ['WEB-INF/lib/spring-webmvc-4.3.9.RELEASE.jar', 'spring-webmvc', '4.3.9.RELEASE'],
  ['guava-18.0.jar', 'guava', '18.0'],
  ['log4j-1.2.17.jar', 'log4j', '1.2.17'],
  ['hibernate-jpa-2.0-api-1.0.1.Final.jar', 'hibernate-jpa-2.0-api', '1.0.1.Final'],
  ['commons-fileupload-1.2.2.jar', 'commons-fileupload', '1.2.2'],
  ['derby-10.10.1.1.jar', 'derby', '10.10.1.1'],
  ['log4j-core-2.0-rc2.jar', 'log4j-core', '2.0-rc2'],
  ['mysql-connector-java-5.1.6-bin.jar', 'mysql-connector-java', '5.1.6'],
  ['app-1.0-SNAPSHOT.war', 'app', '1.0-SNAPSHOT'],
  ['ojdbc6.jar', 'ojdbc6', undefined],
  ['ojdbc14.jar', 'ojdbc14', undefined],
  ['classes12.jar', 'classes12', undefined],
  ['spring.jar', 'spring', undefined],
  ['jtds-1.2.2.jar', 'jtds', '1.2.2'],
  ['servlet-api.jar', 'servlet-api', undefined],
  ['x-4.0.0-jre11.jar', 'x', '4.0.0-jre11'],
  ['jstl-1.2.jar', 'jstl', '1.2'],
])('%s', (file, name, version) => {
  expect(parseJarName(file)).toEqual(version === undefined ? { name } : { name, version });
});
