import { createSettingLookup } from '../java-placeholders.js';
import { canonicalKey, isBootFile, readSettings } from '../java-settings.js';
import type { Project } from '../../workspace/project.js';
import { emitLogFile, type LogTarget } from './log-target.js';

/** https://docs.spring.io/spring-boot/docs/2.7.x/reference/html/features.html#features.logging.file-output */
const files: Readonly<Record<string, (value: string) => string>> = {
  'logging.file': (value) => value,
  'logging.file.name': (value) => value,
  'logging.path': (value) => `${value.replace(/\/$/, '')}/spring.log`,
  'logging.file.path': (value) => `${value.replace(/\/$/, '')}/spring.log`,
};

/** Spring Boot's own logging keys, and the access logs of the embedded server. */
export function readSpringLogging(target: LogTarget, project: Project): void {
  if (!isBootFile(target.file.name)) return;
  const lookup = createSettingLookup(target.unit, project);
  const settings = readSettings(target.file);
  for (const { key, value, line, profile } of settings) {
    const canonical = canonicalKey(key);
    const filled = lookup.fill(value, profile);
    if (filled === undefined || filled === '') continue;
    const pathOf = files[canonical];
    if (pathOf) emitLogFile(target, pathOf(filled), line);
    const server = /^server\.(tomcat|undertow|jetty)\.accesslog\.(?:directory|dir|filename)$/.exec(
      canonical,
    )?.[1];
    if (server === undefined) continue;
    const enabled = settings.find(
      (one) => one.profile === profile && canonicalKey(one.key) === `server.${server}.accesslog.enabled`,
    );
    if (enabled?.value === 'true')
      emitLogFile({ ...target, framework: `${server}-access-log` }, filled, line);
  }
}
