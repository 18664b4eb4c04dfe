/** Tests run as ES modules through swc; types are checked by `npm run check` as a step of its own. */
const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
  ],
};

export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform,
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/samples/', '/test/lab/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/samples/', '<rootDir>/out/'],
};
