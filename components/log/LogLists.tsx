import { Icon } from '@/components/basic/Icon';
import { OwnerSelect } from '@/components/basic/OwnerSelect';
import { SideIcon } from '@/components/basic/SideIcon';
import type { LogWords } from '@/lib/words/en/log';
import { type LogFields, noDetails } from './log-fields';
import { RequestFields } from './RequestFields';

interface Props {
  fields: LogFields;
  owners: { id: string; name: string }[];
  words: LogWords;
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
          <OwnerSelect owner={one.owner} owners={owners} words={words} onChange={(owner) => action(index, { owner: owner || 'us' })} />
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
        <div key={`r${index}`}>
          <div class="line">
            <SideIcon name="request" />
            <input
              class="text grow"
              aria-label={`${words.requests} ${index + 1}`}
              value={one.text}
              onInput={(event) => request(index, { text: event.currentTarget.value })}
            />
            <button
              type="button"
              class="btn icon"
              aria-label={words.remove}
              onClick={() => onChange({ requests: requests.filter((_, at) => at !== index) })}
            >
              <Icon name="x" />
            </button>
          </div>
          <RequestFields details={one} words={words} onChange={(part) => request(index, part)} />
        </div>
      ))}
      <div class="adds">
        <button type="button" class="link" onClick={() => onChange({ actions: [...actions, { text: '', owner: 'us', dueDay: '' }] })}>
          + {words.addAction}
        </button>
        <button type="button" class="link" onClick={() => onChange({ requests: [...requests, { ...noDetails, text: '' }] })}>
          + {words.addRequest}
        </button>
      </div>
    </>
  );
}
