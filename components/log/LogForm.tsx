import type { NoteCompletion } from '@/lib/core/note/complete-note';
import type { Mark, Note } from '@/lib/core/note/parse-note';
import type { MarkChange } from '@/lib/core/note/rewrite-mark';
import type { PlayChoice } from '@/lib/core/view/log-choices';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { LogWords } from '@/lib/words/en/log';
import { LogDetails } from './LogDetails';
import { isDone, isWritten, type LogFields, noDetails } from './log-fields';
import { NoteField } from './NoteField';

interface Props {
  view: PanelView;
  words: LogWords;
  fields: LogFields;
  plays: PlayChoice[];
  busy: boolean;
  /** What the note's text says. */
  note: Note;
  /** The short-term success that was agreed, if it is known. */
  agreed: string;
  complete(text: string, caret: number): NoteCompletion | null;
  put(text: string, completion: NoteCompletion, option: string): { text: string; caret: number };
  onMark(mark: Mark, change: MarkChange): void;
  onChange(change: Partial<LogFields>): void;
  onSubmit(): void;
  onClear(): void;
}

/** Logs a touchpoint: the note first, everything else optional and one key away. */
export function LogForm(props: Props) {
  const { view, words, fields, plays, busy, note, agreed, onMark, onChange, onSubmit, onClear } = props;
  const written = isWritten(fields);
  const play = plays.find((one) => one.id === fields.play);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  const key = (event: KeyboardEvent) => {
    // Enter that an input method uses to take a word must not log anything.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) submit(event);
  };
  const choose = (id: string) => {
    const next = plays.find((one) => one.id === id);
    onChange({ play: id, agendaDone: [], minutes: next?.minutes ? String(next.minutes) : fields.minutes });
  };
  return (
    <form class={`sec log-form ${fields.editing ? 'is-editing' : ''}`} aria-label={words.log} onSubmit={submit} onKeyDown={key}>
      {fields.editing && (
        <p class="editing" role="status">
          {words.changing}
        </p>
      )}
      <div class="row">
        <label class="grow">
          <span>{words.logFor}</span>
          <select class="text" value={fields.play} onChange={(event) => choose(event.currentTarget.value)}>
            {plays.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
            <option value="">{words.other}</option>
          </select>
        </label>
        <label class="w-day">
          <span>{words.when}</span>
          <input
            class="text"
            type="date"
            required
            max={view.today}
            value={fields.day}
            onInput={(event) => onChange({ day: event.currentTarget.value })}
          />
        </label>
      </div>
      <NoteField
        text={fields.notes}
        note={note}
        owners={view.owners}
        causes={view.causes}
        words={words}
        busy={busy}
        submit={fields.editing ? words.saveChange : words.submit}
        complete={props.complete}
        put={props.put}
        asked={fields.asked}
        onAsked={(text, part) => onChange({ asked: { ...fields.asked, [text]: { ...noDetails, ...fields.asked[text], ...part } } })}
        onText={(notes) => onChange({ notes })}
        onMark={onMark}
      />
      {agreed && play?.isCompletion && (
        <p class="agreed">
          <b>{words.agreed}</b> {agreed}
        </p>
      )}
      {play && play.agenda.length > 0 && (
        <fieldset class="agenda-box">
          <legend>
            {words.agenda}{' '}
            <span class="n num">
              {fields.agendaDone.length} / {play.agenda.length}
            </span>
          </legend>
          {play.agenda.map(({ id, text, ticks }) => (
            <label key={id} class="tick">
              <input
                type="checkbox"
                checked={isDone({ id, text }, fields.agendaDone)}
                onChange={(event) =>
                  onChange({
                    agendaDone: event.currentTarget.checked
                      ? [...fields.agendaDone, id]
                      : fields.agendaDone.filter((one) => one !== id && one !== text),
                  })
                }
              />
              <span>
                {text}
                {ticks.length > 0 && <small class="sub"> {words.ticksItem}</small>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {play?.isCompletion && (
        <fieldset class="agenda-box">
          <legend>{words.verdict}</legend>
          <label class="tick">
            <input type="checkbox" checked={fields.confirmed} onChange={(event) => onChange({ confirmed: event.currentTarget.checked })} />
            <span>{words.verdictConfirmed}</span>
          </label>
          <div class="row">
            <label class="grow">
              <span>{words.quote}</span>
              <input class="text" value={fields.quote} onInput={(event) => onChange({ quote: event.currentTarget.value })} />
            </label>
            <label class="grow">
              <span>{words.quoteWho}</span>
              <input class="text" value={fields.quoteWho} onInput={(event) => onChange({ quoteWho: event.currentTarget.value })} />
            </label>
          </div>
        </fieldset>
      )}
      <LogDetails view={view} words={words} fields={fields} onChange={onChange} />
      {(written || fields.editing) && (
        <div class="acts">
          <button type="button" class="btn quiet" onClick={onClear}>
            {fields.editing ? words.leaveChange : words.drop}
          </button>
        </div>
      )}
    </form>
  );
}
