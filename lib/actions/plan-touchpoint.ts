import type { Written } from '@/lib/core/view/sent-view';
import type { NewEntry } from '@/lib/keeper/keeper-needs';
import type { Kido } from './kido';

/**
 * Plans a touchpoint of a play; one that was planned before is moved.
 * @throws Error for a play that the playbook does not have
 */
export function planTouchpoint(
  { keeper }: Kido,
  { account, play, day }: { account: string; play: string; day: string },
  id: string,
  tab: number | null,
): Promise<Written> {
  return keeper.write(
    account,
    id,
    ({ folded, setting }): NewEntry[] => {
      const known = setting.playbook.plays.find((one) => one.id === play);
      if (!known) throw new Error('no such play');
      const before = folded.touchpoints.filter((one) => one.status === 'planned' && one.play === play);
      return [
        ...before.map((one): NewEntry => ({ kind: 'retraction', body: { target: one.id, reason: 'moved' } })),
        { kind: 'touchpoint', body: { status: 'planned', play, type: known.touchpoint?.type ?? 'internal', day } },
      ];
    },
    tab,
  );
}
