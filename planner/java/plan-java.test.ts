import { describe, expect, test } from '@jest/globals';
import { classBytes } from '../../test/class-bytes.js';
import { planInMemory } from '../../test/plan-in-memory.js';
import { zipBytes } from '../../test/zip-bytes.js';

/** A WAR built by Maven, for a Java level, with dependencies as coordinates. */
function war(level: string, ...dependencies: string[]): Record<string, string> {
  return {
    'pom.xml': pom({ packaging: 'war', level, dependencies }),
    'src/main/webapp/WEB-INF/web.xml':
      '<web-app version="3.1" xmlns="http://xmlns.jcp.org/xml/ns/javaee"><display-name>shop</display-name></web-app>',
    'src/main/webapp/index.jsp': '<html>Shop</html>',
  };
}

function boot(level: string, version: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    'pom.xml': `<project><modelVersion>4.0.0</modelVersion>
<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>${version}</version></parent>
<groupId>a</groupId><artifactId>shop</artifactId><version>1.0</version>
<properties><java.version>${level}</java.version></properties>
<dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies>
<build><plugins><plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build></project>`,
    'src/main/java/a/App.java':
      'package a;\n@org.springframework.boot.autoconfigure.SpringBootApplication\npublic class App { public static void main(String[] a) {} }\n',
    ...more,
  };
}

function pom(given: { packaging: string; level: string; dependencies: readonly string[] }): string {
  const dependencies = given.dependencies.map((coordinates) => {
    const [group, artifact, version, scope = 'compile'] = coordinates.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version><scope>${scope}</scope></dependency>`;
  });
  return `<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>shop</artifactId><version>1.0</version><packaging>${given.packaging}</packaging>
<properties><maven.compiler.source>${given.level}</maven.compiler.source><maven.compiler.target>${given.level}</maven.compiler.target></properties>
<dependencies>${dependencies.join('')}</dependencies></project>`;
}

describe('the Java version', () => {
  test.each([
    ['1.4', '8'],
    ['1.8', '8'],
    ['11', '11'],
    ['14', '17'],
    ['17', '17'],
  ])('compiled for %s runs on %s', async (level, version) => {
    const { component, plan } = await planInMemory(war(level));
    expect(component.runtime.java).toBe(version);
    const why = plan.decisions.find(({ subject }) => subject === 'components.shop.runtime.java');
    expect(why?.because.en).toContain('pom.xml:');
    expect(why?.evidence.length).toBeGreaterThan(0);
  });

  test('of an archive is what its class files need', async () => {
    const bytes = zipBytes([
      { name: 'WEB-INF/web.xml', content: '<web-app version="3.1"/>' },
      { name: 'WEB-INF/classes/a/B.class', content: classBytes(55) },
    ]);
    const { component } = await planInMemory({ 'shop.war': bytes });
    expect(component.kind).toBe('war');
    expect(component.runtime).toMatchObject({ image: 'tomcat', java: '11' });
    expect(component.source).toMatchObject({ form: 'archive', path: 'shop.war' });
    expect(component.build).toBeUndefined();
  });
});

describe('the server', () => {
  test('is Tomcat 9 for javax.servlet and Tomcat 10 for jakarta.servlet', async () => {
    const javax = await planInMemory(war('1.8', 'javax.servlet:javax.servlet-api:3.1.0:provided'));
    expect(javax.component.runtime).toMatchObject({ image: 'tomcat', version: '9.0', java: '8' });
    const jakarta = await planInMemory(war('11', 'jakarta.servlet:jakarta.servlet-api:5.0.0:provided'));
    expect(jakarta.component.runtime.version).toMatch(/^1[01]\./);
    expect(jakarta.component.runtime.java).toBe('11');
  });

  test('serves a WAR as its own root on 8080, built and probed', async () => {
    const { component, text } = await planInMemory(war('1.8'));
    expect(component).toMatchObject({ kind: 'war', replicas: 2, ports: [{ name: 'http', port: 8080 }] });
    expect(component.build).toMatchObject({ tool: 'maven', output: 'target/shop-1.0.war', java: '8' });
    expect(component.probes.readiness?.port).toBe('http');
    expect(component.probes.liveness?.type).toBe('tcp');
    expect(text('Dockerfile')).toContain('mvn');
  });

  test('of another maker is replaced, and a person is asked to test', async () => {
    const { component, manual } = await planInMemory({
      ...war('1.8'),
      'src/main/webapp/WEB-INF/weblogic.xml':
        '<weblogic-web-app xmlns="http://xmlns.oracle.com/weblogic/weblogic-web-app"><context-root>/shop</context-root></weblogic-web-app>',
    });
    expect(component.runtime.image).toBe('tomcat');
    expect(component.contextPath).toBe('/shop');
    expect(manual.join('\n')).toMatch(/weblogic/i);
  });
});

describe('JNDI', () => {
  const web = (reference: string): Record<string, string> => ({
    ...war('1.8'),
    'src/main/webapp/WEB-INF/web.xml': `<web-app version="3.1" xmlns="http://xmlns.jcp.org/xml/ns/javaee"><resource-ref>${reference}</resource-ref></web-app>`,
  });
  const source = '<res-ref-name>jdbc/shop</res-ref-name><res-type>javax.sql.DataSource</res-type>';

  test('a data source that nothing explains is asked for', async () => {
    const { component, manual } = await planInMemory(web(source));
    expect(component.jndi).toEqual([]);
    expect(manual.join('\n')).toContain('jdbc/shop');
  });

  test('a data source of a known database leads to its Service and Secret', async () => {
    const { component, plan } = await planInMemory({
      ...web(source),
      'conf/context.xml':
        '<Context><Resource name="jdbc/shop" type="javax.sql.DataSource" driverClassName="com.mysql.jdbc.Driver"\n url="jdbc:mysql://10.0.0.5:3306/shop" username="shop" password="topsecret"/></Context>',
    });
    const [id] = Object.keys(plan.dependencies);
    expect(plan.dependencies[id ?? '']).toMatchObject({
      service: 'mysql',
      database: 'shop',
      username: 'shop',
    });
    expect(component.jndi).toMatchObject([
      {
        name: 'jdbc/shop',
        attributes: { username: 'shop', url: expect.stringContaining(`//${id}:3306/shop`) },
      },
    ]);
    expect(JSON.stringify(plan)).not.toContain('topsecret');
    expect(component.env.some((one) => 'secret' in one && one.secret === `${id}-credentials`)).toBe(true);
  });

  test('a mail session needs mail in the server’s libraries', async () => {
    const { component } = await planInMemory(
      web('<res-ref-name>mail/Session</res-ref-name><res-type>javax.mail.Session</res-type>'),
    );
    expect(component.jndi).toMatchObject([{ name: 'mail/Session', type: 'javax.mail.Session' }]);
    expect(component.libraries).toEqual(['com.sun.mail:javax.mail:1.6.2']);
  });
});

