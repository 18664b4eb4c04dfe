import { DockerfileParser, ModifiableInstruction, PropertyInstruction } from 'dockerfile-ast';
import type { Instruction } from 'dockerfile-ast';

/** A Dockerfile in the form that rules ask about. */
export interface DockerfileView {
  readonly file: string;
  /** Every instruction in file order, also those before the first FROM. */
  readonly steps: readonly Step[];
  readonly stages: readonly Stage[];
  readonly comments: readonly { readonly line: number; readonly text: string }[];
}

export interface Stage {
  readonly index: number;
  /** The name after AS, lower case as Docker compares it. */
  readonly name?: string;
  /** The image with variables replaced by their defaults; a variable without a default stays `${NAME}`. */
  readonly image: string;
  /** Set when the image is an earlier stage. */
  readonly base?: Stage;
  readonly line: number;
  readonly steps: readonly Step[];
}

export interface Step {
  /** Upper case: `RUN`. */
  readonly keyword: string;
  readonly line: number;
  /** Everything after the keyword and flags, line continuations removed. */
  readonly text: string;
  /** The strings of the exec form. */
  readonly exec?: readonly string[];
  /** `from` → `build`, for flags such as `--from=build`. */
  readonly flags: Readonly<Record<string, string>>;
  /** Of ENV, ARG and LABEL. */
  readonly properties: readonly { readonly name: string; readonly value: string; readonly line: number }[];
}

/** Parses a Dockerfile; what can't be parsed stays an instruction with an unknown keyword. */
export function viewDockerfile(file: string, text: string): DockerfileView {
  const dockerfile = DockerfileParser.parse(text);
  const steps = dockerfile.getInstructions().map(toStep);
  const globals = new Map<string, string>();
  for (const step of steps) {
    if (step.keyword === 'FROM') break;
    for (const { name, value } of step.properties) globals.set(name, value);
  }
  const comments = dockerfile.getComments().map((comment) => ({
    line: comment.getRange().start.line + 1,
    text: comment.getContent(),
  }));
  return { file, steps, stages: toStages(steps, globals), comments };
}

function toStages(steps: readonly Step[], globals: ReadonlyMap<string, string>): Stage[] {
  const stages: (Stage & { steps: Step[] })[] = [];
  for (const step of steps) {
    if (step.keyword !== 'FROM') {
      stages.at(-1)?.steps.push(step);
      continue;
    }
    const [image = '', as, name] = step.text.split(/\s+/);
    const resolved = resolveVariables(image, globals);
    const base = stages.find((stage) => stage.name !== undefined && stage.name === resolved.toLowerCase());
    stages.push({
      index: stages.length,
      image: resolved,
      line: step.line,
      steps: [],
      ...(name !== undefined && as?.toUpperCase() === 'AS' && { name: name.toLowerCase() }),
      ...(base && { base }),
    });
  }
  return stages;
}

/** `${NAME}`, `$NAME`, `${NAME:-default}`. */
function resolveVariables(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$\{(\w+)(?::?-([^}]*))?\}|\$(\w+)/g,
    (whole, braced?: string, fallback?: string, bare?: string) => {
      const value = values.get(braced ?? bare ?? '');
      return value !== undefined && value !== '' ? value : (fallback ?? whole);
    },
  );
}

function toStep(instruction: Instruction): Step {
  const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
  const flagText = /^(--[\w-]+(=\S*)?\s+)*/;
  const text = (instruction.getArgumentsContent() ?? '').trim();
  const bare = flags.length > 0 ? text.replace(flagText, '') : text;
  const exec = execForm(bare);
  return {
    keyword: instruction.getKeyword(),
    line: instruction.getRange().start.line + 1,
    text: bare,
    ...(exec && { exec }),
    flags: Object.fromEntries(flags.map((flag) => [flag.getName().toLowerCase(), flag.getValue() ?? ''])),
    properties:
      instruction instanceof PropertyInstruction
        ? instruction.getProperties().map((property) => ({
            name: property.getName(),
            value: property.getValue() ?? '',
            line: property.getRange().start.line + 1,
          }))
        : [],
  };
}

/** Docker takes an argument that is no valid JSON array for a shell's command line, single quotes included. */
function execForm(text: string): string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every((item) => typeof item === 'string') ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The stage that the image is made of: the last, with the stages it is built on, nearest first. */
export function finalChain(view: DockerfileView): Stage[] {
  const chain: Stage[] = [];
  for (let stage = view.stages.at(-1); stage !== undefined; stage = stage.base) chain.push(stage);
  return chain;
}

/** The last instruction of this keyword that holds in the final image. */
export function lastInFinal(view: DockerfileView, keyword: string): Step | undefined {
  for (const stage of finalChain(view)) {
    const found = stage.steps.findLast((step) => step.keyword === keyword);
    if (found) return found;
  }
  return undefined;
}
