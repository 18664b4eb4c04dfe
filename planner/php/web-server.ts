import type { FactOf } from '../../model/fact.js';
import { sortBy } from '../../model/order.js';
import type { PhpPlan, RewritePlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import { notServed, rewritesKept, rewritesLeftDetail, rewritesLeftTitle } from '../texts/php.js';
import { parentOf, translateRule } from './translate-rule.js';

/** What the old web server did before PHP: rewrote addresses and refused files. */
export function planWebServer(context: ComponentContext): Pick<PhpPlan, 'denied' | 'rewrites'> {
  const documentRoot = rootInInput(context);
  const denied = planDenied(context, documentRoot);
  const rewrites = planRewrites(context, documentRoot);
  return { denied, ...(rewrites.length > 0 ? { rewrites } : {}) };
}

/** The document root as paths of the input have it; the fact's is relative to the component. */
function rootInInput(context: ComponentContext): string {
  const { path: base } = context.component;
  const root = context.best('document-root')?.value.path ?? '';
  if (base === '' || root === base || root.startsWith(`${base}/`)) return root;
  return root === '' ? base : `${base}/${root}`;
}

/** SQL, and what an .htaccess refuses: nginx reads no .htaccess. */
function planDenied(context: ComponentContext, documentRoot: string): string[] {
  const refused = context.all('denied-path');
  const scripts = context
    .all('database-schema')
    .filter(({ value }) => below(value.path, documentRoot) !== undefined);
  const many = scripts.length > fewScripts;
  const paths = [
    ...refused.flatMap((fact) => below(fact.value.path, documentRoot) ?? []),
    ...scripts.flatMap(({ value: { path } }) =>
      many ? `**/*.${path.split('.').at(-1) ?? 'sql'}` : (below(path, documentRoot) ?? []),
    ),
  ];
  const denied = [...new Set(paths)].filter((path) => !isCovered(path, paths)).sort();
  if (denied.length > 0) {
    const evidence = evidenceOf(...refused, ...scripts);
    context.decide('php.denied', denied, { because: notServed(), evidence });
  }
  return denied;
}

/** `sql/portal.sql` where all SQL files are refused anyway. */
function isCovered(path: string, patterns: readonly string[]): boolean {
  return patterns.some(
    (pattern) =>
      !path.startsWith('**/') && pattern.startsWith('**/*.') && path.endsWith(pattern.slice('**/*'.length)),
  );
}

/** More are refused by their ending. */
const fewScripts = 3;

function planRewrites(context: ComponentContext, documentRoot: string): RewritePlan[] {
  const controller = context.best('front-controller')?.value.path.split('/').at(-1);
  const left: FactOf<'rewrite-rule'>[] = [];
  const kept: { fact: FactOf<'rewrite-rule'>; rule: RewritePlan }[] = [];
  // An example shows a rule for everybody; try_files is what the generated configuration has of its own.
  const own = context
    .all('rewrite-rule')
    .filter(({ value, evidence: [first] }) => !isExample(first.file) && !value.rule.startsWith('try_files'));
  for (const fact of sortBy(own, ({ evidence: [first] }) => [first.file, first.line ?? 0])) {
    const directory = below(parentOf(fact.evidence[0].file), documentRoot) ?? '';
    const result = translateRule(fact.value, { directory, controller });
    if (result === 'unknown') left.push(fact);
    else if (result !== 'covered') kept.push({ fact, rule: result });
  }
  const rewrites = [...new Map(kept.map(({ rule }) => [JSON.stringify(rule), rule])).values()];
  if (rewrites.length > 0) {
    const facts = kept.map(({ fact }) => fact);
    const because = rewritesKept({ place: placeOf(facts[0]) });
    context.decide('php.rewrites', rewrites, { because, evidence: evidenceOf(...facts) });
  }
  if (left.length > 0) {
    context.decider.askPerson({
      component: context.component.id,
      title: rewritesLeftTitle({ count: left.length }),
      detail: rewritesLeftDetail({
        rules: left.map(({ value }) => value.rule.split('\n').join(' ; ')).join(' / '),
      }),
      evidence: evidenceOf(...left),
    });
  }
  return rewrites;
}

function isExample(file: string): boolean {
  return /(^|\/)(docs?|examples?|samples?)\//i.test(file);
}

/** A path of the application as seen from the document root; undefined outside of it. */
function below(path: string, documentRoot: string): string | undefined {
  if (documentRoot === '' || path.startsWith('**/')) return path;
  if (path === documentRoot) return '';
  return path.startsWith(`${documentRoot}/`) ? path.slice(documentRoot.length + 1) : undefined;
}
