import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { ConfigError } from '../../model/errors.js';
import type { Plan } from '../../model/plan.js';

/**
 * Reads `drydock.yaml` and holds it against its JSON Schema (`model/plan.schema.json`). Throws ConfigError with the line of what
 * makes no sense.
 */
export function parsePlan(text: string, options: { file: string; schema: object }): Plan {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax) {
    throw new ConfigError(syntax.message.split('\n')[0] ?? syntax.message, {
      file: options.file,
      line: lines.linePos(syntax.pos[0]).line,
      hint: 'Correct the YAML at this line.',
    });
  }
  const plan: unknown = document.toJS();
  const validate = new Ajv({ allErrors: false, strict: false, allowUnionTypes: true }).compile(
    options.schema,
  );
  if (!validate(plan)) throw schemaError(validate.errors ?? [], { document, lines, file: options.file });
  const checked = plan as Plan;
  checkReferences(checked, { document, lines, file: options.file });
  return checked;
}

interface Place {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly file: string;
}

function schemaError(errors: readonly ErrorObject[], place: Place): ConfigError {
  const deepest = [...errors].sort((a, b) => b.instancePath.length - a.instancePath.length)[0];
  const path = pointerPath(deepest?.instancePath ?? '');
  const extra = (deepest?.params as { additionalProperty?: string } | undefined)?.additionalProperty;
  const where = extra === undefined ? path : [...path, extra];
  const subject = where.length === 0 ? 'the plan' : where.join('.');
  return new ConfigError(`${subject}: ${describe(deepest)}`, {
    file: place.file,
    line: lineOf(where, place),
    hint: "The plan's JSON Schema (model/plan.schema.json) says what may stand here.",
  });
}

function describe(error: ErrorObject | undefined): string {
  if (!error) return 'does not fit the schema';
  const params = error.params as { allowedValues?: readonly unknown[]; additionalProperty?: string };
  if (params.allowedValues) return `must be one of ${params.allowedValues.map(String).join(', ')}`;
  if (params.additionalProperty !== undefined) return 'is not a field of the plan';
  return error.message ?? 'does not fit the schema';
}

/** What a schema can't say: names must lead somewhere, numbers must make sense. */
function checkReferences(plan: Plan, place: Place): void {
  const known = new Set([...Object.keys(plan.components), ...Object.keys(plan.dependencies)]);
  const fail = (path: readonly (string | number)[], message: string): never => {
    throw new ConfigError(`${path.join('.')}: ${message}`, { file: place.file, line: lineOf(path, place) });
  };
  for (const [id, component] of Object.entries(plan.components)) {
    if (component.replicas < 0 || !Number.isInteger(component.replicas)) {
      fail(['components', id, 'replicas'], 'must be a whole number, zero or more');
    }
    component.dependsOn.forEach(({ target }, i) => {
      if (!known.has(target))
        fail(['components', id, 'dependsOn', i, 'target'], `no component or dependency is called ${target}`);
    });
    component.ports.forEach((port, i) => {
      if (port.port < 1 || port.port > 65535)
        fail(['components', id, 'ports', i, 'port'], 'must be between 1 and 65535');
    });
    for (const [name, probe] of Object.entries(component.probes)) {
      if (probe.port !== undefined && !component.ports.some((port) => port.name === probe.port)) {
        fail(['components', id, 'probes', name, 'port'], `no port is called ${probe.port}`);
      }
    }
  }
}

function pointerPath(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** The line of the node, or of the nearest one around it. */
function lineOf(path: readonly (string | number)[], place: Place): number {
  for (let length = path.length; length > 0; length--) {
    const node = place.document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return place.lines.linePos(node.range[0]).line;
  }
  return 1;
}
