import { register } from 'node:module';

// Lets tests start the scan's second thread from its TypeScript source, as Node 20 runs none by itself.
register('./typescript-loader.mjs', import.meta.url);
await import('../workspace/scan/scan-worker.ts');
