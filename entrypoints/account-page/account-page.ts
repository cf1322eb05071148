import type { SentView, Written } from '@/lib/core/view/sent-view';
import { ask, Refused } from '@/lib/messages/ask';
import { ERASED } from '@/lib/messages/message';
import type { PageNews, PageSetup, VisitMark } from '@/lib/messages/page-messages';
import { pageRuntime } from '@/lib/messages/page-runtime';
import { matchAddress } from '@/lib/readers/page/match-address';
import type { PanelWords } from '@/lib/words/en/panel';
import type { Asked } from './page-actions';
import { Screen } from './screen';
import { isNewer } from './turns';
import { Visit } from './visit';

/** Ages in the view are refreshed while somebody looks. */
const REFRESH_MS = 60_000;

/** The panel on one document: follows the address, shows the view of the account that the page is about. */
export class AccountPage {
  private visit: Visit | null = null;
  private account: string | null = null;
  private view: SentView | null = null;
  private refused: string | null = null;
  private address = '';
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
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw(), { signal });
    const timer = setInterval(() => this.refresh(), REFRESH_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  /** Follows a change of address; an empty one is none. The old account leaves the screen before anything else happens. */
  go(address: string): void {
    if (this.ended.signal.aborted || address === this.address) return;
    const before = this.visit?.seen ?? null;
    if (this.visit) this.leave();
    this.visit?.stop();
    this.visit = null;
    this.address = address;
    const { config } = this.screen.setup;
    if (!matchAddress(config, address)) {
      this.draw();
      return;
    }
    this.visit = new Visit(this.document, config, address, before, {
      onAccount: (accountId) => void this.open(accountId),
      onFound: ({ accountId, name, fields }) =>
        void this.show(this.asked('account.read', { address, accountId, name, fields, visit: this.mark() })),
      onLost: () => {
        this.leave();
        this.draw();
      },
      onRefused: (reason) => {
        if (reason === this.refused) return;
        this.refused = reason;
        this.draw();
      },
    });
    this.draw();
  }

  /** News from the background; a view of another account than the one on screen is not ours. */
  hear(news: PageNews): void {
    if (news.news === 'view') {
      if (news.view.account === this.account) this.put(news.view);
    } else if (news.news === 'form') this.screen.formDone(news.account, news.written);
    else if (news.news === 'setup') this.setUp(news.setup as PageSetup<PanelWords> | null);
    else if (news.news === 'erased') this.erased(news.account);
    else if (news.news === 'hide') this.screen.hideOrShow();
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
    if (isSame) {
      this.draw();
      this.refresh();
      return;
    }
    // Other fields, other patterns: the page is read from the start.
    const { address } = this;
    this.go('');
    this.go(address);
  }

  private mark(): VisitMark {
    return { document: this.documentId, count: this.count };
  }

  /** Takes the account off the screen and tells the background, which may still file under it what is written elsewhere. */
  private leave(): void {
    const left = this.mark();
    this.count += 1;
    this.account = this.view = this.refused = null;
    void this.asked('account.left', { address: this.address, visit: left });
  }

  private async open(accountId: string): Promise<void> {
    const { count } = this;
    const opened = await this.show(this.asked('account.open', { address: this.address, accountId, visit: this.mark() }));
    if (opened?.hasApi && count === this.count) await this.show(this.asked('api.ask', { account: opened.account, again: false }));
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
    try {
      return await ask(request, body);
    } catch (error) {
      if (!pageRuntime.id) this.stop();
      else if (error instanceof Refused && error.message === ERASED) this.refuse(this.screen.setup.words.erased);
      else if (error instanceof Refused && request !== 'account.left')
        this.screen.say(`${this.screen.setup.words.failed}: ${error.message}`, []);
      return null;
    }
  };

  /** What was on screen was erased; its page is still there. */
  private erased(account: string): void {
    if (account !== this.account) return;
    this.account = this.view = null;
    this.count += 1;
    this.refuse(this.screen.setup.words.erased);
  }

  private refuse(reason: string): void {
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
    const { address, account, view, refused } = this;
    this.screen.show(this.visit ? { address, account, view, refused } : null);
  }
}
