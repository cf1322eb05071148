import { useEffect, useState } from 'preact/hooks';
import { Errors } from '@/components/basic/Errors';
import { chooseText } from '@/components/basic/files';
import { ConsoleLine } from '@/components/settings/ConsoleLine';
import { newConsole } from '@/components/settings/console-draft';
import { DriftBox } from '@/components/settings/DriftBox';
import { ImportBox } from '@/components/settings/ImportBox';
import { type Forget, RemoveBox } from '@/components/settings/RemoveBox';
import { UnreadList } from '@/components/settings/UnreadList';
import type { Lang } from '@/lib/core/text';
import type { ConsoleDemands } from '@/lib/formats/console-demands';
import type { ConsoleDraft } from '@/lib/formats/console-file';
import type { Locator } from '@/lib/formats/field-schema';
import { readConsoleText } from '@/lib/formats/read-json';
import type { UnreadConsole } from '@/lib/formats/unread-console';
import { ask } from '@/lib/messages/ask';
import type { ConsoleRow } from '@/lib/messages/settings-messages';
import { connectWords } from '@/lib/words/connect-words';
import type { SettingsWords } from '@/lib/words/en/settings';
import { keepingWords } from '@/lib/words/keeping-words';
import { tell } from '@/lib/words/tell';
import { ConsoleEditor } from './ConsoleEditor';
import { allowConsole, withdrawConsole } from './console-access';
import type { Notice } from './notice';
import { Secrets } from './Secrets';
import { Wizard } from './wizard/Wizard';
import { addressesOf, newWizard, storedWizard, type WizardState } from './wizard/wizard-state';

interface Props {
  words: SettingsWords;
  lang: Lang;
  version: number;
  say(notice: Notice): void;
}

