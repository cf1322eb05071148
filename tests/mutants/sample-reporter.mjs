import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

// KIDO_MUTANTS_SAMPLE: how many mutants of a run are tested; the seed decides which, the same ones each time.
// They are read anew for each run: one process makes several.

const UNTESTABLE = ['Ignored', 'CompileError'];

function lot(seed, { fileName, mutatorName, replacement, location }) {
  const { start, end } = location;
  const place = [relative(process.cwd(), fileName), start.line, start.column, end.line, end.column];
  return createHash('sha256')
    .update([seed, ...place, mutatorName, replacement].join('\n'))
    .digest('hex');
}

class SampleReporter {
  /** Stryker tests what the list holds after this call, so the list itself is cut down. */
  onMutationTestingPlanReady({ mutantPlans }) {
    const { KIDO_MUTANTS_SAMPLE: size, KIDO_MUTANTS_SEED: seed = '1', KIDO_MUTANTS_POPULATION: file } = process.env;
    const all = mutantPlans.filter(({ mutant }) => !UNTESTABLE.includes(mutant.status));
    if (file) writeFileSync(file, JSON.stringify({ population: all.length }));
    if (!size) return;
    const drawn = all
      .map((plan) => ({ plan, lot: lot(seed, plan.mutant) }))
      .sort((one, other) => (one.lot < other.lot ? -1 : 1))
      .slice(0, Number(size));
    mutantPlans.splice(0, mutantPlans.length, ...drawn.map(({ plan }) => plan));
  }
}

// 'Reporter' is PluginKind.Reporter; a class has no injected parts.
export const strykerPlugins = [{ kind: 'Reporter', name: 'sample', injectableClass: SampleReporter }];
