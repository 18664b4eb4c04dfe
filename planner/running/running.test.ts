import { describe, expect, test } from '@jest/globals';
import { planInMemory, type PlannedInMemory } from '../../test/plan-in-memory.js';

const pom = `<project><modelVersion>4.0.0</modelVersion>
<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>2.7.18</version></parent>
<groupId>a</groupId><artifactId>shop</artifactId><version>1.0</version>
<dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency>EXTRA</dependencies>
<build><plugins><plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build></project>`;
const actuator =
  '<dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-actuator</artifactId></dependency>';

/** A Spring Boot application with a body of a class, settings and further files. */
function shop(given: {
  code?: string;
  settings?: string;
  extra?: string;
  files?: Record<string, string>;
}): Promise<PlannedInMemory> {
  return planInMemory({
    'pom.xml': pom.replace('EXTRA', given.extra ?? ''),
    'src/main/java/a/App.java': `package a;
import org.springframework.scheduling.annotation.Scheduled;
import javax.servlet.http.HttpSession;
import java.io.*;
@org.springframework.boot.autoconfigure.SpringBootApplication
public class App { public static void main(String[] a) {}
${given.code ?? ''}
}
`,
    'src/main/resources/application.properties': given.settings ?? '',
    ...given.files,
  });
}

const because = ({ plan }: PlannedInMemory, field: string): string =>
  plan.decisions.find(({ subject }) => subject === `components.shop.${field}`)?.because.en ?? '';

describe('replicas', () => {
  test('are two when nothing is held', async () => {
    const planned = await shop({});
    expect(planned.component.replicas).toBe(2);
    expect(because(planned, 'replicas')).not.toBe('');
  });

  test.each([
    [
      'sessions',
      'void a(HttpSession session) { session.setAttribute("a", "b"); }',
      /Sessions live in memory/,
    ],
    ['a job', '@Scheduled(fixedRate = 5000) void b() {}', /job is scheduled inside/],
    [
      'a volume',
      'void c() throws IOException { new FileWriter("/data/audit/a.csv"); }',
      /volume of one node/,
    ],
  ])('are one because of %s, and the reason leads to the line', async (_, code, reason) => {
    const planned = await shop({ code });
    expect(planned.component.replicas).toBe(1);
    expect(because(planned, 'replicas')).toMatch(reason);
    expect(because(planned, 'replicas')).toContain('src/main/java/a/App.java:7');
    const decision = planned.plan.decisions.find(({ subject }) => subject.endsWith('.replicas'));
    expect(decision?.alternatives.map(({ choice }) => choice)).toEqual([2]);
  });

  test('are two when sessions are in Redis', async () => {
    const planned = await shop({
      code: 'void a(HttpSession session) { session.setAttribute("a", "b"); }',
      extra:
        '<dependency><groupId>org.springframework.session</groupId><artifactId>spring-session-data-redis</artifactId></dependency>',
      settings: 'spring.session.store-type=redis\nspring.redis.host=10.0.0.7\n',
    });
    expect(planned.component.replicas).toBe(2);
  });
});

describe('probes', () => {
  test('ask the actuator whether it is ready, and its liveness group, which asks no database, whether it lives', async () => {
    const { component } = await shop({
      extra: actuator,
      settings: 'server.servlet.context-path=/shop\nmanagement.server.port=9090\n',
    });
    expect(component.ports.map(({ name, port }) => [name, port])).toEqual([
      ['http', 8080],
      ['management', 9090],
    ]);
    expect(component.probes.readiness).toMatchObject({
      type: 'http',
      path: '/actuator/health',
      port: 'management',
    });
    expect(component.probes.liveness).toMatchObject({
      type: 'http',
      path: '/actuator/health/liveness',
      port: 'management',
    });
    expect(component.env).toContainEqual({
      name: 'MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED',
      value: 'true',
    });
    expect(component.probes.startup?.failureThreshold).toBeGreaterThan(10);
  });

  test('of an actuator on the port of the application lie below its context path', async () => {
    const { component } = await shop({ extra: actuator, settings: 'server.servlet.context-path=/shop\n' });
    expect(component.contextPath).toBe('/shop');
    expect(component.probes.readiness).toMatchObject({ path: '/shop/actuator/health', port: 'http' });
  });

  test('are of TCP where no page is known, and say so', async () => {
    const planned = await shop({});
    expect(planned.component.probes.readiness).toMatchObject({ type: 'tcp', port: 'http' });
    expect(because(planned, 'probes.readiness.type')).not.toBe('');
    expect(planned.component.smokeTest).toBeUndefined();
  });
});

describe('resources', () => {
  test('follow the heap that a script gives', async () => {
    const planned = await shop({
      files: { 'bin/start.sh': '#!/bin/sh\njava -Xmx3g -jar shop-1.0.jar\n' },
    });
    expect(planned.component.resources.limits.memory).toBe('4096Mi');
    expect(planned.component.resources.requests.memory).toBe('4096Mi');
    expect(because(planned, 'resources.limits.memory')).toContain('bin/start.sh:2');
  });

  test('leave a small heap room for what any JVM needs beside it', async () => {
    const { component } = await shop({
      files: { 'bin/start.sh': '#!/bin/sh\njava -Xmx64m -jar shop-1.0.jar\n' },
    });
    expect(component.resources.limits.memory).toBe('384Mi');
  });

  test('are a default where nothing says more', async () => {
    const { component } = await shop({});
    expect(component.resources.limits).toMatchObject({ memory: '1024Mi', cpu: '2' });
  });
});

describe('the environment', () => {
  test('of a dependency is filled in; a secret is asked for by a Secret', async () => {
    const { component } = await shop({
      settings: 'spring.redis.host=${REDIS_HOST:10.0.0.7}\nspring.redis.password=${REDIS_PASSWORD:}\n',
      code: 'String token = System.getenv("API_TOKEN");',
    });
    expect(component.env).toContainEqual({ name: 'REDIS_HOST', value: 'shop-redis' });
    expect(component.env).toContainEqual({ name: 'API_TOKEN', secret: 'shop-secrets', key: 'api-token' });
  });
});

test('no container runs as root, and each has a grace period longer than its pause before the end', async () => {
  const { component } = await shop({});
  expect(component.user).toBeGreaterThan(0);
  expect(component.group).toBeGreaterThan(0);
  expect(component.stop.graceSeconds).toBeGreaterThan(component.stop.preStopSeconds);
});
