import type { V1ConfigMap, V1Secret, V1Volume, V1VolumeMount } from '../kubernetes/api-types.js';
import { keyName } from '../application-config/read-config-file.js';
import type { StoredContent } from '../application-config/read-config-file.js';
import { reportPlan } from '../generation.js';
import { contentBytes, fileMap, fileSecret, placeholder } from '../kubernetes/config-objects.js';
import type { Owner } from '../kubernetes/labels.js';
import type { Manifest } from '../kubernetes/manifest.js';
import { sourceMissing, sourceMissingHint } from '../texts.js';
import type { DependencyScope } from './engine.js';
import { maskSql } from './sql-secrets.js';
import { schemaSecret, schemaSecretHint, schemaTooLarge, schemaTooLargeHint } from './texts.js';

/** The application's SQL as ConfigMaps and Secrets, and as one directory in the container. */
export interface SchemaFiles {
  readonly maps: readonly (V1ConfigMap & Manifest)[];
  /** Scripts with placeholders for passwords. */
  readonly secrets: readonly (V1Secret & Manifest)[];
  readonly volumes: readonly V1Volume[];
  readonly mounts: readonly V1VolumeMount[];
}

const mapLimit = 1000 * 1024;

/**
 * SQL files in their order: the image runs them by name, so each gets its number in front. They are spread over as many
 * ConfigMaps as they need; a single file that is larger than one must be loaded by hand.
 */
export function schemaFiles(
  scope: DependencyScope,
  owner: Owner,
  directory: string | undefined,
): SchemaFiles {
  const files = readSchema(scope);
  if (files.length === 0 || directory === undefined)
    return { maps: [], secrets: [], volumes: [], mounts: [] };
  const name = (base: string, index: number): string => `${base}${index === 0 ? '' : `-${index + 1}`}`;
  const maps = fill(files.filter(({ passwords }) => passwords === 0)).flatMap((group, i) =>
    fileMap(scope, owner, { name: name(`${scope.id}-schema`, i), files: group }),
  );
  const secrets = fill(files.filter(({ passwords }) => passwords > 0)).flatMap((group, i) =>
    fileSecret(scope, owner, { name: name(secretName(scope), i), files: group }),
  );
  const sources = [
    ...maps.map(({ metadata }) => ({ configMap: { name: metadata.name ?? '' } })),
    ...secrets.map(({ metadata }) => ({ secret: { name: metadata.name ?? '' } })),
  ];
  return {
    maps,
    secrets,
    volumes: [{ name: 'schema', projected: { sources } }],
    mounts: [{ name: 'schema', mountPath: directory, readOnly: true }],
  };
}

type Script = StoredContent & { readonly passwords: number };

function secretName({ id }: DependencyScope): string {
  return `${id}-schema-secrets`;
}

function readSchema(scope: DependencyScope): Script[] {
  return scope.dependency.schema.flatMap(({ context, path }, i) => {
    const source = scope.readSource(context, path);
    const text =
      source === undefined
        ? undefined
        : sayUnicode(source, scope.dependency.service === 'postgresql' ? 'UTF8' : 'utf8mb4');
    if (text === undefined) {
      reportPlan(scope, {
        code: 'schema-missing',
        message: sourceMissing({ file: path, use: scope.id }),
        hint: sourceMissingHint(),
      });
      return [];
    }
    const base = keyName(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1));
    const name = `${String(i + 1).padStart(3, '0')}-${base}`;
    const masked = maskSql(text, (number) => placeholder(secretName(scope), `${i + 1}-${number}`));
    const file: Script = { name, ...masked };
    if (masked.passwords > 0) {
      reportPlan(scope, {
        code: 'schema-passwords',
        message: schemaSecret({ file: path, passwords: masked.passwords, secret: secretName(scope) }),
        hint: schemaSecretHint(),
      });
    }
    if (contentBytes(file) <= mapLimit) return [file];
    reportPlan(scope, {
      code: 'schema-too-large',
      message: schemaTooLarge({ file: path, kilobytes: Math.ceil(contentBytes(file) / 1024) }),
      hint: schemaTooLargeHint(),
    });
    return [];
  });
}

/**
 * Sources are decoded when they are read, so a script that announces its old encoding would be stored wrongly. Columns keep the
 * character set that they are declared with.
 */
function sayUnicode(sql: string, unicode: string): string {
  return sql
    .replace(/\b(SET\s+NAMES\s+)(['"]?)(?!binary|utf-?8)(\w+)\2/gi, `$1${unicode}`)
    .replace(
      /\b(SET\s+(?:SESSION\s+)?character_set_(?:client|connection|results)\s*=\s*)(?!@|binary|utf-?8)(\w+)/gi,
      `$1${unicode}`,
    )
    .replace(/\b(SET\s+client_encoding\s*(?:=|TO)\s*)'(?!UTF-?8)[\w-]+'/gi, "$1'UTF8'");
}

function fill(files: readonly Script[]): Script[][] {
  const groups: Script[][] = [];
  let room = 0;
  for (const file of files) {
    const size = contentBytes(file);
    if (size > room) {
      groups.push([]);
      room = mapLimit;
    }
    groups.at(-1)?.push(file);
    room -= size;
  }
  return groups;
}
