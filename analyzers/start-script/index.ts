import type { Project, SourceFile } from '../../workspace/project.js';
import type { Analyzer } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import { unitOfFile } from '../java-unit.js';
import { isTestPath } from '../java-settings.js';
import { readDocument } from './documents.js';
import { by, readScript } from './emit-script.js';
import { title } from './texts.js';
import { createUnitFinder } from './units.js';

const documents = [
  '**/{README,INSTALL,DEPLOY}*',
  '**/{doc,docs,document}/**/*.{md,txt}',
  '**/*{部署,安装,deploy,install}*.{md,txt}',
];

/** Scripts, units and Dockerfiles that start Java, and documents that say which Java. */
export const startScriptAnalyzer: Analyzer = {
  id: by,
  title: title(),
  files: [
    '**/*.{sh,bash,bat,cmd,service,conf}',
    '**/{Procfile,Dockerfile}*',
    '**/{bin,init.d,scripts,deploy}/*',
    ...documents,
  ],
  analyze: (matched, project) => {
    const collector = createFactCollector();
    const unitOf = createUnitFinder(project);
    const isJava = hasJava(project);
    const documentFiles = new Set(project.find(documents));
    for (const file of matched) {
      if (isTestPath(file.path) || file.size > 256 * 1024) continue;
      if (documentFiles.has(file) && /(?:\.(?:md|txt)|README|INSTALL)$/i.test(file.name)) {
        if (isJava) readDocument(file, unitOfFile(file.path, project), collector);
      } else if (isScript(file) && !isProductScript(file)) {
        readScript({ file, collector, unitOf: (command) => unitOf(command, file.path) });
      }
    }
    return collector.result();
  },
};

/** Scripts speak of Java by its name, its options or its home. */
function isScript(file: SourceFile): boolean {
  if (/\.(?:java|jar|class|xml|properties|ya?ml|sql|json|html?|js|css|md|txt|php)$/i.test(file.name))
    return false;
  const text = file.text();
  return text !== undefined && /\bjava(?:w|\.exe)?\b|JAVA_|JVM|CATALINA_OPTS/i.test(text);
}

/** A server's own launcher, as it was shipped, says nothing of the application. */
function isProductScript(file: SourceFile): boolean {
  return file
    .lines()
    .slice(0, 25)
    .some((text) =>
      /Licensed to the Apache Software Foundation|Copyright .*(?:Oracle|Red Hat|IBM|Eclipse)/i.test(text),
    );
}

function hasJava(project: Project): boolean {
  const marks = ['**/*.java', '**/pom.xml', '**/build.gradle', '**/build.xml', '**/*.{war,ear,jar}'];
  return project.find(marks).length > 0 || project.archive;
}
