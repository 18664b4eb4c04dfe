import base from './jest.config.js';

/** Tests that need a Docker engine, a registry and a cluster (`lab/up`, or one's own); one file after the other. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/lab/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/samples/'],
  reporters: ['default', ['<rootDir>/test/lab/junit-reporter.mjs', { file: 'reports/lab.xml' }]],
  maxWorkers: 1,
  testTimeout: 600_000,
};
