import type { Entry } from '@/lib/core/account/entry';
import { type Account, foldAccount } from '@/lib/core/account/fold-account';
import type { Reading } from '@/lib/core/account/reading';
import { type Assessment, assess } from '@/lib/core/assess/assess';
import { dayAt, formatDay } from '@/lib/core/day';
import type { ViewSetting } from '@/lib/core/view/evidence-line';
import type { KeeperCounts } from './counts';

/** What time alone changes (a value grows old, a rule's hours pass) is looked at again after this time. */
const ASSESS_AGAIN_MS = 10 * 60_000;

/** One account as the keeper holds it: its entries, folded and assessed at most once for the same entries and setting. */
export class Kept {
  private list: Entry[];
  private account: Account | null = null;
  private made: { assessment: Assessment; playbook: unknown; zone: string } | null = null;
  private readings: Reading[] = [];

  constructor(
    readonly key: string,
    entries: Entry[],
    private readonly counts: KeeperCounts,
  ) {
    this.list = entries;
  }

  get entries(): readonly Entry[] {
    return this.list;
  }

  /** Values seen on the page that are not written yet: they are as true as the written ones. */
  get held(): readonly Reading[] {
    return this.readings;
  }

  hold(readings: Reading[]): void {
    if (readings.length === 0 && this.readings.length === 0) return;
    this.readings = readings;
    this.forgetFold();
  }

  add(entries: Entry[]): void {
    this.list = [...this.list, ...entries];
    this.forgetFold();
  }

  /** What the journal says, without what is held. */
  get written(): Account {
    return this.readings.length === 0 ? this.folded : this.fold(this.list);
  }

  /** What is known of the account: the journal, and on top what is held. */
  get folded(): Account {
    this.account ??= this.fold(this.readings.length === 0 ? this.list : [...this.list, this.heldEntry()]);
    return this.account;
  }

  assessment(setting: Omit<ViewSetting, 'today'>): Assessment {
    const { made } = this;
    const isSame = made !== null && made.playbook === setting.playbook && made.zone === setting.zone;
    if (made && isSame && isFresh(made.assessment, setting.now)) return made.assessment;
    this.counts.assessments += 1;
    const assessment = assess(setting.playbook, this.folded, setting.now, setting.zone);
    this.made = { assessment, playbook: setting.playbook, zone: setting.zone };
    return assessment;
  }

  private fold(entries: Entry[]): Account {
    this.counts.folds += 1;
    return foldAccount(this.key, entries);
  }

  private forgetFold(): void {
    this.account = null;
    this.made = null;
  }

  private heldEntry(): Entry {
    const at = Math.max(...this.readings.map((reading) => reading.seenAt));
    return { id: 'held', v: 1, account: this.key, at, by: '', device: '', kind: 'readings', body: { readings: this.readings } };
  }
}

/** Whether an assessment still says what is true: for ten minutes, on its own day, and not after the clock was put back. */
function isFresh(assessment: Assessment, now: number): boolean {
  const age = now - assessment.at;
  return age >= 0 && age < ASSESS_AGAIN_MS && dayName(now, assessment.zone) === assessment.today;
}

function dayName(now: number, zone: string): string {
  return formatDay(dayAt(now, zone));
}
