import type { z } from 'zod';

/** One line for one thing that is wrong, with its place: `plays[2].items[0].due.from: expected one of …`. */
export function describeIssue(issue: z.core.$ZodIssue | undefined, before: PropertyKey[] = []): string {
  if (!issue) return 'not readable';
  return `${placeOf([...before, ...issue.path])}: ${issue.message}`;
}

/** `['plays', 2, 'name']` → `plays[2].name`; the top itself is `(file)`. */
export function placeOf(path: PropertyKey[]): string {
  const text = path.reduce<string>(
    (so, step) => (typeof step === 'number' ? `${so}[${step}]` : so ? `${so}.${String(step)}` : String(step)),
    '',
  );
  return text || '(file)';
}
