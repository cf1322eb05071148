import { defineConfig } from 'vitest/config';
import { BaseSequencer, type Reporter, type TestModule, type TestSpecification, type Vitest } from 'vitest/node';
import { root, unitProjects } from '../vitest.config';

/** A mutant is dead at the first test that fails, so the quick test files go first; vitest runs the slow ones first. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).reverse();
  }
}

/** Stryker takes a test file that cannot be loaded for one without tests, and would report what it tests as untested. */
class NoFileLost implements Reporter {
  private vitest: Vitest | null = null;
  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }
  onTestModuleEnd(file: TestModule): void {
    for (const error of file.errors()) this.vitest?.state.catchError(new Error(`${file.moduleId}: ${error.message}`), 'Cannot be loaded');
  }
}

// What the mutants are run against: everything but the end-to-end tests.
export default defineConfig({
  root,
  test: { projects: unitProjects, sequence: { sequencer: QuickFirst }, reporters: [new NoFileLost()] },
});
