/** Blanks that a request template may hold. */
export const BLANK = /\{(accountId|from|to|ids\.[A-Za-z][\w-]*)\}/g;

/** How a body is written: by its Content-Type, else by its first sign. */
export function bodyKind(body: string, headers: Record<string, string>): 'json' | 'form' {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (/json/i.test(type)) return 'json';
  return /x-www-form-urlencoded/i.test(type) || !/^\s*[[{"]/.test(body) ? 'form' : 'json';
}

/** Whether a JSON body is one whatever is filled in: outside a string a word in a blank's place is no JSON. */
export function isFillableJson(body: string): boolean {
  try {
    JSON.parse(body.replace(BLANK, 'x'));
    return true;
  } catch {
    return false;
  }
}
