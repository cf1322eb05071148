import { render } from 'preact';
import { dress, type Mounted, mount } from '@/components/basic/mount';
import { CollapsedTab } from '@/components/panel/CollapsedTab';
import { Panel, type PanelActions } from '@/components/panel/Panel';
import type { Words } from '@/components/words';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { PageConfig } from '@/lib/formats/page-config';
import type { PanelPlace } from '@/lib/formats/preferences';
import { ask, Refused } from '@/lib/messages/ask';
import type { Done, PageNews, PageSetup } from '@/lib/messages/page-messages';
import { pageRuntime } from '@/lib/messages/page-runtime';
import { matchAddress } from '@/lib/readers/page/match-address';
import { Visit } from './visit';

/** How long a notice stays, and with it the way back. */
const NOTICE_MS = 8000;
/** Ages in the view are refreshed while somebody looks. */
const REFRESH_MS = 60_000;
const SNOOZE_DAYS = 7;

/** The panel on one document: follows the address, shows the view of the account that the page is about. */
export class AccountPage {
  private mounted: Mounted | null = null;
  private visit: Visit | null = null;
  private account: string | null = null;
  private view: PanelView | null = null;
  private refused: string | null = null;
  private notice: { text: string; undo: string[] } | null = null;
  private noticeTimer: ReturnType<typeof setTimeout> | undefined;
  private address = '';
  private dead = false;
  /** Counts visits; whatever was asked in an earlier one is dropped when it comes back. */
  private epoch = 0;
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');

  constructor(
    private readonly document: Document,
    private setup: PageSetup<PageConfig, Words>,
  ) {
    this.dark.addEventListener('change', () => this.draw());
    setInterval(() => this.refresh(), REFRESH_MS);
  }

  /** Follows a change of address. The old account leaves the screen before anything else happens. */
  go(address: string): void {
    if (this.dead || address === this.address) return;
    const before = this.visit?.seen ?? null;
    this.visit?.stop();
    this.visit = null;
    this.address = address;
    this.epoch += 1;
    const epoch = this.epoch;
    const hadAccount = this.account !== null;
    this.account = null;
    this.view = null;
    this.refused = null;
    this.notice = null;
    if (!matchAddress(this.setup.config, address)) {
      this.unmount();
      if (hadAccount) void this.asked('account.left', { address });
      return;
    }
    this.visit = new Visit(this.document, this.setup.config, address, before, {
      onAccount: (accountId) => void this.open(epoch, address, accountId),
      onFound: ({ accountId, name, fields }) => void this.show(epoch, this.asked('account.read', { address, accountId, name, fields })),
      onRefused: (reason) => {
        if (epoch !== this.epoch || reason === this.refused) return;
        this.refused = reason;
        if (reason !== null) this.view = null;
        this.draw();
      },
    });
    this.draw();
  }

  /** News from the background; a view of another account than the one on screen is not ours. */
  hear(news: PageNews): void {
    if (news.news === 'view') {
      if (news.view.account === this.account) this.put(news.view);
    } else if (news.news === 'setup') {
      if (!news.setup) {
        this.stop();
        return;
      }
      this.setup = news.setup as PageSetup<PageConfig, Words>;
      this.visit?.again();
      this.refresh();
    } else if (news.news === 'hide') this.place({ hidden: !this.setup.place.hidden });
    else this.place(this.setup.place.hidden ? { hidden: false, collapsed: false } : { collapsed: !this.setup.place.collapsed });
  }

  stop(): void {
    this.dead = true;
    this.visit?.stop();
    this.unmount();
  }

  private async open(epoch: number, address: string, accountId: string): Promise<void> {
    const opened = await this.show(epoch, this.asked('account.open', { address, accountId }), true);
    if (opened?.hasApi && epoch === this.epoch) await this.show(epoch, this.asked('api.ask', { account: opened.account, again: false }));
  }

  /** Shows an answer if it still belongs to what is on screen. */
  private async show(epoch: number, answer: Promise<PanelView | null>, first = false): Promise<PanelView | null> {
    const view = await answer;
    if (!view || epoch !== this.epoch || this.dead) return null;
    if (first) this.account = view.account;
    if (view.account !== this.account) return null;
    this.put(view);
    return view;
  }

  private put(view: PanelView): void {
    if (this.view && view.at < this.view.at) return;
    this.view = view;
    this.draw();
  }

  private refresh(): void {
    if (this.account && this.document.visibilityState === 'visible')
      void this.show(this.epoch, this.asked('account.view', { account: this.account }));
  }

  /** Asks; when the extension is gone for good the panel goes with it, since it could only lie from then on. */
  private async asked<K extends Parameters<typeof ask>[0]>(request: K, body: Parameters<typeof ask<K>>[1]) {
    try {
      return await ask(request, body);
    } catch (error) {
      if (!pageRuntime.id) this.stop();
      else if (error instanceof Refused) this.say(`${this.setup.words.failed}: ${error.message}`, []);
      return null;
    }
  }

  private async act(epoch: number, done: Promise<Done | null>, text?: string): Promise<void> {
    const result = await done;
    if (!result || epoch !== this.epoch || result.view.account !== this.account) return;
    this.put(result.view);
    this.say(text ?? this.setup.words.done, result.written);
  }

