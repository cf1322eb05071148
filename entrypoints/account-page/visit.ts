import type { PageConfig } from '@/lib/formats/page-config';
import { type FoundPage, locatePage } from '@/lib/readers/page/locate-page';
import { matchAddress } from '@/lib/readers/page/match-address';

/** What a visit tells its owner. Every call speaks of the account of that visit and of no other. */
export interface VisitEvents {
  /** The account is known; readings may still be on their way. */
  onAccount(accountId: string): void;
  onFound(page: FoundPage & { accountId: string }): void;
  /** The page no longer names the account that was told of. Said at the first look that shows it, before it is certain. */
  onLost(): void;
  onRefused(reason: string | null): void;
}

/** What a look saw, and on which elements. */
export interface Seen {
  fields: string;
  elements: (Element | null)[];
}

/** Quiet time after which a page is looked at, and the longest wait for a page that is never quiet. */
const QUIET_MS = 120;
const LONGEST_MS = 1000;
/** Once a page has been read, changes are no longer urgent. */
const SETTLED_MS = 500;
const HOST = /^KIDO-/;
/** Two looks this far apart must see the same before it counts. */
const CONFIRM_MS = 250;
/** Blank and missing fields wait longer: many consoles fill them last. */
const BLANK_MS = 1500;

/**
 * Watches one address until it is left. A page is read when it has settled: two looks in a row see the same. After a
 * change of address inside the page the old record is often still there, in whole or under a new heading: a look that
 * sees all the fields of the account before, on the same elements, is not believed for as long as that is so.
 */
export class Visit {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dirtySince = 0;
  private pending: { print: string; at: number } | null = null;
  private sent = '';
  private stopped = false;
  /** Set by any mutation since the last look; without one a second look need not search the page again. */
  private dirty = true;
  private last: FoundPage | null = null;
  private opened: string | null = null;
  private readonly observer: MutationObserver;
  /** What the last look saw, for the visit that follows. */
  seen: Seen | null;

  constructor(
    private readonly document: Document,
    private readonly config: PageConfig,
    private readonly address: string,
    /** What the page showed under the address before; null on a fresh document. */
    private readonly before: Seen | null,
    private readonly events: VisitEvents,
  ) {
    this.seen = before;
    this.observer = new MutationObserver((records) => {
      // Kido's own host coming and going is no news of the page.
      if (records.every(({ target }) => target === document.documentElement || HOST.test(target.nodeName))) return;
      this.dirty = true;
      this.soon(this.sent ? SETTLED_MS : QUIET_MS);
    });
    this.observer.observe(document.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['value', 'checked', 'aria-checked', 'aria-pressed', 'datetime', 'hidden', 'class'],
    });
    document.addEventListener('change', this.onChange, true);
    document.addEventListener('focusout', this.onChange, true);
    const urlId = config.account.id === 'url' ? (matchAddress(config, address)?.urlId ?? null) : null;
    if (urlId) this.open(urlId);
    this.soon(0);
  }

  /** Values in controls change without any mutation. */
  private readonly onChange = (): void => {
    this.dirty = true;
    this.soon(QUIET_MS);
  };

  /** Reads again although nothing changed. */
  again(): void {
    this.sent = '';
    this.dirty = true;
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
    const found = !this.dirty && this.last ? this.last : locatePage(this.document, this.config, this.address);
    if (!found) return;
    // Until a page has settled under a new address, the old record on it contradicts nothing but itself.
    const isLost = found.accountId !== this.opened && (this.config.account.id !== 'url' || this.sent !== '');
    if (isLost) this.lose();
    this.dirty = hasControls(found);
    this.last = found;
    const fields = JSON.stringify(found.fields.map((one) => [one.shown, one.problem]));
    const print = JSON.stringify([found.accountId, found.name, found.refused, fields]);
    if (found.refused === null) this.seen = { fields, elements: found.elements };
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
    // What was there before the address changed: wait until the page does something about it.
    if (isSame(this.before, this.seen) && found.refused === null) return;
    if ((gaps || loading) && age < BLANK_MS) this.soon(BLANK_MS - age + 10);
    else if (loading && age < 8 * BLANK_MS) this.soon(BLANK_MS);
    else this.accept(print, found);
  }

  private accept(print: string, found: FoundPage): void {
    this.sent = print;
    if (found.refused !== null || found.accountId === null) this.lose(print);
    this.events.onRefused(found.refused);
    if (found.refused !== null || found.accountId === null) return;
    this.open(found.accountId);
    this.events.onFound({ ...found, accountId: found.accountId });
  }

  /** Takes back that an account was opened. Whatever the page shows next has to be seen twice again. */
  private lose(sent = ''): void {
    if (this.opened === null) return;
    this.opened = null;
    this.sent = sent;
    this.events.onLost();
  }

  private open(accountId: string): void {
    if (this.opened === accountId) return;
    this.opened = accountId;
    this.events.onAccount(accountId);
  }
}

function isSame(before: Seen | null, now: Seen | null): boolean {
  if (!before || !now || before.fields !== now.fields) return false;
  return now.elements.some((element) => element !== null) && now.elements.every((element, at) => element === before.elements[at]);
}

/** Scripts set the value of a control without any mutation: such pages are searched each time. */
function hasControls(found: FoundPage): boolean {
  return found.elements.some((element) => element?.matches('input,select,textarea') || element?.querySelector('input,select,textarea'));
}

/** Pages that say they are still loading are believed. */
function isBusy(document: Document): boolean {
  return document.querySelector('main[aria-busy=true],body[aria-busy=true],[role=main][aria-busy=true]') !== null;
}
