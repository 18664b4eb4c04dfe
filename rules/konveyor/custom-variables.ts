import type { CustomVariable } from '../engine/rule.js';
import { compileRe2 } from '../patterns/regex.js';

/** Values that a rule cuts out of the incident's line; the line is taken from the snippet, as the reference does it. */
export function readCustomVariables(
  variables: readonly CustomVariable[],
  line: number | undefined,
  snippet: string | undefined,
): Record<string, string> {
  const values: Record<string, string> = {};
  if (variables.length === 0) return values;
  const source = line === undefined || snippet === undefined ? undefined : lineOf(snippet, String(line));
  for (const variable of variables) {
    const value = readValue(variable, source);
    if (value !== undefined) values[variable.name] = value.trim();
  }
  return values;
}

function lineOf(snippet: string, number: string): string | undefined {
  const found = snippet.split('\n').find((line) => line.trim().startsWith(number));
  return found?.trim().slice(number.length).trim();
}

function readValue(variable: CustomVariable, source: string | undefined): string | undefined {
  const pattern = compileRe2(variable.pattern);
  if (!pattern) return undefined;
  const match = source === undefined ? undefined : pattern.first(source);
  if (!match) return variable.defaultValue;
  const named = match.named[variable.nameOfCaptureGroup];
  if (variable.nameOfCaptureGroup !== '' && named !== undefined) return named;
  if (match.groups.length === 0) return match.text;
  return match.groups.length === 1 ? (match.groups[0] ?? '') : undefined;
}
