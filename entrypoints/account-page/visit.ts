import { problemText } from '@/lib/core/account/problem';
import type { PageConfig } from '@/lib/formats/page-config';
import { type FoundField, type FoundPage, locatePage } from '@/lib/readers/page/locate-page';
import { isOwnPart } from '@/lib/readers/page/own-parts';
import { hasControls, isBusy, isSame, type Seen } from './seen';
import { Steady } from './steady';

/** What is certain of a page by now. */
export interface Certain {
  accountId: string;
  name: string | null;
  fields: FoundField[];
  /** Whether it shows anything of a record. */
  isRecord: boolean;
}

/** What a visit tells its owner. Every call speaks of the account of that visit and of no other. */
export interface VisitEvents {
  /** The page shows a record of this account; readings may still be on their way. */
  onAccount(accountId: string, name: string | null): void;
  /** What is certain by now; fields that are not are left out, and come with a later call. */
  onFound(page: Certain): void;
  /** The page no longer names the account that was told of. Said at the first look that shows it, before it is certain. */
  onLost(): void;
  onRefused(reason: string | null): void;
}

/** Quiet time after which a page is looked at, and the longest wait for a page that is never quiet. */
const QUIET_MS = 120;
const LONGEST_MS = 300;
/** Once a page has been read, changes are no longer urgent. */
const SETTLED_MS = 500;
/** How much longer than a look the wait for the next one is: on a large page they are further apart. */
const SHARE = 8;
const EDITED = problemText('being edited');
/** Two looks this far apart must see the same before it counts. */
const CONFIRM_MS = 250;
/** What is certain is told, when the rest takes longer than this. */
const PART_MS = 600;
/** What stood there, on the same element, before the address changed: consoles change their fields in waves. */
const STALE_MS = 1100;
/** Blank and missing fields wait longer: many consoles fill them last. */
const BLANK_MS = 1500;

/**
 * Watches one address until it is left. Of a page that shows a record each field is read when two looks in a row saw the
 * same in it: one that keeps changing holds no other up. After a change of address inside the page the old record is
 * often still there, in whole or under a new heading: a look that sees all the fields of the account before, on the same
 * elements, is not believed for as long as that is so.
 */
export class Visit {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dirtySince = 0;
  /** What one look costs. */
  private cost = 0;
  private readonly steady = new Steady();
  /** What the last telling held, piece by piece; empty before the first. */
  private sent = new Set<string>();
  private stopped = false;
  /** Set by any mutation since the last look; without one a second look need not search the page again. */
  private dirty = true;
  private last: FoundPage | null = null;
  private opened: string | null = null;
  private denied: string | null = null;
  private readonly observer: MutationObserver;
  private readonly start = performance.now();
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
      if (records.every(({ target }) => target === document.documentElement || isOwnPart(target))) return;
      this.dirty = true;
      this.soon(this.sent.size ? SETTLED_MS : QUIET_MS);
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
    this.soon(0);
  }

  /** Values in controls change without any mutation. */
  private readonly onChange = (): void => {
    this.dirty = true;
    this.soon(QUIET_MS);
  };

  /** Reads again although nothing changed. */
  again(): void {
    this.sent = new Set();
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
    else if (now - this.dirtySince > Math.max(this.sent.size ? 2 * SETTLED_MS : LONGEST_MS, SHARE * this.cost)) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.look();
    }, ms);
  }

  private look(): void {
    if (this.stopped) return;
    const now = performance.now();
    const found = !this.dirty && this.last ? this.last : locatePage(this.document, this.config, this.address);
    if (!found) return;
    this.cost = performance.now() - now;
    this.dirty = hasControls(found);
    this.last = found;
    const { accountId, name, fields, elements, refused, isRecord } = found;
    // Whoever types where the page says whose it is does not leave the account.
    if (this.opened !== null && refused?.endsWith(EDITED)) return;
    if (accountId !== this.opened) this.lose();
    const whose = JSON.stringify([accountId, refused, isRecord]);
    const texts = fields.map(({ shown, problem }) => JSON.stringify([shown, problem]));
    const [age = 0, nameAge = 0, ...fieldAges] = this.steady.look([whose, name ?? '', ...texts], now);
    if (refused === null) this.seen = { name, texts, elements };
    const { before, config } = this;
    const { id, check = [] } = config.account;
    // An address that names the account needs a page that shows a record, and not the one from before, to be believed.
    const isOther = !before || check.length > 0 || (name !== null && name !== before.name);
    if (isRecord && accountId !== null && id === 'url' && isOther) this.open(accountId, name);
    if (!isRecord) this.denied = null;
    // What was there before the address changed: wait until the page does something about it.
    if (refused === null && isSame(before, this.seen)) return;
    const busy = isBusy(this.document);
    const gap = busy || this.document.readyState !== 'complete' ? 8 * BLANK_MS : BLANK_MS;
    const isCertain = age >= (isRecord ? CONFIRM_MS : gap);
    const ready = fields.filter((field, at) => {
      const isStale = before && elements[at] && before.elements[at] === elements[at] && before.texts[at] === texts[at];
      return isCertain && (fieldAges[at] ?? 0) >= (busy || !field.shown ? gap : isStale ? STALE_MS : CONFIRM_MS);
    });
    const isWhole = isCertain && ready.length === fields.length;
    const sure = nameAge >= (name === before?.name ? STALE_MS : CONFIRM_MS) ? name : null;
    if (!isWhole || sure !== name) this.soon(this.sent.size ? SETTLED_MS : CONFIRM_MS);
    if (!isWhole && (ready.length === 0 || now - this.start < PART_MS)) return;
    const news = [whose, ...(sure ? [sure] : []), ...ready.map((one) => JSON.stringify(one))];
    if (news.every((one) => this.sent.has(one))) return;
    if (refused !== null || accountId === null) this.lose();
    this.sent = new Set(news);
    this.events.onRefused(refused);
    if (refused !== null || accountId === null) return;
    if (isRecord) this.open(accountId, sure);
    this.events.onFound({ accountId, name: sure, fields: ready, isRecord });
  }

  /** Takes back that an account was opened. Whatever the page shows next has to be seen twice again. */
  private lose(): void {
    if (this.opened === null) return;
    this.opened = null;
    this.sent = new Set();
    this.events.onLost();
  }

  /** The background knows that there is no such account. Not asked again until the page shows another, or no record first. */
  deny(): void {
    this.denied = this.last?.accountId ?? null;
    this.opened = null;
  }

  private open(accountId: string, name: string | null): void {
    if (this.opened === accountId || this.denied === accountId) return;
    this.opened = accountId;
    this.events.onAccount(accountId, name);
  }
}
