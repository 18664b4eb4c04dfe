import type { CommandDefinition } from '../command.js';
import { imageOptions, planningOptions, templateOption, verifyOptions } from './shared-options.js';

const output = { en: 'directory to write to', 'zh-CN': '输出目录' };

export const planDefinition: CommandDefinition = {
  name: 'plan',
  words: '<path...>',
  text: {
    en: 'decide how applications are to run, with reasons, in a file that you can edit',
    'zh-CN': '制定容器化计划并说明理由，写入可编辑的文件',
  },
  options: [
    {
      flags: '-o, --output <file>',
      text: { en: 'the plan; your edits in it are kept', 'zh-CN': '计划文件；其中的人工修改会保留' },
      value: 'drydock.yaml',
    },
    ...planningOptions,
  ],
  formats: ['text', 'json'],
  examples: [
    {
      line: 'drydock plan ./legacy -o out/drydock.yaml',
      text: { en: 'a plan for all of them', 'zh-CN': '为目录下全部应用制定计划' },
    },
    {
      line: 'drydock plan shop.war --with-dependencies',
      text: { en: 'with its database', 'zh-CN': '包含所需数据库' },
    },
  ],
  load: async () => (await import('./plan.js')).runPlan,
};

export const generateDefinition: CommandDefinition = {
  name: 'generate',
  words: '[plan]',
  text: { en: 'write Dockerfiles and manifests from a plan', 'zh-CN': '根据计划生成 Dockerfile 与部署清单' },
  options: [{ flags: '-o, --output <dir>', text: output }, templateOption, ...imageOptions],
  formats: ['text', 'json'],
  examples: [
    {
      line: 'drydock generate out/drydock.yaml',
      text: { en: 'beside the plan', 'zh-CN': '输出到计划文件所在目录' },
    },
    {
      line: 'drydock generate drydock.yaml -o out',
      text: { en: 'somewhere else', 'zh-CN': '输出到其他目录' },
    },
  ],
  load: async () => (await import('./generate.js')).runGenerate,
};

export const verifyDefinition: CommandDefinition = {
  name: 'verify',
  words: '<dir>',
  text: {
    en: 'check what was generated, up to a trial deployment',
    'zh-CN': '校验生成结果，最高可至试部署',
  },
  options: [
    ...verifyOptions,
    {
      flags: '--plan <file>',
      text: {
        en: 'the plan (default: drydock.yaml in DIR)',
        'zh-CN': '计划文件（默认为目录下的 drydock.yaml）',
      },
    },
    {
      flags: '--registry <host>',
      text: { en: "instead of the plan's registry", 'zh-CN': '替代计划中的镜像仓库' },
    },
    {
      flags: '--ca-bundle <file>',
      text: { en: "instead of the plan's certificates", 'zh-CN': '替代计划中的证书' },
    },
    {
      flags: '--kubernetes-version <version>',
      text: { en: "instead of the plan's version", 'zh-CN': '替代计划中的 Kubernetes 版本' },
    },
  ],
  formats: ['text', 'json', 'junit', 'sarif'],
  examples: [
    {
      line: 'drydock verify out',
      text: { en: 'offline: schema and policy', 'zh-CN': '离线校验结构与策略' },
    },
    {
      line: 'drydock verify out --level deploy --registry localhost:5000',
      text: {
        en: 'build, push, deploy to a trial namespace, test, clean up',
        'zh-CN': '构建、推送、试部署、测试并清理',
      },
    },
  ],
  load: async () => (await import('./verify.js')).runVerify,
};

export const migrateDefinition: CommandDefinition = {
  name: 'migrate',
  words: '<path...>',
  text: { en: 'analyze, plan, generate and verify in one go', 'zh-CN': '一次完成分析、计划、生成与校验' },
  options: [
    { flags: '-o, --output <dir>', text: output, value: 'out' },
    ...planningOptions,
    templateOption,
    ...verifyOptions,
  ],
  formats: ['text', 'json'],
  examples: [
    {
      line: 'drydock migrate ./legacy -o out',
      text: { en: 'everything, checked offline', 'zh-CN': '全部应用，离线校验' },
    },
    {
      line: 'drydock migrate ./shop -o out --with-dependencies --registry localhost:5000 --level deploy',
      text: { en: 'up to a running trial deployment', 'zh-CN': '直至试部署运行成功' },
    },
  ],
  load: async () => (await import('./migrate.js')).runMigrate,
};
