/** Values that a request template may name. */
export interface RequestValues {
  accountId: string;
  /** First and last calendar day asked for, `YYYY-MM-DD`. */
  from: string;
  to: string;
}

const NAME = /\{(accountId|from|to)\}/g;

/** Fills an address; what is put in cannot leave its place in it. */
export function fillUrl(template: string, values: RequestValues): string {
  return template.replace(NAME, (_, name: keyof RequestValues) => encodeURIComponent(values[name]));
}

/** Fills a JSON or form body; what is put in cannot end a JSON string. */
export function fillBody(template: string, values: RequestValues): string {
  return template.replace(NAME, (_, name: keyof RequestValues) => JSON.stringify(values[name]).slice(1, -1));
}

/** Fills a header; line breaks are not let through. */
export function fillHeader(template: string, values: RequestValues): string {
  return template.replace(NAME, (_, name: keyof RequestValues) => values[name].replace(/[\r\n]/g, ''));
}
