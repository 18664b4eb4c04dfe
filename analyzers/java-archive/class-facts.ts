import type { ClassFile } from '../../workspace/class-file/class-file.js';
import type { SourceFile } from '../../workspace/project.js';
import type { FactCollector } from '../fact-collector.js';
import { describeWrittenPath, isConfigurationPath, isMachinePath } from '../written-path.js';

interface Options {
  readonly unit: string;
  readonly by: string;
  readonly collector: FactCollector;
  /** The class is of the application's own, not of a library that its people maintain for others too. */
  readonly isOwn: boolean;
}

/**
 * What a compiled class shows by its constant pool. Which string goes into which call the pool does not tell, so that
 * everything here is inferred, and said only where little else can be meant.
 */
export function emitClassFacts(file: SourceFile, parsed: ClassFile, options: Options): void {
  const add: FactCollector['add'] = (kind, unit, value, evidence) => {
    options.collector.add(kind, unit, value, evidence, 'inferred');
  };
  const seen = { file, parsed, options, add };
  emitLookups(seen);
  emitEnvironment(seen);
  emitWrites(seen);
  emitSessions(seen);
  emitTimers(seen);
}

interface Seen {
  readonly file: SourceFile;
  readonly parsed: ClassFile;
  readonly options: Options;
  readonly add: FactCollector['add'];
}

function emitLookups({ file, parsed, options, add }: Seen): void {
  const looksUp = parsed.calls.some(
    ({ owner, name }) =>
      name === 'lookup' && /^javax\.naming\.|JndiTemplate$|JndiObjectFactoryBean$/.test(owner),
  );
  for (const text of parsed.strings) {
    const name = text.replace(/^java:comp\/env\//, '');
    const isFull = name !== text && /^[\w./-]*\w$/.test(name);
    const isUsual = /^(?:java:)?\/?(?:jdbc|mail|jms|ejb)\/[\w./-]+$/.test(name);
    if (!(isFull && (isUsual || options.isOwn)) && !(looksUp && isUsual)) continue;
    add('jndi-resource', options.unit, { name, role: 'lookup' }, file.evidence(options.by));
  }
}

const standardProperties =
  /^(?:java|os|user|file|line|path|sun|jdk|awt|http|https|javax|com\.sun|org\.apache|log4j)\b/;

function emitEnvironment({ file, parsed, options, add }: Seen): void {
  const calls = (method: string): boolean =>
    parsed.calls.some(({ owner, name }) => owner === 'java.lang.System' && name === method);
  if (calls('getProperty')) {
    const names = parsed.strings.filter(
      (text) =>
        /^[a-z][\w-]*(?:\.[\w-]+)+$/.test(text) &&
        !standardProperties.test(text) &&
        !/(?:^|\.)[A-Z]/.test(text) &&
        !/\.(?:properties|xml|html?|jsp|json|class|jar|txt|yml)$/.test(text),
    );
    const [name] = names;
    // With two of them, one may be anything else that has a dot in it.
    if (name !== undefined && names.length === 1) {
      add('system-property', options.unit, { name, required: false }, file.evidence(options.by));
    }
  }
  if (calls('getenv')) {
    const names = parsed.strings.filter((text) => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text));
    for (const name of names) {
      add(
        'env-var',
        options.unit,
        { name, required: false, source: 'environment' },
        file.evidence(options.by),
      );
    }
  }
}

const writers = /^java\.io\.(?:FileOutputStream|FileWriter|RandomAccessFile|PrintWriter)$/;
const fileMethods =
  /^(?:write|writeString|newOutputStream|newBufferedWriter|createDirectory|createDirectories|createFile|move|copy)$/;
function emitWrites({ file, parsed, options, add }: Seen): void {
  const temporary = parsed.calls.some(
    ({ owner, name }) =>
      /^java\.io\.File$|^java\.nio\.file\.Files$/.test(owner) && name.startsWith('createTemp'),
  );
  if (temporary) {
    const value = { path: '${java.io.tmpdir}', use: 'temp' as const, persistent: false };
    add('writable-path', options.unit, value, file.evidence(options.by));
  }
  const writes = parsed.calls.some(
    ({ owner, name }) =>
      (name === '<init>' && writers.test(owner)) ||
      (owner === 'java.nio.file.Files' && fileMethods.test(name)) ||
      (owner === 'java.io.File' && /^mkdirs?$/.test(name)),
  );
  const paths = parsed.strings.filter((text) => isMachinePath(text) && /^[\w.\\/: -]+$/.test(text));
  for (const path of writes ? paths.filter((text) => !isConfigurationPath(text)) : []) {
    add('writable-path', options.unit, describeWrittenPath(path), file.evidence(options.by));
  }
}

function emitSessions({ file, parsed, options, add }: Seen): void {
  const keeps = parsed.calls.some(
    ({ owner, name }) =>
      /^(?:javax|jakarta)\.servlet\.http\.HttpSession$/.test(owner) && name === 'setAttribute',
  );
  if (keeps) add('session-state', options.unit, { store: 'memory' }, file.evidence(options.by));
}

function emitTimers({ file, parsed, options, add }: Seen): void {
  const evidence = file.evidence(options.by);
  if (parsed.annotations.includes('org.springframework.scheduling.annotation.Scheduled')) {
    add('scheduled-job', options.unit, { name: parsed.name, mechanism: 'spring', inProcess: true }, evidence);
  }
  if (parsed.interfaces.includes('org.quartz.Job') || parsed.superName?.endsWith('.QuartzJobBean') === true) {
    add('scheduled-job', options.unit, { name: parsed.name, mechanism: 'quartz', inProcess: true }, evidence);
  }
  if (parsed.calls.some(({ owner, name }) => owner === 'java.util.Timer' && name.startsWith('schedule'))) {
    add(
      'scheduled-job',
      options.unit,
      { name: parsed.name, mechanism: 'java-timer', inProcess: true },
      evidence,
    );
  }
}
