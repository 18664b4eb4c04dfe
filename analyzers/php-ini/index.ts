import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { parseByteSize } from '../byte-size.js';
import { createFactCollector } from '../fact-collector.js';
import { phpApplicationOf } from '../php-application.js';
import { phpIniFiles, phpSettings } from '../php-settings.js';
import type { PhpSetting } from '../php-settings.js';
import type { FactCollector } from '../fact-collector.js';

const by = 'php-ini';

/** Reads php.ini and .user.ini. https://www.php.net/manual/en/ini.list.php */
export const phpIniAnalyzer: Analyzer = {
  id: by,
  title: { en: 'php.ini', 'zh-CN': 'php.ini' },
  files: phpIniFiles,
  analyze(matched, project): AnalyzerResult {
    const collector = createFactCollector();
    const settings = phpSettings(project).filter((setting) => setting.source === 'ini');
    for (const setting of settings) {
      const unit = phpApplicationOf(project, setting.file.path) ?? setting.file.directory;
      emitSetting(unit, setting, collector);
    }
    for (const file of matched) {
      const unit = phpApplicationOf(project, file.path) ?? file.directory;
      if (!settings.some((setting) => setting.file === file)) continue;
      const value = {
        path: file.path,
        format: 'ini',
        purpose: 'language',
        containsSecrets: false,
        environmentSpecific: false,
      } as const;
      collector.add('config-file', unit, value, file.evidence(by, 1));
    }
    return collector.result();
  },
};

function emitSetting(unit: string, setting: PhpSetting, collector: FactCollector): void {
  const { name, value } = setting;
  const evidence = setting.file.evidence(by, setting.line);
  if (name === 'extension' || name === 'zend_extension') {
    // gd's file on Windows was called php_gd2.dll.
    const extension = /(?:php_)?([a-z0-9_]+?)(?:\.(?:so|dll))?$/i
      .exec(value)?.[1]
      ?.toLowerCase()
      .replace(/^gd2$/, 'gd');
    if (extension !== undefined)
      collector.add('php-extension', unit, { name: extension, required: true }, evidence);
    return;
  }
  collector.add(
    'php-setting',
    unit,
    { name, value: /pass(word)?$|pw$/i.test(name) ? '***' : value },
    evidence,
  );
  const bytes = name === 'memory_limit' ? parseByteSize(value) : undefined;
  if (bytes !== undefined) collector.add('memory', unit, { kind: 'limit', bytes }, evidence);
  if (name === 'error_log') emitLog(unit, setting, collector);
  const use = { upload_tmp_dir: 'temp', 'session.save_path': 'session' } as const;
  if ((name === 'upload_tmp_dir' || name === 'session.save_path') && value.startsWith('/')) {
    const path = { path: value, use: use[name], persistent: false, configuredBy: name };
    collector.add('writable-path', unit, path, evidence);
  }
  if (name === 'SMTP' && value !== '' && value !== 'localhost') {
    collector.add('depends-on', unit, { service: 'smtp', host: value, configuredBy: name }, evidence);
  }
  if (name === 'default_charset' && value !== '') {
    collector.add('encoding', unit, { charset: value, subject: 'web' }, evidence);
  }
}

function emitLog(unit: string, { name, value, file, line }: PhpSetting, collector: FactCollector): void {
  const evidence = file.evidence(by, line);
  const stream = /^(?:\/dev\/|php:\/\/)(stdout|stderr)$/.exec(value)?.[1];
  const target = stream === 'stdout' || stream === 'stderr' ? stream : value === 'syslog' ? 'syslog' : 'file';
  const place = target === 'file' ? { path: value } : {};
  collector.add('log-sink', unit, { target, ...place, framework: 'php' }, evidence);
  if (target !== 'file' || !value.startsWith('/')) return;
  const directory = value.replace(/\/[^/]*$/, '');
  const path = { path: directory, use: 'log', persistent: false, configuredBy: name } as const;
  collector.add('writable-path', unit, path, evidence);
}
