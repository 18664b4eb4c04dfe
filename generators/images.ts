import type { RuntimePlan } from '../model/plan-component.js';
import type { PlanSettings } from '../model/plan.js';
import { resolveImage } from '../templates/resolve-image.js';
import type { ResolvedImage } from '../templates/resolve-image.js';
import { reportPlan } from './generation.js';
import type { Workshop } from './generation.js';
import { imageUnknown, imageUnknownHint } from './texts.js';

/** Finds a base image; what the catalogue lacks becomes a problem. */
export function baseImage(
  workshop: Workshop,
  wanted: RuntimePlan & { readonly subject: string },
): ResolvedImage | undefined {
  const { imageMirror } = workshop.plan.settings;
  const found = resolveImage(workshop.catalog, {
    image: wanted.image,
    version: wanted.version,
    ...(wanted.java === undefined ? {} : { java: wanted.java }),
    ...(imageMirror === undefined ? {} : { mirror: imageMirror }),
    ...(workshop.imageLock === undefined ? {} : { lock: workshop.imageLock }),
  });
  if (!found) {
    const known = workshop.catalog.images[wanted.image]?.releases.map((release) =>
      release.java === undefined ? release.version : `${release.version} (Java ${release.java})`,
    );
    reportPlan(workshop, {
      code: 'image-unknown',
      message: imageUnknown({ ...wanted, java: wanted.java ?? '' }),
      hint: imageUnknownHint({ known: known ?? Object.keys(workshop.catalog.images) }),
    });
  }
  return found;
}

/** The catalogue's preferred release of an image that plans don't choose (nginx beside PHP-FPM). */
export function defaultImage(
  workshop: Workshop,
  wanted: { readonly image: string; readonly java?: string; readonly subject: string },
): ResolvedImage | undefined {
  const image = workshop.catalog.images[wanted.image];
  // Of an image whose versions are Java's own, the one for that Java.
  const forJava = image?.releases.find((one) => one.java === wanted.java && one.version === wanted.java);
  const version = forJava?.version ?? image?.default ?? image?.releases.at(-1)?.version ?? '';
  return baseImage(workshop, { ...wanted, version });
}

/** How an image that we build is called where it is run. */
export function builtImage(
  settings: PlanSettings,
  image: { readonly name: string; readonly tag: string },
): string {
  const registry = settings.registry === undefined ? '' : `${settings.registry.replace(/\/+$/, '')}/`;
  return `${registry}${image.name}:${image.tag}`;
}
