import { register } from 'node:module';

// For a process that runs the command line from its TypeScript sources: `node --import ./test/register-typescript.mjs cli/main.ts`.
register('./typescript-loader.mjs', import.meta.url);
