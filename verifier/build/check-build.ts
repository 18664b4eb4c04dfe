import type { ImageInspectInfo } from 'dockerode';
import type { CheckDetail, CheckResult } from '../../model/check.js';
import { compareStrings } from '../../model/order.js';
import type { ComponentPlan } from '../../model/plan-component.js';
import type { Plan } from '../../model/plan.js';
import { decodeUtf8 } from '../documents/decode.js';
import { buildImage } from '../host/docker/build-image.js';
import type { BuildOutcome } from '../host/docker/build-image.js';
import type { DockerEngine } from '../host/docker/connect-docker.js';
import { scanImage } from '../host/docker/scan-image.js';
import { existing, openLog, readOptional, resolvePath } from '../host/paths.js';
import { finalChain, viewDockerfile } from '../policy/dockerfile/dockerfile-view.js';
import type { DockerfileView } from '../policy/dockerfile/dockerfile-view.js';
import type { ReportProgress } from '../progress.js';
import { maskSecrets } from '../secrets/mask.js';
import { checkImage } from './check-image.js';
import { explainFailure, lastWords } from './explain-failure.js';
import type { KnownSecret } from './scan-content.js';
import { buildTexts as texts } from './texts.js';

export interface BuildOptions {
  readonly docker: DockerEngine;
  readonly plan: Plan;
  /** Directory of drydock.yaml, which `source.context` is relative to. */
  readonly planDirectory: string;
  /** Directory of the generated files: `<component>/Dockerfile`. */
  readonly directory: string;
  /** Where the output of the builds is kept, one file per image. */
  readonly logDirectory: string;
  /** Secrets of the applications; they must not be in any layer. */
  readonly knownSecrets: readonly KnownSecret[];
  /** PEM certificates that builds need; given as the build argument CA_BUNDLE. */
  readonly caBundle?: string;
  readonly progress: ReportProgress;
  readonly signal?: AbortSignal;
}

/** An image that was built: what the deployment takes. */
export interface BuiltImage {
  readonly component: string;
  readonly name: string;
  readonly tag: string;
  readonly imageId: string;
}

type ImagePlan = ComponentPlan['images'][number];

/** Builds every image of the plan, one after the other, and judges each. */
export async function checkBuild(
  options: BuildOptions,
): Promise<{ results: CheckResult[]; images: BuiltImage[] }> {
  const results: CheckResult[] = [];
  const images: BuiltImage[] = [];
  const components = Object.entries(options.plan.components).sort(([a], [b]) => compareStrings(a, b));
  for (const [id, component] of components) {
    if (component.images.length === 0) {
      results.push({
        check: 'build',
        target: id,
        status: 'skipped',
        reason: texts.stockImage(),
        details: [],
        durationMs: 0,
      });
    }
    for (const image of component.images) {
      const start = performance.now();
      const built = await buildOne(options, { id, component, image });
      const durationMs = Math.round(performance.now() - start);
      results.push({ check: 'build', target: `${image.name}:${image.tag}`, ...built.verdict, durationMs });
      if (built.imageId !== undefined)
        images.push({ component: id, name: image.name, tag: image.tag, imageId: built.imageId });
    }
  }
  return { results, images };
}

interface BuildSubject {
  readonly id: string;
  readonly component: ComponentPlan;
  readonly image: ImagePlan;
}

interface Built {
  readonly verdict: Pick<CheckResult, 'status' | 'details' | 'reason' | 'facts'>;
  readonly imageId?: string;
}

async function buildOne(options: BuildOptions, subject: BuildSubject): Promise<Built> {
  const { id, component, image } = subject;
  const dockerfile = resolvePath(options.directory, id, 'Dockerfile');
  const text = await readOptional(dockerfile);
  if (text === undefined)
    return { verdict: { status: 'errored', reason: texts.noDockerfile(dockerfile), details: [] } };
  const decoded = decodeUtf8(text);
  const view = viewDockerfile(dockerfile, 'text' in decoded ? decoded.text : '');
  const log = await openLog(options.logDirectory, `build-${image.name.replaceAll('/', '-')}.log`);
  const target = `${image.name}:${image.tag}`;
  options.progress({ check: 'build', target, message: texts.building(target) });
  try {
    const outcome = await buildImage(options.docker, {
      context: await existing(resolvePath(options.planDirectory, component.source.context)),
      dockerfile,
      tag: `drydock-trial/${target}`,
      labels: { 'drydock.dev/trial': 'true' },
      log: log.stream,
      onLine: (line) => {
        options.progress({ check: 'build', target, message: { en: line, 'zh-CN': line } });
      },
      ...(image.target !== undefined && { target: image.target }),
      ...(options.caBundle !== undefined && { buildArgs: { CA_BUNDLE: options.caBundle } }),
      ...(options.signal && { signal: options.signal }),
    });
    if ('error' in outcome) return { verdict: failure(outcome, view, { subject, log: log.path, options }) };
    options.progress({ check: 'build', target, message: texts.scanning(target) });
    return { verdict: await judge(outcome.imageId, view, { subject, options }), imageId: outcome.imageId };
  } finally {
    log.stream.end();
  }
}

