import { parseAccountKey } from '@/lib/core/account/account-key';
import type { Account } from '@/lib/core/account/fold-account';
import type { Reading } from '@/lib/core/account/reading';
import { whatToWrite } from '@/lib/core/account/what-to-write';
import type { SentView } from '@/lib/core/view/sent-view';
import type { ConsoleFile } from '@/lib/formats/console-file';
import { pageConfigOf } from '@/lib/formats/page-config';
import type { Heard } from '@/lib/messages/message';
import { ERASED, NO_ACCOUNT } from '@/lib/messages/message';
import type { PageMessages } from '@/lib/messages/page-messages';
import { browserZone } from '@/lib/readers/page/browser-zone';
import { isMissing } from '@/lib/readers/page/drift';
import { readFields } from '@/lib/readers/page/read-fields';
import { storedAddress } from '@/lib/readers/page/stored-address';
import { isErased } from '@/lib/store/erased-marks';
import { noteAccount } from '@/lib/store/journal';
import { noteFresh } from './fresh';
import type { Kido } from './kido';
import { isRedesigned, noteDrift } from './note-drift';
import { noteTab, noteWhy, shownIn } from './shown-tabs';
import { accountAt, type PageAsker } from './who-asks';

/** A page says whose it is: its tab shows that account from now on. It is listed once something was read of it. */
export async function openAccount(kido: Kido, { address, accountId, name, visit }: Heard<PageMessages, 'account.open'>, asker: PageAsker) {
  const { account, console } = accountAt(asker, address, accountId, name);
  // What was erased stays so, although its page is still there: a person begins anew, or nobody does.
  if (await isErased(account)) throw new Error(ERASED);
  if (isNobody(console, accountId)) throw new Error(NO_ACCOUNT);
  await noteTab(kido.session, asker.tabId, { visit, account, address, sender: asker.document });
  void kido.host.tabs.announce({ news: 'tab', tabId: asker.tabId });
  return kido.keeper.view(account);
}

/**
 * What a page showed of its account: understood, and written where it is news.
 * @throws Error `NO_ACCOUNT` where it shows no record, and nothing that was known of one
 */
export async function readPage(
  kido: Kido,
  { address, accountId, name, fields, isRecord, visit }: Heard<PageMessages, 'account.read'>,
  asker: PageAsker,
  id: string,
): Promise<SentView> {
  const { account, console } = accountAt(asker, address, accountId, name);
  // Looking at the page afresh takes its time: until then nothing of the account is there.
  if (!isRecord) await noteWhy(kido.session, asker.tabId, { address, why: NO_ACCOUNT });
  // A page that shows all at once reads while its opening is still under way: each says for itself whose the tab is.
  if (await isErased(account)) throw new Error(ERASED);
  if (isNobody(console, accountId) || !(isRecord || (await isRedesigned(kido, console, account, asker.tabId)))) {
    await leaveAccount(kido, { address, visit, why: NO_ACCOUNT }, asker);
    throw new Error(NO_ACCOUNT);
  }
  await noteTab(kido.session, asker.tabId, { visit, account, address, sender: asker.document });
  if ((await shownIn(kido.session, asker.tabId))?.account !== account) throw new Error('not the account that this tab shows');
  const { keeper, host } = kido;
  const now = host.now();
  await noteAccount({ key: account, console: console.id, id: accountId, name, openedAt: now });
  const read = readFields(fields, pageConfigOf(console), { now, browserZone: browserZone() });
  const seen = read.map((reading) => ({ ...reading, seenAt: now }));
  await noteFresh(kido, account, { pageAt: now });
  const { folded } = await keeper.account(account);
  await noteDrift(kido, console, account, read, folded, { tabId: asker.tabId, document: visit.document });
  const told = seen.filter((one) => !(isMissing(one.problem) && hasPageValue(folded, one.metric)));
  const page = storedAddress(console, address);
  let hold: Reading[] = [];
  const done = await keeper.write(
    account,
    id,
    ({ written }) => {
      const news = whatToWrite(written, told, now, Number.POSITIVE_INFINITY);
      hold = news.hold;
      return news.write.length > 0 ? [{ kind: 'readings', body: { readings: news.write, page } }] : [];
    },
    asker.tabId,
  );
  if (done.written.length > 0) {
    await keeper.hold(account, []);
    return done.view;
  }
  // A page that ticks is written ever more seldom; what it shows counts at once all the same.
  if (hold.length === 0) return done.view;
  await keeper.hold(account, hold);
  return keeper.publish(account, asker.tabId);
}

/** Writes what was held back, where its time has come. */
export async function writeDue({ keeper, host }: Kido, account: string): Promise<void> {
  const { held, written } = await keeper.account(account);
  if (held.length === 0) return;
  const { write } = whatToWrite(written, [...held], host.now(), Number.POSITIVE_INFINITY);
  if (write.length === 0) return;
  await keeper.note(account, () => [{ kind: 'readings', body: { readings: write } }]);
  await keeper.hold(account, []);
}

/** Writes what was seen of an account and held back; called when it is left. */
export async function writeHeld({ keeper }: Kido, account: string): Promise<void> {
  const readings = await keeper.takeHeld(account);
  if (readings.length > 0) await keeper.note(account, () => [{ kind: 'readings', body: { readings } }]);
}

/** A page was left, or shows no account: its tab shows none until the next one says so. */
export async function leaveAccount(
  kido: Kido,
  { address, visit, why }: Heard<PageMessages, 'account.left'>,
  asker: PageAsker,
): Promise<null> {
  const before = await shownIn(kido.session, asker.tabId);
  await noteTab(kido.session, asker.tabId, { visit, account: null, address, sender: asker.document });
  if (before && !(await shownIn(kido.session, asker.tabId))) await writeHeld(kido, before.account);
  await noteWhy(kido.session, asker.tabId, why === undefined ? null : { address, why });
  void kido.host.tabs.announce({ news: 'tab', tabId: asker.tabId });
  return null;
}

/** What stands in an address where an account would: no record has such an id, unless its page says so. */
const NOBODY =
  /^(?:new|add|create|edit|list|all|search|import|export|index|null|undefined|nan|0|_new|_add|neu|nuevo|nouveau|novo|\u65b0\u898f)$/i;

function isNobody({ account }: ConsoleFile, id: string): boolean {
  return account.id === 'url' && !account.check?.some((one) => one.holds === 'id') && NOBODY.test(id);
}

function hasPageValue(account: Account, metric: string): boolean {
  return account.metrics.get(metric)?.moments.findLast((one) => one.source === 'page')?.value != null;
}

/** The console of an account, as it is configured now; null where it is none any more. */
export async function consoleOf(kido: Kido, account: string) {
  return (await kido.settings.console(parseAccountKey(account)?.console))?.console ?? null;
}
