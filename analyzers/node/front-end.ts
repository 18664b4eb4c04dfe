import type { Project, SourceFile } from '../../workspace/project.js';
import { joinPath } from '../paths.js';
import { lineOfKey } from '../package-manifest.js';
import type { NodeManifest } from './manifest.js';
import { bundlers } from './packages.js';
import type { ServiceTarget } from './target.js';

/** Pages that a bundler makes out of sources: built once, served by any web server. */
export interface FrontEnd {
  /** Where the bundler writes, relative to the package. */
  readonly output: string;
  readonly tool: string;
  /** What told the output folder. */
  readonly file: SourceFile;
  readonly line: number;
}

interface NodePackage {
  readonly manifest: NodeManifest;
  readonly project: Project;
}

/** Recognises a front end by its bundler and build script; undefined for a library and a service. */
export function frontEndOf({ manifest, project }: NodePackage): FrontEnd | undefined {
  const all = new Map([...manifest.devDependencies, ...manifest.dependencies]);
  const rule = bundlers.find((one) => all.has(one.package));
  const build =
    manifest.scripts.get('build') ?? manifest.scripts.get('build:prod') ?? manifest.scripts.get('prod');
  if (!rule || build === undefined) return undefined;
  const unit = manifest.file.directory;
  const page = ['index.html', 'public/index.html', 'src/index.html', 'app/index.html'].some((path) =>
    project.file(joinPath(unit, path)),
  );
  const visual = [
    'vue',
    'react',
    'react-dom',
    '@angular/core',
    'svelte',
    'preact',
    'angular',
    'solid-js',
    'jquery',
  ].some((name) => all.has(name));
  if (!page && !visual) return undefined;
  const configured = configuredOutput(project, unit);
  const line = lineOfKey(manifest.file, 'build', 'scripts') ?? 1;
  const flagged = /--(?:outdir|outDir|dist-dir|output-path|dest|out-dir)[= ]["']?([\w./-]+)/.exec(build)?.[1];
  if (flagged !== undefined)
    return { output: joinPath(flagged), tool: rule.package, file: manifest.file, line };
  return configured
    ? { ...configured, tool: rule.package }
    : { output: rule.output, tool: rule.package, file: manifest.file, line };
}

/** `outDir`, `outputDir`, `outputPath` and webpack's `output.path` in the bundler's own configuration. */
function configuredOutput(
  project: Project,
  unit: string,
): Pick<FrontEnd, 'output' | 'file' | 'line'> | undefined {
  const prefix = unit === '' ? '' : `${unit}/`;
  const files = project.find([
    `${prefix}{vite,vue,webpack,rollup,umi,.umirc}*.{js,ts,mjs,cjs}`,
    `${prefix}angular.json`,
    `${prefix}.angular-cli.json`,
    `${prefix}build/webpack.prod*.js`,
    `${prefix}config/{index,config}.{js,ts}`,
  ]);
  for (const file of files) {
    for (const [index, text] of file.lines().entries()) {
      const path =
        /(?:outDir|outputDir|outputPath|assetsRoot)["']?\s*[:=]\s*(?:path\.(?:resolve|join)\(\s*__dirname\s*,\s*)?["']([^"']+)["']/.exec(
          text,
        )?.[1];
      if (path !== undefined && !/^\s*(\/\/|\*)/.test(text))
        return { output: joinPath(path), file, line: index + 1 };
    }
  }
  return undefined;
}

/** Emits a front end's packaging, and where its development server sends calls of the API to. */
export function emitFrontEnd(
  frontEnd: FrontEnd,
  { manifest, project }: NodePackage,
  { unit, collector, by }: ServiceTarget,
): void {
  const names = {
    ...(manifest.name === undefined ? {} : { name: manifest.name }),
    ...(manifest.version === undefined ? {} : { version: manifest.version }),
  };
  const evidence = frontEnd.file.evidence(by, frontEnd.line);
  collector.add('packaging', unit, { type: 'static', form: 'source', ...names }, evidence, 'inferred');
  collector.add('runtime', unit, { language: 'static', basis: 'script' }, evidence, 'inferred');
  collector.add('entry-page', unit, { path: '/' }, evidence, 'inferred');
  const prefix = unit === '' ? '' : `${unit}/`;
  for (const file of project.find([`${prefix}.env*`, `${prefix}src/**/*.{js,ts,vue,jsx,tsx}`])) {
    for (const [index, text] of file.lines().entries()) {
      for (const match of text.matchAll(
        /(?:process|import\.meta)\.env\.((?:VUE_APP|VITE|REACT_APP|NG_APP)_\w+)|^((?:VUE_APP|VITE|REACT_APP)_\w+)=/g,
      )) {
        const name = match[1] ?? match[2] ?? '';
        collector.add(
          'env-var',
          unit,
          { name, required: false, source: 'environment' },
          file.evidence(by, index + 1),
        );
      }
    }
  }
}
