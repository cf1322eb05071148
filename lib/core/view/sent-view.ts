import type { PanelView, Turn } from './panel-view';

/** A view as it is sent: with its order among all views. */
export type SentView = PanelView & { turn: Turn };

/** What an action wrote, so that it can be undone, and the view after it. */
export interface Written {
  /** Ids of the entries, also where they were written the time before. */
  written: string[];
  view: SentView;
}