function failure(
  outcome: Extract<BuildOutcome, { error: string }>,
  view: DockerfileView,
  from: { subject: BuildSubject; log: string; options: BuildOptions },
): Built['verdict'] {
  const values = from.options.knownSecrets.map(({ value }) => value);
  const say = (text: string) => maskSecrets(text, values);
  const step = view.steps.find(
    ({ keyword, text }) => normalize(`${keyword} ${text}`) === normalize(outcome.step),
  );
  const hint = explainFailure(`${outcome.error}\n${outcome.lastLines.join('\n')}`);
  const words = say(lastWords(outcome.lastLines).join('\n'));
  const place = { file: view.file, subject: from.subject.image.name, ...(step && { line: step.line }) };
  const details: CheckDetail[] = [
    {
      rule: 'build/failed',
      severity: 'error',
      ...place,
      message: texts.failed(say(outcome.step.slice(0, 120)), say(outcome.error)),
      hint: hint ?? texts.seeLog(from.log),
    },
    {
      rule: 'build/last-words',
      severity: 'error',
      ...place,
      message: texts.lastWords(words),
      hint: texts.seeLog(from.log),
    },
  ];
  return { status: 'failed', details };
}

/** The engine prints a step as the Dockerfile has it, but for flags and line ends. */
function normalize(step: string): string {
  return step
    .replace(/\s--[\w-]+=\S+/g, '')
    .replace(/\\?\s+/g, ' ')
    .trim();
}

async function judge(
  imageId: string,
  view: DockerfileView,
  from: { subject: BuildSubject; options: BuildOptions },
): Promise<Built['verdict']> {
  const { docker } = from.options.docker;
  const image = await docker.getImage(imageId).inspect();
  const base = await inspectBase(from.options.docker, view, from.subject.image.target);
  const baseLayers = base?.RootFS.Layers?.length ?? 0;
  const known = from.options.knownSecrets;
  const hits = await scanImage(from.options.docker, { imageId, baseLayers, known });
  const history = await ownHistory(from.options.docker, imageId, base);
  const details = checkImage(image, hits, {
    file: view.file,
    subject: from.subject.image.name,
    known,
    history,
  });
  return {
    status: details.some(({ severity }) => severity === 'error') ? 'failed' : 'passed',
    details,
    facts: {
      imageBytes: image.Size,
      layers: image.RootFS.Layers?.length ?? 0,
      user: image.Config.User,
      ...(base?.RepoDigests[0] !== undefined && { base: base.RepoDigests[0] }),
    },
  };
}

/** The commands of the steps above the base image, which shows its own at the end. */
async function ownHistory(
  { docker }: DockerEngine,
  imageId: string,
  base: ImageInspectInfo | undefined,
): Promise<string[]> {
  const all = (await docker.getImage(imageId).history()) as { CreatedBy: string }[];
  const below = base === undefined ? [] : ((await docker.getImage(base.Id).history()) as unknown[]);
  return all.slice(0, Math.max(0, all.length - below.length)).map(({ CreatedBy }) => CreatedBy);
}

async function inspectBase(
  { docker }: DockerEngine,
  view: DockerfileView,
  target: string | undefined,
): Promise<ImageInspectInfo | undefined> {
  const last =
    target === undefined ? view.stages.at(-1) : view.stages.find(({ name }) => name === target.toLowerCase());
  const chain =
    last === undefined ? [] : finalChain({ ...view, stages: view.stages.slice(0, last.index + 1) });
  const image = chain.at(-1)?.image;
  if (image === undefined || image === 'scratch') return undefined;
  try {
    return await docker.getImage(image).inspect();
  } catch {
    // Not kept by this engine under its name: then all layers are looked at.
    return undefined;
  }
}
