import { parseAccountKey } from '@/lib/core/account/account-key';
import { messageOf } from '@/lib/core/message-of';
import { parseQuery, snippet } from '@/lib/core/note/search-words';
import { mailLink, recap } from '@/lib/deliver/recap';
import type { HandOnRequests } from '@/lib/messages/hand-on-requests';
import { backup, restore } from '@/lib/store/backup';
import { accountRow, entriesOf } from '@/lib/store/journal';
import { indexOlder, searchNotes } from '@/lib/store/search';
import { settingNow } from './desk';
import { tellPages } from './tabs';
import { touchpointOf } from './touchpoint-of';

type Handlers = { [K in keyof HandOnRequests]: (body: HandOnRequests[K]['ask']) => Promise<HandOnRequests[K]['reply']> };

/** Answers about what leaves Kido and comes back. */
export const answerHandOn: Handlers = {
  'data.backup': async () => backup(Date.now()),
  'data.restore': async ({ data }) => {
    try {
      const done = await restore(data);
      void tellPages({ news: 'settings' });
      return { ...done, problem: null };
    } catch (error) {
      return { added: 0, known: 0, problem: messageOf(error) };
    }
  },
  'notes.search': async ({ text }) => {
    await indexOlder();
    const { s } = await settingNow();
    const query = parseQuery(text);
    return Promise.all(
      (await searchNotes(text)).map(async ({ id, account, day, play, text: note }) => {
        const [row, page] = await Promise.all([accountRow(account), pageOf(account)]);
        const title = s.playbook.plays.find((one) => one.id === play)?.name[s.lang] ?? '';
        return { id, account, name: row?.name ?? parseAccountKey(account)?.id ?? account, day, title, pieces: snippet(note, query), page };
      }),
    );
  },
  'calendar.event': async ({ account, id }) => {
    const { entries, entry } = await touchpointOf(account, id);
    const { s } = await settingNow();
    const play = s.playbook.plays.find((one) => one.id === entry.body.play);
    const row = await accountRow(account);
    const earlier = entries.filter(
      (one) => one.kind === 'touchpoint' && one.body.status === 'planned' && one.body.play === entry.body.play && one.at < entry.at,
    );
    const company = row?.name ?? parseAccountKey(account)?.id ?? '';
    return {
      account,
      play: entry.body.play ?? entry.body.type,
      day: entry.body.day,
      title: `${play?.name[s.lang] ?? entry.body.type} · ${company}`,
      agenda: play?.agenda.map((point) => point.text[s.lang]) ?? [],
      page: await pageOf(account),
      revision: earlier.length,
    };
  },
  'touchpoint.recap': async ({ account, id }) => {
    const { entry } = await touchpointOf(account, id);
    const { s } = await settingNow();
    const row = await accountRow(account);
    const title =
      s.playbook.plays.find((one) => one.id === entry.body.play)?.name[s.lang] ?? (s.lang === 'ja' ? 'お打ち合わせ' : 'Meeting');
    const made = recap(entry.body, title, row?.name ?? parseAccountKey(account)?.id ?? '', s.lang);
    return { ...made, mail: mailLink(made) };
  },
};

/** Where an account was read last. */
async function pageOf(account: string): Promise<string | null> {
  const last = (await entriesOf(account)).findLast((one) => one.kind === 'readings' && one.body.page !== undefined);
  return last?.kind === 'readings' ? (last.body.page ?? null) : null;
}
