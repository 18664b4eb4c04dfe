import type { Language, Text } from '../model/text.js';
import type { Progress } from './progress.js';
import type { Terminal } from './terminal.js';

/** 0: fine; 1: findings at or above the threshold, or a failed check; 2: usage or configuration; 3: a tool is missing. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface OptionDefinition {
  /** As commander reads it: `-o, --output <dir>`. */
  readonly flags: string;
  readonly text: Text;
  readonly choices?: readonly string[];
  readonly value?: string;
}

/** A command as data: help, completion and parsing are made of it; its code is loaded when it runs. */
export interface CommandDefinition {
  /** `analyze`; `rules test` for a command below another. */
  readonly name: string;
  /** As commander reads it: `[path...]`. */
  readonly words: string;
  readonly text: Text;
  readonly options: readonly OptionDefinition[];
  readonly formats: readonly string[];
  readonly examples: readonly { readonly line: string; readonly text: Text }[];
  readonly load: () => Promise<RunCommand>;
}

/** What a command is given besides its own words. */
export interface CommandContext {
  /** Every command there is, for those that speak of the others. */
  readonly commands: readonly CommandDefinition[];
  readonly terminal: Terminal;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly format: string;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
  readonly width: number;
}

/** Option values by their camel-case names: strings, lists of a repeated option, or true. */
export type OptionValues = Readonly<Record<string, unknown>>;

export type RunCommand = (
  words: readonly string[],
  options: OptionValues,
  context: CommandContext,
) => Promise<ExitCode>;

/** The value of an option that takes one. */
export function valueOf(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
