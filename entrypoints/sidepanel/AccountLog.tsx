import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type AskedFact, Facts } from '@/components/Facts';
import { saveText } from '@/components/files';
import { Icon } from '@/components/Icon';
import { LogForm, type PlayChoice } from '@/components/LogForm';
import { carryDetails, emptyFields, fieldsFrom, fieldsOf, isWritten, type LogFields, touchpointOf } from '@/components/log-fields';
import type { SideWords } from '@/components/side-words';
import { Timeline } from '@/components/Timeline';
import { type EntryBody, LONGEST_NOTE } from '@/lib/core/account/entry';
import { messageOf } from '@/lib/core/message-of';
import { completed, completeNote } from '@/lib/core/note/complete-note';
import { type Note, parseNote, rewriteMark } from '@/lib/core/note/parse-note';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { TimelineRow } from '@/lib/core/view/timeline';
import { calendarFile } from '@/lib/deliver/calendar-file';
import { ask } from '@/lib/messages/ask';
import type { LogChoices, Picked } from '@/lib/messages/extension-requests';
import { DISK_FULL } from '@/lib/messages/page-requests';
import { DraftKeeper, type DraftState } from './draft';

/** Form and history of one account; made anew for each, so that nothing of one can appear under another. */
export function AccountLog({ view, words, changes, picks }: { view: PanelView; words: SideWords; changes: number; picks: number }) {
  const { account } = view;
  const [choices, setChoices] = useState<LogChoices | null>(null);
  const [fields, setFields] = useState<LogFields | null>(null);
  const [rows, setRows] = useState<TimelineRow[]>([]);
  const [draft, setDraft] = useState<DraftState>('clean');
  const [notice, setNotice] = useState<{ text: string; undo: string[]; fields: LogFields | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState(false);
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
    });
  }, [choices]);
  // Writing can begin as soon as there is a field.
  useEffect(() => {
    if (fields) document.querySelector<HTMLElement>('[data-focus=log]')?.focus();
  }, [fields === null]);
  // Text picked on this account's page comes into its note; text of no account waits until it is asked for.
  useEffect(() => {
    if (!fields) return;
    void ask('picked.take', { account, other: false }).then((picked) => {
      if (picked && alive.current) addPicked(picked);
      else void ask('picked.look', {}).then((waiting) => alive.current && setWaiting(waiting?.account === null));
    });
  }, [fields === null, picks]);
  if (!choices || !fields) return <p class="sec none">{words.loading}</p>;

  const read = (text: string): Note => parseNote(text, view.today, { causes: view.causes, plays: choices.plays });
  const note = read(fields.notes);
  const change = (part: Partial<LogFields>) => {
    const next = { ...fields, ...part };
    // What the first line names is chosen, and seen to be; a choice by hand stands until that line is written anew.
    if (part.notes !== undefined && firstLine(part.notes) !== firstLine(fields.notes)) {
      const { play, day } = read(part.notes);
      if (day) next.day = day;
      if (play !== null && play !== next.play) {
        const minutes = minutesOf(choices.plays, play);
        Object.assign(next, { play, agendaDone: [], minutes: minutes ? String(minutes) : '' });
      }
    }
    if (part.notes !== undefined && Object.keys(fields.asked).length > 0)
      next.asked = carryDetails(next.asked, requestsIn(note), requestsIn(read(part.notes)));
    setFields(next);
    keeper.keep(next as unknown as Record<string, unknown>);
  };
  function addPicked({ text, page }: Picked) {
    setWaiting(false);
    setFields((now) => {
      if (!now) return now;
      const said = text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .map((line) => `"${line.replaceAll('"', "'")}"`)
        .join('\n');
      const notes = [now.notes.trimEnd(), said, page].filter(Boolean).join('\n');
      const next = { ...now, notes };
      keeper.keep(next as unknown as Record<string, unknown>);
      return next;
    });
    setNotice({ text: words.picked, undo: [], fields: null });
    document.querySelector<HTMLElement>('[data-focus=log]')?.focus();
  }
  /** The form as it was before a touchpoint was changed in it. */
  const unparked = () => (Object.keys(fields.parked).length > 0 ? fieldsFrom(fields.parked, empty(choices)) : empty(choices));
  const putBack = async () => {
    const before = unparked();
    setFields(before);
    setDraft('clean');
    if (isWritten(before)) keeper.keep(before as unknown as Record<string, unknown>);
    else await ask('draft.drop', { account });
  };
  const edit = async (id: string) => {
    const body = await ask('touchpoint.get', { account, id });
    const parked = fields.editing ? unparked() : fields;
    const next = fieldsOf(id, body, read(body.notes ?? ''), empty(choices), parked);
    setNotice(null);
    setFields(next);
    keeper.keep(next as unknown as Record<string, unknown>);
    const field = document.querySelector<HTMLElement>('[data-focus=log]');
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  };
  const amend = async (id: string) => {
    const done = await ask('touchpoint.amend', { account, id, touchpoint: touchpointOf(fields, note) as EntryBody<'touchpoint'> });
    if (!alive.current) return;
    setNotice({ text: words.changed, undo: done.written, fields: null });
    await putBack();
  };
  const log = async () => {
    // Nothing is cut: what does not fit stays in the draft until a person shortens it.
    if (fields.notes.length > LONGEST_NOTE) {
      const long = words.tooLong.replace('{n}', fields.notes.length.toLocaleString()).replace('{most}', LONGEST_NOTE.toLocaleString());
      return setNotice({ text: `${long} ${words.kept}`, undo: [], fields: null });
    }
    setBusy(true);
    await keeper.settle();
    try {
      if (fields.editing) {
        await amend(fields.editing);
        return setBusy(false);
      }
      const agenda = choices.plays.find((one) => one.id === fields.play)?.agenda ?? [];
      const ticks = agenda.filter((point) => fields.agendaDone.includes(point.text)).flatMap((point) => point.ticks);
      const touchpoint = touchpointOf(fields, note) as EntryBody<'touchpoint'>;
      const done = await ask('touchpoint.log', { account, touchpoint, ticks: [...new Set(ticks)] });
      if (!alive.current) return;
      setNotice({ text: words.logged, undo: done.written, fields });
      setFields(empty(choices));
      setDraft('clean');
    } catch (error) {
      keeper.keep(fields as unknown as Record<string, unknown>);
      const why = messageOf(error) === DISK_FULL ? words.diskFull : messageOf(error);
      setNotice({ text: `${words.failed}: ${why} ${words.kept}`, undo: [], fields: null });
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
    if (fields.editing) return putBack();
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
        {waiting && (
          <p class="sec editing">
            {words.pickedOther}{' '}
            <button
              type="button"
              class="link"
              onClick={() => void ask('picked.take', { account, other: true }).then((picked) => picked && addPicked(picked))}
            >
              {words.addPicked}
            </button>
          </p>
        )}
        <LogForm
          view={view}
          words={words}
          fields={fields}
          plays={choices.plays}
          busy={busy}
          note={note}
          agreed={choices.facts.find((fact) => fact.metric === 'shortTermSuccess')?.value ?? ''}
          complete={(text, caret) => completeNote(text, caret, choices.sources, Object.values(words.ownerSigns))}
          put={completed}
          onMark={(mark, part) => change({ notes: rewriteMark(fields.notes, mark, part, words.ownerSigns, view.causes) })}
          onChange={change}
          onSubmit={() => void log()}
          onClear={() => void clear()}
        />
        <Facts facts={choices.facts as AskedFact[]} words={words} onNote={noteFact} />
        <Timeline
          rows={rows}
          words={words}
          onEdit={(id) => void edit(id)}
          onBringBack={(id) =>
            void ask('entry.retract', { account, ids: [id] }).then((done) =>
              setNotice({ text: words.bringBack, undo: done.written, fields: null }),
            )
          }
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

const firstLine = (text: string) => text.split('\n', 1)[0];

/** Words of the requests that stand in a note. */
function requestsIn(note: Note): string[] {
  return note.marks.filter((mark) => mark.kind === 'request').map((mark) => mark.text);
}

function minutesOf(plays: PlayChoice[], play: string): number | null {
  return plays.find((one) => one.id === play)?.minutes ?? null;
}
