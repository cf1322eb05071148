import { formatDay, weekOf } from '@/lib/core/day';
import { BLANK } from '@/lib/formats/body-kind';
import { isHeaderText } from '@/lib/formats/header-text';
import { ApiProblem } from './api-problem';

/** Values that a request template may name. */
export interface RequestValues {
  accountId: string;
  /** First and last calendar day asked for, `YYYY-MM-DD`. */
  from: string;
  to: string;
  /** Other ids of the account by name, as far as they are known: `{ids.crm}`. */
  ids?: Record<string, string>;
}

/**
 * First and last calendar day that an API is asked for: so many weeks and the one that runs.
 * @param today day number; @param weekStart as the playbook's calendar has it
 */
export function spanAsked(weeks: number, today: number, weekStart: number): { from: string; to: string } {
  return { from: formatDay(weekOf(today, weekStart) - 7 * weeks), to: formatDay(today) };
}

/**
 * What stands for a blank.
 * @throws ApiProblem `noId` for an id that is not known: asking without it would ask about another account, or all
 */
function filledIn(values: RequestValues, name: string, host: string): string {
  if (name === 'accountId' || name === 'from' || name === 'to') return values[name];
  const id = name.slice('ids.'.length);
  const known = Object.hasOwn(values.ids ?? {}, id) ? values.ids?.[id] : undefined;
  if (known === undefined) throw new ApiProblem('noId', `${name} is not known of this account`, host);
  return known;
}

/**
 * Fills an address; what is put in cannot leave its place in it.
 * @throws ApiProblem for a value that would: the reply about another account would be kept as this one's
 */
export function fillUrl(template: string, values: RequestValues): string {
  const { host } = new URL(template);
  const filled = template.replace(BLANK, (_, name: string) => encoded(filledIn(values, name, host), host));
  // Parsers collapse `.` and `..`, encoded or not.
  const path = filled.replace(/^\w+:\/\/[^/?#]*/, '').replace(/[?#].*$/s, '');
  if (path.split('/').some((part) => /^(?:\.|%2e){1,2}$/i.test(part)))
    throw new ApiProblem('malformed', 'the value leaves its place in the address', host);
  return filled;
}

function encoded(value: string, host: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    throw new ApiProblem('malformed', 'the value is no text', host);
  }
}

/**
 * Fills a body as what it is: a form's field stays one field, a JSON string one string.
 * @throws ApiProblem
 */
export function fillBody(template: string, values: RequestValues, kind: 'json' | 'form', host: string): string {
  return template.replace(BLANK, (_, name: string) => {
    const value = filledIn(values, name, host);
    return kind === 'form' ? new URLSearchParams([['', value]]).toString().slice(1) : JSON.stringify(value).slice(1, -1);
  });
}

/**
 * Fills a header.
 * @throws ApiProblem for a value that no header can carry
 */
export function fillHeader(template: string, values: RequestValues, host: string): string {
  const filled = template.replace(BLANK, (_, name: string) => filledIn(values, name, host));
  if (!isHeaderText(filled)) throw new ApiProblem('malformed', 'no header can carry the value', host);
  return filled;
}
