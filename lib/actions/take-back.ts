import type { Written } from '@/lib/core/view/sent-view';
import type { Kido } from './kido';

/** Takes entries of an account back; ids that are not of this account are left alone. Taking back a taking-back restores. */
export function takeBack({ keeper }: Kido, account: string, ids: string[], id: string, tab: number | null): Promise<Written> {
  return keeper.write(
    account,
    id,
    ({ entries }) => {
      const own = new Set(entries.map((one) => one.id));
      return ids.filter((one) => own.has(one)).map((target) => ({ kind: 'retraction', body: { target } }));
    },
    tab,
  );
}
