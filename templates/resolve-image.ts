import type { CatalogRelease, ImageCatalog } from '../model/image-catalog.js';

export interface ImageRequest {
  /** Key of the catalogue. */
  readonly image: string;
  readonly version: string;
  /** Java feature version; absent or unknown to the image: its highest. */
  readonly java?: string;
  /** Replaces docker.io, `host[:port][/path]`. */
  readonly mirror?: string;
  /** Digests (`sha256:…`) by reference without mirror, `docker.io/library/tomcat:9.0.98-jre17-temurin-noble`. */
  readonly lock?: Readonly<Record<string, string>>;
}

export interface ResolvedImage {
  /** What stands in FROM or `image:`: registry, repository, exact tag, and the digest if one is known. */
  readonly reference: string;
  readonly release: CatalogRelease;
  /** Numeric user and group that the image prepares, if the catalogue says. */
  readonly user?: number;
  readonly group?: number;
}

/** Finds a pinned reference; undefined when the catalogue has no such image, version or Java. */
export function resolveImage(catalog: ImageCatalog, request: ImageRequest): ResolvedImage | undefined {
  const image = catalog.images[request.image];
  if (!image) return undefined;
  const release = pickRelease(
    image.releases.filter((one) => one.version === request.version),
    request.java,
  );
  if (!release) return undefined;
  const pinned = `${image.repository}:${release.tag}`;
  const digest = request.lock?.[pinned] ?? release.digest;
  const located =
    request.mirror === undefined
      ? pinned
      : pinned.replace(/^docker\.io\//, `${request.mirror.replace(/\/+$/, '')}/`);
  return {
    reference: digest === undefined ? located : `${located}@${digest}`,
    release,
    ...(image.user === undefined ? {} : { user: image.user }),
    ...(image.group === undefined ? {} : { group: image.group }),
  };
}

function pickRelease(
  releases: readonly CatalogRelease[],
  java: string | undefined,
): CatalogRelease | undefined {
  if (java !== undefined) {
    const exact = releases.find((one) => one.java === java);
    if (exact) return exact;
    return releases.find((one) => one.java === undefined);
  }
  return [...releases].sort((a, b) => Number(b.java ?? 0) - Number(a.java ?? 0))[0];
}
