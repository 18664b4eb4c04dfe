/** The dependency rule of ARCHITECTURE.md, as data that CI enforces. */
const rooms = [
  'model',
  'workspace',
  'analyzers',
  'rules',
  'survey',
  'planner',
  'generators',
  'verifier',
  'report',
  'cli',
];
const allowed = {
  model: [],
  workspace: ['model'],
  analyzers: ['model', 'workspace'],
  rules: ['model', 'workspace'],
  survey: ['model'],
  planner: ['model'],
  generators: ['model', 'templates'],
  templates: ['model'],
  verifier: ['model'],
  report: ['model'],
};
const roomRules = Object.entries(allowed).map(([room, may]) => ({
  name: `room-${room}`,
  comment: `${room} may import only: ${[room, ...may].join(', ')}`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: '\\.test\\.ts$' },
  to: {
    path: `^(${[...rooms, 'templates', 'lab', 'bench', 'test'].filter((r) => r !== room && !may.includes(r)).join('|')})/`,
  },
}));
const hostModules = '^(node:)?(fs|fs/promises|child_process|net|tls|http|https|http2|dgram|worker_threads)$';

module.exports = {
  forbidden: [
    ...roomRules,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'analyzers-are-independent',
      comment: 'An analyzer is one folder; two of them meet in the facts only.',
      severity: 'error',
      from: { path: '^analyzers/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^analyzers/([^/]+)/', pathNot: '^analyzers/$1/' },
    },
    {
      name: 'host-access',
      comment: 'Files, processes and sockets are touched only where the architecture says.',
      severity: 'error',
      from: {
        path: '^(model|analyzers|rules|survey|planner|generators|templates|verifier|report)/',
        pathNot: [
          '\\.test\\.ts$',
          '^rules/load/',
          '^templates/load\\.ts$',
          '^verifier/host/',
          '^report/write/',
        ],
      },
      to: { path: hostModules },
    },
    {
      name: 'no-test-tools-in-product',
      severity: 'error',
      from: { path: `^(${rooms.join('|')}|templates)/`, pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^(dist|samples|out|reports)/|/test-data/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
