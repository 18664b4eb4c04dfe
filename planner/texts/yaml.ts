import type { Text } from '../../model/text.js';

export const planHeader = (): Text => ({
  en: [
    ' yaml-language-server: $schema=.drydock/plan.schema.json',
    ' What Drydock will generate, and why. Edit any value: planning again keeps your edits and your comments.',
    ' `decisions` holds what was chosen, on which evidence, and what else was possible.',
  ].join('\n'),
  'zh-CN': [
    ' yaml-language-server: $schema=.drydock/plan.schema.json',
    ' 本文件说明将生成什么以及原因。任何值都可以修改，重新规划时会保留您的修改和注释。',
    ' decisions 记录所做的选择、依据以及其他可选方案。',
  ].join('\n'),
});
