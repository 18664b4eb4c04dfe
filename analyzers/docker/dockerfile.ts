import { isSecretKey } from '../../workspace/mask.js';
import type { SourceFile } from '../../workspace/project.js';
import type { FactValues } from '../../model/fact-values.js';
import { parseImage, runtimeOfImage } from './image.js';
import { readInstructions } from './instructions.js';
import type { Instruction } from './instructions.js';
import type { DockerTarget } from './target.js';

/** Emits what the last stage says (that is what runs), and PHP extensions of any stage. */
export function extractDockerfile(file: SourceFile, target: DockerTarget): void {
  const instructions = readInstructions(file);
  const last = Math.max(...instructions.map((one) => one.stage));
  const stages = stagesOf(instructions, last);
  for (const one of instructions) {
    if (!stages.has(one.stage)) continue;
    const emit = emitters.get(one.name);
    emit?.(file, one, target);
  }
}

/** The last stage and those that it is made `FROM`. */
function stagesOf(instructions: readonly Instruction[], last: number): ReadonlySet<number> {
  const names = new Map<string, number>();
  const bases = new Map<number, string>();
  for (const one of instructions) {
    if (one.name !== 'FROM') continue;
    const [, base = '', name] = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?/i.exec(one.arguments) ?? [];
    bases.set(one.stage, base.toLowerCase());
    if (name !== undefined) names.set(name.toLowerCase(), one.stage);
  }
  const stages = new Set<number>();
  for (
    let at: number | undefined = last;
    at !== undefined && !stages.has(at);
    at = names.get(bases.get(at) ?? '')
  )
    stages.add(at);
  return stages;
}

type Emit = (file: SourceFile, one: Instruction, target: DockerTarget) => void;

const emitters: ReadonlyMap<string, Emit> = new Map<string, Emit>([
  ['FROM', emitFrom],
  ['EXPOSE', emitExpose],
  ['ENV', emitEnvironment],
  ['VOLUME', emitVolume],
  ['HEALTHCHECK', emitHealth],
  ['RUN', emitExtensions],
  ['CMD', emitCommand],
  ['ENTRYPOINT', emitCommand],
]);

function emitFrom(file: SourceFile, one: Instruction, { unit, collector, by }: DockerTarget): void {
  const reference = /^(?:--\S+\s+)*(\S+)/.exec(one.arguments)?.[1] ?? '';
  const { runtime, server } = runtimeOfImage(parseImage(reference));
  const evidence = file.evidence(by, one.line);
  if (runtime) collector.add('runtime', unit, runtime, evidence);
  if (server) collector.add('server', unit, server, evidence);
}

function emitExpose(file: SourceFile, one: Instruction, { unit, collector, by }: DockerTarget): void {
  for (const match of one.arguments.matchAll(/(?<![\w$])(\d{2,5})(?:\/(tcp|udp))?/g)) {
    const port = Number(match[1]);
    const protocol =
      match[2] === 'udp' ? 'udp' : port === 9000 ? 'tcp' : port === 443 || port === 8443 ? 'https' : 'http';
    collector.add('port', unit, { port, protocol, purpose: 'application' }, file.evidence(by, one.line));
  }
}

const ofImages =
  /^(PATH|DEBIAN_FRONTEND|LANG|LC_\w+|TERM|HOME|JAVA_HOME|CATALINA_\w+|COMPOSER_\w+|PHPIZE_DEPS|APACHE_\w+|NODE_VERSION|YARN_VERSION|M2_HOME|MAVEN_\w+)$/;

function emitEnvironment(file: SourceFile, one: Instruction, { unit, collector, by }: DockerTarget): void {
  const evidence = file.evidence(by, one.line);
  const old = /^(\w+)\s+([^=].*)$/.exec(one.arguments);
  const pairs = old
    ? [[old[1] ?? '', old[2] ?? ''] as const]
    : [...one.arguments.matchAll(/(\w+)=(?:"([^"]*)"|'([^']*)'|(\S*))/g)].map(
        (match) => [match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? ''] as const,
      );
  for (const [name, value] of pairs) {
    const zone = name === 'TZ' ? value : undefined;
    if (zone !== undefined) collector.add('timezone', unit, { zone }, evidence);
    if (ofImages.test(name) || zone !== undefined) continue;
    const shown = isSecretKey(name) ? {} : { default: value };
    collector.add('env-var', unit, { name, ...shown, required: false, source: 'environment' }, evidence);
  }
}

function emitVolume(file: SourceFile, one: Instruction, { unit, collector, by }: DockerTarget): void {
  for (const match of one.arguments.matchAll(/\/[\w./-]+/g)) {
    const use = useOfPath(match[0]);
    const value = { path: match[0], use, persistent: use !== 'log' && use !== 'temp' && use !== 'cache' };
    collector.add('writable-path', unit, value, file.evidence(by, one.line));
  }
}

/** What a path's words say that is kept there. */
export function useOfPath(path: string): FactValues['writable-path']['use'] {
  if (/logs?(\/|$)/i.test(path)) return 'log';
  if (/upload|media|files|attach|images/i.test(path)) return 'upload';
  if (/cache/i.test(path)) return 'cache';
  if (/te?mp(\/|$)/i.test(path)) return 'temp';
  if (/session/i.test(path)) return 'session';
  return /data|storage|store|db/i.test(path) ? 'data' : 'unknown';
}

function emitHealth(file: SourceFile, one: Instruction, { unit, collector, by }: DockerTarget): void {
  const url = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\$?\{?\w+\}?)(?::(\d+))?(\/[^\s"'|&;]*)?/.exec(
    one.arguments,
  );
  if (!url) return;
  const port = url[1] === undefined ? {} : { port: Number(url[1]) };
  collector.add(
    'health-endpoint',
    unit,
    { path: url[2] ?? '/', ...port, probe: 'any' },
    file.evidence(by, one.line),
  );
}

function emitExtensions(file: SourceFile, one: Instruction, { unit, collector, by }: DockerTarget): void {
  const evidence = file.evidence(by, one.line);
  const commands =
    /\b(?:docker-php-ext-(?:install|enable)|install-php-extensions|pecl\s+install)\s+([^&|;]+)/g;
  for (const match of one.arguments.matchAll(commands)) {
    for (const word of (match[1] ?? '').split(/\s+/)) {
      const name =
        word.startsWith('-') || word.startsWith('$')
          ? undefined
          : /^([a-z][a-z0-9_]*)(?:-[\d.]+)?$/i.exec(word)?.[1];
      if (name !== undefined)
        collector.add('php-extension', unit, { name: name.toLowerCase(), required: true }, evidence);
    }
  }
}

function emitCommand(file: SourceFile, one: Instruction, { unit, collector, by }: DockerTarget): void {
  const exec = /^\[.*\]$/.test(one.arguments);
  const words = [...one.arguments.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '');
  const option = exec ? words.join(' ') : one.arguments;
  if (option !== '')
    collector.add(
      'start-option',
      unit,
      { option, source: `${file.name} ${one.name}` },
      file.evidence(by, one.line),
    );
}
