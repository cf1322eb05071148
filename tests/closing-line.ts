import type { Reporter, TestModule } from 'vitest/node';

/**
 * The last line of a run, in words that need no knowledge of vitest: `unit: 465 passed, 0 failed`.
 * What fails outside of a test (a file that cannot be loaded, an error nobody caught) counts as failed.
 */
export function closingLine(name: string, results: string[], otherFailures: number): string {
  const of = (state: string) => results.filter((one) => one === state).length;
  const skipped = results.length - of('passed') - of('failed');
  return `${name}: ${of('passed')} passed, ${of('failed') + otherFailures} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** Prints the closing line after whatever the other reporters print. */
export class ClosingLine implements Reporter {
  onTestRunEnd(files: readonly TestModule[], uncaught: readonly unknown[]): void {
    const results = files.flatMap((file) => [...file.children.allTests()].map((test) => test.result().state));
    const suites = files.flatMap((file) => [...file.children.allSuites()]);
    const broken = [...files, ...suites].flatMap((one) => one.errors()).length + uncaught.length;
    const name = files.some((file) => file.project.name !== 'e2e') ? 'unit' : 'e2e';
    process.stdout.write(`${closingLine(name, results, broken)}\n`);
  }
}
