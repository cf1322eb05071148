import type { PanelActions } from '@/components/panel/Panel';
import type { FormAsked } from '@/lib/core/view/form-asked';
import type { SentView, Written } from '@/lib/core/view/sent-view';
import type { PanelPlace } from '@/lib/formats/preferences';
import type { MessageName, Question, ReplyTo } from '@/lib/messages/ask';
import type { PanelWords } from '@/lib/words/en/panel';

const SNOOZE_DAYS = 7;

/** Asks the background; null where it refused, which has then been said. */
export type Asked = <K extends MessageName>(request: K, body: Question<K>) => Promise<ReplyTo<K> | null>;

/** What the acts of the panel need of the page that it stands on. All of it is of the account on screen. */
export interface Acting {
  account: string;
  today: string;
  address: string;
  words: PanelWords;
  place: PanelPlace;
  canOpenSidePanel: boolean;
  asked: Asked;
  /** Shows what an act has made of the account, with the way back. */
  act(done: Promise<Written | null>, text?: string): void;
  show(answer: Promise<SentView | null>): void;
  say(text: string): void;
  copy(text: string, said: string): void;
  readAgain(): void;
  setPlace(change: Partial<PanelPlace>): void;
  setForm(asked: FormAsked | null): void;
  guardFrame(frame: HTMLIFrameElement): void;
  undo(): void;
}

/** What each button of the panel does. */
export function pageActions(on: Acting): PanelActions {
  const { account, words, place, asked } = on;
  const askApis = () => on.show(asked('api.ask', { account, again: true }));
  return {
    onTick: (item, done) => on.act(asked('item.mark', { account, mark: { item, state: done ? 'done' : 'open' } })),
    onForm: on.setForm,
    onFrame: on.guardFrame,
    onSnooze: (rule) =>
      on.act(asked('stall.snooze', { account, snooze: { rule, untilDay: dayAfter(on.today, SNOOZE_DAYS) } }), words.snoozed),
    onMarkPlay: (play) => on.act(asked('play.done', { account, play })),
    onJudge: () => on.act(asked('judgement.state', { account }), words.onboarded),
    onHandover: () => void asked('handover.text', { account }).then((text) => (text ? on.copy(text, words.handoverCopied) : undefined)),
    onCopy: (text) => on.copy(text, words.copied),
    onReadAgain: () => (on.readAgain(), askApis()),
    onRetryApi: askApis,
    onSidePanel: () => (on.canOpenSidePanel ? void asked('sidepanel.open', { address: on.address }) : on.say(words.altHint)),
    onCollapse: () => on.setPlace({ collapsed: true }),
    onOtherSide: () => on.setPlace({ side: place.side === 'right' ? 'left' : 'right' }),
    onHide: () => on.setPlace({ hidden: true }),
    onResize: (by) => on.setPlace({ width: place.width + by }),
    onUndo: on.undo,
  };
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
