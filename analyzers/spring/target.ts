import type { FactKind } from '../../model/fact.js';
import type { FactValues } from '../../model/fact-values.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import type { AddFact, FactCollector } from '../fact-collector.js';
import type { SettingLookup } from '../java-placeholders.js';
import type { JavaSetting } from '../java-settings.js';

export const by = 'spring';

/** One unit's settings while they are read. */
export interface UnitTarget {
  readonly project: Project;
  readonly unit: string;
  readonly collector: FactCollector;
  readonly lookup: SettingLookup;
  /** Properties of the Maven build, which its resource filter fills in. */
  readonly maven: ReadonlySet<string>;
}

/** One configuration file of it. */
export interface FileTarget extends UnitTarget {
  readonly file: SourceFile;
  readonly add: AddFact;
  /** What adding facts has told of the file itself. */
  readonly seen: { secrets: boolean; environment: boolean; purpose: FactValues['config-file']['purpose'] };
}

const ofEnvironment: readonly FactKind[] = [
  'datasource',
  'depends-on',
  'outbound-url',
  'fixed-address',
  'credential',
];

export function createFileTarget(target: UnitTarget, file: SourceFile): FileTarget {
  const seen: FileTarget['seen'] = { secrets: false, environment: false, purpose: 'application' };
  return {
    ...target,
    file,
    seen,
    add: (kind, value, line, certainty) => {
      seen.secrets ||= kind === 'credential';
      seen.environment ||= ofEnvironment.includes(kind);
      if (kind === 'datasource' && seen.purpose === 'application') seen.purpose = 'database';
      target.collector.add(kind, target.unit, value, file.evidence(by, line), certainty);
    },
  };
}

/** A setting with its placeholders filled in. */
export interface Filled extends JavaSetting {
  /** Undefined when something stays open. */
  readonly filled: string | undefined;
  /** The environment variable that sets it, else its key. */
  readonly configuredBy: string;
}

export function fillSetting(setting: JavaSetting, lookup: SettingLookup): Filled {
  const variable = /^\$\{([A-Z][A-Z0-9_]*)(?::[^{}]*)?\}$/.exec(setting.value.trim())?.[1];
  const filled = lookup.fill(setting.value, setting.profile);
  return {
    ...setting,
    filled: filled === '' ? undefined : filled,
    configuredBy: variable ?? setting.key,
  };
}

/** `{profile}` or nothing, to be spread into a value. */
export function inProfile({ profile }: { readonly profile?: string }): { profile?: string } {
  return profile === undefined ? {} : { profile };
}

/** A port number, or undefined. */
export function portOf(text: string | undefined): number | undefined {
  const port = text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port > 0 && port < 65536 ? port : undefined;
}
