import { Icon } from '@/components/basic/Icon';
import { StateMessage } from '@/components/basic/StateMessage';
import { Criteria, Onboarded } from '@/components/log/Completion';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { PanelWords } from '@/lib/words/en/panel';
import { AccountHead } from './AccountHead';
import { Checklist } from './Checklist';
import type { ItemActions } from './ChecklistItem';
import { EvidenceText } from './EvidenceText';
import type { OpenForm } from './FormFrame';
import { KidoHead } from './KidoHead';
import { NextTouchpoint } from './NextTouchpoint';
import { PanelMenu } from './PanelMenu';
import { Signals } from './Signals';

export interface PanelActions extends ItemActions {
  onSnooze(rule: string): void;
  onCopy(text: string): void;
  onMarkPlay(play: string): void;
  onJudge(): void;
  onHandover(): void;
  onReadAgain(): void;
  onRetryApi(): void;
  onSidePanel(): void;
  onCollapse(): void;
  onOtherSide(): void;
  onHide(): void;
  onResize(by: number): void;
  onUndo(): void;
}

interface Props {
  view: PanelView | null;
  words: PanelWords;
  side: 'left' | 'right';
  /** Set while it is not certain whose page this is: why, and behind a colon what was seen. */
  refused: string | null;
  notice: { text: string; undo: boolean } | null;
  shortcut: string;
  form: OpenForm | null;
  actions: PanelActions;
}

/** The panel in the page. It shows a view and decides nothing. */
export function Panel({ view, words, side, refused, notice, shortcut, form, actions }: Props) {
  const collapse = (
    <button type="button" class="btn icon flip" aria-label={words.collapse} onClick={actions.onCollapse}>
      <Icon name="hide" />
    </button>
  );
  return (
    <aside class={`panel ${side}`} aria-label={words.panel} onKeyDown={(event) => event.key === 'Escape' && actions.onCollapse()}>
      {view ? (
        <AccountHead view={view}>
          <PanelMenu words={words} {...actions} />
          {collapse}
        </AccountHead>
      ) : (
        <KidoHead meta={words.loading}>{collapse}</KidoHead>
      )}
      <div class="body" tabIndex={-1}>
        {refused && <Refused refused={refused} words={words} />}
        {view && <Body view={view} words={words} form={form} actions={actions} />}
      </div>
      {notice && (
        <div class="notice" role="status">
          <span class="grow">{notice.text}</span>
          {notice.undo && (
            <button type="button" class="link" onClick={actions.onUndo}>
              {words.undo}
            </button>
          )}
        </div>
      )}
      <footer class="foot">
        <Icon name="clock" small />
        <span class="num cut">{view?.freshness}</span>
        <button type="button" class="link" onClick={actions.onSidePanel}>
          {words.sidePanel} {shortcut && <kbd class="k-key">{shortcut}</kbd>}
        </button>
      </footer>
    </aside>
  );
}

function Refused({ refused, words }: { refused: string; words: PanelWords }) {
  const [why = '', ...seen] = refused.split(': ');
  const [title = why, text = ''] = words.refusals[why as keyof PanelWords['refusals']] ?? [];
  return <StateMessage icon={<Icon name="unknown" />} title={title} text={text} detail={seen.join(': ')} />;
}

function Body({ view, words, form, actions }: { view: PanelView; words: PanelWords; form: OpenForm | null; actions: PanelActions }) {
  const { judgement, problem } = view;
  return (
    <>
      {judgement.onboarded && <Onboarded view={view} words={words} onHandover={actions.onHandover} />}
      {problem && (
        <StateMessage icon={<Icon name="stall" />} tone="err" title={problem.title} text={problem.text} detail={problem.detail}>
          <button type="button" class="btn" onClick={actions.onRetryApi}>
            <Icon name="again" />
            {words.tryAgain}
          </button>
          <button type="button" class="btn quiet" onClick={() => actions.onCopy(problem.detail)}>
            {words.copyDetails}
          </button>
        </StateMessage>
      )}
      {view.drift && <StateMessage icon={<Icon name="unknown" />} {...view.drift} />}
      {!view.hasReadings && (
        <StateMessage icon={<Icon name="clock" />} title={words.noReadings} text={words.noReadingsText}>
          <button type="button" class="btn" onClick={actions.onReadAgain}>
            <Icon name="again" />
            {words.readNow}
          </button>
        </StateMessage>
      )}
      <Signals view={view} words={words} onSnooze={actions.onSnooze} />
      <NextTouchpoint view={view} words={words} form={form} {...actions} onLog={actions.onSidePanel} />
      <Checklist view={view} words={words} form={form} {...actions} />
      {!judgement.onboarded && <Criteria view={view} words={words} onJudge={actions.onJudge} />}
      <section class="sec" aria-label={words.values}>
        <h3 class="sec-h">{words.values}</h3>
        <dl class="kv values">
          {view.measurement.map((one) => (
            <div key={one.metric}>
              <dt>{one.name}</dt>
              <dd>
                {one.value ?? (
                  <span class="badge unknown">
                    <Icon name="unknown" small />
                    {words.unknown}
                  </span>
                )}
              </dd>
              {one.line.parts.length > 0 && (
                <dd class="from">
                  <EvidenceText line={one.line} />
                </dd>
              )}
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
