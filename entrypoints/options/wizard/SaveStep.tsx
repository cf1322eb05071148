import { saveText } from '@/components/files';
import type { StepProps } from './Wizard';

/** The last word on the console, and its file for others. */
export function SaveStep({ draft, metrics, words }: StepProps) {
  return (
    <>
      <p>{words.saveHint}</p>
      <p class="evidence">
        {draft.name} · {draft.pages.map((page) => page.match).join(', ')} ·{' '}
        {draft.fields.map((field) => metrics.find((metric) => metric.id === field.metric)?.name ?? field.metric).join(', ')}
        {draft.api.length > 0 && ` · API: ${draft.api.map((api) => api.id).join(', ')}`}
      </p>
      <div>
        <button type="button" class="btn" onClick={() => saveText(`${draft.id}.console.json`, `${JSON.stringify(draft, null, 2)}\n`)}>
          {words.export}
        </button>
      </div>
    </>
  );
}
