import type { SentView, Written } from '@/lib/core/view/sent-view';
import { ask, Refused } from '@/lib/messages/ask';
import { ERASED, NO_ACCOUNT } from '@/lib/messages/message';
import type { PageNews, PageSetup, VisitMark } from '@/lib/messages/page-messages';
import { pageRuntime } from '@/lib/messages/page-runtime';
import { watchEdits } from '@/lib/readers/page/element-text';
import { matchAddress } from '@/lib/readers/page/match-address';
import type { PanelWords } from '@/lib/words/en/panel';
import type { Asked } from './page-actions';
import { Screen } from './screen';
import { isSameRecord } from './seen';
import { isNewer } from './turns';
import { type Certain, Visit, type VisitEvents } from './visit';

/** Ages in the view are refreshed while somebody looks. */
const REFRESH_MS = 60_000;

/** The panel on one document: follows the address, shows the view of the account that the page is about. */
export class AccountPage implements VisitEvents {
  private visit: Visit | null = null;
  private account: string | null = null;
  private view: SentView | null = null;
  private refused: string | null = null;
  private address = '';
  /** Whether an account was on screen a moment ago. */
  private isSwitching = false;
  /** Grows with each account that is left: whatever was asked before is dropped when it comes back. */
  private count = 1;
  private readonly ended = new AbortController();
  private readonly screen: Screen;

  constructor(
    private readonly document: Document,
    setup: PageSetup<PanelWords>,
    /** Names this document to the background; no page knows it. */
    private readonly documentId: string,
  ) {
    this.screen = new Screen(document, setup, {
      asked: this.asked,
      act: (done, text) => void this.act(done, text),
      show: (answer) => void this.show(answer),
      readAgain: () => this.visit?.again(),
    });
    const { signal } = this.ended;
    watchEdits(document, signal);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw(), { signal });
    const timer = setInterval(() => this.refresh(), REFRESH_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  /** Follows a change of address; an empty one is none. The old account leaves the screen before anything else happens. */
  go(address: string): void {
    if (this.ended.signal.aborted || address === this.address) return;
    const { config } = this.screen.setup;
    const before = isSameRecord(config, this.address, address) ? null : (this.visit?.seen ?? null);
    if (this.visit) this.onLost();
    this.visit?.stop();
    const isAccountPage = matchAddress(config, address) !== null;
    this.isSwitching &&= isAccountPage;
    this.address = address;
    this.visit = isAccountPage ? new Visit(this.document, config, address, before, this) : null;
    this.draw();
  }

  async onAccount(accountId: string, name: string | null): Promise<void> {
    const { count } = this;
    const opened = await this.show(this.asked('account.open', { address: this.address, accountId, name, visit: this.mark() }));
    if (opened?.hasApi && count === this.count) await this.show(this.asked('api.ask', { account: opened.account, again: false }));
  }

  onFound(page: Certain): void {
    void this.show(this.asked('account.read', { address: this.address, ...page, visit: this.mark() }));
  }

  /** Takes the account off the screen and tells the background, which may still file under it what is written elsewhere. */
  onLost(): void {
    this.left();
    this.count += 1;
    this.isSwitching ||= this.account !== null;
    this.account = this.view = null;
    this.refuse(null);
  }

  onRefused(reason: string | null): void {
    if (reason === this.refused) return;
    if (reason !== null) this.left(reason);
    this.refuse(reason);
  }

  /** News from the background; a view of another account than the one on screen is not ours. */
  hear(news: PageNews): void {
    if (news.news === 'view') {
      if (news.view.account === this.account) this.put(news.view);
    } else if (news.news === 'form') this.screen.formDone(news.account, news.written);
    else if (news.news === 'setup') this.setUp(news.setup as PageSetup<PanelWords> | null);
    else if (news.news === 'erased') {
      if (news.account === this.account) this.gone(ERASED);
    } else if (news.news === 'hide') this.screen.hideOrShow();
    else if (news.news === 'toggle') this.screen.toggle();
  }

  /** The tab was asleep: what it shows may be old, and the page may have changed meanwhile. */
  wake(): void {
    this.visit?.again();
    this.refresh();
  }

  stop(): void {
    this.ended.abort();
    this.visit?.stop();
    this.visit = null;
    this.draw();
  }

  private setUp(setup: PageSetup<PanelWords> | null): void {
    if (!setup) {
      this.stop();
      return;
    }
    const isSame = JSON.stringify(setup.config) === JSON.stringify(this.screen.setup.config);
    this.screen.setup = setup;
    if (isSame) this.refresh();
    this.draw();
    // Other fields, other patterns: the page is read from the start.
    const { address } = this;
    if (!isSame) for (const at of ['', address]) this.go(at);
  }

  private mark(): VisitMark {
    return { document: this.documentId, count: this.count };
  }

  private left(why?: string): void {
    void this.asked('account.left', { address: this.address, visit: this.mark(), ...(why && { why }) });
  }

  /** Shows an answer if it still belongs to what is on screen. */
  private async show(answer: Promise<SentView | null>): Promise<SentView | null> {
    const { count } = this;
    const view = await answer;
    if (!view || count !== this.count || this.ended.signal.aborted) return null;
    // All that is asked under one count is asked about one account.
    this.account ??= view.account;
    if (view.account !== this.account) return null;
    this.put(view);
    return view;
  }

  private put(view: SentView): void {
    if (!isNewer(view, this.view)) return;
    this.view = view;
    this.draw();
  }

  private refresh(): void {
    if (this.account && this.document.visibilityState === 'visible') void this.show(this.asked('account.view', { account: this.account }));
  }

  /** Asks; when the extension is gone for good the panel goes with it, since it could only lie from then on. */
  private readonly asked: Asked = async (request, body) => {
    const { count } = this;
    try {
      return await ask(request, body);
    } catch (error) {
      if (!pageRuntime.id) this.stop();
      else if (error instanceof Refused && request !== 'account.left') {
        const { message } = error;
        if (message !== ERASED && message !== NO_ACCOUNT) this.screen.say(`${this.screen.setup.words.failed}: ${message}`, []);
        else if (count === this.count) this.gone(message);
      }
      return null;
    }
  };

  /** The page is still there, and its account is not: it was erased, or there is none. */
  private gone(why: string): void {
    this.account = this.view = null;
    this.count += 1;
    this.visit?.deny();
    this.refuse(why);
  }

  private refuse(reason: string | null): void {
    this.refused = reason;
    this.draw();
  }

  private async act(done: Promise<Written | null>, text?: string): Promise<void> {
    const { count } = this;
    const result = await done;
    if (!result || count !== this.count || result.view.account !== this.account) return;
    this.put(result.view);
    this.screen.say(text ?? this.screen.setup.words.done, result.written);
  }

  private draw(): void {
    const { address, account, view, refused, isSwitching } = this;
    this.screen.show(this.visit ? { address, account, view, refused, isSwitching } : null);
  }
}
