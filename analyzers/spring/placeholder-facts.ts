import { isSecretKey } from '../../workspace/mask.js';
import type { JavaSetting } from '../java-settings.js';
import type { FileTarget } from './target.js';

/** Names that the JVM, a server, Spring or Maven define by themselves. */
export const standardName =
  /^(?:(?:java|os|user|file|line|path|sun|jdk|project|pom|catalina|jetty|jboss|weblogic|env|date|ctx|random|server|spring|management|logging|eureka|info|maven|parent|application|local)[.:]|basedir$|hostname$|PID$)/;

/** `File failed to upload: ${error}`: a text for people, whose variables the code fills in. */
function isSentence(value: string): boolean {
  const text = value.replace(/\$\{[^}]*\}/g, ' ').trim();
  if (/^(?:select|insert|update|delete|merge|call|with)\b/i.test(text)) return false;
  return text.split(/\s+/).filter((word) => /^["'(]?\p{L}[\p{L}'’]*["')]?[.,:;!?]?$/u.test(word)).length >= 3;
}

/** Emits the environment variables and system properties that a setting refers to. */
export function emitPlaceholders(target: FileTarget, setting: JavaSetting): void {
  if (isSentence(setting.value)) return;
  for (const match of setting.value.matchAll(/\$\{([\w.-]+)(?::-?([^${}]*))?\}/g)) {
    const [, name = '', fallback] = match;
    if (target.lookup.of(name).some((other) => other !== setting)) continue;
    if (target.maven.has(name) || standardName.test(name)) continue;
    const secret = isSecretKey(name) || isSecretKey(setting.key);
    const value = {
      name,
      ...(fallback !== undefined && fallback !== '' && !secret && { default: fallback }),
      required: fallback === undefined,
    };
    if (/^[A-Z][A-Z0-9_]*$/.test(name))
      target.add('env-var', { ...value, source: 'environment' }, setting.line);
    else if (name.includes('.')) target.add('system-property', value, setting.line, 'inferred');
  }
}
