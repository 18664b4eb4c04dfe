import { Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Pair } from 'yaml';
import type { Evidence } from '../../model/evidence.js';
import type { Decision, Plan } from '../../model/plan.js';
import type { Language } from '../../model/text.js';
import { inLanguage } from '../../model/text.js';
import { planHeader } from '../texts/yaml.js';
import { commentPlace } from './comment-place.js';
import { isNamedList, mergeEdits, nameOf } from './merge-edits.js';
import type { NamedList } from './merge-edits.js';

export interface RenderOptions {
  /** The file as it stands, with a person's edits and comments. */
  readonly existing?: string;
  /** The file as the tool wrote it last; what differs from it in `existing` is an edit. */
  readonly baseline?: string;
}

type Json = Parameters<typeof mergeEdits>[0]['fresh'];
type Path = readonly (string | number)[];

const noAliases = { aliasDuplicateObjects: false } as const;
const format = { lineWidth: 120, indentSeq: true } as const;

/**
 * `drydock.yaml`: values with their reasons as comments. With `existing` the person's values, comments and order stay, and only
 * what the tool itself would now say otherwise changes.
 */
export function renderPlan(plan: Plan, options: RenderOptions = {}): string {
  const fresh = JSON.parse(JSON.stringify(plan)) as Json;
  if (options.existing === undefined) {
    const document = new Document(fresh, noAliases);
    document.commentBefore = inLanguage(planHeader(), plan.settings.language);
    annotate(document, { decisions: plan.decisions, language: plan.settings.language });
    return document.toString(format);
  }
  const document = parseDocument(options.existing);
  const edited = document.toJS() as Json;
  const last = options.baseline === undefined ? undefined : parseDocument(options.baseline);
  const baseline = last === undefined ? undefined : (last.toJS() as Json);
  const merged = mergeEdits({ baseline, edited, fresh });
  if (last) dropOwnComments(document, last, plan.decisions);
  update(document, [], { before: edited, after: withFreshReasons(merged, fresh) });
  annotate(document, { decisions: plan.decisions, language: plan.settings.language });
  return document.toString(format);
}

/** Reasons that the tool wrote last time make room for today's; what a person wrote is not the same text. */
function dropOwnComments(document: Document, last: Document, decisions: readonly Decision[]): void {
  for (const { subject } of decisions) {
    const [path, before] = [pathOf(document, subject), pathOf(last, subject)];
    const place = path && commentPlace(document, path);
    const own = before && commentPlace(last, before);
    if (place && own && place.read() === own.read()) place.write(null);
  }
}

/** Reasons and open points are the tool's own words: always today's. */
function withFreshReasons(merged: Json, fresh: Json): Json {
  if (!isRecord(merged) || !isRecord(fresh)) return merged;
  return { ...merged, decisions: fresh.decisions ?? [], manual: fresh.manual ?? [] };
}

/** Changes only the nodes whose value changes, so that comments and style of all others stay. */
function update(document: Document, path: Path, values: { before: Json | undefined; after: Json }): void {
  const { before, after } = values;
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (isRecord(before) && isRecord(after)) {
    for (const key of Object.keys(before)) if (!(key in after)) document.deleteIn([...path, key]);
    for (const [key, value] of Object.entries(after))
      update(document, [...path, key], { before: before[key], after: value });
    return;
  }
  if (isNamedList(before) && isNamedList(after) && before.length > 0) {
    updateNamed(document, path, { before, after });
    return;
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    const [old, now] = [before as readonly Json[], after as readonly Json[]];
    now.forEach((value, i) => {
      update(document, [...path, i], { before: old[i], after: value });
    });
    return;
  }
  const node = document.getIn(path, true);
  if (isScalar(node) && !isRecord(after) && !Array.isArray(after)) node.value = after;
  else document.setIn(path, document.createNode(after, noAliases));
}

/** Things that have a name keep their nodes, wherever they come to stand. */
function updateNamed(
  document: Document,
  path: Path,
  { before, after }: { before: NamedList; after: NamedList },
): void {
  const list = document.getIn(path, true);
  if (!isSeq(list)) return;
  const known = new Map(before.map((item, i) => [nameOf(item), { item, node: list.items[i] }]));
  list.items = after.map((item) => known.get(nameOf(item))?.node ?? document.createNode(item, noAliases));
  after.forEach((item, i) => {
    update(document, [...path, i], { before: known.get(nameOf(item))?.item ?? item, after: item });
  });
}

function isRecord(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Puts each reason beside the value it explains; a comment that is there already stays. */
function annotate(document: Document, given: { decisions: readonly Decision[]; language: Language }): void {
  for (const decision of given.decisions) {
    const path = pathOf(document, decision.subject);
    const place = path && commentPlace(document, path);
    if (!place || (place.read() ?? '') !== '') continue;
    place.write(` ${inLanguage(decision.because, given.language)}${placesOf(decision.evidence)}`);
  }
}

function placesOf(evidence: readonly Evidence[]): string {
  const [first] = evidence;
  if (!first || evidence.length < 2) return '';
  return ` [+${evidence.length - 1}]`;
}

/**
 * `components.order-web.volumes.logs.kind` → the path of nodes. Items of lists are looked up by name or by the file they
 * come from; both may hold dots.
 */
function pathOf(document: Document, subject: string): Path | undefined {
  const path: (string | number)[] = [];
  let node: unknown = document.contents;
  for (let rest = subject; rest !== '';) {
    const step = nextStep(node, rest);
    if (!step) return undefined;
    path.push(step.key);
    rest = rest.slice(step.length + 1);
    node = document.getIn(path, true);
  }
  return path;
}

function nextStep(
  node: unknown,
  rest: string,
): { readonly key: string | number; readonly length: number } | undefined {
  const begins = (name: unknown): name is string =>
    typeof name === 'string' && (rest === name || rest.startsWith(`${name}.`));
  if (isMap(node)) {
    const keys = node.items.map((item: Pair) => (isScalar(item.key) ? item.key.value : undefined));
    const key = keys.filter(begins).sort((a, b) => b.length - a.length)[0];
    return key === undefined ? undefined : { key, length: key.length };
  }
  if (!isSeq(node)) return undefined;
  for (const [index, item] of node.items.entries()) {
    const name = isMap(item) ? [item.get('name'), item.get('from')].find(begins) : undefined;
    if (name !== undefined) return { key: index, length: name.length };
  }
  return undefined;
}
