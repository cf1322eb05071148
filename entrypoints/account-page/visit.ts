import { type FoundPage, locatePage } from '@/lib/readers/page/locate-page';
import { matchAddress } from '@/lib/readers/page/match-address';
import type { PageConfig } from '@/lib/readers/page/page-config';

/** What a visit tells its owner. Every call speaks of the account of that visit and of no other. */
export interface VisitEvents {
  /** The account is known; readings may still be on their way. */
  onAccount(accountId: string): void;
  onFound(page: FoundPage & { accountId: string }): void;
  onRefused(reason: string | null): void;
}

/** Quiet time after which a page is looked at, and the longest wait for a page that is never quiet. */
const QUIET_MS = 120;
const LONGEST_MS = 1000;
/** Two looks this far apart must see the same before it counts. */
const CONFIRM_MS = 250;
/** Blank and missing fields wait longer: many consoles fill them last. */
const BLANK_MS = 1500;

/**
 * Watches one address until it is left. A page is read when it has settled: two looks in a row see the same. After a
 * change of address inside the page the old record is often still there, so a look that sees exactly what the last
 * account showed, on elements that have not been touched since, is not believed.
 */
export class Visit {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dirtySince = 0;
  private pending: { print: string; at: number } | null = null;
  private sent = '';
  private stopped = false;
  private touched = false;
  private opened: string | null = null;
  private readonly observer: MutationObserver;
  /** What the last look saw, for the visit that follows. */
  lastPrint = '';

  constructor(
    private readonly document: Document,
    private readonly config: PageConfig,
    private readonly address: string,
    /** What the page showed under the address before; empty on a fresh document. */
    private readonly before: string,
    private readonly events: VisitEvents,
  ) {
    this.observer = new MutationObserver(() => {
      this.touched = true;
      this.soon(QUIET_MS);
    });
    this.observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['value', 'checked', 'aria-checked', 'aria-pressed', 'datetime', 'hidden', 'class'] });
    document.addEventListener('change', this.onChange, true);
    document.addEventListener('focusout', this.onChange, true);
    const urlId = config.account.id === 'url' ? (matchAddress(config, address)?.urlId ?? null) : null;
    if (urlId) this.open(urlId);
    this.soon(0);
  }

  /** Values in controls change without any mutation. */
  private readonly onChange = (): void => this.soon(QUIET_MS);

  /** Reads again although nothing changed. */
  again(): void {
    this.sent = '';
    this.soon(0);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.observer.disconnect();
    this.document.removeEventListener('change', this.onChange, true);
    this.document.removeEventListener('focusout', this.onChange, true);
  }

  private soon(ms: number): void {
    if (this.stopped) return;
    const now = performance.now();
    if (this.timer === undefined) this.dirtySince = now;
    else if (now - this.dirtySince > LONGEST_MS) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.look();
    }, ms);
  }

  private look(): void {
    if (this.stopped) return;
    const found = locatePage(this.document, this.config, this.address);
    if (!found) return;
    this.lastPrint = JSON.stringify([found.name, found.fields.map((one) => [one.shown, one.problem])]);
    const print = JSON.stringify([found.accountId, found.refused, this.lastPrint]);
    if (print === this.sent) return;
    const now = performance.now();
    if (this.pending?.print !== print) {
      this.pending = { print, at: now };
      this.soon(CONFIRM_MS);
      return;
    }
    const age = now - this.pending.at;
    const loading = this.document.readyState !== 'complete' || isBusy(this.document);
    const gaps = found.refused !== null || found.fields.some((one) => !one.shown);
    const stale = this.before !== '' && this.before === this.lastPrint && !this.touched;
    if ((gaps || loading) && age < BLANK_MS) return this.soon(BLANK_MS - age + 10);
    // What was there before the address changed: wait for the page to do something about it.
    if (stale || (loading && age < 8 * BLANK_MS)) return stale ? undefined : this.soon(BLANK_MS);
    this.sent = print;
    this.tell(found);
  }

  private tell(found: FoundPage): void {
    this.events.onRefused(found.refused);
    if (found.refused !== null || found.accountId === null) return;
    this.open(found.accountId);
    this.events.onFound({ ...found, accountId: found.accountId });
  }

  private open(accountId: string): void {
    if (this.opened === accountId) return;
    this.opened = accountId;
    this.events.onAccount(accountId);
  }
}

/** Pages that say they are still loading are believed. */
function isBusy(document: Document): boolean {
  return document.querySelector('main[aria-busy=true],body[aria-busy=true],[role=main][aria-busy=true]') !== null;
}