/** The consoles that Kido knows: access, secrets, editing, import and export. */
export function Consoles({ words, lang, version, say }: Props) {
  const [rows, setRows] = useState<ConsoleRow[] | null>(null);
  const [editing, setEditing] = useState<{ draft: ConsoleDraft; isNew: boolean } | null>(null);
  const [errors, setErrors] = useState<string[]>([]);
  const [wizard, setWizard] = useState<WizardState | null>(null);
  const [kept, setKept] = useState<WizardState | null>(null);
  const [unread, setUnread] = useState<UnreadConsole[]>([]);
  const [importing, setImporting] = useState<{ console: ConsoleDraft; demands: ConsoleDemands } | null>(null);
  const [removing, setRemoving] = useState<string | null>(null);
  const keeping = keepingWords(lang);
  const steps = connectWords(lang);
  useEffect(() => void ask('wizard.get', {}).then((stored) => setKept(storedWizard(stored))), [wizard]);
  const load = async () => {
    setRows(await ask('console.list', {}));
    setUnread(await ask('console.unread', {}));
  };
  useEffect(() => void load(), [version]);

  const told = (asked: Promise<boolean> | null) =>
    void asked?.then(
      (given) => (given ? ask('access.changed', {}).then(load) : say({ text: words.denied })),
      () => say({ text: words.notPossible }),
    );
  const save = async (draft: ConsoleDraft): Promise<string[]> => {
    const result = await ask('console.save', { console: draft });
    if (result.errors.length === 0) {
      setEditing(null);
      say({ text: words.saved });
      await load();
    }
    return result.errors;
  };
  const importFile = async () => {
    const text = await chooseText();
    if (text === null) return;
    const parsed = readConsoleText(text);
    setErrors(parsed.errors);
    if (!parsed.console) return;
    const { errors: refused, demands } = await ask('console.demands', { console: parsed.console });
    setErrors(refused);
    setImporting(demands && { console: parsed.console, demands });
  };
  const remove = async (row: ConsoleRow, forget: Forget) => {
    setRemoving(null);
    await ask('console.remove', { id: row.console.id, forget });
    await load();
    say({ text: words.removed, undo: () => void ask('console.save', { console: row.console }).then(load) });
  };
  const accept = async (row: ConsoleRow, metric: string, locator: Locator) => {
    const before = row.console;
    const result = await ask('drift.accept', { console: row.console.id, metric, locator });
    setErrors(result.errors);
    await load();
    if (result.errors.length === 0) say({ text: words.saved, undo: () => void ask('console.save', { console: before }).then(load) });
  };
  const discard = async () => {
    const before = kept ?? wizard;
    await ask('wizard.put', { state: null });
    setWizard(null);
    setKept(null);
    say({ text: steps.discarded, undo: () => setWizard(before) });
  };
  const goOnPage = async () => {
    const state = storedWizard(await ask('wizard.get', {})) ?? wizard;
    const { problem } = await ask('dock.open', { tabId: null, address: addressesOf(state?.addresses ?? '')[0] ?? null });
    if (problem !== null) return say({ text: problem });
    setWizard(null);
    say({ text: steps.onPageHint });
  };
  if (wizard)
    return (
      <Wizard
        onPage={() => void goOnPage()}
        start={wizard}
        words={steps}
        options={words}
        lang={lang}
        onDone={() => {
          setWizard(null);
          void load();
          say({ text: steps.saved });
        }}
        onDiscard={() => void discard()}
      />
    );
  return (
    <section aria-label={words.consoles}>
      <h2>{words.consoles}</h2>
      <p class="lead">{words.consolesHint}</p>
      <div class="box-card">
        {rows?.length === 0 && !editing && <p class="rowline none">{words.none}</p>}
        {rows?.map((row) => (
          <div key={row.console.id}>
            <ConsoleLine
              row={row}
              words={words}
              onAllow={() => told(allowConsole(row))}
              onWithdraw={() => told(withdrawConsole(row, rows))}
              onEdit={() => (setErrors([]), setEditing({ draft: row.console, isNew: false }))}
              onRemove={() => setRemoving(row.console.id)}
            />
            {removing === row.console.id && (
              <RemoveBox
                name={row.console.name}
                words={keeping}
                onRemove={(forget) => void remove(row, forget)}
                onCancel={() => setRemoving(null)}
              />
            )}
            {row.drift.length > 0 && (
              <DriftBox
                rows={row.drift}
                words={words}
                locked={row.locked}
                onAccept={(metric, locator) => void accept(row, metric, locator)}
              />
            )}
            {row.secrets.length > 0 && <Secrets secrets={row.secrets} words={words} onChange={() => void load()} />}
            {editing && !editing.isNew && editing.draft.id === row.console.id && (
              <ConsoleEditor
                start={editing.draft}
                isNew={false}
                words={words}
                lang={lang}
                onSave={save}
                onCancel={() => setEditing(null)}
              />
            )}
          </div>
        ))}
        <UnreadList rows={unread} words={keeping} onDrop={(row) => void ask('console.dropUnread', { data: row.data }).then(load)} />
        {importing && (
          <ImportBox
            demands={importing.demands}
            words={keeping}
            auths={words.auths}
            onImport={() => void save(importing.console).then((refused) => (setErrors(refused), setImporting(null)))}
            onCancel={() => setImporting(null)}
          />
        )}
        {editing?.isNew && (
          <ConsoleEditor start={editing.draft} isNew words={words} lang={lang} onSave={save} onCancel={() => setEditing(null)} />
        )}
        {errors.length > 0 && (
          <div class="form-box">
            <Errors errors={errors} words={words} />
          </div>
        )}
        <div class="rowline">
          <button type="button" class="btn primary" onClick={() => setWizard(kept ?? newWizard())}>
            {kept ? tell(steps.goOn, { name: kept.draft.name || steps.steps[0] || '' }) : steps.start}
          </button>
          <button type="button" class="btn" onClick={() => (setErrors([]), setEditing({ draft: newConsole(), isNew: true }))}>
            {words.add}
          </button>
          <button type="button" class="btn" onClick={() => void importFile()}>
            {words.importFile}
          </button>
        </div>
      </div>
    </section>
  );
}
