import type { FactValues } from '../../model/fact-values.js';
import { javaConstraintOf, normaliseJavaVersion } from '../java-version.js';
import type { MavenModel, Value } from './model.js';
import { findPlugin } from './plugins.js';

type Runtime = FactValues['runtime'];

/** A statement of a POM about the Java version, with the places it rests on. */
export interface JavaLevel {
  readonly runtime: Runtime;
  readonly value: Value;
}

/**
 * What the compiler compiles for and which JDK is asked for. `release` beats `source` and `target`; a configuration
 * beats the properties `maven.compiler.*`. The compiler plugin is bound to the life cycle, so its managed configuration
 * holds even where no POM names it.
 *
 * Source: https://maven.apache.org/plugins/maven-compiler-plugin/compile-mojo.html
 */
export function javaLevels(model: MavenModel): readonly JavaLevel[] {
  const compiler = findPlugin(model.lineage, 'maven-compiler-plugin');
  const option = (name: string): Value | undefined =>
    usable(model.value(compiler?.config([name], { execution: 'default-compile' }))) ??
    usable(model.property(`maven.compiler.${name}`));
  const levels = compileLevels({
    release: option('release'),
    source: option('source'),
    target: option('target'),
  });
  const toolchains = findPlugin(model.lineage, 'maven-toolchains-plugin');
  const toolchain =
    usable(model.value(compiler?.config(['jdkToolchain', 'version']))) ??
    (toolchains?.declared === true
      ? usable(model.value(toolchains.config(['toolchains', 'jdk', 'version'])))
      : undefined);
  return [
    ...levels,
    ...(toolchain ? level('toolchain', toolchain) : []),
    ...kotlinLevel(model),
    ...enforcedLevel(model),
  ];
}

function compileLevels(
  options: Record<'release' | 'source' | 'target', Value | undefined>,
): readonly JavaLevel[] {
  if (options.release) return level('release', options.release);
  const source = options.source ? level('source-level', options.source) : [];
  const target = options.target ? level('target-level', options.target) : [];
  const [s, t] = [source[0], target[0]];
  // The same version twice is one statement, seen at both places.
  if (s && t && s.runtime.version === t.runtime.version) {
    const places = [...new Set([...t.value.places, ...s.value.places])] as unknown as Value['places'];
    return [{ runtime: t.runtime, value: { ...t.value, places } }];
  }
  return [...target, ...source];
}

function level(basis: Runtime['basis'], value: Value): JavaLevel[] {
  const range = basis === 'toolchain' && /[[(,]/.test(value.text) ? javaConstraintOf(value.text) : undefined;
  const version = range === undefined ? normaliseJavaVersion(value.text) : undefined;
  if (range !== undefined) return [{ runtime: { language: 'java', constraint: range, basis }, value }];
  return version === undefined ? [] : [{ runtime: { language: 'java', version, basis }, value }];
}

function kotlinLevel(model: MavenModel): readonly JavaLevel[] {
  const kotlin = findPlugin(model.lineage, 'kotlin-maven-plugin');
  if (!kotlin?.declared) return [];
  const value =
    usable(model.value(kotlin.config(['jvmTarget'], { execution: 'compile' }))) ??
    usable(model.property('kotlin.compiler.jvmTarget'));
  return value ? level('target-level', value) : [];
}

/** The enforcer's requireJavaVersion speaks of the JDK that builds, which is also a floor for what runs. */
function enforcedLevel(model: MavenModel): readonly JavaLevel[] {
  const enforcer = findPlugin(model.lineage, 'maven-enforcer-plugin');
  if (!enforcer?.declared) return [];
  const [required] = enforcer.anywhere(['rules', 'requireJavaVersion', 'version']);
  const value = usable(model.value(required));
  const constraint = value && javaConstraintOf(value.text);
  if (!value || constraint === undefined) return [];
  return [{ runtime: { language: 'java', constraint, basis: 'constraint' }, value }];
}

function usable(value: Value | undefined): Value | undefined {
  return value && !value.open ? value : undefined;
}
