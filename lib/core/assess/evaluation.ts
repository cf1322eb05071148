import type { Account } from '../account/fold-account';
import type { Condition } from '../conditions/condition-schema';
import { Moment } from '../conditions/moment';
import type { Checklist, Situation, Test } from '../conditions/situation';
import { ItemStates } from './checklist';
import type { CompiledPlaybook } from './compiled-playbook';

/** One account seen through one compiled playbook at one moment: its values, and the checklist that follows from them. */
export class Evaluation extends Moment implements Situation {
  private checklist_: Checklist | undefined;

  constructor(
    override readonly book: CompiledPlaybook,
    account: Account,
    now: number,
    zone: string,
    /** Situations of this account by time, shared by all of them: an earlier one may ask about one earlier still. */
    private times?: Map<number, Evaluation>,
  ) {
    super(book, account, now, zone);
  }

  // Most earlier situations are asked about values alone.
  get checklist(): Checklist {
    this.checklist_ ??= new ItemStates(this);
    return this.checklist_;
  }

  test(condition: Condition): Test {
    return this.book.test(condition);
  }

  earlier(time: number): Evaluation {
    this.times ??= new Map();
    let then = this.times.get(time);
    if (!then) this.times.set(time, (then = new Evaluation(this.book, this.account, time, this.zone, this.times)));
    return then;
  }
}
