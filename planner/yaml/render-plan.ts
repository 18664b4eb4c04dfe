import { Document, isCollection, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Pair } from 'yaml';
import type { Evidence } from '../../model/evidence.js';
import type { Decision, Plan } from '../../model/plan.js';
import type { Language } from '../../model/text.js';
import { inLanguage } from '../../model/text.js';
import { planHeader } from '../texts/yaml.js';
import { mergeEdits } from './merge-edits.js';

export interface RenderOptions {
  /** The file as it stands, with a person's edits and comments. */
  readonly existing?: string;
  /** The file as the tool wrote it last; what differs from it in `existing` is an edit. */
  readonly baseline?: string;
}

type Json = Parameters<typeof mergeEdits>[0]['fresh'];
type Path = readonly (string | number)[];

const format = { lineWidth: 120, indentSeq: true } as const;

/**
 * `drydock.yaml`: values with their reasons as comments. With `existing` the person's values, comments and order stay, and only
 * what the tool itself would now say otherwise changes.
 */
export function renderPlan(plan: Plan, options: RenderOptions = {}): string {
  const fresh = JSON.parse(JSON.stringify(plan)) as Json;
  if (options.existing === undefined) {
    const document = new Document(fresh, { aliasDuplicateObjects: false });
    document.commentBefore = inLanguage(planHeader(), plan.settings.language);
    annotate(document, { decisions: plan.decisions, language: plan.settings.language });
    return document.toString(format);
  }
  const document = parseDocument(options.existing);
  const edited = document.toJS() as Json;
  const baseline =
    options.baseline === undefined ? undefined : (parseDocument(options.baseline).toJS() as Json);
  const merged = mergeEdits({ baseline, edited, fresh });
  update(document, [], { before: edited, after: withFreshReasons(merged, fresh) });
  annotate(document, { decisions: plan.decisions, language: plan.settings.language });
  return document.toString(format);
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
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    const [old, now] = [before as readonly Json[], after as readonly Json[]];
    now.forEach((value, i) => {
      update(document, [...path, i], { before: old[i], after: value });
    });
    return;
  }
  const node = document.getIn(path, true);
  if (isScalar(node) && !isRecord(after) && !Array.isArray(after)) node.value = after;
  else document.setIn(path, document.createNode(after, { aliasDuplicateObjects: false }));
}

function isRecord(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Puts each reason beside the value it explains; a comment that is there already stays. */
function annotate(document: Document, given: { decisions: readonly Decision[]; language: Language }): void {
  for (const decision of given.decisions) {
    const path = pathOf(document, decision.subject);
    if (!path) continue;
    const comment = ` ${inLanguage(decision.because, given.language)}${placesOf(decision.evidence)}`;
    const node = document.getIn(path, true);
    if (isScalar(node)) node.comment ??= comment;
    else if (isCollection(node)) commentOnPair(document, path, comment);
  }
}

/** A list or map has its reason above its key. */
function commentOnPair(document: Document, path: Path, comment: string): void {
  const parent = document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return;
  const pair = parent.items.find((item: Pair) => isScalar(item.key) && item.key.value === path.at(-1));
  if (pair && isNode(pair.key)) pair.key.commentBefore ??= comment;
}

function placesOf(evidence: readonly Evidence[]): string {
  const [first] = evidence;
  if (!first || evidence.length < 2) return '';
  return ` [+${evidence.length - 1}]`;
}

/** `components.order-web.volumes.logs.kind` → the path of nodes; names of list items are looked up. */
function pathOf(document: Document, subject: string): Path | undefined {
  const path: (string | number)[] = [];
  let node: unknown = document.contents;
  for (const word of subject.split('.')) {
    if (isMap(node) && node.has(word)) path.push(word);
    else if (isSeq(node)) {
      const index = node.items.findIndex((item) => isMap(item) && item.get('name') === word);
      if (index < 0) return undefined;
      path.push(index);
    } else return undefined;
    node = document.getIn(path, true);
  }
  return path;
}
