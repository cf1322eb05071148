import { useEffect, useState } from 'preact/hooks';
import { FoundFields } from '@/components/connect/FoundFields';
import { WritingBox } from '@/components/connect/WritingBox';
import { locatorText } from '@/components/settings/console-draft';
import { ask } from '@/lib/messages/ask';
import type { ExtensionNews } from '@/lib/messages/extension-messages';
import { hear } from '@/lib/messages/hear';
import { withWriting } from './settle-pages';
import type { StepProps } from './step-props';
import { addressesOf, parseOf } from './wizard-state';

/** What was found on the pages, and what each value means; more can be taught on the page itself. */
export function FieldsStep({ state, draft, metrics, words, options, lang, here, change }: StepProps) {
  const [problem, setProblem] = useState<string | null>(null);
  // Values taught on the page come back into this draft; nothing is saved before the last step.
  useEffect(() => {
    return hear<ExtensionNews>(({ news: told }) => {
      if (told !== 'settings') return;
      void ask('teach.draft', { console: draft.id }).then((saved) => {
        const mine = new Set(draft.fields.map((field) => JSON.stringify(field)));
        const news = saved?.fields.filter((field) => !mine.has(JSON.stringify(field))) ?? [];
        if (news.length === 0) return;
        const taught = new Set(news.map((field) => field.metric));
        change({
          choices: state.choices.map((choice) => (taught.has(choice.metric) ? { ...choice, metric: '' } : choice)),
          draft: { ...state.draft, fields: [...state.draft.fields.filter((field) => !taught.has(field.metric)), ...news] },
        });
      });
    });
  });
  const teach = async () => {
    const address = here ? null : (addressesOf(state.addresses)[0] ?? null);
    const started = await ask('teach.start', { console: draft.id, address, tabId: here?.tabId ?? null, draft }).catch((error: Error) => ({
      problem: error.message,
    }));
    setProblem(started.problem);
  };
  const taught = draft.fields.filter((field) => state.draft.fields.some((one) => one.metric === field.metric));
  return (
    <>
      <p class="evidence">{words.fieldsHint}</p>
      {state.settled && (
        <WritingBox
          settled={state.settled}
          words={words}
          lang={lang}
          onTold={(part) => change((now) => withWriting(now, now.pages, { ...now.told, ...part }))}
        />
      )}
      <FoundFields
        choices={state.choices}
        metrics={metrics}
        parses={options.parses}
        locale={draft.locale}
        words={words}
        onChange={(at, part) => {
          const choices = state.choices.map((choice, index) => {
            if (index !== at) return choice;
            const next = { ...choice, ...part };
            return part.metric === undefined || /^(?:first|second)$/.test(choice.parse)
              ? next
              : { ...next, parse: parseOf(next.metric, next.type, metrics) };
          });
          change({ choices });
        }}
      />
      {taught.length > 0 && (
        <p class="evidence">
          {words.picked}:{' '}
          {taught
            .map((field) => `${metrics.find((metric) => metric.id === field.metric)?.name ?? field.metric} (${locatorText(field.find[0])})`)
            .join(', ')}
        </p>
      )}
      {problem !== null && (
        <p class="errors" role="alert">
          {problem}
        </p>
      )}
      <div class="line">
        <button type="button" class="btn" onClick={() => void teach()}>
          {words.pickOnPage}
        </button>
        {here === null && <span class="evidence">{words.pickHint}</span>}
      </div>
    </>
  );
}
