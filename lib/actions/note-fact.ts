import { problemText } from '@/lib/core/account/problem';
import type { Written } from '@/lib/core/view/sent-view';
import type { Kido } from './kido';

/** A fact that a person states: a reading of theirs. Null takes it back, and says so. */
export function noteFact(
  { keeper }: Kido,
  { account, metric, value }: { account: string; metric: string; value: string | number | boolean | null },
  id: string,
): Promise<Written> {
  const reading = {
    metric,
    value,
    source: 'person' as const,
    where: '',
    ...(value === null && { problem: problemText('cleared by hand') }),
  };
  return keeper.write(account, id, () => [{ kind: 'readings', body: { readings: [reading] } }]);
}
