import type { CommandDefinition } from '../command.js';
import { analyzeDefinition } from './analyze-definition.js';
import {
  generateDefinition,
  migrateDefinition,
  planDefinition,
  verifyDefinition,
} from './migration-definitions.js';
import {
  surveyImportDefinition,
  surveyInitDefinition,
  surveyStatusDefinition,
} from './survey-definitions.js';
import {
  completionDefinition,
  doctorDefinition,
  explainDefinition,
  rulesTestDefinition,
  validateDefinition,
} from './tool-definitions.js';

/** Every command, in the order of help. */
export const commandDefinitions: readonly CommandDefinition[] = [
  analyzeDefinition,
  migrateDefinition,
  planDefinition,
  generateDefinition,
  verifyDefinition,
  validateDefinition,
  explainDefinition,
  rulesTestDefinition,
  surveyInitDefinition,
  surveyImportDefinition,
  surveyStatusDefinition,
  doctorDefinition,
  completionDefinition,
];
