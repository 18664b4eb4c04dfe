import type { Analyzer } from './analyzer.js';

/** Every analyzer, in the order of their ids; adding a technology is a folder and a line here. */
export const analyzers: readonly Analyzer[] = [];
