import { Icon } from '@/components/basic/Icon';
import { withState } from '@/components/basic/with-state';
import type { FormAsked } from '@/lib/core/view/form-asked';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { PanelWords } from '@/lib/words/en/panel';
import { tell } from '@/lib/words/tell';
import { FormFrame, type OpenForm } from './FormFrame';

interface Props {
  view: PanelView;
  words: PanelWords;
  form: OpenForm | null;
  onForm(asked: FormAsked | null): void;
  onFrame(frame: HTMLIFrameElement): void;
  onCopy(text: string): void;
  onLog(): void;
}

const REASONS = 2;
const POINTS = 4;

/** What to do next: name, due day, reasons, agenda, and one primary button. */
export const NextTouchpoint = withState({ all: false }, ({ view, words, form, onForm, onFrame, onCopy, onLog }: Props, { all }, set) => {
  const { next } = view;
  if (!next) return null;
  const reasons = all ? next.reasons : next.reasons.slice(0, REASONS);
  const agenda = all ? next.agenda : next.agenda.slice(0, POINTS);
  const plan = () => onForm({ kind: 'plan', play: next.play, day: next.planned?.day ?? next.suggestedDay });
  const hidden = next.reasons.length - reasons.length + next.agenda.length - agenda.length;
  return (
    <section class="sec next" aria-label={words.next}>
      <h3 class="sec-h">{words.next}</h3>
      <div class="next-t">
        <b>{next.name}</b>
        <span class={next.due.late ? 'due late' : 'due'}>
          {next.due.lead} <strong>{next.due.strong}</strong>
          {next.due.rest && ` · ${next.due.rest}`}
        </span>
      </div>
      <ul class="why">
        {reasons.map((reason) => (
          <li key={reason}>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
      {agenda.length > 0 && <p class="agenda-h">{next.agendaTitle}</p>}
      <ol class="agenda">
        {agenda.map((point) => (
          <li key={point}>
            <span>{point}</span>
          </li>
        ))}
      </ol>
      {(hidden > 0 || all) && (
        <button type="button" class="link more" aria-expanded={all} onClick={() => set({ all: !all })}>
          {all ? words.less : tell(words.moreSignals, { n: hidden })}
        </button>
      )}
      {form?.asked.kind === 'plan' ? (
        <FormFrame key={form.page} form={form} title={words.planFor} onFrame={onFrame} onLost={() => onForm(null)} />
      ) : (
        <div class="acts">
          {next.isMeeting && (
            <button type="button" class="btn primary" onClick={() => (next.planned ? onLog() : plan())}>
              <Icon name={next.planned ? 'meeting' : 'cal'} />
              {next.planned ? words.log : words.plan}
            </button>
          )}
          {next.planned && (
            <button type="button" class="btn" onClick={plan}>
              {words.move}
            </button>
          )}
          <button type="button" class="btn" onClick={() => onCopy(next.agendaText)}>
            <Icon name="copy" />
            {words.agenda}
          </button>
        </div>
      )}
    </section>
  );
});
