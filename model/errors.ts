/** Wrong words on the command line: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly hint: string | undefined;
  constructor(message: string, options: { hint?: string } = {}) {
    super(message);
    this.hint = options.hint;
  }
}

/** A configuration file (a plan, a catalogue, a rule) that makes no sense: exit code 2, with file and line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly file: string;
  readonly line: number | undefined;
  readonly hint: string | undefined;
  constructor(message: string, options: { file: string; line?: number | undefined; hint?: string }) {
    super(message);
    this.file = options.file;
    this.line = options.line;
    this.hint = options.hint;
  }
}

/** An outside tool or service that is missing or failed: exit code 3. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
  readonly command: string;
  readonly exitCode: number | undefined;
  readonly stderrTail: string;
  constructor(
    message: string,
    options: { command: string; exitCode?: number | undefined; stderrTail?: string; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.command = options.command;
    this.exitCode = options.exitCode;
    this.stderrTail = options.stderrTail ?? '';
  }
}
