import type { SourceFile } from '../../workspace/project.js';
import type { FactCollector } from '../fact-collector.js';
import { normaliseJavaVersion } from '../java-version.js';
import { isSecretKey } from '../../workspace/mask.js';
import { isOption, maskOption, memoryOf, portOf, splitWords } from './options.js';
import { expand, statementsOf, variablesOf } from './script.js';

export const by = 'start-script';

/** Where a script's facts go. */
export interface ScriptTarget {
  readonly file: SourceFile;
  readonly collector: FactCollector;
  /** The unit of a command line, by the jar that it starts; of the script for everything else. */
  readonly unitOf: (command: string) => string;
}

const optionVariable =
  /^(?:@?set\s+"?|export\s+|Environment="?)?(?:\w*(?:JAVA|JVM|CATALINA|JETTY|TOMCAT|SERVER|MEM|GC|JMX|DEBUG)\w*(?:OPTS?|OPTIONS|ARGS|TOOL_OPTIONS|PARAMS?)?|OPTS|JAVA_MEM)="?(.*)$/i;
const javaCommand = /(?:^|[\s"'`;&(|/\\])java(?:w|\.exe)?["']?\s+(.*)$/;

/** Reads what a script starts Java with. */
export function readScript(target: ScriptTarget): void {
  const { file, collector } = target;
  const statements = statementsOf(file);
  const variables = variablesOf(statements);
  const started = statements
    .flatMap(({ text }) => javaCommand.exec(text)?.[1] ?? [])
    .map((text) => expand(text, variables))
    .join(' ');
  const own = target.unitOf(started);
  for (const { text, line } of statements) {
    const evidence = file.evidence(by, line);
    const assigned = optionVariable.exec(text)?.[1];
    const command = assigned === undefined ? javaCommand.exec(text)?.[1] : undefined;
    if (assigned !== undefined && /(?:^|[\s"])-/.test(assigned))
      emitOptions(target, { text: expand(withoutOptionVariables(assigned), variables), line, unit: own });
    else if (command !== undefined && !/^(?:-version|-fullversion)\b/.test(command)) {
      const unit = target.unitOf(expand(command, variables));
      // What a variable brings was told where the variable is set.
      const literal = splitWords(withoutOptionVariables(command)).join(' ');
      emitOptions(target, { text: expand(literal, variables), line, unit });
    }
    emitSurroundings(target, { text, line, unit: own });
    const zone = /^(?:export\s+)?TZ=["']?([\w/+-]+)/.exec(text)?.[1];
    if (zone !== undefined) collector.add('timezone', own, { zone }, evidence);
  }
}

function withoutOptionVariables(text: string): string {
  return text.replace(/\$\{?\w*(?:OPTS?|OPTIONS|ARGS)\}?|%\w*(?:OPTS?|OPTIONS|ARGS)%/gi, '');
}

function emitOptions(
  { file, collector }: ScriptTarget,
  found: { text: string; line: number; unit: string },
): void {
  const evidence = file.evidence(by, found.line);
  const { unit } = found;
  for (const word of splitWords(found.text.replace(/\s(?:>|2>|&|;|\||&&).*$/s, ''))) {
    if (!isOption(word)) continue;
    collector.add('start-option', unit, { option: maskOption(word), source: file.path }, evidence);
    const memory = memoryOf(word);
    if (memory) collector.add('memory', unit, memory, evidence);
    const port = portOf(word);
    if (port) collector.add('port', unit, port, evidence);
    const zone = /^-Duser\.timezone=([\w/+-]+)$/.exec(word)?.[1];
    if (zone !== undefined) collector.add('timezone', unit, { zone }, evidence);
    const charset = /^-Dfile\.encoding=([\w-]+)$/.exec(word)?.[1];
    if (charset !== undefined) collector.add('encoding', unit, { charset, subject: 'web' }, evidence);
  }
}

const ambient =
  /^(?:PATH|CLASSPATH|JAVA_HOME|JRE_HOME|LANG|LC_\w+|TZ|HOME|PWD|USER|LD_LIBRARY_PATH|\w*(?:OPTS?|OPTIONS|ARGS)|CATALINA_\w+|TOMCAT_\w+|JAVA_\w+|JVM_\w+|\w*_(?:HOME|PID|BASE|DIR))$/;

/** The Java that a script names, and the variables that it exports to what it starts. */
function emitSurroundings(
  { file, collector }: ScriptTarget,
  found: { text: string; line: number; unit: string },
): void {
  const { text, line, unit } = found;
  const evidence = file.evidence(by, line);
  const home = /\b(?:JAVA_HOME|JRE_HOME)=["']?([^\s"';]+)/.exec(text)?.[1];
  const version = home === undefined ? undefined : versionOfHome(home);
  if (version !== undefined)
    collector.add('runtime', unit, { language: 'java', version, basis: 'script' }, evidence, 'inferred');
  const exported = /^export\s+([A-Za-z_]\w*)=["']?([^"']*?)["']?$/.exec(text);
  const [, name = '', value = ''] = exported ?? [];
  if (!exported || ambient.test(name)) return;
  const shown = isSecretKey(name) || value === '' || /[$`]/.test(value) ? {} : { default: value };
  collector.add('env-var', unit, { name, ...shown, required: false, source: 'environment' }, evidence);
}

/** `/usr/java/jdk1.8.0_202` → 8, `/usr/lib/jvm/java-11-openjdk` → 11; undefined when the path says nothing. */
export function versionOfHome(path: string): string | undefined {
  const written =
    /(?:jdk|jre|java|zulu|temurin|corretto|dragonwell|openjdk)[-_]?((?:1\.)?\d{1,2})(?:[._u-]|$|\/)/i.exec(
      path,
    )?.[1];
  return written === undefined ? undefined : normaliseJavaVersion(written);
}
