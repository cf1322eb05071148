import type { LogWords } from '@/lib/words/en/log';
import type { RequestDetails } from './log-fields';

interface Props {
  details: RequestDetails;
  words: LogWords;
  onChange(part: Partial<RequestDetails>): void;
}

/** What the product team wants to know of a request; all of it optional. */
export function RequestFields({ details, words, onChange }: Props) {
  const line = (name: Exclude<keyof RequestDetails, 'blocking' | 'urgency'>, wide = false) => (
    <label class={wide ? 'wide-field' : ''}>
      <span>{words.requestFields[name]}</span>
      <input
        class="text"
        inputMode={name === 'affected' ? 'numeric' : undefined}
        value={details[name]}
        onInput={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <div class="request-fields">
      {line('situation', true)}
      {line('workaround', true)}
      <label>
        <span>{words.requestFields.urgency}</span>
        <select
          class="text"
          value={details.urgency}
          onChange={(event) => onChange({ urgency: event.currentTarget.value as RequestDetails['urgency'] })}
        >
          <option value="">—</option>
          {(['low', 'medium', 'high'] as const).map((id) => (
            <option key={id} value={id}>
              {words.urgencies[id]}
            </option>
          ))}
        </select>
      </label>
      {line('urgencyReason')}
      {line('who')}
      {line('affected')}
      {line('page')}
      {line('team')}
      <label class="tick wide-field">
        <input type="checkbox" checked={details.blocking} onChange={(event) => onChange({ blocking: event.currentTarget.checked })} />
        <span>{words.blocking}</span>
      </label>
    </div>
  );
}
