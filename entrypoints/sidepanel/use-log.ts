import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { touchpointOf } from '@/components/log/log-body';
import {
  carryDetails,
  emptyFields,
  fieldsFrom,
  fieldsOf,
  isDone,
  isWritten,
  joinedFields,
  type LogFields,
} from '@/components/log/log-fields';
import { type EntryBody, LONGEST_NOTE } from '@/lib/core/account/entry';
import { messageOf } from '@/lib/core/message-of';
import { noteReader } from '@/lib/core/note/note-reader';
import type { Note } from '@/lib/core/note/parse-note';
import type { PanelView } from '@/lib/core/view/panel-view';
import { ask } from '@/lib/messages/ask';
import type { ExtensionNews } from '@/lib/messages/extension-messages';
import { hear } from '@/lib/messages/hear';
import type { LogChoices, Picked, StoredDraft } from '@/lib/messages/log-messages';
import { DISK_FULL } from '@/lib/messages/message';
import type { LogWords } from '@/lib/words/en/log';
import { tell } from '@/lib/words/tell';
import { DraftKeeper, type DraftState } from './draft';
import { firstLine, focusField, minutesOf, requestsIn } from './note-form';

/** Word on what was done, with the way back: entries to take back, and what was in the form. */
export interface LogNotice {
  text: string;
  undo: string[];
  fields: LogFields | null;
}

/**
 * What is being written about one account: the form, its draft, logging, changing what was logged, and undo.
 * @param picks grows when text was picked on a page
 */
