import type { Project } from '../workspace/project.js';
import { unitOfFile } from './java-unit.js';
import { canonicalKey, readSettings, settingFiles, type JavaSetting } from './java-settings.js';
import { isWithin } from './paths.js';

/** Looks settings up the way an application of a unit would. */
export interface SettingLookup {
  /** Settings of a key in all profiles, those without a profile first. */
  readonly of: (key: string) => readonly JavaSetting[];
  /** The text with `${key:default}` filled in; undefined when something stays open. */
  readonly fill: (text: string, profile?: string) => string | undefined;
}

const placeholder = /\$\{([^${}:]+)(?::-?([^${}]*))?\}/;

/** The settings of a unit's own files, and of what lies beside the units of a source tree (shared modules, a `config` folder). */
export function createSettingLookup(unit: string, project: Project): SettingLookup {
  const all = settingFiles(project)
    .filter((file) => belongs(unitOfFile(file.path, project), unit))
    .flatMap(readSettings);
  const byKey = new Map<string, JavaSetting[]>();
  for (const setting of all) {
    const key = canonicalKey(setting.key);
    byKey.set(key, [...(byKey.get(key) ?? []), setting]);
  }
  const of = (key: string): readonly JavaSetting[] => {
    const found = byKey.get(canonicalKey(key)) ?? [];
    return [
      ...found.filter((one) => one.profile === undefined),
      ...found.filter((one) => one.profile !== undefined),
    ];
  };
  const fill = (text: string, profile?: string): string | undefined => {
    let filled = text;
    for (let round = 0; round < 20; round++) {
      const match = placeholder.exec(filled);
      if (!match) break;
      const candidates = of(match[1] ?? '');
      const own = candidates.find((one) => one.profile === profile) ?? candidates[0];
      const value = own?.value.includes(match[0]) === true ? undefined : own?.value;
      const replacement = value ?? match[2];
      if (replacement === undefined) return undefined;
      filled = filled.slice(0, match.index) + replacement + filled.slice(match.index + match[0].length);
    }
    return /\$\{|#\{|^@[\w.-]+@$/.test(filled) ? undefined : filled.trim();
  };
  return { of, fill };
}

function belongs(owner: string, unit: string): boolean {
  return (
    owner === unit ||
    (owner !== '' && isWithin(owner, unit)) ||
    (unit !== '' && isWithin(unit, owner) && !owner.includes('!'))
  );
}

/** The properties that a Maven build sets, which its resource filter may put in place of `${x}` and `@x@`. */
export function mavenProperties(project: Project): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of project.find(['**/pom.xml'])) {
    const visit = (element: ReturnType<typeof file.xml>): void => {
      for (const child of element?.children ?? []) {
        if (element?.local === 'properties') names.add(child.local);
        else if (/^(?:project|profiles|profile|properties)$/.test(child.local)) visit(child);
      }
    };
    visit(file.xml());
  }
  return names;
}
