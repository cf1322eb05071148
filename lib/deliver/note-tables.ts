import type { Entry } from '@/lib/core/account/entry';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { inLang, type Lang } from '@/lib/core/text';
import { tableFile } from './table-file';

const heads = {
  en: {
    touchpoints: ['Account id', 'Account', 'Day', 'Touchpoint', 'Type', 'Minutes', 'Attendees', 'Outcome', 'Mood', 'Notes', 'Author'],
    tasks: ['Account id', 'Account', 'Day', 'Kind', 'Text', 'Owner', 'Due'],
    requests: ['Account id', 'Account', 'Day', 'Request', 'Blocks onboarding'],
    task: 'task',
    blocker: 'blocker',
    yes: 'yes',
  },
  ja: {
    touchpoints: ['アカウントID', 'アカウント', '日付', '接点', '種類', '分', '参加者', '結果', '温度感', 'メモ', '記録者'],
    tasks: ['アカウントID', 'アカウント', '日付', '区分', '内容', '担当', '期限'],
    requests: ['アカウントID', 'アカウント', '日付', '要望', '導入の障害'],
    task: 'タスク',
    blocker: '障害',
    yes: 'はい',
  },
};

/** Touchpoints, tasks with blockers, and requests of all accounts, as CSV. `entries`: after amendments and retractions. */
export function noteTables(
  entries: Entry[],
  accountOf: (key: string) => { id: string; name: string },
  playbook: Playbook,
  lang: Lang,
): Record<'touchpoints' | 'tasks' | 'requests', string> {
  const h = inLang(heads, lang);
  const held = entries.flatMap((entry) => {
    if (entry.kind !== 'touchpoint' || entry.body.status !== 'held') return [];
    const { id, name } = accountOf(entry.account);
    return [{ body: entry.body, by: entry.by, head: [id, name, entry.body.day] }];
  });
  const owner = (one: { owner?: 'us' | 'customer' | 'third' | undefined; who?: string | undefined }) =>
    one.who ?? (one.owner ? (inLang(playbook.owners[one.owner], lang) ?? one.owner) : '');
  return {
    touchpoints: tableFile(
      h.touchpoints,
      held.map(({ body, by, head }) => [
        ...head,
        inLang(playbook.plays.find((play) => play.id === body.play)?.name, lang) ?? '',
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