describe('an executable jar', () => {
  test('of Spring Boot is unpacked and started by its launcher', async () => {
    const old = await planInMemory(boot('1.8', '2.7.18'));
    expect(old.component).toMatchObject({
      kind: 'java',
      runtime: { image: 'eclipse-temurin-jre', version: '8' },
      java: { launcher: 'org.springframework.boot.loader.JarLauncher' },
      ports: [{ port: 8080 }],
    });
    const recent = await planInMemory(boot('17', '3.2.0'));
    expect(recent.component.java?.launcher).toBe('org.springframework.boot.loader.launch.JarLauncher');
    expect(recent.component.runtime.java).toBe('17');
  });

  test.each([
    ['2.2.13', undefined],
    ['2.7.18', 'graceful'],
    ['3.3.5', 'graceful'],
    ['3.4.1', undefined],
  ])('Boot %s is told to let requests end: %s', async (version, value) => {
    const { component, plan } = await planInMemory(boot('17', version));
    const [said] = component.env.filter(({ name }) => name === 'SERVER_SHUTDOWN');
    expect(said).toEqual(value === undefined ? undefined : { name: 'SERVER_SHUTDOWN', value });
    const why = plan.decisions.find(({ subject }) => subject.endsWith('env.SERVER_SHUTDOWN'));
    expect(why?.because.en).toBe(
      value === undefined
        ? undefined
        : `Spring Boot ${version} cuts requests off when it stops unless it is told to let them end.`,
    );
  });

  test('a port below 1024 moves up by its variable', async () => {
    const { component } = await planInMemory(
      boot('1.8', '2.7.18', { 'src/main/resources/application.properties': 'server.port=80\n' }),
    );
    expect(component.ports).toMatchObject([{ name: 'http', port: 8080 }]);
    expect(component.env).toContainEqual({ name: 'SERVER_PORT', value: '8080' });
  });

  test('the production profile is the one that runs, and only its files are mounted', async () => {
    const { component } = await planInMemory(
      boot('1.8', '2.7.18', {
        'src/main/resources/application.yml': 'spring:\n  profiles:\n    active: dev\n',
        'src/main/resources/application-dev.yml':
          'spring:\n  datasource:\n    url: jdbc:mysql://127.0.0.1/shop\n    password: a1b2c3\n',
        'src/main/resources/application-prod.yml':
          'spring:\n  datasource:\n    url: jdbc:mysql://10.0.0.5/shop\n    username: shop\n    password: topsecret\n',
      }),
    );
    expect(component.env).toContainEqual({ name: 'SPRING_PROFILES_ACTIVE', value: 'prod' });
    expect(component.configFiles.map(({ mountPath }) => mountPath)).toContain(
      '/app/config/application-prod.yml',
    );
    expect(component.configFiles.map(({ name }) => name)).not.toContain('application-dev.yml');
    expect(component.build?.remove).toContain('src/main/resources/application-dev.yml');
  });
});
