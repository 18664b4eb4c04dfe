import type { FactValues } from '../../model/fact-values.js';
import { isSecretKey } from '../../workspace/mask.js';
import { canonicalKey } from '../java-settings.js';
import { findSibling } from './data-sources.js';
import { inProfile, type FileTarget, type Filled } from './target.js';

type Purpose = FactValues['credential']['purpose'];

const purposes: readonly (readonly [RegExp, Purpose])[] = [
  [/statviewservlet|druid\.login|console|admin\.pass|security\.user/, 'other'],
  [/key-?store|trust-?store|ssl\./, 'keystore'],
  [/redis|memcache|jedis/, 'cache'],
  [
    /datasource|jdbc|hikari|druid|mysql|oracle|postgres|sqlserver|hibernate|mongo|r2dbc|c3p0|dbcp|(?:^|[^a-z])db\d?(?:[^a-z]|$)|database/,
    'database',
  ],
  [/mail|smtp|imap/, 'mail'],
  [/rabbit|kafka|activemq|rocketmq|(?:^|\.)mq\.|jms/, 'messaging'],
  [/ldap/, 'ldap'],
  [/session|jwt|rememberme|cookie/, 'session'],
  [/api|token|secret|access|app|sign|wechat|alipay|oss|sms/, 'api'],
];

/** What a secret is for, by the words of its key and, where that says nothing, of its file. */
export function purposeOfKey(key: string, fileName: string): Purpose {
  const find = (text: string): Purpose | undefined => purposes.find(([pattern]) => pattern.test(text))?.[1];
  const canonical = canonicalKey(key);
  return (
    find(canonical) ??
    find(fileName.toLowerCase().replace(/^(?:application|bootstrap).*|\.\w+$/g, '')) ??
    'other'
  );
}

/** A literal that is somebody's secret; encrypted values, references and "change me" are none. */
export function isSecretText(value: string): boolean {
  const text = value.trim().replace(/^\$\{[^{}:]+:([^{}]*)\}$/, '$1');
  return (
    text !== '' &&
    !/^(?:\$\{[^}]*\}|#\{.*\}|@[\w.-]+@|%\w+%|\*+|ENC\(.*\)|\{cipher\}.*|<.*>|null|none|true|false|xxx+|your[-_ ].*|change[-_ ]?me.*)$/is.test(
      text,
    )
  );
}

/** Emits where secrets stand in clear; `hint` are words about what they belong to, where keys say little. */
export function emitCredentials(target: FileTarget, settings: readonly Filled[], hint = ''): void {
  for (const setting of settings) {
    const { key, value, line } = setting;
    if (!isSecretKey(key.replace(/\[\d+\]$/, '')) || !isSecretText(value)) continue;
    if (/(?:^|\.)(?:[\w-]*-)?(?:encoder|expire|timeout|length|column|parameter|field|name)$/i.test(key))
      continue;
    const asUrl = { ...setting, key: key.replace(/[^.]*$/, 'url') };
    const user = findSibling(settings, asUrl, ['username', 'user', 'loginusername', 'userid', 'account']);
    const username = user?.filled;
    target.add(
      'credential',
      {
        key,
        purpose: purposeOfKey(`${hint.toLowerCase()} ${key}`.trim(), target.file.name),
        ...(username !== undefined && { username }),
        ...inProfile(setting),
      },
      line,
    );
  }
}
