import { ApiProblem } from './api-problem';

/** Values that a request template may name. */
export interface RequestValues {
  accountId: string;
  /** First and last calendar day asked for, `YYYY-MM-DD`. */
  from: string;
  to: string;
}

const NAME = /\{(accountId|from|to)\}/g;
/** What an address takes for "here" or "one up", in all the ways in which it may be written. */
const DOTS = /^(?:\.|%2e){1,2}$/i;

/**
 * Fills an address; what is put in cannot leave its place in it.
 * @throws ApiProblem for an id that would
 */
export function fillUrl(template: string, values: RequestValues): string {
  const put = (_: string, name: keyof RequestValues) => {
    const encoded = encodeURIComponent(values[name]);
    if (DOTS.test(values[name]) || DOTS.test(encoded))
      throw new ApiProblem('malformed', 'this account id cannot stand in an address', new URL(template.replace(NAME, 'x')).host);
    return encoded;
  };
  return template.replace(NAME, put);
}

/** Whether a request's body is a form. */
export function isForm(headers: Record<string, string>): boolean {
  return Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && /^application\/x-www-form-urlencoded\b/i.test(value.trim()),
  );
}

/** Fills a JSON or form body; what is put in cannot end a JSON string, and cannot add a field to a form. */
export function fillBody(template: string, values: RequestValues, form: boolean): string {
  return template.replace(NAME, (_, name: keyof RequestValues) =>
    form ? encodeURIComponent(values[name]) : JSON.stringify(values[name]).slice(1, -1),
  );
}

/** Fills a header; signs that no header may hold are not let through. */
export function fillHeader(template: string, values: RequestValues): string {
  return template.replace(NAME, (_, name: keyof RequestValues) =>
    [...values[name]].filter((sign) => sign >= ' ' && sign <= '\u00ff' && sign !== '\u007f').join(''),
  );
}
