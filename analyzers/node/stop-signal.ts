import type { NodeManifest } from './manifest.js';
import { lineOfKey } from '../package-manifest.js';
import type { ServiceTarget } from './target.js';
import type { ScriptCall, ScriptSource } from './source.js';

const registers = /^process\.(?:on|once|addListener|prependListener)$/;
/** https://docs.nestjs.com/fundamentals/lifecycle-events#application-shutdown */
const hooks = '.enableShutdownHooks';

/** Packages that answer the signal by themselves once the code uses them. */
const packages = [
  '@godaddy/terminus',
  'async-exit-hook',
  'close-with-grace',
  'exit-hook',
  'fastify-graceful-shutdown',
  'http-graceful-shutdown',
  'lightship',
  'node-graceful-shutdown',
];

/**
 * Emits where SIGTERM is answered. As process 1 of a container, Node.js ignores it otherwise: the kernel gives that process no
 * default action. https://man7.org/linux/man-pages/man7/pid_namespaces.7.html
 */
export function emitStopSignal(
  given: { readonly sources: readonly ScriptSource[]; readonly manifest: NodeManifest },
  { unit, collector, by }: ServiceTarget,
): void {
  for (const source of given.sources) {
    for (const call of source.calls) {
      const certainty = answers(source, call);
      if (!certainty) continue;
      collector.add(
        'stop-signal',
        unit,
        { signal: 'SIGTERM' },
        source.file.evidence(by, call.line),
        certainty,
      );
    }
  }
  const { manifest } = given;
  for (const name of packages) {
    if (!manifest.dependencies.has(name)) continue;
    const evidence = manifest.file.evidence(by, lineOfKey(manifest.file, name) ?? 1);
    collector.add('stop-signal', unit, { signal: 'SIGTERM' }, evidence, 'inferred');
  }
}

function answers(source: ScriptSource, call: ScriptCall): 'declared' | 'inferred' | undefined {
  if (call.callee.endsWith(hooks)) return 'declared';
  if (!registers.test(call.callee)) return undefined;
  const [event] = call.arguments;
  if (event?.value !== undefined) return event.value === 'SIGTERM' ? 'declared' : undefined;
  // for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
  return /['"`]SIGTERM['"`]/.test(source.file.text() ?? '') ? 'inferred' : undefined;
}
