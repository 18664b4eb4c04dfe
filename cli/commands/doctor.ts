import { inLanguage } from '../../model/text.js';
import type { Text } from '../../model/text.js';
import { doctor } from '../../verifier/host/doctor.js';
import type { Diagnostic, DiagnosticStatus } from '../../verifier/host/doctor.js';
import { valueOf } from '../command.js';
import type { CommandContext, RunCommand } from '../command.js';
import { doctorTexts as texts } from '../texts/doctor.js';
import { readVersion } from '../version.js';

/** `drydock doctor`: what is available, and what to do about what isn't. Exit code 3 when something is missing. */
export const runDoctor: RunCommand = async (_words, options, context) => {
  const kubeconfig = valueOf(options, 'kubeconfig');
  const registry = valueOf(options, 'registry');
  context.progress.show(texts.looking());
  const diagnostics = await doctor({
    cluster: kubeconfig === undefined ? {} : { kubeconfig },
    ...(registry !== undefined && { registry }),
  });
  context.progress.end();
  const version = readVersion();
  if (context.format === 'json') {
    const document = { schema: 'https://drydock.dev/schema/doctor/v1', version, diagnostics };
    context.terminal.write(`${JSON.stringify(document, null, 2)}\n`);
  } else context.terminal.write(print(diagnostics, { version, context }));
  return diagnostics.some(({ status }) => status === 'missing') ? 3 : 0;
};

const marks: Readonly<Record<DiagnosticStatus, string>> = {
  available: '✓',
  attention: '!',
  missing: '✗',
  unset: '–',
};
const colors: Readonly<Record<DiagnosticStatus, number>> = {
  available: 32,
  attention: 33,
  missing: 31,
  unset: 90,
};

function print(
  diagnostics: readonly Diagnostic[],
  { version, context }: { version: string; context: CommandContext },
): string {
  const say = (text: Text): string => inLanguage(text, context.language);
  const shown = context.quiet
    ? diagnostics.filter(({ status }) => status === 'missing' || status === 'attention')
    : diagnostics;
  const lines = shown.flatMap(({ status, message, hint }) => {
    const mark = context.color ? `\u001b[${colors[status]}m${marks[status]}\u001b[0m` : marks[status];
    return [` ${mark} ${say(message)}`, ...(hint ? [`   → ${say(hint)}`] : [])];
  });
  const head = context.quiet ? [] : [`Drydock ${version}`, ''];
  const has = (status: DiagnosticStatus): boolean => diagnostics.some((one) => one.status === status);
  const complete = has('unset') ? texts.noRegistry() : texts.allThere();
  const verdict = has('missing') ? texts.offlineOnly() : complete;
  return `${[...head, ...lines, ...(context.quiet ? [] : ['', ` ${say(verdict)}`])].join('\n')}\n`;
}
