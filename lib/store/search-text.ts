import type { EntryBody } from '@/lib/core/account/entry';

/** Everything that is searched of a touchpoint, as one text; '' where it holds no words of people. */
export function searchText(body: EntryBody<'touchpoint'>): string {
  return [
    body.notes ?? '',
    ...(body.requests ?? []).map((one) => one.text),
    ...(body.actions ?? []).map((one) => one.text),
    ...(body.blockers ?? []).map((one) => one.text),
    ...(body.quotes ?? []).map((one) => one.text),
    body.verdict?.quote ?? '',
    (body.attendees ?? []).join(', '),
  ]
    .filter((part, at, all) => part !== '' && (at === 0 || !all[0]?.includes(part)))
    .join('\n');
}
