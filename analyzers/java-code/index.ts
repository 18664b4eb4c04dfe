import type { Analyzer } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import { createSettingLookup, type SettingLookup } from '../java-placeholders.js';
import { isTestPath } from '../java-settings.js';
import { unitOfFile } from '../java-unit.js';
import { by, type CodeFile } from './code-file.js';
import { emitEnvironment, emitNative } from './environment.js';
import { emitFileWrites, emitFixedConfiguration } from './file-writes.js';
import { emitAddresses, emitDatabases, emitLookups, emitSockets } from './network.js';
import { emitPages } from './pages.js';
import { emitJobs, emitSessions } from './sessions-and-jobs.js';
import { emitStaticPages } from './static-pages.js';
import { title } from './texts.js';

const triggers = [
  ...[
    'HttpSession',
    'getSession(',
    'SessionScope',
    'SessionAttributes',
    'FileOutputStream',
    'FileWriter',
    'RandomAccessFile',
  ],
  ...[
    'PrintWriter(',
    'mkdir',
    'createNewFile',
    'transferTo',
    'Files.',
    'FileUtils',
    'DiskFileItemFactory',
    'FileInputStream',
  ],
  ...[
    '@Scheduled',
    '@Schedule(',
    'java.util.Timer',
    'java.util.*',
    'ScheduledExecutor',
    'CronTrigger',
    'cronSchedule',
    'scheduleJob',
  ],
  ...[
    'XxlJob',
    'ElasticJob',
    'System.getenv',
    'System.getProperty',
    'Integer.getInteger',
    'Boolean.getBoolean',
    'Runtime',
    'ProcessBuilder',
  ],
  ...[
    'System.load',
    'com.sun.jna',
    ' native ',
    'http://',
    'https://',
    'FeignClient',
    'ServerSocket',
    'Socket(',
    'InetSocketAddress',
  ],
  ...['createRegistry', 'lookup(', 'doLookup', '@Resource', 'jdbc:', 'DriverManager'],
  // Paths: the words alone are in every other file (`shipping`, `status`).
  ...['ealth', 'livez', 'readyz', 'eartbeat', '/ping', '"ping', '/alive', '"alive'],
  ...['/status', 'Mapping("status', 'Path("status'],
  ...['/login', '"login', '/Login', '/toLogin', '"toLogin', '/tologin', '"tologin'],
];

const emitters: readonly ((code: CodeFile) => void)[] = [
  emitSessions,
  emitJobs,
  emitFileWrites,
  emitFixedConfiguration,
  emitEnvironment,
  emitNative,
  emitAddresses,
  emitSockets,
  emitLookups,
  emitDatabases,
  emitPages,
];

/** What Java sources do with the world outside of the process. */
export const javaCodeAnalyzer: Analyzer = {
  id: by,
  title: title(),
  files: ['**/*.java', '**/*.{jsp,html,htm}'],
  triggers: { java: triggers },
  analyze: (_matched, project) => {
    const collector = createFactCollector();
    const lookups = new Map<string, SettingLookup>();
    for (const file of project.sourcesWith('java', triggers)) {
      if (isTestPath(file.path) || /(?:Test|Tests|IT|TestCase)\.java$/.test(file.name)) continue;
      const source = file.java();
      if (!source) continue;
      const unit = unitOfFile(file.path, project);
      const lookup = lookups.get(unit) ?? createSettingLookup(unit, project);
      lookups.set(unit, lookup);
      const add: CodeFile['add'] = (kind, value, line, certainty) => {
        collector.add(kind, unit, value, file.evidence(by, line), certainty);
      };
      for (const emit of emitters) emit({ file, source, project, lookup, add });
    }
    emitStaticPages(project, collector);
    return collector.result();
  },
};