export function useLog(view: PanelView, words: LogWords, choices: LogChoices | null, picks: number) {
  const { account } = view;
  const [fields, setFields] = useState<LogFields | null>(null);
  const [draft, setDraft] = useState<DraftState>('clean');
  const [notice, setNotice] = useState<LogNotice | null>(null);
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const joinOther = useRef<(stored: StoredDraft['draft']) => void>(() => undefined);
  const keeper = useMemo(() => new DraftKeeper(account, { onState: setDraft, onOther: (stored) => joinOther.current(stored) }), [account]);
  const reader = useMemo(() => noteReader(), []);
  const alive = useRef(true);
  useEffect(() => () => void (alive.current = false), []);
  const empty = (): LogFields => emptyFields(choices?.play ?? '', minutesOf(choices?.plays ?? [], choices?.play ?? ''), view.today);
  useEffect(() => {
    if (!choices || fields) return;
    void keeper.load().then((stored) => {
      if (!alive.current) return;
      setFields(stored ? fieldsFrom(stored.fields, empty()) : empty());
      if (stored) setDraft('saved');
    });
  }, [choices]);
  // Two windows see one draft: what another has stored or logged shows here, unless something is being typed.
  useEffect(
    () =>
      hear<ExtensionNews>((news) => {
        if (news.news !== 'draft' || news.account !== account || news.writer === keeper.writer || keeper.isDirty) return;
        void keeper.load().then((stored) => {
          if (!alive.current || keeper.isDirty) return;
          setFields(stored ? fieldsFrom(stored.fields, empty()) : empty());
          setDraft(stored ? 'saved' : 'clean');
        });
      }),
    [keeper, choices],
  );
  // Writing can begin as soon as there is a field.
  useEffect(() => {
    if (fields) focusField();
  }, [fields === null]);
  // Text picked on this account's page comes into its note; text of no account waits until it is asked for.
  useEffect(() => {
    if (!fields) return;
    void ask('picked.take', { account, other: false }).then((picked) => {
      if (picked && alive.current) addPicked(picked);
      else void ask('picked.look', {}).then((other) => alive.current && setWaiting(other?.account === null));
    });
  }, [fields === null, picks]);

  const say = (text: string, undo: string[] = [], before: LogFields | null = null) => setNotice({ text, undo, fields: before });
  const read = (text: string): Note => reader(text, view.today, { causes: view.causes, plays: choices?.plays ?? [] });
  const now = fields ?? empty();
  const note = read(now.notes);
  const put = (next: LogFields) => {
    setFields(next);
    keeper.keep({ ...next });
  };
  joinOther.current = (stored) => {
    // Both windows were typed in: what stands in either stands in both afterwards.
    const theirs = stored && fieldsFrom(stored.fields, empty());
    put(!theirs || now.notes.includes(theirs.notes) ? now : joinedFields(theirs, now));
  };
  const change = (part: Partial<LogFields>) => {
    const next = { ...now, ...part };
    // What the first line names is chosen, and seen to be; a choice by hand stands until that line is written anew.
    if (part.notes !== undefined && firstLine(part.notes) !== firstLine(now.notes)) {
      const { play, day } = read(part.notes);
      if (day) next.day = day;
      if (play !== null && play !== next.play) {
        const minutes = minutesOf(choices?.plays ?? [], play);
        Object.assign(next, { play, agendaDone: [], minutes: minutes ? String(minutes) : '' });
      }
    }
    if (part.notes !== undefined && Object.keys(now.asked).length > 0)
      next.asked = carryDetails(next.asked, requestsIn(note), requestsIn(read(part.notes)));
    put(next);
  };
  function addPicked({ text, page }: Picked) {
    setWaiting(false);
    const said = text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => `"${line.replaceAll('"', "'")}"`)
      .join('\n');
    setFields((before) => {
      if (!before) return before;
      const next = { ...before, notes: [before.notes.trimEnd(), said, page].filter(Boolean).join('\n') };
      keeper.keep({ ...next });
      return next;
    });
    say(words.picked);
    focusField();
  }
  const takePicked = async () => {
    const picked = await ask('picked.take', { account, other: true });
    if (picked) addPicked(picked);
  };
  /** The form as it was before a touchpoint was changed in it. */
  const unparked = () => (Object.keys(now.parked).length > 0 ? fieldsFrom(now.parked, empty()) : empty());
  const putBack = async () => {
    const before = unparked();
    if (isWritten(before)) return put(before);
    setFields(before);
    setDraft('clean');
    await keeper.drop();
  };
  const edit = async (id: string) => {
    const body = await ask('touchpoint.get', { account, id });
    setNotice(null);
    put(fieldsOf(id, body, read(body.notes ?? ''), empty(), now.editing ? unparked() : now));
    focusField()?.scrollIntoView({ block: 'center' });
  };
  const touchpoint = () => touchpointOf(now, note) as EntryBody<'touchpoint'>;
  const amend = async (id: string) => {
    const done = await ask('touchpoint.amend', { account, id, touchpoint: touchpoint() });
    if (!alive.current) return;
    say(words.changed, done.written);
    await putBack();
  };
  const logNew = async () => {
    const agenda = choices?.plays.find((one) => one.id === now.play)?.agenda ?? [];
    const ticks = agenda.filter((point) => isDone(point, now.agendaDone)).flatMap((point) => point.ticks);
    const done = await ask('touchpoint.log', { account, touchpoint: touchpoint(), ticks: [...new Set(ticks)], draft: keeper.done() });
    if (!alive.current) return;
    await keeper.load();
    say(words.logged, done.written, now);
    setFields(empty());
    setDraft('clean');
  };
  const log = async () => {
    // Nothing is cut: what does not fit stays in the draft until a person shortens it.
    if (now.notes.length > LONGEST_NOTE) {
      const long = tell(words.tooLong, { n: now.notes.length.toLocaleString(), most: LONGEST_NOTE.toLocaleString() });
      return say(`${long} ${words.kept}`);
    }
    setBusy(true);
    await keeper.settle();
    try {
      await (now.editing ? amend(now.editing) : logNew());
    } catch (error) {
      keeper.keep({ ...now });
      const why = messageOf(error) === DISK_FULL ? words.diskFull : messageOf(error);
      say(`${words.failed}: ${why} ${words.kept}`);
    }
    setBusy(false);
  };
  const undo = async () => {
    if (!notice) return;
    if (notice.undo.length > 0) await ask('entry.retract', { account, ids: notice.undo });
    // What was written comes back into the form, and nothing that was written since is lost over it.
    if (notice.fields) put(joinedFields(notice.fields, now));
    setNotice(null);
  };
  const clear = async () => {
    await keeper.settle();
    if (now.editing) return putBack();
    await keeper.drop();
    if (isWritten(now)) say(words.drop, [], now);
    setFields(empty());
    setDraft('clean');
  };
  return { fields, note, draft, notice, busy, waiting, say, change, takePicked, edit, log, undo, clear };
}
