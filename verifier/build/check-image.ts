import type { ImageInspectInfo } from 'dockerode';
import type { CheckDetail } from '../../model/check.js';
import { findSecrets, isSecretSetting } from '../secrets/find-secrets.js';
import type { KnownSecret, LayerHit } from './scan-content.js';
import { buildTexts as texts } from './texts.js';

/** What must hold of an image that was built, apart from having been built. */
export function checkImage(
  image: Pick<ImageInspectInfo, 'Config'>,
  hits: readonly LayerHit[],
  options: {
    readonly file: string;
    readonly subject: string;
    readonly known: readonly KnownSecret[];
    readonly history: readonly string[];
  },
): CheckDetail[] {
  const place = { file: options.file, subject: options.subject };
  const details: CheckDetail[] = [];
  const user = image.Config.User;
  if (!/^\d+(:\d+)?$/.test(user) || /^0+(:|$)/.test(user)) {
    const message = texts.runsAsRoot(user);
    details.push({
      rule: 'build/non-root',
      severity: 'error',
      ...place,
      message,
      hint: texts.runsAsRootHint(),
    });
  }
  const lines = [...((image.Config.Env as string[] | null) ?? []), ...options.history];
  const key = secretIn(lines, options.known);
  if (key !== undefined) {
    const message = texts.secretInConfig(key);
    details.push({
      rule: 'build/secret-in-config',
      severity: 'error',
      ...place,
      message,
      hint: texts.secretHint(),
    });
  }
  return [
    ...details,
    ...hits.map((hit): CheckDetail => ({
      ...describe(hit),
      ...place,
      hint: hit.kind === 'code' ? texts.secretInCodeHint() : texts.secretHint(),
    })),
  ];
}

function describe(hit: LayerHit): Pick<CheckDetail, 'rule' | 'severity' | 'message'> {
  const place = hit.line === undefined ? `/${hit.path}` : `/${hit.path}:${hit.line}`;
  switch (hit.kind) {
    case 'known':
      return { rule: 'build/secret-in-layer', severity: 'error', message: texts.knownSecret(place, hit.key) };
    case 'code':
      return {
        rule: 'build/secret-in-layer',
        severity: 'warning',
        message: texts.secretInCode(place, hit.key),
      };
    case 'private-key':
      return { rule: 'build/secret-in-layer', severity: 'error', message: texts.privateKey(place) };
    case 'setting':
      // A guess by name: libraries ship examples, so a person must look.
      return {
        rule: 'build/secret-in-layer',
        severity: 'warning',
        message: texts.secretSetting(place, hit.key),
      };
  }
}

function secretIn(lines: readonly string[], known: readonly KnownSecret[]): string | undefined {
  for (const line of lines) {
    const equals = line.indexOf('=');
    const name = line.slice(0, Math.max(equals, 0));
    if (/^\w+$/.test(name) && isSecretSetting(name, line.slice(equals + 1))) return name;
    const match =
      known.find(({ value }) => value.length >= 8 && line.includes(value)) ?? findSecrets(line)[0];
    if (match) return match.key;
  }
  return undefined;
}
