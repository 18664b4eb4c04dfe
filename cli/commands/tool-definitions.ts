import type { CommandDefinition } from '../command.js';

export const validateDefinition: CommandDefinition = {
  name: 'validate',
  words: '[path...]',
  text: {
    en: 'judge any Kubernetes manifests and Dockerfiles, offline',
    'zh-CN': '离线校验任意 Kubernetes 清单与 Dockerfile',
  },
  options: [
    {
      flags: '--level <level>',
      text: { en: 'schema only, or policy too', 'zh-CN': '仅校验结构，或同时校验策略' },
      choices: ['schema', 'policy'],
      value: 'policy',
    },
    {
      flags: '--kubernetes-version <version>',
      text: { en: 'version to check against, 1.34', 'zh-CN': '校验所依据的版本，如 1.34' },
    },
  ],
  formats: ['text', 'json', 'junit', 'sarif'],
  examples: [
    { line: 'drydock validate k8s/', text: { en: 'a directory', 'zh-CN': '校验一个目录' } },
    {
      line: 'drydock validate k8s/ Dockerfile --format junit > report.xml',
      text: { en: 'for CI', 'zh-CN': '用于 CI' },
    },
  ],
  load: async () => (await import('./validate.js')).runValidate,
};

export const doctorDefinition: CommandDefinition = {
  name: 'doctor',
  words: '',
  text: {
    en: 'say what is available here: Docker, registry, cluster',
    'zh-CN': '检查本机环境：Docker、镜像仓库与集群',
  },
  options: [
    { flags: '--registry <host>', text: { en: 'registry to ask', 'zh-CN': '要检查的镜像仓库' } },
    { flags: '--kubeconfig <file>', text: { en: 'cluster to ask', 'zh-CN': '要检查的集群配置' } },
  ],
  formats: ['text', 'json'],
  examples: [
    {
      line: 'drydock doctor --registry localhost:5000',
      text: { en: 'all of them', 'zh-CN': '检查全部环境' },
    },
  ],
  load: async () => (await import('./doctor.js')).runDoctor,
};

export const rulesTestDefinition: CommandDefinition = {
  name: 'rules test',
  words: '<dir>',
  text: {
    en: 'run the tests (*.test.yaml) of rules in Konveyor format',
    'zh-CN': '运行 Konveyor 格式规则的测试（*.test.yaml）',
  },
  options: [],
  formats: ['text', 'json'],
  examples: [
    {
      line: 'drydock rules test my-rules',
      text: { en: 'all below a directory', 'zh-CN': '运行目录下全部测试' },
    },
  ],
  load: async () => (await import('./rules-test.js')).runRulesTest,
};

export const explainDefinition: CommandDefinition = {
  name: 'explain',
  words: '[rule]',
  text: {
    en: 'say what a rule finds, why it matters, what to do',
    'zh-CN': '说明规则的含义、原因与处理方法',
  },
  options: [],
  formats: ['text', 'json'],
  examples: [
    { line: 'drydock explain', text: { en: 'list all rules', 'zh-CN': '列出全部规则' } },
    {
      line: 'drydock explain hardcoded-jdbc-url',
      text: { en: 'one of them', 'zh-CN': '查看其中一条' },
    },
  ],
  load: async () => (await import('./explain.js')).runExplain,
};

export const completionDefinition: CommandDefinition = {
  name: 'completion',
  words: '<shell>',
  text: { en: 'print a completion script: bash or zsh', 'zh-CN': '输出命令补全脚本：bash 或 zsh' },
  options: [],
  formats: [],
  examples: [
    {
      line: 'source <(drydock completion bash)',
      text: { en: 'for this shell', 'zh-CN': '在当前终端启用' },
    },
  ],
  load: async () => (await import('./completion.js')).runCompletion,
};