  private say(text: string, undo: string[]): void {
    this.notice = { text, undo };
    clearTimeout(this.noticeTimer);
    this.noticeTimer = setTimeout(() => {
      this.notice = null;
      this.draw();
    }, NOTICE_MS);
    this.draw();
  }

  private place(change: Partial<PanelPlace>): void {
    this.setup = { ...this.setup, place: { ...this.setup.place, ...change } };
    this.draw();
    void this.asked('panel.place', { console: this.setup.config.id, place: this.setup.place });
  }

  private resize(width: number): void {
    this.place({ width: Math.round(Math.min(560, Math.max(280, width))) });
  }

  private actions(): PanelActions {
    const account = this.account ?? '';
    const epoch = this.epoch;
    const words = this.setup.words;
    const act = (done: Promise<Done | null>, text?: string) => void this.act(epoch, done, text);
    const day = (offset: number) =>
      new Date(Date.parse(`${this.view?.today ?? '1970-01-01'}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
    return {
      onTick: (item, done) => act(this.asked('item.mark', { account, mark: { item, state: done ? 'done' : 'open' } })),
      onBlock: (item, block) => act(this.asked('item.mark', { account, mark: { item, state: 'blocked', ...block } as never })),
      onSkip: (item, reason) => act(this.asked('item.mark', { account, mark: { item, state: 'skipped', reason } })),
      onSnooze: (rule) => act(this.asked('stall.snooze', { account, snooze: { rule, untilDay: day(SNOOZE_DAYS) } }), words.snoozed),
      onPlan: (play, on) => act(this.asked('touchpoint.plan', { account, play, day: on }), words.planned),
      onMarkPlay: (play) => act(this.asked('play.done', { account, play })),
      onJudge: () => act(this.asked('judgement.state', { account }), words.onboarded),
      onHandover: () =>
        void this.asked('handover.text', { account }).then((text) => (text ? this.copy(text, words.handoverCopied) : undefined)),
      onCopy: (text) => void this.copy(text, words.copied),
      onReadAgain: () => (this.visit?.again(), void this.show(epoch, this.asked('api.ask', { account, again: true }))),
      onRetryApi: () => void this.show(epoch, this.asked('api.ask', { account, again: true })),
      onSidePanel: () =>
        this.setup.canOpenSidePanel ? void this.asked('sidepanel.open', { address: this.address }) : this.say(words.altHint, []),
      onCollapse: () => this.place({ collapsed: true }),
      onOtherSide: () => this.place({ side: this.setup.place.side === 'right' ? 'left' : 'right' }),
      onHide: () => this.place({ hidden: true }),
      onResize: (by) => this.resize(this.setup.place.width + by),
      onUndo: () => {
        const ids = this.notice?.undo ?? [];
        this.notice = null;
        void this.asked('entry.retract', { account, ids }).then((done) => done && epoch === this.epoch && this.put(done.view));
      },
    };
  }

  private async copy(text: string, said: string): Promise<void> {
    await navigator.clipboard.writeText(text).then(
      () => this.say(said, []),
      () => this.say(this.setup.words.failed, []),
    );
  }

  private unmount(): void {
    if (this.mounted) render(null, this.mounted.root);
    this.mounted?.remove();
    this.mounted = null;
  }

  private draw(): void {
    const { place, lang, theme } = this.setup;
    if (this.dead || place.hidden || !matchAddress(this.setup.config, this.address)) {
      this.unmount();
      return;
    }
    this.mounted ??= mount(this.document, 'kido-panel', this.setup.styles);
    const { root, host } = this.mounted;
    dress({ root, host }, lang, theme);
    root.style.setProperty('--width', `${place.width}px`);
    const words = this.setup.words;
    if (place.collapsed) {
      render(<CollapsedTab view={this.view} words={words} side={place.side} onExpand={() => this.place({ collapsed: false })} />, root);
      return;
    }
    const notice = this.notice && { text: this.notice.text, undo: this.notice.undo.length > 0 };
    render(
      <>
        <Panel
          key={this.account ?? 'none'}
          view={this.view}
          words={words}
          side={place.side}
          refused={this.refused}
          notice={notice}
          shortcut="Alt K"
          actions={this.actions()}
        />
        <div class={`grip ${place.side}`} title={words.resize} onPointerDown={(event) => this.drag(event)} />
      </>,
      root,
    );
  }

  /** Drags the edge; the place is stored when it is let go. */
  private drag(event: PointerEvent): void {
    const grip = event.currentTarget as HTMLElement;
    grip.setPointerCapture(event.pointerId);
    const width = (at: PointerEvent) =>
      this.setup.place.side === 'right' ? this.document.documentElement.clientWidth - at.clientX : at.clientX;
    const move = (at: PointerEvent) => this.mounted?.root.style.setProperty('--width', `${Math.min(560, Math.max(280, width(at)))}px`);
    const end = (at: PointerEvent) => {
      grip.removeEventListener('pointermove', move);
      this.resize(width(at));
    };
    grip.addEventListener('pointermove', move);
    grip.addEventListener('pointerup', end, { once: true });
  }
}
