import { ConfigError, ToolError, UsageError } from '../model/errors.js';
import { inLanguage } from '../model/text.js';
import type { Language } from '../model/text.js';
import type { ExitCode } from './command.js';
import type { Terminal } from './terminal.js';
import { cliTexts as texts } from './texts/cli.js';

/** Says what went wrong, where, and what to do; never a stack trace unless asked for one. Answers the exit code. */
export function printError(
  error: unknown,
  { terminal, language }: { terminal: Terminal; language: Language },
): ExitCode {
  const say = (text: { en: string; 'zh-CN': string }): string => inLanguage(text, language);
  const print = (message: string, hint?: string): void => {
    const act = hint === undefined || hint === '' ? '' : ` ${say(texts.act())} ${hint}\n`;
    terminal.writeError(`${say(texts.error())} ${message}\n${act}`);
  };
  if (error instanceof UsageError) {
    print(error.message, error.hint);
    return 2;
  }
  if (error instanceof ConfigError) {
    const place = error.line === undefined ? error.file : `${error.file}:${error.line}`;
    print(`${place}: ${error.message}`, error.hint);
    return 2;
  }
  if (error instanceof ToolError) {
    const tail = error.stderrTail.trim();
    print(tail === '' ? error.message : `${error.message}\n${tail.replace(/^/gm, '   ')}`);
    return 3;
  }
  const hostError = error instanceof Error && 'syscall' in error;
  const message = error instanceof Error ? error.message : String(error);
  print(hostError ? message : say(texts.unexpected(message)));
  if (terminal.env.DRYDOCK_DEBUG === '1' && error instanceof Error) {
    terminal.writeError(`${error.stack ?? ''}\n`);
  }
  return 3;
}
