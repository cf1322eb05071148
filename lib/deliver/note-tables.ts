import type { Entry, Owner } from '@/lib/core/account/entry';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { inLang, type Lang } from '@/lib/core/text';
import { deliverWords } from '@/lib/words/deliver-words';
import { tableFile } from './table-file';

/** Touchpoints, tasks with blockers, and requests of all accounts, as CSV. `entries`: after amendments and retractions. */
export function noteTables(
  entries: Entry[],
  accountOf: (key: string) => { id: string; name: string },
  playbook: Playbook,
  lang: Lang,
): Record<'touchpoints' | 'tasks' | 'requests', string> {
  const h = deliverWords(lang).tables;
  const held = entries.flatMap((entry) => {
    if (entry.kind !== 'touchpoint' || entry.body.status !== 'held') return [];
    const { id, name } = accountOf(entry.account);
    return [{ body: entry.body, by: entry.by, head: [id, name, entry.body.day] }];
  });
  const owner = (one: { owner?: Owner | undefined; who?: string | undefined }) => {
    const name = one.owner && playbook.owners[one.owner];
    return one.who ?? (name ? inLang(name, lang) : (one.owner ?? ''));
  };
  const playName = (id: string | undefined) => {
    const play = playbook.plays.find((one) => one.id === id);
    return play ? inLang(play.name, lang) : '';
  };
  return {
    touchpoints: tableFile(
      h.touchpoints,
      held.map(({ body, by, head }) => [
        ...head,
        playName(body.play),
        body.type,
        body.minutes ?? null,
        (body.attendees ?? []).join(', '),
        body.outcome ?? '',
        body.sentiment ?? '',
        body.notes ?? '',
        by,
      ]),
    ),
    tasks: tableFile(
      h.tasks,
      held.flatMap(({ body, head }) => [
        ...(body.actions ?? []).map((one) => [...head, h.task, one.text, owner(one), one.dueDay ?? '']),
        ...(body.blockers ?? []).map((one) => [...head, h.blocker, one.text, owner(one), one.dueDay ?? '']),
      ]),
    ),
    requests: tableFile(
      h.requests,
      held.flatMap(({ body, head }) => (body.requests ?? []).map((one) => [...head, one.text, one.blocking ? h.yes : ''])),
    ),
  };
}
