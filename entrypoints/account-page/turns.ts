import type { Turn } from '@/lib/core/view/panel-view';
import type { SentView } from '@/lib/core/view/sent-view';

/** Whether a view is at least as new as the one on screen. Clocks may be put back; turns are counted. */
export function isNewer(view: SentView, shown: { turn: Turn } | null): boolean {
  return !shown || view.turn.life !== shown.turn.life || view.turn.count >= shown.turn.count;
}
