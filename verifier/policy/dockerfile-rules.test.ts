import { describe, expect, test } from '@jest/globals';
import { checkDockerfilePolicy } from './check-policy.js';
import { viewDockerfile } from './dockerfile/dockerfile-view.js';
import { dockerfileRules } from './dockerfile-rules.js';

const good = `ARG VERSION=17.0.13
FROM registry.example:5000/maven:3.9.9 AS build
WORKDIR /src
COPY pom.xml .
RUN mvn -q dependency:go-offline
COPY . .
RUN mvn -q package

FROM registry.example/jre:\${VERSION}
RUN apt-get update \\
 && apt-get install -y --no-install-recommends tini \\
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build --chown=10001:10001 /src/target/app.jar app.jar
ENV TZ=Asia/Shanghai
EXPOSE 8080
USER 10001:10001
ENTRYPOINT ["java", "-jar", "app.jar"]
`;

function broken(text: string): string[] {
  return checkDockerfilePolicy({ path: 'Dockerfile', bytes: Buffer.from(text) }).flatMap(({ details }) =>
    details.map(({ line, rule }) => `${line ?? 0} ${rule.replace('policy/', '')}`),
  );
}

function changed(from: string, to: string): string {
  if (!good.includes(from)) throw new Error(`no such text: ${from}`);
  return good.replace(from, to);
}

const cases: readonly (readonly [string, string, string, string])[] = [
  ['from-pinned', 'latest', changed('maven:3.9.9', 'maven:latest'), '2 from-pinned'],
  ['from-pinned', 'no tag', changed('maven:3.9.9', 'maven'), '2 from-pinned'],
  ['from-pinned', 'variable without default', changed('ARG VERSION=17.0.13', 'ARG VERSION'), '9 from-pinned'],
  ['user-non-root', 'none', changed('USER 10001:10001\n', ''), '9 user-non-root'],
  ['user-non-root', 'a name', changed('USER 10001:10001', 'USER app'), '17 user-non-root'],
  ['user-non-root', 'root again', changed('USER 10001:10001', 'USER 10001\nUSER 0'), '18 user-non-root'],
  [
    'exec-form',
    'shell',
    changed('ENTRYPOINT ["java", "-jar", "app.jar"]', 'ENTRYPOINT java -jar app.jar'),
    '18 exec-form',
  ],
  [
    'exec-form',
    'single quotes',
    changed('["java", "-jar", "app.jar"]', "['java', '-jar', 'app.jar']"),
    '18 exec-form',
  ],
  ['one-command', 'two', changed('ENTRYPOINT', 'CMD ["a"]\nCMD ["b"]\nENTRYPOINT'), '18 one-command'],
  ['secret-in-image', 'ENV', changed('ENV TZ=Asia/Shanghai', 'ENV DB_PASSWORD=Zk9pQ7'), '15 secret-in-image'],
  ['secret-in-image', 'ARG', changed('ENV TZ=Asia/Shanghai', 'ARG NPM_TOKEN'), '15 secret-in-image'],
  [
    'secret-in-image',
    'RUN',
    changed('RUN mvn -q package', 'RUN mvn -Drepo.password=Zk9pQ7 package'),
    '7 secret-in-image',
  ],
  ['secret-copied', '.env', changed('COPY pom.xml .', 'COPY .env pom.xml ./'), '4 secret-copied'],
  [
    'secret-copied',
    'a key',
    changed('COPY pom.xml .', 'COPY ["conf/server.key", "/etc/"]'),
    '4 secret-copied',
  ],
  ['add-url', 'URL', changed('COPY pom.xml .', 'ADD https://example.com/a.jar /a.jar'), '4 add-url'],
  ['add-url', 'plain file', changed('COPY pom.xml .', 'ADD pom.xml .'), '4 add-url'],
  [
    'download',
    'pipe',
    changed('RUN mvn -q package', 'RUN curl -fsSL https://example.com/i.sh | bash'),
    '7 download',
  ],
  [
    'download',
    'no checksum',
    changed('RUN mvn -q package', 'RUN wget -q https://example.com/a.tgz'),
    '7 download',
  ],
  ['package-hygiene', 'no -y', changed('install -y --no', 'install --no'), '10 package-hygiene'],
  ['package-hygiene', 'recommends', changed(' --no-install-recommends', ''), '10 package-hygiene'],
  ['package-hygiene', 'lists', changed(' \\\n && rm -rf /var/lib/apt/lists/*', ''), '10 package-hygiene'],
  ['low-port', '80', changed('EXPOSE 8080', 'EXPOSE 80/tcp'), '16 low-port'],
  ['copy-from', 'unknown', changed('--from=build', '--from=builder'), '14 copy-from'],
  ['copy-from', 'later', changed('--from=build', '--from=1'), '14 copy-from'],
  ['workdir-absolute', 'relative', changed('WORKDIR /app', 'WORKDIR app'), '13 workdir-absolute'],
  ['dockerfile-syntax', 'unknown', changed('EXPOSE 8080', 'EXPOSED 8080'), '16 dockerfile-syntax'],
];

describe('policy over Dockerfiles', () => {
  test('a good one passes every rule', () => {
    expect(broken(good)).toEqual([]);
  });

  test.each(cases)('%s: %s', (_, __, text, expected) => {
    expect(broken(text)).toEqual([expected]);
  });

  test('every rule has a case', () => {
    expect([...new Set(cases.map(([rule]) => rule))].sort()).toEqual(
      dockerfileRules.map(({ id }) => id).sort(),
    );
  });

  test('the user of the stage below counts', () => {
    expect(broken('FROM a:1 AS base\nUSER 1001\nFROM base\nCMD ["x"]\n')).toEqual([]);
  });

  test('a file without FROM is no Dockerfile', () => {
    expect(broken('RUN a\n')).toEqual(['1 dockerfile-syntax', '1 dockerfile-syntax']);
  });

  test('checks that a comment names are skipped with its reason', () => {
    const text = changed(
      'ENTRYPOINT [',
      '# drydock.dev/ignore exec-form: the shell expands JAVA_OPTS and execs\nENTRYPOINT exec java $JAVA_OPTS #[',
    );
    const [file, ignored] = checkDockerfilePolicy({ path: 'Dockerfile', bytes: Buffer.from(text) });
    expect(file).toMatchObject({ status: 'passed', details: [] });
    expect(ignored).toMatchObject({ status: 'skipped', target: 'Dockerfile:18' });
    expect(ignored?.reason?.en).toContain('expands JAVA_OPTS');
  });

  test('what is not UTF-8 is an error with its line', () => {
    const bytes = Buffer.concat([Buffer.from('FROM a:1\n# '), Buffer.from([0xb6, 0xa9]), Buffer.from('\n')]);
    const [result] = checkDockerfilePolicy({ path: 'Dockerfile', bytes });
    expect(result?.status).toBe('errored');
    expect(result?.reason?.en).toContain('line 2');
  });

  test('flags, variables and stages are read', () => {
    const view = viewDockerfile('Dockerfile', good);
    expect(view.stages.map(({ image, name }) => [image, name])).toEqual([
      ['registry.example:5000/maven:3.9.9', 'build'],
      ['registry.example/jre:17.0.13', undefined],
    ]);
    const copy = view.steps.find(({ flags }) => flags.from !== undefined);
    expect(copy).toMatchObject({
      flags: { from: 'build', chown: '10001:10001' },
      text: '/src/target/app.jar app.jar',
    });
  });
});
