import type { FactValues } from '../../model/fact-values.js';
import type { SourceFile } from '../../workspace/project.js';
import type { Analyzer } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import { isBootFile, isTestPath } from '../java-settings.js';
import { unitOfFile } from '../java-unit.js';
import { readLog4j2Data } from './data-formats.js';
import { by, type LogTarget } from './log-target.js';
import { readJul, readLog4j2Properties, readLog4jProperties } from './properties-formats.js';
import { readSpringLogging } from './spring-logging.js';
import { title } from './texts.js';
import { readAppenders, readLog4j2Xml } from './xml-formats.js';

/** Where Java applications log to: log4j 1 and 2, logback, java.util.logging, Spring Boot. */
export const loggingAnalyzer: Analyzer = {
  id: by,
  title: title(),
  files: [
    '**/*log4j*.{properties,xml,yml,yaml,json,jsn}',
    '**/*logback*.xml',
    '**/{logging,juli}*.properties',
    '**/{application,bootstrap}*.{properties,yml,yaml}',
  ],
  analyze: (matched, project) => {
    const collector = createFactCollector();
    for (const file of matched) {
      if (isTestPath(file.path)) continue;
      const target = { file, unit: unitOfFile(file.path, project), collector };
      if (isBootFile(file.name)) {
        readSpringLogging({ ...target, framework: 'spring-boot' }, project);
        continue;
      }
      const before = collector.result().facts.length;
      readLogConfiguration(target);
      // A file that configures nothing (a template's rest, another tool's) is no configuration.
      if (collector.result().facts.length > before) emitConfigFile(target);
    }
    return collector.result();
  },
};

/** What a file says it is counts more than its name. */
function readLogConfiguration(target: Omit<LogTarget, 'framework'>): void {
  const { file } = target;
  if (file.name.endsWith('.xml')) {
    const root = file.xml();
    if (!root) return;
    const isLog4j2 = root.children.some(({ local }) => /^appenders$/i.test(local));
    if (isLog4j2) readLog4j2Xml({ ...target, framework: 'log4j2' }, root);
    else
      readAppenders(
        { ...target, framework: /log4j/i.test(root.name + file.name) ? 'log4j' : 'logback' },
        root,
      );
  } else if (file.name.endsWith('.properties')) readPropertiesFile(target);
  else {
    const value = /\.ya?ml$/.test(file.name) ? file.yaml()[0]?.value : file.json();
    readLog4j2Data({ ...target, framework: 'log4j2' }, value);
  }
}

function readPropertiesFile(target: Omit<LogTarget, 'framework'>): void {
  const keys = target.file.properties().map(({ key }) => key);
  if (keys.some((key) => key.startsWith('log4j.appender.')))
    readLog4jProperties({ ...target, framework: 'log4j' });
  else if (keys.some((key) => key.startsWith('appender.')))
    readLog4j2Properties({ ...target, framework: 'log4j2' });
  else if (keys.some((key) => /(?:^|\.)handlers$/.test(key))) readJul({ ...target, framework: 'jul' });
}

function emitConfigFile({ file, unit, collector }: Omit<LogTarget, 'framework'>): void {
  const readFrom = placeOf(file);
  collector.add(
    'config-file',
    unit,
    {
      path: file.path,
      format: formatOf(file.name),
      ...(readFrom !== undefined && { readFrom }),
      purpose: 'logging',
      containsSecrets: false,
      environmentSpecific: false,
    },
    file.evidence(by),
  );
}

function formatOf(name: string): FactValues['config-file']['format'] {
  if (name.endsWith('.xml')) return 'xml';
  if (name.endsWith('.properties')) return 'properties';
  return /\.ya?ml$/.test(name) ? 'yaml' : 'json';
}

function placeOf({ path }: SourceFile): string | undefined {
  const onClassPath =
    /(?:^|[/!])(?:src\/main\/(?:resources|java)|(?:WEB-INF|BOOT-INF)\/classes)\/(.+)$/.exec(path)?.[1] ??
    /(?:^|\/)src\/(?!main\/)(?:java\/|resources\/)?(.+)$/.exec(path)?.[1];
  if (onClassPath !== undefined) return `classpath:${onClassPath}`;
  return /(?:^|[/!])((?:WEB-INF|META-INF)\/.+)$/.exec(path)?.[1];
}
