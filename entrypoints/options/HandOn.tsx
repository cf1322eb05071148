import { useState } from 'preact/hooks';
import { Errors } from '@/components/basic/Errors';
import { chooseText, saveText } from '@/components/basic/files';
import { parseAccountKey } from '@/lib/core/account/account-key';
import { orderEntries } from '@/lib/core/account/order-entries';
import { resolveAmendments } from '@/lib/core/account/resolve-amendments';
import type { Lang } from '@/lib/core/text';
import { everythingFile } from '@/lib/deliver/everything-file';
import { noteTables } from '@/lib/deliver/note-tables';
import { checkBackup, partsOf } from '@/lib/formats/backup-file';
import { readJson } from '@/lib/formats/read-json';
import { ask } from '@/lib/messages/ask';
import { wholeStore } from '@/lib/messages/whole-store';
import type { SettingsWords } from '@/lib/words/en/settings';
import { keepingWords } from '@/lib/words/keeping-words';
import { tell } from '@/lib/words/tell';
import { BackupLine } from './BackupLine';
import type { Notice } from './notice';

/** What leaves Kido and comes back: backup and restore of everything, and tables for spreadsheets. */
export function HandOn({ words, lang, version, say }: { words: SettingsWords; lang: Lang; version: number; say(notice: Notice): void }) {
  const [errors, setErrors] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(0);
  const keeping = keepingWords(lang);
  const day = () => new Date().toISOString().slice(0, 10);
  const work = async (run: () => Promise<void>) => {
    setBusy(true);
    setDone(0);
    setErrors([]);
    await run().catch((error: Error) => setErrors([error.message]));
    setBusy(false);
  };
  const readAll = () => wholeStore(setDone);
  const backup = () =>
    work(async () => {
      saveText(`kido-${day()}.json`, JSON.stringify(await readAll()));
      await ask('backup.done', {});
    });
  const restore = () =>
    work(async () => {
      const text = await chooseText();
      if (text === null) return;
      const parsed = readJson(text);
      if (parsed.error !== null) return setErrors([parsed.error]);
      // All of it is checked before the first part is written.
      const checked = checkBackup(parsed.data, Date.now());
      const parts = [...partsOf(checked.backup)];
      let [added, known, erased, elsewhere] = [0, 0, 0, 0];
      for (const [at, data] of parts.entries()) {
        const done = await ask('data.restore', { data, isLast: at === parts.length - 1 });
        if (done.problem !== null) return setErrors([done.problem]);
        added += done.added;
        known += done.known;
        erased += done.erased;
        elsewhere += done.erasedElsewhere.accounts.length;
        setDone(added + known);
      }
      const more = [
        ...(checked.ahead + erased > 0 ? [tell(keeping.restoredMore, { ahead: checked.ahead, erased })] : []),
        ...(elsewhere > 0 ? [tell(keeping.restoredErased, { n: elsewhere })] : []),
        ...checked.wrongPlaybooks,
      ];
      say({ text: [tell(words.restored, { n: added, known }, words.lang), ...more].join(' ') });
    });
  const known = async () => {
    const { entries, accounts } = await readAll();
    const names = new Map(accounts.map((row) => [row.key, row.name ?? '']));
    const accountOf = (key: string) => ({ id: parseAccountKey(key)?.id ?? key, name: names.get(key) ?? '' });
    return { entries, accountOf };
  };
  const everything = () =>
    work(async () => {
      const { entries, accountOf } = await known();
      saveText(`kido-everything-${day()}.json`, everythingFile(entries, accountOf, Date.now()));
    });
  const tables = () =>
    work(async () => {
      const [{ entries, accountOf }, playbooks] = await Promise.all([known(), ask('playbook.list', {})]);
      const playbook = playbooks.find((one) => one.used)?.playbook;
      if (!playbook) return;
      const files = noteTables(resolveAmendments(orderEntries(entries)).entries, accountOf, playbook, lang);
      for (const [name, text] of Object.entries(files)) saveText(`kido-${name}-${day()}.csv`, text, 'text/csv');
    });
  return (
    <section aria-label={words.data}>
      <h2>{words.data}</h2>
      <p class="lead">{words.dataHint}</p>
      <div class="box-card">
        <div class="rowline">
          <button type="button" class="btn" disabled={busy} onClick={() => void backup()}>
            {words.backup}
          </button>
          <button type="button" class="btn" disabled={busy} onClick={() => void restore()}>
            {words.restore}
          </button>
          <button type="button" class="btn" disabled={busy} onClick={() => void tables()}>
            {words.tables}
          </button>
          <button type="button" class="btn" disabled={busy} onClick={() => void everything()}>
            {words.everything}
          </button>
          <a class="btn" href="/requests.html" target="_blank" rel="noreferrer">
            {words.requestsPage}
          </a>
          {busy && (
            <span class="sub" role="status">
              {words.working} {done > 0 && done.toLocaleString(lang)}
            </span>
          )}
        </div>
        <BackupLine lang={lang} version={version} say={say} />
        {errors.length > 0 && (
          <div class="form-box">
            <Errors errors={errors} words={words} />
          </div>
        )}
      </div>
    </section>
  );
}
