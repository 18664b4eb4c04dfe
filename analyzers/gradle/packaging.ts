import type { FactValues } from '../../model/fact-values.js';
import { appliedPlugins, type ScriptModel } from './script-model.js';
import type { GradlePlace, GradleValue } from './values.js';

export interface GradlePackaging {
  readonly value: FactValues['packaging'];
  readonly output?: string;
  readonly task: string;
  readonly places: readonly GradlePlace[];
}

const bootPlugin = 'org.springframework.boot';

const languages = ['java', 'java-library', 'groovy', 'scala', 'kotlin', 'org.jetbrains.kotlin.jvm'];
const shadowPlugins = ['com.github.johnrengelman.shadow', 'com.gradleup.shadow', 'shadow'];

interface Kind {
  readonly type: FactValues['packaging']['type'];
  readonly task: string;
  readonly extension: string;
  readonly suffix: string;
  /** The plugin that decides. */
  readonly plugin: string;
}

/** What a project builds, by the plugins it applies; undefined for one that builds nothing of its own. */
export function readPackaging(model: ScriptModel): GradlePackaging | undefined {
  const plugins = appliedPlugins(model);
  const main = mainClassOf(model);
  const kind = kindOf([...plugins.keys()], { hasManifest: main?.inManifest === true });
  if (!kind) return undefined;
  const artifact = artifactOf(model, kind);
  const version = versionOf(model);
  const place = plugins.get(kind.plugin)?.statement;
  return {
    value: {
      type: kind.type,
      ...(artifact !== undefined && { artifact }),
      ...(main && !main.value.open && { mainClass: main.value.text }),
      form: 'source',
      ...(model.self.name !== '' && { name: model.self.name }),
      ...(version && !version.open && { version: version.text }),
    },
    ...(artifact !== undefined && { output: `build/libs/${artifact}` }),
    task: kind.task,
    places: [...(place ? [{ file: place.file, line: place.line }] : []), ...(main?.value.places ?? [])],
  };
}

function kindOf(plugins: readonly string[], options: { hasManifest: boolean }): Kind | undefined {
  const first = (...ids: readonly string[]): string | undefined =>
    plugins.find((plugin) => ids.includes(plugin));
  const boot = first(bootPlugin, 'spring-boot');
  const war = first('war');
  const ear = first('ear');
  const shadow = first(...shadowPlugins);
  const runs = first('application');
  const language = first(...languages);
  if (war !== undefined) {
    return {
      type: 'war',
      task: boot === undefined ? 'war' : 'bootWar',
      extension: 'war',
      suffix: '',
      plugin: war,
    };
  }
  if (boot !== undefined)
    return { type: 'executable-jar', task: 'bootJar', extension: 'jar', suffix: '', plugin: boot };
  if (ear !== undefined) return { type: 'ear', task: 'ear', extension: 'ear', suffix: '', plugin: ear };
  if (shadow !== undefined) {
    return { type: 'executable-jar', task: 'shadowJar', extension: 'jar', suffix: '-all', plugin: shadow };
  }
  const plugin = runs ?? language;
  if (plugin === undefined) return undefined;
  const type = runs !== undefined || options.hasManifest ? 'executable-jar' : 'jar';
  return { type, task: 'jar', extension: 'jar', suffix: '', plugin };
}

/** `mainClassName = …`, `mainClass = …`, `mainClass.set(…)`, and a jar's manifest. */
function mainClassOf(model: ScriptModel): { value: GradleValue; inManifest: boolean } | undefined {
  for (const { text, blocks, file, line } of model.statements) {
    const expression =
      /^(?:[\w.]*\.)?mainClass(?:Name)?(?:\.set\(| ?= ?| )(["'].+?["']|[A-Za-z][\w.]*)\)?$/.exec(text)?.[1];
    if (expression !== undefined)
      return { value: model.properties.evaluate(expression, { file, line }), inManifest: false };
    const manifest =
      blocks.includes('manifest') || text.includes('manifest')
        ? /["']Main-Class["'] ?(?::|to|,) ?(["'].+?["']|[A-Za-z][\w.]*)/.exec(text)?.[1]
        : undefined;
    if (manifest !== undefined)
      return { value: model.properties.evaluate(manifest, { file, line }), inManifest: true };
  }
  return undefined;
}

function versionOf(model: ScriptModel): GradleValue | undefined {
  for (const { text, blocks, file, line } of model.statements) {
    const expression =
      blocks.length === 0 ? /^(?:project\.)?version(?: ?= ?| )(.+)$/.exec(text)?.[1] : undefined;
    if (expression !== undefined) return model.properties.evaluate(expression, { file, line });
  }
  return model.properties.get('version');
}

/** `archiveFileName` of the task, else base name and version. Undefined where a script computes a part. */
function artifactOf(
  model: ScriptModel,
  options: { task: string; extension: string; suffix: string },
): string | undefined {
  const setting = (names: string): GradleValue | undefined => {
    const pattern = new RegExp(
      `^(?:${options.task}\\.|base\\.|project\\.)?(?:${names})(?:\\.set\\(| ?= ?| )(.+?)\\)?$`,
    );
    for (const { text, blocks, file, line } of model.statements) {
      const expression = pattern.exec(text)?.[1];
      const block = blocks.at(-1) ?? '';
      const fits =
        block === '' ||
        block === 'base' ||
        block === 'archivesBaseName' ||
        block.replace(/^tasks\.(?:named\(["'])?|["'].*$/g, '') === options.task ||
        block.startsWith(options.task);
      if (expression !== undefined && fits) return model.properties.evaluate(expression, { file, line });
    }
    return undefined;
  };
  const full = setting('archiveFileName|archiveName');
  if (full) return full.open ? undefined : full.text;
  const base = setting('archiveBaseName|baseName|archivesBaseName|archivesName');
  const version = setting('archiveVersion') ?? versionOf(model);
  const classifier = setting('archiveClassifier|classifier');
  if ((base?.open ?? false) || (version?.open ?? false)) return undefined;
  const name = base?.text ?? model.self.name;
  if (name === '') return undefined;
  const tail = version && version.text !== '' && version.text !== 'unspecified' ? `-${version.text}` : '';
  const marked =
    classifier && !classifier.open ? (classifier.text === '' ? '' : `-${classifier.text}`) : options.suffix;
  return `${name}${tail}${marked}.${options.extension}`;
}
