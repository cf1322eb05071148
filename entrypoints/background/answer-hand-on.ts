import { foldAccount } from '@/lib/core/account/fold-account';
import { messageOf } from '@/lib/core/message-of';
import { parseQuery, snippet } from '@/lib/core/note/search-words';
import { inLang } from '@/lib/core/text';
import { mailLink, recap } from '@/lib/deliver/recap';
import type { HandOnRequests } from '@/lib/messages/hand-on-requests';
import { backup, restore } from '@/lib/store/backup';
import { entriesOf } from '@/lib/store/journal';
import { allRequests, indexOlder, searchNotes } from '@/lib/store/search';
import { accountName, pageOf } from './account-name';
import { settingNow } from './desk';
import { tellPages } from './tabs';
import { touchpointOf } from './touchpoint-of';
import { entry, write } from './write';

type Handlers = { [K in keyof HandOnRequests]: (body: HandOnRequests[K]['ask']) => Promise<HandOnRequests[K]['reply']> };

const SOON_MS = 1000;

/** Answers about what leaves Kido and comes back. */
export const answerHandOn: Handlers = {
  'data.backup': async ({ after }) => backup(Date.now(), after),
  'data.restore': async ({ data, isLast }) => {
    try {
      const done = await restore(data, isLast);
      void tellPages({ news: 'settings' });
      return { ...done, problem: null };
    } catch (error) {
      return { added: 0, known: 0, problem: messageOf(error) };
    }
  },
  'notes.search': async ({ text }) => {
    // A large journal is made ready for minutes; until then what is ready is searched.
    await Promise.race([indexOlder(), new Promise((resolve) => setTimeout(resolve, SOON_MS))]);
    const { s } = await settingNow();
    const query = parseQuery(text);
    const found = await searchNotes(text);
    const names = new Map(
      await Promise.all([...new Set(found.map((one) => one.account))].map(async (key) => [key, await accountName(key)] as const)),
    );
    return found.map(({ id, account, day, play, text: note }) => {
      const title = inLang(s.playbook.plays.find((one) => one.id === play)?.name, s.lang) ?? '';
      return { id, account, name: names.get(account) ?? account, day, title, pieces: snippet(note, query) };
    });
  },
  'account.page': async ({ account }) => pageOf(account),
  'requests.list': async () => {
    const requests = await allRequests();
    const sizes = new Map<string, { name: string; value: number | null }>();
    for (const account of new Set(requests.map((one) => one.account))) {
      const value = foldAccount(account, await entriesOf(account))
        .metrics.get('contractValue')
        ?.moments.findLast((one) => one.value !== null)?.value;
      sizes.set(account, { name: await accountName(account), value: typeof value === 'number' ? value : null });
    }
    return requests.map((one) => ({ ...one, ...(sizes.get(one.account) as { name: string; value: number | null }) }));
  },
  'request.tell': async ({ accounts, told }) => {
    const written: { account: string; id: string }[] = [];
    for (const account of accounts) {
      const done = await write(account, [await entry('request', account, told)]);
      written.push(...done.written.map((id) => ({ account, id })));
    }
    return { written };
  },
  'calendar.event': async ({ account, id }) => {
    const { entries, entry: planned } = await touchpointOf(account, id);
    const { s } = await settingNow();
    const play = s.playbook.plays.find((one) => one.id === planned.body.play);
    const earlier = entries.filter(
      (one) => one.kind === 'touchpoint' && one.body.status === 'planned' && one.body.play === planned.body.play && one.at < planned.at,
    );
    return {
      account,
      play: planned.body.play ?? planned.body.type,
      day: planned.body.day,
      title: `${inLang(play?.name, s.lang) ?? planned.body.type} · ${await accountName(account)}`,
      agenda: play?.agenda.map((point) => inLang(point.text, s.lang)) ?? [],
      page: await pageOf(account),
      revision: earlier.length,
    };
  },
  'touchpoint.recap': async ({ account, id }) => {
    const { entry: held } = await touchpointOf(account, id);
    const { s } = await settingNow();
    const title =
      inLang(s.playbook.plays.find((one) => one.id === held.body.play)?.name, s.lang) ?? (s.lang === 'ja' ? 'お打ち合わせ' : 'Meeting');
    const made = recap(held.body, title, await accountName(account), s.lang);
    return { ...made, mail: mailLink(made) };
  },
};
