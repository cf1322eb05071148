import { useEffect, useState } from 'preact/hooks';
import { Icon } from '@/components/basic/Icon';
import { EraseBox } from '@/components/log/EraseBox';
import { LogForm } from '@/components/log/LogForm';
import { Timeline } from '@/components/log/Timeline';
import { type AskedFact, Facts } from '@/components/panel/Facts';
import { messageOf } from '@/lib/core/message-of';
import { completed, completeNote } from '@/lib/core/note/complete-note';
import { rewriteMark } from '@/lib/core/note/rewrite-mark';
import type { PanelView } from '@/lib/core/view/panel-view';
import type { TimelineRow } from '@/lib/core/view/timeline-row';
import { ask } from '@/lib/messages/ask';
import type { LogChoices } from '@/lib/messages/log-messages';
import type { LogWords } from '@/lib/words/en/log';
import { keepingWords } from '@/lib/words/keeping-words';
import { tell } from '@/lib/words/tell';
import { copyRecap, mailRecap, saveCalendar } from './hand-on';
import { useLog } from './use-log';

/** Form and history of one account; made anew for each, so that nothing of one can appear under another. */
export function AccountLog({ view, words, changes, picks }: { view: PanelView; words: LogWords; changes: number; picks: number }) {
  const { account } = view;
  const [choices, setChoices] = useState<LogChoices | null>(null);
  const [rows, setRows] = useState<TimelineRow[]>([]);
  useEffect(() => {
    let gone = false;
    void ask('timeline.get', { account }).then((list) => gone || setRows(list));
    void ask('log.choices', { account }).then((made) => gone || setChoices(made));
    return () => {
      gone = true;
    };
  }, [account, changes]);
  const { fields, note, draft, notice, busy, waiting, say, change, takePicked, edit, log, undo, clear } = useLog(
    view,
    words,
    choices,
    picks,
  );
  if (!choices || !fields) return <p class="sec none">{words.loading}</p>;

  const noteFact = async (metric: string, text: string) => {
    const fact = choices.facts.find((one) => one.metric === metric);
    const value = text.trim() === '' ? null : fact?.type === 'number' ? Number(text) : text.trim();
    say(words.logged, (await ask('fact.note', { account, metric, value })).written);
  };
  const retract = async (id: string, done: string) => say(done, (await ask('entry.retract', { account, ids: [id] })).written);
  const keeping = keepingWords(view.lang);
  const erasePerson = async (name: string) => {
    const { entries, toCheck, draft: inDraft } = await ask('account.eraseWords', { account, person: name });
    const parts = [
      entries.length > 0 ? tell(keeping.erasedWords, { n: entries.length }) : tell(keeping.erasedNone, { name }),
      ...(toCheck.length > 0 ? [tell(keeping.toCheck, { n: toCheck.length })] : []),
      ...(inDraft ? [keeping.draftNames] : []),
    ];
    say(parts.join(' '));
  };
  const told = (work: Promise<void>, done?: string) =>
    void work.then(
      () => done !== undefined && say(done),
      (error) => say(`${words.failed}: ${messageOf(error)}`),
    );
  return (
    <>
      <main>
        {waiting && (
          <p class="sec editing">
            {words.pickedOther}{' '}
            <button type="button" class="link" onClick={() => void takePicked()}>
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
          agreed={choices.agreed}
          complete={(text, caret) => completeNote(text, caret, choices.sources, Object.values(words.ownerSigns))}
          put={completed}
          onMark={(mark, part) => change({ notes: rewriteMark(fields.notes, mark, part, words.ownerSigns, view.causes) })}
          onChange={change}
          onSubmit={() => void log()}
          onClear={() => void clear()}
        />
        <Facts facts={choices.facts as AskedFact[]} words={words} onNote={(metric, text) => void noteFact(metric, text)} />
        <Timeline
          rows={rows}
          words={words}
          onEdit={(id) => told(edit(id))}
          onBringBack={(id) => void retract(id, words.bringBack)}
          onRecap={(id) => told(copyRecap(account, id), words.recapCopied)}
          onMail={(id) => told(mailRecap(account, id))}
          onCalendar={(id) => told(saveCalendar(account, id))}
          onTakeBack={(id) => void retract(id, words.takeBack)}
        />
        <EraseBox words={keeping} onAccount={() => void ask('account.erase', { account })} onPerson={(name) => told(erasePerson(name))} />
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
