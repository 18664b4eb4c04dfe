import fs from 'node:fs';
import { register, syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

// Runs the command lines given as JSON from the TypeScript sources, on a file system that lists directories from Z to
// A. Prints what each wrote, and how it saw the working directory, as JSON.
register('../typescript-loader.mjs', import.meta.url);
const listDirectory = fs.readdirSync;
fs.readdirSync = (...given) => listDirectory(...given).reverse();
syncBuiltinESMExports();

const { runCli } = await import('../../cli/run-cli.ts');
const runs = [];
let errors = '';
for (const words of JSON.parse(process.argv[2])) {
  let out = '';
  const terminal = {
    write: (text) => (out += text),
    writeError: (text) => (errors += text),
    env: process.env,
    interactive: false,
    errorInteractive: false,
    columns: () => 80,
  };
  const code = await runCli(words, { terminal, signal: new globalThis.AbortController().signal });
  runs.push({ code, out });
}
const { readdirSync } = await import('node:fs');
process.stdout.write(JSON.stringify({ listing: readdirSync('..'), runs, errors }));
