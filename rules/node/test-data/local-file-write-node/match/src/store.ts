import { appendFile } from 'node:fs';
appendFile('data/x', 'y', () => {});
