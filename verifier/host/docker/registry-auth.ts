import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What the engine sends along when it pushes to a registry. */
export interface RegistryAuth {
  readonly username: string;
  readonly password: string;
  readonly serveraddress: string;
}

/** The login that `docker login` left for a registry; undefined when there is none, or when a helper keeps it. */
export async function findRegistryAuth(
  registry: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<RegistryAuth | undefined> {
  const host = registry.split('/')[0] ?? registry;
  const file = join(environment.DOCKER_CONFIG ?? join(homedir(), '.docker'), 'config.json');
  const config = await readConfig(file);
  const entry =
    config.auths?.[host] ?? config.auths?.[`https://${host}`] ?? config.auths?.[`https://${host}/v1/`];
  if (entry?.auth === undefined) return undefined;
  const plain = Buffer.from(entry.auth, 'base64').toString('utf8');
  const colon = plain.indexOf(':');
  return { username: plain.slice(0, colon), password: plain.slice(colon + 1), serveraddress: host };
}

interface DockerConfig {
  readonly auths?: Readonly<Record<string, { readonly auth?: string } | undefined>>;
}

async function readConfig(file: string): Promise<DockerConfig> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DockerConfig;
  } catch {
    // No file, or none that can be read: nobody has logged in.
    return {};
  }
}
