import type { CommandDefinition } from '../command.js';
import { analyzeDefinition } from './analyze-definition.js';

/** Every command, in the order of help. */
export const commandDefinitions: readonly CommandDefinition[] = [analyzeDefinition];
