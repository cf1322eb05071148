import { ask } from '@/lib/messages/ask';

export type DraftState = 'clean' | 'saving' | 'saved' | 'failed';

/**
 * Stores a draft with every key press: one message under way at a time, the newest text next. Each keeper belongs to
 * one account for good, so that text typed under A cannot be stored under B however late it arrives.
 */
export class DraftKeeper {
  private waiting: Record<string, unknown> | null = null;
  private busy: Promise<void> | null = null;

  constructor(
    readonly account: string,
    private readonly onState: (state: DraftState) => void,
  ) {}

  keep(fields: Record<string, unknown>): void {
    this.waiting = fields;
    this.onState('saving');
    this.busy ??= this.drain();
  }

  /** Waits until nothing is on its way any more: a late draft must not come back after its touchpoint was logged. */
  async settle(): Promise<void> {
    this.waiting = null;
    await this.busy;
  }

  private async drain(): Promise<void> {
    let state: DraftState = 'saved';
    while (this.waiting) {
      const fields = this.waiting;
      this.waiting = null;
      try {
        await ask('draft.put', { account: this.account, at: Date.now(), fields });
      } catch {
        state = 'failed';
      }
    }
    this.busy = null;
    this.onState(state);
  }
}
