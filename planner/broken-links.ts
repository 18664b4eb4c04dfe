import type { Problem } from '../model/problem.js';
import { sortBy } from '../model/order.js';
import type { ComponentContext } from './context.js';
import { brokenLinksDetail, brokenLinksTitle } from './texts/plan.js';

const shown = 3;

/** Links whose targets the input lacks are copied into the image as they are, and lead nowhere there: a person has to know. */
export function askAboutBrokenLinks(
  contexts: readonly ComponentContext[],
  problems: readonly Problem[],
): void {
  const links = problems.filter((problem) => problem.code === 'link-outside');
  for (const context of contexts) {
    const mine = links.filter(({ file }) => ownerOf(file, contexts) === context);
    if (mine.length === 0) continue;
    const files = mine.map(({ file }) => file).sort();
    const examples = [...files.slice(0, shown), ...(files.length > shown ? ['…'] : [])].join(', ');
    context.decider.askPerson({
      component: context.component.id,
      title: brokenLinksTitle({ count: files.length }),
      detail: brokenLinksDetail({ count: files.length, examples }),
      evidence: files.map((file) => ({ file, by: 'workspace' })),
    });
  }
}

/** The component in whose directory a file lies, the deepest where they nest. */
function ownerOf(file: string, contexts: readonly ComponentContext[]): ComponentContext | undefined {
  const around = contexts.filter(
    ({ component: { path } }) => path === '' || file.startsWith(`${path}/`) || file.startsWith(`${path}!/`),
  );
  return sortBy(around, ({ component }) => [-component.path.length])[0];
}
