import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { loggingAnalyzer } from './index.js';

const analyze = (files: Record<string, string>): Promise<AnalyzerRun> =>
  analyzeInMemory(loggingAnalyzer, { 'pom.xml': '<project/>', ...files });
const resource = (name: string): string => `src/main/resources/${name}`;

describe('log files and other sinks', () => {
  test('log4j 1, properties', async () => {
    const path = resource('log4j.properties');
    const run = await analyze({
      [path]:
        'log.dir=/data/logs\nlog4j.rootLogger=INFO, R, C\nlog4j.appender.R=org.apache.log4j.DailyRollingFileAppender\nlog4j.appender.R.File=${log.dir}/a.log\nlog4j.appender.C=org.apache.log4j.ConsoleAppender',
    });
    expect(run.values('log-sink')).toEqual([
      { target: 'file', path: '/data/logs/a.log', framework: 'log4j' },
      { target: 'stdout', framework: 'log4j' },
    ]);
    expect(run.places('log-sink')).toEqual([`${path}:4`, `${path}:5`]);
    expect(run.values('writable-path')).toEqual([
      { path: '/data/logs/a.log', use: 'log', persistent: false },
    ]);
    expect(run.values('config-file')).toMatchObject([
      { readFrom: 'classpath:log4j.properties', purpose: 'logging' },
    ]);
  });

  test('log4j 1, XML', async () => {
    const run = await analyze({
      [resource('log4j.xml')]:
        '<log4j:configuration xmlns:log4j="x"><appender name="F" class="org.apache.log4j.RollingFileAppender">\n<param name="File" value="${catalina.base}/logs/a.log"/></appender></log4j:configuration>',
    });
    expect(run.values('log-sink')).toEqual([
      { target: 'file', path: '${catalina.base}/logs/a.log', framework: 'log4j' },
    ]);
    expect(run.values('system-property')).toEqual([]);
  });

  test('logback: own properties, defaults, wrappers', async () => {
    const run = await analyze({
      [resource('logback-spring.xml')]:
        '<configuration><property name="HOME" value="${BASE:-/var/app}/logs"/><appender name="F" class="ch.qos.logback.core.rolling.RollingFileAppender"><rollingPolicy><fileNamePattern>${HOME}/a.%d.log</fileNamePattern></rollingPolicy></appender><appender name="A" class="ch.qos.logback.classic.AsyncAppender"/><appender name="L" class="net.logstash.logback.appender.LogstashTcpSocketAppender"/></configuration>',
    });
    expect(run.values('log-sink')).toEqual([
      { target: 'file', path: '/var/app/logs/a.%d.log', framework: 'logback' },
      { target: 'socket', framework: 'logback' },
    ]);
    expect(run.values('writable-path')).toEqual([{ path: '/var/app/logs/', use: 'log', persistent: false }]);
  });

  test('log4j 2 in XML, properties and YAML', async () => {
    const run = await analyze({
      [resource('log4j2.xml')]:
        '<Configuration><Appenders><RollingFile name="a" fileName="${sys:app.base}/logs/a.log"/><Console name="c" target="SYSTEM_ERR"/></Appenders></Configuration>',
      [resource('log4j2.properties')]: 'appender.f.type = File\nappender.f.fileName = logs/p.log',
      [resource('log4j2.yml')]:
        'Configuration:\n  Properties:\n    Property:\n      name: dir\n      value: /y\n  Appenders:\n    RollingFile:\n      name: R\n      fileName: ${dir}/y.log',
    });
    expect(run.values('log-sink')).toEqual([
      { target: 'file', path: 'logs/p.log', framework: 'log4j2' },
      { target: 'file', path: '${app.base}/logs/a.log', framework: 'log4j2' },
      { target: 'stderr', framework: 'log4j2' },
      { target: 'file', path: '/y/y.log', framework: 'log4j2' },
    ]);
    expect(run.values('system-property')).toEqual([{ name: 'app.base', required: true }]);
  });

  test('java.util.logging', async () => {
    const run = await analyze({
      [resource('logging.properties')]:
        'handlers=java.util.logging.FileHandler, java.util.logging.ConsoleHandler\njava.util.logging.FileHandler.pattern=%h/java%u.log',
    });
    expect(run.values('log-sink')).toMatchObject([
      { target: 'file', path: '${user.home}/java%u.log' },
      { target: 'stderr' },
    ]);
  });

  test('Spring Boot’s own keys; an access log only when it is on', async () => {
    const run = await analyze({
      [resource('application.yml')]:
        'logging:\n  file:\n    name: logs/app.log\nserver:\n  tomcat:\n    accesslog:\n      directory: /data/access',
    });
    expect(run.values('log-sink')).toEqual([
      { target: 'file', path: 'logs/app.log', framework: 'spring-boot' },
    ]);
  });

  test('another tool’s file says nothing', async () => {
    const run = await analyze({ [resource('logging.properties')]: 'level=INFO' });
    expect(run.facts).toEqual([]);
  });
});
