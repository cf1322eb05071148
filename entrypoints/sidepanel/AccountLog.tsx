import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type AskedFact, Facts } from '@/components/Facts';
import { saveText } from '@/components/files';
import { Icon } from '@/components/Icon';
import { LogForm, type PlayChoice } from '@/components/LogForm';
import { emptyFields, fieldsFrom, isWritten, type LogFields, touchpointOf } from '@/components/log-fields';
import type { SideWords } from '@/components/side-words';
import { Timeline } from '@/components/Timeline';
import type { EntryBody } from '@/lib/core/account/entry';
import { parseNote, rewriteMark } from '@/lib/core/note/parse-note';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { TimelineRow } from '@/lib/core/view/timeline';
import { calendarFile } from '@/lib/deliver/calendar-file';
import { ask } from '@/lib/messages/ask';
import type { LogChoices } from '@/lib/messages/extension-requests';
import { DraftKeeper, type DraftState } from './draft';

/** Form and history of one account; made anew for each, so that nothing of one can appear under another. */
export function AccountLog({ view, words, changes }: { view: PanelView; words: SideWords; changes: number }) {
  const { account } = view;
  const [choices, setChoices] = useState<LogChoices | null>(null);
  const [fields, setFields] = useState<LogFields | null>(null);
  const [rows, setRows] = useState<TimelineRow[]>([]);
  const [draft, setDraft] = useState<DraftState>('clean');
  const [notice, setNotice] = useState<{ text: string; undo: string[]; fields: LogFields | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const keeper = useMemo(() => new DraftKeeper(account, setDraft), [account]);
  const alive = useRef(true);
  useEffect(() => () => void (alive.current = false), []);
  useEffect(() => {
    void ask('timeline.get', { account }).then((list) => alive.current && setRows(list));
    void ask('log.choices', { account }).then((made) => alive.current && setChoices(made));
  }, [account, changes]);
  const empty = (made: LogChoices) => emptyFields(made.play, minutesOf(made.plays, made.play), view.today);
  useEffect(() => {
    if (!choices || fields) return;
    void ask('draft.get', { account }).then((stored) => {
      if (!alive.current) return;
      setFields(stored ? fieldsFrom(stored.fields, empty(choices)) : empty(choices));
      if (stored) setDraft('saved');
      document.querySelector<HTMLElement>('[data-focus=log]')?.focus();
    });
  }, [choices]);
  if (!choices || !fields) return <p class="sec none">{words.loading}</p>;

  const note = parseNote(fields.notes, view.today);
  const change = (part: Partial<LogFields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    keeper.keep(next as unknown as Record<string, unknown>);
  };
  const log = async () => {
    setBusy(true);
    await keeper.settle();
    try {
      const done = await ask('touchpoint.log', { account, touchpoint: touchpointOf(fields, note) as EntryBody<'touchpoint'> });
      if (!alive.current) return;
      setNotice({ text: words.logged, undo: done.written, fields });
      setFields(empty(choices));
      setDraft('clean');
    } catch (error) {
      keeper.keep(fields as unknown as Record<string, unknown>);
      setNotice({ text: `${words.failed}: ${error instanceof Error ? error.message : ''} ${words.kept}`, undo: [], fields: null });
    }
    setBusy(false);
  };
  const undo = async () => {
    if (!notice) return;
    await ask('entry.retract', { account, ids: notice.undo });
    // What was written comes back into the form: undo must not cost the text.
    if (notice.fields) change(notice.fields);
    setNotice(null);
  };
  const clear = async () => {
    await keeper.settle();
    await ask('draft.drop', { account });
    if (isWritten(fields)) setNotice({ text: words.drop, undo: [], fields });
    setFields(empty(choices));
    setDraft('clean');
  };
  const noteFact = (metric: string, text: string) => {
    const fact = choices.facts.find((one) => one.metric === metric);
    const value = text.trim() === '' ? null : fact?.type === 'number' ? Number(text) : text.trim();
    void ask('fact.note', { account, metric, value }).then((done) => setNotice({ text: words.logged, undo: done.written, fields: null }));
  };
  const saveCalendar = async (id: string) => {
    const event = await ask('calendar.event', { account, id });
    saveText(`${event.day} ${event.title}.ics`.replace(/[^\p{L}\p{N} ._-]+/gu, ''), calendarFile(event, Date.now()), 'text/calendar');
  };
  const copyRecap = async (id: string) => {
    const { markdown, html } = await ask('touchpoint.recap', { account, id });
    const piece = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
    await navigator.clipboard.write([new ClipboardItem({ ...piece('text/plain', markdown), ...piece('text/html', html) })]);
    setNotice({ text: words.recapCopied, undo: [], fields: null });
  };
  return (
    <>
      <main>
        <LogForm
          view={view}
          words={words}
          fields={fields}
          plays={choices.plays}
          busy={busy}
          note={note}
          agreed={choices.facts.find((fact) => fact.metric === 'shortTermSuccess')?.value ?? ''}
          onMark={(mark, part) => change({ notes: rewriteMark(fields.notes, mark, part, words.ownerSigns) })}
          onChange={change}
          onSubmit={() => void log()}
          onClear={() => void clear()}
        />
        <Facts facts={choices.facts as AskedFact[]} words={words} onNote={noteFact} />
        <Timeline
          rows={rows}
          words={words}
          onRecap={(id) => void copyRecap(id)}
          onMail={(id) => void ask('touchpoint.recap', { account, id }).then(({ mail }) => window.open(mail))}
          onCalendar={(id) => void saveCalendar(id)}
          onTakeBack={(id) =>
            void ask('entry.retract', { account, ids: [id] }).then((done) =>
              setNotice({ text: words.takeBack, undo: done.written, fields: null }),
            )
          }
        />
      </main>
      {notice && (
        <div class="notice" role="status">
          <span class="grow">{notice.text}</span>
          {(notice.undo.length > 0 || notice.fields) && (
            <button type="button" class="link" onClick={() => void undo()}>
              {words.undo}
            </button>
          )}
        </div>
      )}
      <footer class="foot">
        <Icon name="clock" small />
        <span class="num cut grow">{view.freshness}</span>
        <span role="status">
          {draft === 'saved' ? words.draftSaved : draft === 'saving' ? words.saving : draft === 'failed' ? words.draftFailed : ''}
        </span>
      </footer>
    </>
  );
}

function minutesOf(plays: PlayChoice[], play: string): number | null {
  return plays.find((one) => one.id === play)?.minutes ?? null;
}
