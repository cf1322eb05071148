import { Icon } from '@/components/basic/Icon';
import { withState } from '@/components/basic/with-state';
import { EvidenceText } from '@/components/panel/EvidenceText';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { PanelWords } from '@/lib/words/en/panel';

interface Props {
  view: PanelView;
  words: PanelWords;
  onJudge(): void;
  onHandover(): void;
}

/** An account that is onboarded: when, by what, and in whose words. */
export const Onboarded = withState({ frozen: false }, ({ view, words, onHandover }: Omit<Props, 'onJudge'>, { frozen }, set) => {
  const { judgement } = view;
  return (
    <section class="sec" aria-label={words.onboarded}>
      <div class="what">
        <span class="badge good">
          <Icon name="good" small />
          {words.onboarded}
        </span>
        <b class="grow">{judgement.title}</b>
        <span class="turn">{judgement.target}</span>
      </div>
      <dl class="kv">
        <div>
          <dt>{words.criteria}</dt>
          <dd>
            <Icon name="check" small />
            {judgement.criteria}
          </dd>
        </div>
        <div>
          <dt>{words.confirmed}</dt>
          <dd>
            <Icon name="check" small />
            {judgement.customer}
          </dd>
        </div>
      </dl>
      {judgement.quote && (
        <>
          <blockquote class="quote">{judgement.quote.text}</blockquote>
          <EvidenceText line={{ icon: 'person', parts: [judgement.quote.line] }} />
        </>
      )}
      {frozen && (
        <dl class="kv">
          {judgement.frozen.map((one) => (
            <div key={one.name}>
              <dt>{one.name}</dt>
              <dd>{one.word}</dd>
            </div>
          ))}
        </dl>
      )}
      <div class="acts">
        <button type="button" class="btn" onClick={onHandover}>
          <Icon name="copy" />
          {words.writeHandover}
        </button>
        <button type="button" class="btn quiet" aria-expanded={frozen} onClick={() => set({ frozen: !frozen })}>
          {words.frozen}
        </button>
      </div>
    </section>
  );
});

/** Criteria while onboarding runs. Unknown is told as unknown, with what is missing. */
export function Criteria({ view, words, onJudge }: Omit<Props, 'onHandover'>) {
  const icons = { met: 'good', unmet: 'blocked', unknown: 'unknown' } as const;
  return (
    <section class="sec" aria-label={words.criteria}>
      <h3 class="sec-h">
        {words.criteria}
        <span class="n num">{view.judgement.criteria}</span>
      </h3>
      <ul class="criteria">
        {view.criteria.map((one) => (
          <li key={one.id} class={`criterion ${one.state}`}>
            <Icon name={icons[one.state]} />
            <span class="t">{one.name}</span>
            <span class={one.state === 'unknown' ? 'badge unknown' : 'word'}>{one.word}</span>
            <EvidenceText line={one.line} />
          </li>
        ))}
        <li class={`criterion ${view.judgement.customerState === 'confirmed' ? 'met' : 'unknown'}`}>
          <Icon name={view.judgement.customerState === 'confirmed' ? 'good' : 'quote'} />
          <span class="t">{words.confirmed}</span>
          <span class="word">{view.judgement.customer}</span>
        </li>
      </ul>
      {view.judgement.ready && (
        <div class="ready">
          <p>{words.ready}</p>
          <button type="button" class="btn" onClick={onJudge}>
            <Icon name="good" />
            {words.judge}
          </button>
        </div>
      )}
    </section>
  );
}
