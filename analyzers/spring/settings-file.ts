import type { FactValues } from '../../model/fact-values.js';
import type { SourceFile } from '../../workspace/project.js';
import { isBootFile, profileOfFile, readSettings } from '../java-settings.js';
import { emitCredentials } from './credentials.js';
import { emitDataSources } from './data-sources.js';
import { emitOwnSettings } from './own-settings.js';
import { emitPlaceholders } from './placeholder-facts.js';
import { emitOwnServices, emitServices } from './services.js';
import { createFileTarget, fillSetting, type FileTarget, type UnitTarget } from './target.js';
import { emitWebSettings } from './web-settings.js';

/** Reads a `.properties` or YAML file of an application: Spring Boot's own, or `jdbc.properties` and the like. */
export function readSettingsFile(unit: UnitTarget, file: SourceFile): void {
  const target = createFileTarget(unit, file);
  const settings = readSettings(file).map((setting) => fillSetting(setting, unit.lookup));
  const boot = isBootFile(file.name);
  const sources = emitDataSources(target, settings);
  const services = emitServices(target, settings);
  const known = new Set([...sources, ...services]);
  if (boot) emitWebSettings(target, settings);
  emitCredentials(target, settings);
  emitOwnServices(
    target,
    settings.filter((setting) => !known.has(setting)),
  );
  emitOwnSettings(target, settings, known);
  for (const setting of settings) emitPlaceholders(target, setting);
  if (boot || target.seen.environment || target.seen.secrets) emitConfigFile(target, settings.length > 0);
}

/** A file that says what differs between environments belongs outside of the image. */
export function emitConfigFile(target: FileTarget, hasContent = true): void {
  const { file, seen } = target;
  if (!hasContent) return;
  const profile = profileOfFile(file);
  const readFrom = placeOnClassPath(file.path);
  target.collector.add(
    'config-file',
    target.unit,
    {
      path: file.path,
      format: formatOf(file.name),
      ...(readFrom !== undefined && { readFrom }),
      purpose: isBootFile(file.name) ? 'application' : seen.purpose,
      containsSecrets: seen.secrets,
      environmentSpecific: seen.environment || profile !== undefined,
      ...(profile !== undefined && { profile }),
    },
    file.evidence('spring'),
  );
}

function formatOf(name: string): FactValues['config-file']['format'] {
  if (name.endsWith('.properties')) return 'properties';
  return name.endsWith('.xml') ? 'xml' : 'yaml';
}

/** Where the running application finds a file of its sources or its archive; undefined where only a script knows. */
export function placeOnClassPath(path: string): string | undefined {
  const onClassPath =
    /(?:^|[/!])(?:src\/main\/(?:resources|java|config)|(?:WEB-INF|BOOT-INF)\/classes)\/(.+)$/.exec(
      path,
    )?.[1] ?? /(?:^|\/)src\/(?!main\/)(?:java\/|resources\/)?(.+)$/.exec(path)?.[1];
  if (onClassPath !== undefined) return `classpath:${onClassPath}`;
  return /(?:^|[/!])((?:WEB-INF|META-INF)\/.+)$/.exec(path)?.[1];
}
