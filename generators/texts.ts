import type { Text } from '../model/text.js';

export function imageUnknown(p: { subject: string; image: string; version: string; java: string }): Text {
  const java = p.java === '' ? '' : `, Java ${p.java}`;
  return {
    en: `${p.subject}: the image catalogue has no ${p.image} ${p.version}${java}.`,
    'zh-CN': `${p.subject}：镜像目录中没有 ${p.image} ${p.version}${java}。`,
  };
}

export function imageUnknownHint(p: { known: readonly string[] }): Text {
  return {
    en: `Choose one of: ${p.known.join(', ')}; or add it to a catalogue of your own (--image-catalog).`,
    'zh-CN': `请从以下选项中选择：${p.known.join('、')}；或在自定义镜像目录（--image-catalog）中添加。`,
  };
}

export function notGenerated(p: { id: string; product: string }): Text {
  return {
    en: `${p.id}: nothing is generated, since Drydock can't model ${p.product} yet.`,
    'zh-CN': `${p.id}：Drydock 尚不支持 ${p.product} 的建模，未生成任何文件。`,
  };
}

export function notGeneratedHint(): Text {
  return {
    en: 'Run it outside the cluster and set mode: external in the plan, or remove it from the plan.',
    'zh-CN': '请将其保留在集群外并在计划中设置 mode: external，或从计划中移除。',
  };
}

export function sameName(p: { name: string }): Text {
  return {
    en: `${p.name} is the name of a component and of a dependency; each needs a name of its own.`,
    'zh-CN': `${p.name} 同时是组件和依赖的名称，两者必须使用不同的名称。`,
  };
}

export function sameNameHint(): Text {
  return {
    en: 'Rename one of them in the plan.',
    'zh-CN': '请在计划中修改其中一个的名称。',
  };
}

export function sourceMissing(p: { file: string; use: string }): Text {
  return {
    en: `${p.file} can't be read, so ${p.use} is generated without it.`,
    'zh-CN': `无法读取 ${p.file}，生成的 ${p.use} 中不包含该文件。`,
  };
}

export function sourceMissingHint(): Text {
  return {
    en: 'Check the path in the plan; the application may have changed since it was planned.',
    'zh-CN': '请检查计划中的路径；制定计划之后应用可能已发生变化。',
  };
}
