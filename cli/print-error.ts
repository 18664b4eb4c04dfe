import { ConfigError, ToolError, UsageError } from '../model/errors.js';
import { inLanguage } from '../model/text.js';
import type { Language, Text } from '../model/text.js';
import type { ExitCode } from './command.js';
import type { Terminal } from './terminal.js';
import { cliTexts as texts } from './texts/cli.js';
import { hostErrors, noDirectoriesHere } from './texts/host-errors.js';

/** Says what went wrong, where, and what to do; never a stack trace unless asked for one. Answers the exit code. */
export function printError(
  error: unknown,
  { terminal, language }: { terminal: Terminal; language: Language },
): ExitCode {
  const say = (text: Text): string => inLanguage(text, language);
  const print = (message: string, hint?: Text): void => {
    const act = hint === undefined ? '' : ` ${joinLabel(say(texts.act()), say(hint))}\n`;
    terminal.writeError(`${joinLabel(say(texts.error()), message)}\n${act}`);
  };
  if (error instanceof UsageError) {
    print(say(error.said), error.advice);
    return 2;
  }
  if (error instanceof ConfigError) {
    const place = error.line === undefined ? error.file : `${error.file}:${error.line}`;
    print(joinLabel(language === 'zh-CN' ? `${place}：` : `${place}:`, say(error.said)), error.advice);
    return 2;
  }
  if (error instanceof ToolError) {
    const tail = error.stderrTail.trim();
    const lines = tail === '' ? '' : `\n${tail.replace(/^/gm, '   ')}`;
    print(`${say(error.said)}${lines}`, error.advice);
    return 3;
  }
  const code = printUnexpected(error, { say, print });
  if (terminal.env.DRYDOCK_DEBUG === '1' && error instanceof Error) {
    terminal.writeError(`${error.stack ?? ''}\n`);
  }
  return code;
}

/** What the operating system refuses is nobody's defect; anything else that is thrown is ours. A place that was named wrong is usage. */
function printUnexpected(
  error: unknown,
  { say, print }: { say: (text: Text) => string; print: (message: string, hint?: Text) => void },
): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  const { code, path, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  const known = syscall === 'mkdir' && code === 'ENOENT' ? noDirectoriesHere : hostErrors[code ?? ''];
  if (known && path !== undefined) {
    print(say(known.message(path)), known.hint);
    return code === 'ENOSPC' ? 3 : 2;
  }
  print(syscall === undefined ? say(texts.unexpected(message)) : message);
  return 3;
}

/** A full-width colon brings its own space. */
function joinLabel(label: string, text: string): string {
  return label.endsWith('：') ? `${label}${text}` : `${label} ${text}`;
}
