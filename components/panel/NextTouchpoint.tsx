import { useState } from 'preact/hooks';
import { Icon } from '@/components/basic/Icon';
import type { Words } from '@/components/words';
import type { PanelView } from '@/lib/core/view/panel-view';

interface Props {
  view: PanelView;
  words: Words;
  onPlan(play: string, day: string): void;
  onCopy(text: string): void;
  onLog(): void;
}

const REASONS = 2;
const POINTS = 4;

/** What to do next: name, due day, reasons, agenda, and one primary button. */
export function NextTouchpoint({ view, words, onPlan, onCopy, onLog }: Props) {
  const [planning, setPlanning] = useState(false);
  const [all, setAll] = useState(false);
  const { next } = view;
  if (!next) return null;
  const reasons = all ? next.reasons : next.reasons.slice(0, REASONS);
  const agenda = all ? next.agenda : next.agenda.slice(0, POINTS);
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
        <button type="button" class="link more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.less : words.moreSignals.replace('{n}', String(hidden))}
        </button>
      )}
      {planning ? (
        <PlanForm
          words={words}
          day={next.planned?.day ?? next.suggestedDay}
          onCancel={() => setPlanning(false)}
          onPlan={(day) => (setPlanning(false), onPlan(next.play, day))}
        />
      ) : (
        <div class="acts">
          {next.isMeeting && (
            <button type="button" class="btn primary" onClick={() => (next.planned ? onLog() : setPlanning(true))}>
              <Icon name={next.planned ? 'meeting' : 'cal'} />
              {next.planned ? words.log : words.plan}
            </button>
          )}
          {next.planned && (
            <button type="button" class="btn" onClick={() => setPlanning(true)}>
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
}

function PlanForm({ words, day, onPlan, onCancel }: { words: Words; day: string; onPlan(day: string): void; onCancel(): void }) {
  const [value, setValue] = useState(day);
  const submit = (event: Event) => {
    event.preventDefault();
    if (value) onPlan(value);
  };
  return (
    <form class="acts" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && (event.stopPropagation(), onCancel())}>
      <label class="inline">
        <span class="sr">{words.planFor}</span>
        <input class="text" type="date" required value={value} autofocus onInput={(event) => setValue(event.currentTarget.value)} />
      </label>
      <button type="submit" class="btn primary">
        {words.confirm}
      </button>
      <button type="button" class="btn quiet" onClick={onCancel}>
        {words.cancel}
      </button>
    </form>
  );
}
