import type { ConditionKind, ConditionKinds } from '../engine/condition.js';
import { builtinFile } from './builtin-file.js';
import { builtinFileContent } from './builtin-file-content.js';
import { builtinHasTags } from './builtin-has-tags.js';
import { builtinJson } from './builtin-json.js';
import { builtinXml, builtinXmlPublicId } from './builtin-xml.js';
import { drydockFact } from './drydock/fact.js';
import { drydockLiteral } from './drydock/literal.js';
import { drydockSetting } from './drydock/setting.js';
import { javaDependency } from './java/dependency.js';
import { javaReferenced } from './java/referenced.js';
import { phpFeature, phpReferenced } from './php/referenced.js';

const kinds: readonly ConditionKind[] = [
  builtinFile,
  builtinFileContent,
  builtinHasTags,
  builtinJson,
  builtinXml,
  builtinXmlPublicId,
  drydockFact,
  drydockLiteral,
  drydockSetting,
  javaDependency,
  javaReferenced,
  phpFeature,
  phpReferenced,
];

/** Every kind of condition that the engine has. */
export const conditionKinds: ConditionKinds = new Map(kinds.map((kind) => [kind.capability, kind]));
