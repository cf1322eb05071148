import { saveText } from '@/components/basic/files';
import { tell } from '@/lib/words/tell';
import type { StepProps } from './step-props';
import { ENOUGH_TRIED, isTried } from './wizard-state';

/** The last word on the console, and its file for others. What was not tried on three accounts is saved only on purpose. */
export function SaveStep({ state, draft, metrics, words, anyway, setAnyway }: StepProps) {
  const tried = isTried(state, draft);
  return (
    <>
      <p>{words.saveHint}</p>
      <p class="evidence">
        {draft.name} · {draft.pages.map((page) => page.match).join(', ')} ·{' '}
        {draft.fields.map((field) => metrics.find((metric) => metric.id === field.metric)?.name ?? field.metric).join(', ')}
        {draft.api.length > 0 && ` · API: ${draft.api.map((api) => api.id).join(', ')}`}
      </p>
      {!tried && (
        <div class="untried" role="status">
          <p>{tell(state.tried?.console === JSON.stringify(draft) ? words.triedFew : words.untried, { n: ENOUGH_TRIED }, words.lang)}</p>
          <label class="choice">
            <input type="checkbox" checked={anyway} onChange={(event) => setAnyway(event.currentTarget.checked)} />
            {words.saveAnyway}
          </label>
        </div>
      )}
      <div>
        <button type="button" class="btn" onClick={() => saveText(`${draft.id}.console.json`, `${JSON.stringify(draft, null, 2)}\n`)}>
          {words.export}
        </button>
      </div>
    </>
  );
}
