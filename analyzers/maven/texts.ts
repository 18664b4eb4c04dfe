import type { Problem } from '../../model/problem.js';
import type { Text } from '../../model/text.js';

type ProblemText = Pick<Problem, 'message' | 'hint'>;

export const title = (): Text => ({ en: 'Maven', 'zh-CN': 'Maven' });

export const notAPomText = (element: string): ProblemText => ({
  message: {
    en: `The root element is <${element}>, not <project>; this is no Maven POM.`,
    'zh-CN': `根元素是 <${element}> 而不是 <project>，这不是 Maven POM。`,
  },
  hint: {
    en: 'Correct the file, or move it out of the way of the build.',
    'zh-CN': '请修正该文件，或将其移出构建目录。',
  },
});

export const parentCycleText = (name: string): ProblemText => ({
  message: {
    en: `The parents of ${name} form a circle; Maven refuses such a project.`,
    'zh-CN': `${name} 的父 POM 形成了循环引用，Maven 会拒绝构建这样的工程。`,
  },
  hint: {
    en: 'Remove one of the <parent> elements. Nothing is inherited from the circle until then.',
    'zh-CN': '请去掉其中一个 <parent>。在此之前不会从循环中的父 POM 继承任何内容。',
  },
});

export const parentMissingText = (options: { parent: string; name: string }): ProblemText => ({
  message: {
    en: `The parent ${options.parent} of ${options.name} is not part of the input, and nothing here says which Java version is compiled for; it may be set there.`,
    'zh-CN': `${options.name} 的父 POM ${options.parent} 不在输入范围内，且此处未指定编译所用的 Java 版本；该版本可能在父 POM 中设置。`,
  },
  hint: {
    en: 'Add the parent project to the input, or set maven.compiler.release here.',
    'zh-CN': '请将父工程一并纳入输入，或在此设置 maven.compiler.release。',
  },
});

export const moduleMissingText = (module: string): ProblemText => ({
  message: {
    en: `The module ${module} is listed, but there is no POM at that place; the build fails.`,
    'zh-CN': `已声明模块 ${module}，但对应位置没有 POM，构建将失败。`,
  },
  hint: {
    en: 'Add the module to the input, or remove the line.',
    'zh-CN': '请补充该模块，或删除此行声明。',
  },
});

export const moduleNotBuiltText = (options: { aggregator: string; profile?: string }): ProblemText => ({
  message: {
    en:
      options.profile === undefined
        ? `No <module> of ${options.aggregator} lists this project, so the build leaves it out; nothing is concluded from it.`
        : `This project is built only with -P${options.profile} (${options.aggregator}), which is not active by default; nothing is concluded from it.`,
    'zh-CN':
      options.profile === undefined
        ? `${options.aggregator} 的 <module> 中没有列出该工程，构建时不会包含它，因此不据此得出任何结论。`
        : `该工程仅在使用 -P${options.profile} 时才会构建（${options.aggregator}），默认不启用，因此不据此得出任何结论。`,
  },
  hint: {
    en: 'If it is still in use, list it as a module, or analyse its directory on its own.',
    'zh-CN': '如仍在使用，请将其列为模块，或单独分析其所在目录。',
  },
});
