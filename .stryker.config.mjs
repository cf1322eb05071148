// Stryker as `npm run mutants` calls it. Which files are mutated, tests/mutants/groups.ts says.
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', './tests/mutants/sample-reporter.mjs'],
  vitest: { configFile: 'tests/mutants/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // What is worked out once on import cannot be switched while the tests run; each such mutant would cost a run of all tests.
  ignoreStatic: true,
  concurrency: 2,
  // A mutant that hangs counts as killed; on a busy machine a short limit would count those that are only slow.
  timeoutMS: 15_000,
  tempDirName: '.stryker/sandbox',
  ignorePatterns: ['.stryker', '.output', 'tests/artifacts'],
  disableTypeChecks: false,
  reporters: ['progress-append-only', 'sample'],
  logLevel: 'warn',
  incremental: true,
  allowEmpty: true,
};
