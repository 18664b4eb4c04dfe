import type { JavaAnnotation } from '../../workspace/java-source/java-source.js';
import { simpleName, type CodeFile } from './code-file.js';

const mappings = new Set(['GetMapping', 'RequestMapping', 'WebServlet', 'Path']);
const healthPath =
  /^\/(?:[\w-]+\/)*(?:health|healthz|health-?check|livez|readyz|ping|alive|heartbeat|status)(?:\.(?:do|action|json|html?))?$/i;

/** Emits paths made for probes, and the login page, which answers without a login. */
export function emitPages(code: CodeFile): void {
  const { source, add } = code;
  const prefixes = new Map(
    source.annotations
      .filter(
        ({ target, type }) => target === 'type' && ['RequestMapping', 'Path'].includes(simpleName(type.name)),
      )
      .map((annotation) => [annotation.owner, pathsOf(annotation)[0] ?? '']),
  );
  for (const annotation of source.annotations) {
    const kind = simpleName(annotation.type.name);
    if (!mappings.has(kind) || (annotation.target === 'type' && kind !== 'WebServlet')) continue;
    if (annotation.elements.method !== undefined && !annotation.elements.method.includes('GET')) continue;
    const prefix = prefixes.get(annotation.owner.slice(0, annotation.owner.lastIndexOf('.'))) ?? '';
    for (const written of pathsOf(annotation)) {
      const path = `/${[prefix, written]
        .map((part) => part.replace(/^\/+|\/+$/g, ''))
        .filter((part) => part !== '')
        .join('/')}`;
      if (/[{}*]/.test(path)) continue;
      if (healthPath.test(path)) add('health-endpoint', { path, probe: 'any' }, annotation.line, 'inferred');
      else if (
        /^\/(?:[\w-]+\/)?(?:to)?login(?:\.(?:do|html?|action))?$/i.test(path) &&
        !hasBody(code, annotation)
      ) {
        add('entry-page', { path }, annotation.line, 'inferred');
      }
    }
  }
}

function pathsOf({ constants }: JavaAnnotation): readonly string[] {
  return constants.value ?? constants.path ?? constants.urlPatterns ?? [];
}

/** A login that takes a body is called by a form; it is no page. */
function hasBody({ source }: CodeFile, { owner, line }: JavaAnnotation): boolean {
  return source.annotations.some(
    (one) =>
      one.target === 'parameter' &&
      one.line >= line &&
      one.line <= line + 6 &&
      one.owner.startsWith(owner) &&
      simpleName(one.type.name) === 'RequestBody',
  );
}
