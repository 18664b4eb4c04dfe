// Joins the compiled modules into few files: loading hundreds of modules takes a command longer than its work on a
// small application. Runs after tsc, on dist/, and writes dist/bundle/, whose main.js is the command.
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(process.argv[2] ?? join(root, 'dist'));
const out = join(dist, 'bundle');

/** Modules find templates, rules and schemas by where they stand; in the bundle they still ask from there. */
const keepPlaces = {
  name: 'keep-places',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      if (path.includes('node_modules')) return undefined;
      const source = readFileSync(path, 'utf8');
      if (!/\bimport\.meta\.url\b/.test(source)) return undefined;
      const place = relative(out, path).replaceAll('\\', '/');
      return {
        contents: source.replace(
          /\bimport\.meta\.url\b/g,
          `(new URL(${JSON.stringify(place)}, import.meta.url).href)`,
        ),
        loader: 'js',
      };
    });
  },
};

rmSync(out, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [join(dist, 'cli', 'main.js')],
  outdir: out,
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Native, or large and loaded only when needed
  external: ['@ast-grep/*', '@kubernetes/client-node', 'dockerode', 'ts-morph'],
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module';\nconst require = createRequireOfBundle(import.meta.url);",
  },
  legalComments: 'none',
  plugins: [keepPlaces],
  metafile: true,
  logLevel: 'warning',
});
writeFileSync(join(out, 'LICENSES.txt'), readLicences(Object.keys(metafile.inputs)));
chmodSync(join(out, 'main.js'), 0o755);

/** The licences of the packages that are in the bundle, as they ask for. */
function readLicences(inputs) {
  const packages = new Set(
    inputs.flatMap(
      (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input.replaceAll('\\', '/'))?.[0] ?? [],
    ),
  );
  return [...packages]
    .sort()
    .map((directory) => {
      const path = resolve(directory);
      const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      const file = existsSync(path)
        ? readdirSync(path).find((entry) => /^licen[sc]e/i.test(entry))
        : undefined;
      const text = file === undefined ? '' : readFileSync(join(path, file), 'utf8');
      return `${name} ${version} (${license})\n\n${text}`;
    })
    .join(`\n${'-'.repeat(72)}\n\n`);
}
