import { displayWidth } from '../report/display-width.js';
import { inLanguage } from '../model/text.js';
import type { Language, Text } from '../model/text.js';
import type { Terminal } from './terminal.js';

/** Shows on standard error what runs now, how far it is, and for how long. */
export interface Progress {
  /** `done` of `total`, when there is a total. */
  readonly show: (text: Text, at?: { readonly done: number; readonly total: number }) => void;
  /** The same for what changes often: only where the line moves. */
  readonly tick: Progress['show'];
  readonly end: () => void;
}

/** On a terminal one line that moves; elsewhere a plain line for each step that takes long enough to wonder; quiet: nothing. */
export function createProgress(options: {
  readonly terminal: Terminal;
  readonly language: Language;
  readonly quiet: boolean;
}): Progress {
  if (options.quiet) return { show: () => undefined, tick: () => undefined, end: () => undefined };
  return options.terminal.errorInteractive ? movingLine(options) : plainLines(options);
}

interface Shown {
  readonly terminal: Terminal;
  readonly language: Language;
}

function describe(
  text: Text,
  language: Language,
  at?: { readonly done: number; readonly total: number },
): string {
  return at ? `[${at.done}/${at.total}] ${inLanguage(text, language)}` : inLanguage(text, language);
}

function movingLine({ terminal, language }: Shown): Progress {
  const started = Date.now();
  let line = '';
  const draw = (): void => {
    const elapsed = `${((Date.now() - started) / 1000).toFixed(1)} s`;
    const room = terminal.columns() - elapsed.length - 3;
    terminal.writeError(`\r\u001b[2K ${elapsed} ${clip(line, room)}`);
  };
  let timer: NodeJS.Timeout | undefined;
  const show: Progress['show'] = (text, at) => {
    line = describe(text, language, at);
    draw();
    timer ??= setInterval(draw, 200).unref();
  };
  return {
    show,
    tick: show,
    end() {
      clearInterval(timer);
      timer = undefined;
      if (line !== '') terminal.writeError('\r\u001b[2K');
      line = '';
    },
  };
}

/** Steps shorter than this are not worth a line in a log. */
const worthALine = 2000;

function plainLines({ terminal, language }: Shown): Progress {
  const started = Date.now();
  let last = '';
  return {
    show(text, at) {
      const line = describe(text, language, at);
      if (line === last || Date.now() - started < worthALine) return;
      last = line;
      terminal.writeError(`${line}\n`);
    },
    tick: () => undefined,
    end: () => undefined,
  };
}

function clip(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let clipped = '';
  for (const character of text) {
    if (displayWidth(clipped + character) > columns - 1) break;
    clipped += character;
  }
  return `${clipped}…`;
}
