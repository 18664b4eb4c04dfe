import { sameText } from './text.js';
import type { Text } from './text.js';

/** An error that a user can mend. `message` and `hint` are English; `said` and `advice` are in all languages. */
abstract class MendableError extends Error {
  readonly said: Text;
  readonly hint: string | undefined;
  readonly advice: Text | undefined;
  constructor(message: string | Text, options: { hint?: string | Text | undefined; cause?: unknown } = {}) {
    const said = typeof message === 'string' ? sameText(message) : message;
    super(said.en, { cause: options.cause });
    this.said = said;
    this.advice = typeof options.hint === 'string' ? sameText(options.hint) : options.hint;
    this.hint = this.advice?.en;
  }
}

/** Wrong words on the command line: exit code 2. */
export class UsageError extends MendableError {
  override readonly name = 'UsageError';
}

/** A configuration file (a plan, a catalogue, a rule) that makes no sense: exit code 2, with file and line. */
export class ConfigError extends MendableError {
  override readonly name = 'ConfigError';
  readonly file: string;
  readonly line: number | undefined;
  constructor(
    message: string | Text,
    options: { file: string; line?: number | undefined; hint?: string | Text },
  ) {
    super(message, options);
    this.file = options.file;
    this.line = options.line;
  }
}

/** An outside tool or service that is missing or failed: exit code 3. */
export class ToolError extends MendableError {
  override readonly name = 'ToolError';
  readonly command: string;
  readonly exitCode: number | undefined;
  readonly stderrTail: string;
  constructor(
    message: string | Text,
    options: {
      command: string;
      exitCode?: number | undefined;
      stderrTail?: string;
      hint?: string | Text;
      cause?: unknown;
    },
  ) {
    super(message, options);
    this.command = options.command;
    this.exitCode = options.exitCode;
    this.stderrTail = options.stderrTail ?? '';
  }
}
