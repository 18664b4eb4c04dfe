import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory } from '../../test/analyze-in-memory.js';
import { versionOfHome } from './emit-script.js';
import { startScriptAnalyzer } from './index.js';

const mega = 1024 ** 2;
const poms = {
  'pom.xml': '<project><artifactId>shop-parent</artifactId></project>',
  'web/pom.xml': '<project><artifactId>shop-web</artifactId></project>',
};

describe('start scripts', () => {
  test('options through variables belong to the unit whose jar is started', async () => {
    const run = await analyzeInMemory(startScriptAnalyzer, {
      ...poms,
      'deploy/start.sh': [
        '#!/bin/bash',
        '# java -Xmx9g is a comment',
        'JAR=shop-web-1.0.jar',
        'PROFILE=${1:-prod}',
        'export JAVA_HOME=/usr/java/jdk1.8.0_202',
        'export NODE_ID=01',
        'JAVA_OPTS="-Xms512m -Xmx1g -XX:MaxMetaspaceSize=256m"',
        'JAVA_OPTS="$JAVA_OPTS -Duser.timezone=Asia/Shanghai -Ddb.password=abc123"',
        'mkdir -p /data/x',
        'nohup $JAVA_HOME/bin/java $JAVA_OPTS -jar $JAR --server.port=8090 \\',
        '  --spring.profiles.active=$PROFILE > /dev/null 2>&1 &',
      ].join('\n'),
    });
    expect(run.facts.every((fact) => fact.unit === 'web')).toBe(true);
    expect(run.values('memory')).toEqual([
      { kind: 'heap-initial', bytes: 512 * mega },
      { kind: 'heap-max', bytes: 1024 * mega },
      { kind: 'metaspace', bytes: 256 * mega },
    ]);
    expect(run.values('start-option').map(({ option }) => option)).toEqual([
      '-Xms512m',
      '-Xmx1g',
      '-XX:MaxMetaspaceSize=256m',
      '-Duser.timezone=Asia/Shanghai',
      '-Ddb.password=***',
      '--server.port=8090',
      '--spring.profiles.active=prod',
    ]);
    expect(run.values('port')).toMatchObject([{ port: 8090, purpose: 'application' }]);
    expect(run.values('timezone')).toEqual([{ zone: 'Asia/Shanghai' }]);
    expect(run.values('runtime')).toEqual([{ language: 'java', version: '8', basis: 'script' }]);
    expect(run.values('env-var')).toMatchObject([{ name: 'NODE_ID', default: '01' }]);
    expect(run.values('writable-path')).toEqual([]);
    expect(JSON.stringify(run.facts)).not.toContain('abc123');
  });

  test('a batch file; debug and JMX ports', async () => {
    const run = await analyzeInMemory(startScriptAnalyzer, {
      'build.xml': '<project/>',
      'bin/setenv.bat':
        'rem set CATALINA_OPTS=-Xmx9g\nset CATALINA_OPTS=-Xmx768m -Dcom.sun.management.jmxremote.port=9010\nset JAVA_OPTS=%JAVA_OPTS% -agentlib:jdwp=transport=dt_socket,server=y,address=*:5005',
    });
    expect(run.values('memory')).toEqual([{ kind: 'heap-max', bytes: 768 * mega }]);
    expect(run.values('port')).toEqual([
      { port: 9010, protocol: 'tcp', purpose: 'jmx', configuredBy: 'com.sun.management.jmxremote.port' },
      { port: 5005, protocol: 'tcp', purpose: 'debug' },
    ]);
  });

  test('a document is a hint; a product’s launcher and other scripts say nothing', async () => {
    const run = await analyzeInMemory(startScriptAnalyzer, {
      'build.xml': '<project/>',
      'docs/deploy.md': '| app | JDK 1.6.0_45, Tomcat 6.0.35 |',
      'bin/catalina.sh': '#!/bin/sh\n# Licensed to the Apache Software Foundation (ASF)\nJAVA_OPTS="-Xmx1g"',
      'backup.sh': 'tar czf /backup/x.tgz /data',
    });
    expect(run.values('runtime')).toEqual([{ language: 'java', version: '6', basis: 'document' }]);
    expect(run.values('server')).toEqual([{ product: 'tomcat', version: '6.0.35', embedded: false }]);
    expect(run.facts).toHaveLength(2);
  });

  test.each([
    ['/usr/lib/jvm/java-11-openjdk', '11'],
    ['C:\\Java\\jdk1.6.0_45', '6'],
    ['/opt/jdk-17.0.2', '17'],
    ['/opt/java', undefined],
  ])('%s', (path, version) => {
    expect(versionOfHome(path)).toBe(version);
  });
});
