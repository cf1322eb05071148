import { ask } from '@/lib/messages/ask';
import type { DraftDone, DraftFields, StoredDraft } from '@/lib/messages/log-messages';

export type DraftState = 'clean' | 'saving' | 'saved' | 'failed';

/** What a keeper tells its form. */
interface DraftEvents {
  onState(state: DraftState): void;
  /** Another window has written meanwhile, or has logged what was written (null): nothing of it may be lost. */
  onOther(stored: StoredDraft['draft']): void;
}

/**
 * Stores a draft with every key press: one message under way at a time, the newest text next. Each keeper belongs to
 * one account for good, so that text typed under A cannot be stored under B however late it arrives. Windows are told
 * apart by `writer`, states by `seq`; clocks play no part.
 */
export class DraftKeeper {
  readonly writer = crypto.randomUUID();
  private seq = 0;
  private rev = 0;
  private waiting: DraftFields | null = null;
  private busy: Promise<void> | null = null;

  constructor(
    readonly account: string,
    private readonly on: DraftEvents,
  ) {}

  /** The draft as it is stored, of whatever window. */
  async load(): Promise<StoredDraft['draft']> {
    const { draft, rev } = await ask('draft.get', { account: this.account });
    this.rev = rev;
    return draft;
  }

  /** Whether something was typed that is not stored yet. */
  get isDirty(): boolean {
    return this.waiting !== null || this.busy !== null;
  }

  keep(fields: DraftFields): void {
    this.waiting = fields;
    this.on.onState('saving');
    this.busy ??= this.drain();
  }

  /** Waits until nothing is on its way any more: a late draft must not come back after its touchpoint was logged. */
  async settle(): Promise<void> {
    this.waiting = null;
    await this.busy;
  }

  /** Which draft is done with, for whoever logs it. */
  done(): DraftDone {
    return { account: this.account, writer: this.writer, seq: this.seq, rev: this.rev };
  }

  /** Throws the draft away. */
  async drop(): Promise<void> {
    this.rev = (await ask('draft.drop', this.done())).rev;
  }

  private async drain(): Promise<void> {
    let state: DraftState = 'saved';
    while (this.waiting) {
      const fields = this.waiting;
      this.waiting = null;
      try {
        this.seq += 1;
        const { account, writer, seq, rev: base } = this;
        const answer = await ask('draft.put', { account, writer, seq, base, fields });
        this.rev = answer.rev;
        if (!answer.kept) this.on.onOther(answer.draft);
      } catch {
        state = 'failed';
      }
    }
    this.busy = null;
    this.on.onState(state);
  }
}
