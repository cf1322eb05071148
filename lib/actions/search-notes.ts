import { parseQuery, snippet } from '@/lib/core/note/search-words';
import { inLang } from '@/lib/core/text';
import type { FoundNote } from '@/lib/core/view/found-note';
import { indexOlder } from '@/lib/store/make-index';
import { searchNotes } from '@/lib/store/search';
import { accountName } from './account-name';
import type { Kido } from './kido';

const SOON_MS = 1000;

/** Notes of all accounts that hold what is typed, with what was looked for marked. */
export async function searchAll({ host, standpoint }: Kido, text: string): Promise<FoundNote[]> {
  // A large journal is made ready for minutes; until then what is ready is searched.
  await Promise.race([indexOlder(), host.wait(SOON_MS)]);
  const { playbook, lang } = await standpoint.now();
  const query = parseQuery(text);
  const found = await searchNotes(text);
  const keys = [...new Set(found.map((one) => one.account))];
  const names = new Map(await Promise.all(keys.map(async (key) => [key, await accountName(key)] as const)));
  return found.map(({ id, account, day, play, text: note }) => {
    const name = playbook.plays.find((one) => one.id === play)?.name;
    return {
      id,
      account,
      name: names.get(account) ?? account,
      day,
      title: name ? inLang(name, lang) : '',
      pieces: snippet(note, query),
    };
  });
}
