import { useEffect, useState } from 'preact/hooks';
import { Errors } from '@/components/basic/Errors';
import { ConsoleForm } from '@/components/settings/ConsoleForm';
import { inLang, type Lang } from '@/lib/core/text';
import type { ConsoleDraft } from '@/lib/formats/console-file';
import { readConsoleText, readJson, withLine } from '@/lib/formats/read-json';
import { ask } from '@/lib/messages/ask';
import type { SettingsWords } from '@/lib/words/en/settings';
import { ApiTrialView } from './ApiTrialView';

interface Props {
  start: ConsoleDraft;
  isNew: boolean;
  words: SettingsWords;
  lang: Lang;
  onSave(draft: ConsoleDraft): Promise<string[]>;
  onCancel(): void;
}

/** One console, as a form or as its JSON file: two looks at the same thing. */
export function ConsoleEditor({ start, isNew, words, lang, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(start);
  const [json, setJson] = useState<string | null>(null);
  const [errors, setErrors] = useState<string[]>([]);
  const [metrics, setMetrics] = useState<{ id: string; name: string }[]>([]);
  useEffect(() => {
    void ask('playbook.list', {}).then((list) => {
      const used = list.find((one) => one.used)?.playbook;
      setMetrics(
        used?.metrics.filter((metric) => !metric.ratio).map((metric) => ({ id: metric.id, name: inLang(metric.name, lang) })) ?? [],
      );
    });
  }, [lang]);
  const toForm = () => {
    const parsed = readJson(json ?? '');
    if (parsed.error !== null) return setErrors([parsed.error]);
    setDraft({ ...start, ...(parsed.data as Partial<ConsoleDraft>) });
    setErrors([]);
    setJson(null);
  };
  const save = async () => {
    if (json === null) return setErrors(await onSave(draft));
    const parsed = readConsoleText(json);
    if (!parsed.console) return setErrors(parsed.errors);
    const refused = await onSave(parsed.console);
    setErrors(refused.map((error) => withLine(json, error)));
  };
  return (
    <div class="form-box">
      <div class="tabs" role="group">
        <button type="button" class="filter" aria-pressed={json === null} onClick={toForm} disabled={json === null}>
          {words.form}
        </button>
        <button
          type="button"
          class="filter"
          aria-pressed={json !== null}
          onClick={() => setJson(JSON.stringify(draft, null, 2))}
          disabled={json !== null}
        >
          {words.json}
        </button>
      </div>
      {json === null ? (
        <ConsoleForm draft={draft} isNew={isNew} metrics={metrics} words={words} onChange={setDraft} />
      ) : (
        <textarea
          class="text mono"
          rows={24}
          spellcheck={false}
          aria-label={words.json}
          value={json}
          onInput={(event) => setJson(event.currentTarget.value)}
        />
      )}
      {errors.length > 0 && <Errors errors={errors} words={words} />}
      {json === null && draft.api.length > 0 && <ApiTrialView draft={draft} words={words} lang={lang} />}
      <div class="acts">
        <button type="button" class="btn primary" onClick={() => void save()}>
          {words.save}
        </button>
        <button type="button" class="btn quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}
