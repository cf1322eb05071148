import { Icon } from './Icon';
import type { LogFields } from './log-fields';
import { SideIcon } from './SideIcon';
import type { SideWords } from './side-words';

interface Props {
  fields: LogFields;
  owners: { id: string; name: string }[];
  words: SideWords;
  onChange(change: Partial<LogFields>): void;
}

/** Next actions and feature requests: as many lines as there are. */
export function LogLists({ fields, owners, words, onChange }: Props) {
  const { actions, requests } = fields;
  const action = (index: number, change: Partial<LogFields['actions'][number]>) =>
    onChange({ actions: actions.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  const request = (index: number, change: Partial<LogFields['requests'][number]>) =>
    onChange({ requests: requests.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  return (
    <>
      {actions.map((one, index) => (
        <div key={`a${index}`} class="line">
          <SideIcon name="task" />
          <input
            class="text grow"
            aria-label={`${words.actions} ${index + 1}`}
            value={one.text}
            onInput={(event) => action(index, { text: event.currentTarget.value })}
          />
          <select
            class="text w-owner"
            aria-label={words.owner}
            value={one.owner}
            onChange={(event) => action(index, { owner: event.currentTarget.value as 'us' })}
          >
            {owners.map((owner) => (
              <option key={owner.id} value={owner.id}>
                {owner.name}
              </option>
            ))}
          </select>
          <input
            class="text w-day"
            type="date"
            aria-label={words.due}
            value={one.dueDay}
            onInput={(event) => action(index, { dueDay: event.currentTarget.value })}
          />
          <button
            type="button"
            class="btn icon"
            aria-label={words.remove}
            onClick={() => onChange({ actions: actions.filter((_, at) => at !== index) })}
          >
            <Icon name="x" />
          </button>
        </div>
      ))}
      {requests.map((one, index) => (
        <div key={`r${index}`} class="line">
          <SideIcon name="request" />
          <input
            class="text grow"
            aria-label={`${words.requests} ${index + 1}`}
            value={one.text}
            onInput={(event) => request(index, { text: event.currentTarget.value })}
          />
          <label class="tick">
            <input type="checkbox" checked={one.blocking} onChange={(event) => request(index, { blocking: event.currentTarget.checked })} />
            <span>{words.blocking}</span>
          </label>
          <button
            type="button"
            class="btn icon"
            aria-label={words.remove}
            onClick={() => onChange({ requests: requests.filter((_, at) => at !== index) })}
          >
            <Icon name="x" />
          </button>
        </div>
      ))}
      <div class="adds">
        <button type="button" class="link" onClick={() => onChange({ actions: [...actions, { text: '', owner: 'us', dueDay: '' }] })}>
          + {words.addAction}
        </button>
        <button type="button" class="link" onClick={() => onChange({ requests: [...requests, { text: '', blocking: false }] })}>
          + {words.addRequest}
        </button>
      </div>
    </>
  );
}
