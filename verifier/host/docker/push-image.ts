import type { DockerEngine } from './connect-docker.js';
import { reasonOf } from './connect-docker.js';
import { findRegistryAuth } from './registry-auth.js';

/** Tags an image for a registry and pushes it there. Returns the pushed digest, or why it failed. */
export async function pushImage(
  engine: DockerEngine,
  options: {
    readonly imageId: string;
    readonly repository: string;
    readonly tag: string;
    readonly signal?: AbortSignal;
  },
): Promise<{ readonly digest: string } | { readonly error: string }> {
  const answer = await tagAndPush(engine, options);
  // A tag for a registry that does not have it is good for nothing.
  if ('error' in answer) await removeImages(engine, [`${options.repository}:${options.tag}`]);
  return answer;
}

async function tagAndPush(
  { docker }: DockerEngine,
  options: Parameters<typeof pushImage>[1],
): ReturnType<typeof pushImage> {
  const { imageId, repository, tag } = options;
  await docker.getImage(imageId).tag({ repo: repository, tag });
  // Older engines (20.10) refuse a push without the header that carries the login, even where nobody has logged in.
  const authconfig = (await findRegistryAuth(repository)) ?? {};
  try {
    const output = await docker.getImage(`${repository}:${tag}`).push({
      authconfig,
      ...(options.signal && { abortSignal: options.signal }),
    });
    let digest = '';
    let error = '';
    await new Promise<void>((resolve, reject) => {
      docker.modem.followProgress(
        output,
        (failure: Error | null) => {
          if (failure) reject(failure);
          else resolve();
        },
        (event: { aux?: { Digest?: string }; error?: string }) => {
          digest = event.aux?.Digest ?? digest;
          error = event.error ?? error;
        },
      );
    });
    return error === '' ? { digest } : { error };
  } catch (failure) {
    return { error: failure instanceof Error ? failure.message : reasonOf(failure) };
  }
}

/** Removes tags; an image that is gone already, or still in use, is left as it is. */
export async function removeImages({ docker }: DockerEngine, references: readonly string[]): Promise<void> {
  await Promise.allSettled(
    references.map((reference) => docker.getImage(reference).remove({ noprune: true })),
  );
}
