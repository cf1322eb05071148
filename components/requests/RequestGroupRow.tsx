import { useState } from 'preact/hooks';
import { Icon } from '@/components/basic/Icon';
import type { RequestGroup } from '@/lib/core/account/requests';
import type { RequestWords } from '@/lib/words/en/requests';
import { tell } from '@/lib/words/tell';

type Status = RequestGroup['status'];

/** A group with what the accounts behind it are called and worth. */
export interface ShownGroup extends RequestGroup {
  names: Map<string, string>;
  /** Contract value of its accounts; `known` false where one is not known. */
  value: { sum: number; known: boolean } | null;
}

interface Props {
  group: ShownGroup;
  /** Other requests that it may be the same as. */
  others: { key: string; text: string }[];
  number(value: number): string;
  words: RequestWords;
  onStatus(status: Status): void;
  onAnswer(accounts: string[], answer: string): void;
  onSame(key: string): void;
  onPart(request: string): void;
}

/** One request: who asked, how much it matters, what became of it; opened, what each account told. */
export function RequestGroupRow({ group, others, number, words, onStatus, onAnswer, onSame, onPart }: Props) {
  const [open, setOpen] = useState(false);
  const { names, value } = group;
  const waiting = group.accounts.filter((account) => !group.asked.some((one) => one.account === account && one.answer));
  return (
    <>
      <tr class={open ? 'is-open' : ''}>
        <th scope="row">
          <button type="button" class="req-name" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name={open ? 'down' : 'right'} small />
            <span>
              {group.text}
              <span class="sub cut">{group.accounts.map((account) => names.get(account)).join(', ')}</span>
            </span>
          </button>
        </th>
        <td class="r num">{group.accounts.length}</td>
        <td class="r num" title={words.valueHint}>
          {value ? `${number(value.sum)}${value.known ? '' : ' +?'}` : '—'}
        </td>
        <td>
          {group.urgency ? (
            <span class={`badge ${group.urgency === 'high' ? 'stall' : 'plain'}`}>{words.urgencies[group.urgency]}</span>
          ) : (
            '—'
          )}
          {group.blocking > 0 && <span class="sub">{tell(words.blocks, { n: group.blocking })}</span>}
        </td>
        <td>
          <select
            class="text"
            aria-label={`${words.status}: ${group.text}`}
            value={group.status}
            onChange={(event) => onStatus(event.currentTarget.value as Status)}
          >
            {Object.entries(words.states).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </td>
        <td class="r num">
          {group.answered} / {group.accounts.length}
        </td>
      </tr>
      {open && (
        <tr class="req-more">
          <td colSpan={6}>
            {group.asked.map((one) => (
              <div key={one.id} class="asked">
                <p>
                  <b>{names.get(one.account)}</b> <span class="sub num">{one.day}</span>
                  {one.text !== group.text && <span class="said"> “{one.text}”</span>}
                  {one.key !== one.own && (
                    <button type="button" class="link" onClick={() => onPart(one.own)}>
                      {words.part}
                    </button>
                  )}
                </p>
                <dl class="kv">
                  {(Object.keys(words.fields) as (keyof RequestWords['fields'])[]).map((name) =>
                    one[name] === undefined ? null : (
                      <div key={name}>
                        <dt>{words.fields[name]}</dt>
                        <dd>{String(one[name])}</dd>
                      </div>
                    ),
                  )}
                </dl>
                <Answer
                  text={one.answer ?? ''}
                  day={one.answeredDay ?? ''}
                  name={names.get(one.account) ?? ''}
                  words={words}
                  onSave={(answer) => onAnswer([one.account], answer)}
                />
              </div>
            ))}
            {waiting.length > 1 && (
              <Answer
                text=""
                day=""
                name={words.answerAll}
                label={words.answerAll}
                words={words}
                onSave={(answer) => onAnswer(waiting, answer)}
              />
            )}
            {others.length > 0 && (
              <label class="same">
                <span>{words.same}</span>
                <select class="text" value="" onChange={(event) => event.currentTarget.value && onSame(event.currentTarget.value)}>
                  <option value="">{words.notSame}</option>
                  {others.map((other) => (
                    <option key={other.key} value={other.key}>
                      {other.text}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

interface AnswerProps {
  text: string;
  day: string;
  name: string;
  label?: string;
  words: RequestWords;
  onSave(answer: string): void;
}

function Answer({ text, day, name, label, words, onSave }: AnswerProps) {
  const [answer, setAnswer] = useState(text);
  const submit = (event: Event) => {
    event.preventDefault();
    if (answer.trim() !== '' && answer !== text) onSave(answer.trim());
  };
  return (
    <form class="answer" onSubmit={submit}>
      <label class="grow">
        <span>
          {label ?? words.answer} {day && <span class="num">{day}</span>}
        </span>
        <input
          class="text"
          maxLength={2000}
          aria-label={`${words.answer}: ${name}`}
          placeholder={words.answerHint}
          value={answer}
          onInput={(event) => setAnswer(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="btn" disabled={answer.trim() === '' || answer === text}>
        {words.save}
      </button>
    </form>
  );
}
