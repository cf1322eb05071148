import type { OpenForm } from '@/components/panel/FormFrame';
import type { FormAsked } from '@/lib/core/view/form-asked';
import type { SentView } from '@/lib/core/view/sent-view';
import type { PanelPlace } from '@/lib/formats/preferences';
import type { PageSetup } from '@/lib/messages/page-messages';
import type { PanelWords } from '@/lib/words/en/panel';
import { type Asked, pageActions } from './page-actions';
import { PanelOnPage, widthNear } from './panel-on-page';

/** How long a notice stays, and with it the way back. */
const NOTICE_MS = 8000;
const NO_RECORD = /^(?:no account|sign in)/;

/** What is known of the page's account. `account` and `view` are null while none is certain. */
export interface OnScreen {
  address: string;
  account: string | null;
  view: SentView | null;
  refused: string | null;
  /** Whether another account was there a moment ago. */
  isSwitching: boolean;
}

/** What the screen needs of the page. */
export interface ScreenOwner {
  asked: Asked;
  act: Parameters<typeof pageActions>[0]['act'];
  show(answer: Promise<SentView | null>): void;
  readAgain(): void;
}

/** What a person sees of Kido on a page: the panel with its notice, its form and its place. */
export class Screen {
  private on: OnScreen | null = null;
  private notice: { text: string; undo: string[] } | null = null;
  private noticeTimer: ReturnType<typeof setTimeout> | undefined;
  private form: OpenForm | null = null;
  private readonly panel: PanelOnPage;

  constructor(
    document: Document,
    public setup: PageSetup<PanelWords>,
    private readonly owner: ScreenOwner,
  ) {
    this.panel = new PanelOnPage(document, {
      onExpand: () => this.place({ collapsed: false }),
      onWidth: (width) => this.place({ width }),
      onHeld: (why) => this.say(why === 'moved' || why === 'elsewhere' ? this.setup.words.heldMoved : this.setup.words.heldCovered, []),
    });
  }

  /** Shows this; null: nothing, as on a page that is no account's. */
  show(on: OnScreen | null): void {
    // What was said and asked belongs to the account of then.
    if (on?.account !== this.on?.account && this.on?.account != null) this.notice = this.form = null;
    this.on = on;
    this.draw();
  }

  say(text: string, undo: string[]): void {
    this.notice = { text, undo };
    clearTimeout(this.noticeTimer);
    this.noticeTimer = setTimeout(() => {
      this.notice = null;
      this.draw();
    }, NOTICE_MS);
    this.draw();
  }

  /** A form was sent, or cancelled. */
  formDone(account: string, written: string[]): void {
    if (account !== this.on?.account || !this.form) return;
    const { planned, done } = this.setup.words;
    const text = this.form.asked.kind === 'plan' ? planned : done;
    this.form = null;
    if (written.length > 0) this.say(text, written);
    else this.draw();
  }

  toggle(): void {
    const { hidden, collapsed } = this.setup.place;
    this.place(hidden ? { hidden: false, collapsed: false } : { collapsed: !collapsed });
  }

  hideOrShow(): void {
    this.place({ hidden: !this.setup.place.hidden });
  }

  private place(change: Partial<PanelPlace>): void {
    const place = { ...this.setup.place, ...change };
    this.setup = { ...this.setup, place: { ...place, width: widthNear(place.width) } };
    // A frame that is taken out cannot come back: its pass is used up.
    if (place.hidden || place.collapsed) this.form = null;
    this.draw();
    void this.owner.asked('panel.place', { console: this.setup.config.id, place: this.setup.place });
  }

  private async setForm(account: string, asked: FormAsked | null): Promise<void> {
    this.form = null;
    this.draw();
    if (asked === null) return void this.owner.asked('form.close', { account });
    const opened = await this.owner.asked('form.open', { account, asked });
    if (!opened || this.on?.account !== account) return;
    this.form = { asked, page: opened.page };
    this.draw();
  }

  private undo(account: string): void {
    const ids = this.notice?.undo ?? [];
    this.notice = null;
    if (ids.length > 0) this.owner.show(this.owner.asked('entry.retract', { account, ids }).then((done) => done?.view ?? null));
  }

  private copy(text: string, said: string): void {
    navigator.clipboard.writeText(text).then(
      () => this.say(said, []),
      () => this.say(this.setup.words.failed, []),
    );
  }

  private draw(): void {
    const { on, setup, form, notice, owner } = this;
    // A page that shows no record is told of in the side panel alone; while another account comes the panel stays.
    const isThere = on && (on.account !== null || (on.refused === null ? on.isSwitching : !NO_RECORD.test(on.refused)));
    if (!isThere || setup.place.hidden) {
      this.panel.remove();
      return;
    }
    const { address, view, refused } = on;
    const account = on.account ?? '';
    const actions = pageActions({
      ...owner,
      account,
      address,
      today: view?.today ?? '1970-01-01',
      words: setup.words,
      place: setup.place,
      canOpenSidePanel: setup.canOpenSidePanel,
      say: (text) => this.say(text, []),
      copy: (text, said) => this.copy(text, said),
      setPlace: (change) => this.place(change),
      setForm: (asked) => void this.setForm(account, asked),
      guardFrame: (frame) => this.panel.guardFrame(frame),
      undo: () => this.undo(account),
    });
    const told = notice && { text: notice.text, undo: notice.undo.length > 0 };
    this.panel.draw({ setup, account: on.account, view, refused, notice: told, form }, actions);
  }
}
