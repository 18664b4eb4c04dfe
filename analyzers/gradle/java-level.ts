import type { FactValues } from '../../model/fact-values.js';
import { normaliseJavaVersion } from '../java-version.js';
import type { ScriptModel } from './script-model.js';
import type { GradleValue, Placed } from './values.js';

type Basis = FactValues['runtime']['basis'];

export interface GradleLevel {
  readonly version: string;
  readonly basis: Basis;
  readonly value: GradleValue;
}

const forms: readonly (readonly [RegExp, Basis])[] = [
  [/^(?:java\.|project\.)?sourceCompatibility ?(?:= ?| |\()(.+?)\)?$/, 'source-level'],
  [/^(?:java\.|project\.)?targetCompatibility ?(?:= ?| |\()(.+?)\)?$/, 'target-level'],
  [/^(?:[\w.]*\.)?(?:options\.)?release(?:\.set\(| ?= ?)(.+?)\)?$/, 'release'],
  [/^(?:[\w.]*\.)?languageVersion(?:\.set\(| ?= ?)JavaLanguageVersion\.of\((.+?)\)\)?$/, 'toolchain'],
  [/^(?:kotlin\.)?jvmToolchain\(? ?(\d+|["']\d+["'])\)?$/, 'toolchain'],
  [/^(?:[\w.]*\.)?jvmTarget(?:\.set\(| ?= ?)(.+?)\)?$/, 'target-level'],
];

/**
 * Java versions that a project's scripts set; for each kind the first statement counts, the project's own before those of
 * the projects above. A target that is not set follows the source.
 *
 * Source: https://docs.gradle.org/current/userguide/building_java_projects.html
 */
export function javaLevels(model: ScriptModel): readonly GradleLevel[] {
  const found = new Map<Basis, GradleLevel>();
  for (const statement of model.statements) {
    if (statement.blocks.some((block) => /test|buildscript/i.test(block)) || /test/i.test(statement.text))
      continue;
    const level = levelOf(statement, model);
    if (level && !found.has(level.basis)) found.set(level.basis, level);
  }
  const levels = [...found.values()];
  const source = found.get('source-level');
  const target = found.get('target-level');
  if (source?.version !== target?.version || !source || !target) return levels;
  const places = [...target.value.places, ...source.value.places] as unknown as GradleValue['places'];
  const both = { ...target, value: { ...target.value, places } };
  return [...levels.filter((level) => level !== source && level !== target), both];
}

function levelOf(statement: Placed, { properties }: ScriptModel): GradleLevel | undefined {
  for (const [pattern, basis] of forms) {
    const expression = pattern.exec(statement.text)?.[1];
    if (expression === undefined) continue;
    // `options.release` only inside a compile task's block, else any `release` would do.
    if (
      basis === 'release' &&
      !statement.text.includes('options') &&
      !/ompile|options/.test(statement.blocks.join(' '))
    )
      continue;
    const constant =
      /^(?:JavaVersion\.|JvmTarget\.)?(?:VERSION_|JVM_)([\d_]+)(?:\.(?:toString\(\)|majorVersion))?$/.exec(
        expression,
      )?.[1];
    const place = { file: statement.file, line: statement.line };
    const value: GradleValue =
      constant === undefined
        ? properties.evaluate(
            expression
              .replace(/^JavaVersion\.toVersion\((.+)\)?$/, '$1')
              .replace(/\.toInteger\(\)$|\.toInt\(\)$| as \w+$/, ''),
            place,
          )
        : { text: constant.replace('_', '.'), places: [place], open: false };
    const version = value.open ? undefined : normaliseJavaVersion(value.text);
    return version === undefined ? undefined : { version, basis, value };
  }
  return undefined;
}
