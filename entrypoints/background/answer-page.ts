import { browser } from 'wxt/browser';
import { parseAccountKey } from '@/lib/core/account/account-key';
import { type Account, foldAccount } from '@/lib/core/account/fold-account';
import { onlyNews } from '@/lib/core/account/only-news';
import { frozenCriteria } from '@/lib/core/view/make-view';
import { handoverMarkdown } from '@/lib/deliver/handover';
import { pageConfigOf } from '@/lib/formats/page-config';
import type { PageRequests } from '@/lib/messages/page-requests';
import { browserZone } from '@/lib/readers/page/browser-zone';
import { readFields } from '@/lib/readers/page/read-fields';
import { writePlace } from '@/lib/settings/settings-store';
import { entriesOf, noteAccount } from '@/lib/store/journal';
import { answerTeach } from './answer-teach';
import { askApis } from './api-desk';
import { assessNow, viewOf } from './desk';
import { isMissing, noteFields } from './drift-desk';
import { closeForm, openForm } from './form-desk';
import { noteFreshness } from './freshness';
import { setupFor } from './page-setup';
import { noteTab, tellPages } from './tabs';
import { type Asker, accountAt, consoleAt, mayTouch } from './who-asks';
import { entry, write } from './write';

type Handlers = { [K in keyof PageRequests]: (body: PageRequests[K]['ask'], asker: Asker) => Promise<PageRequests[K]['reply']> };

function page(asker: Asker): Extract<Asker, { kind: 'page' }> {
  if (asker.kind !== 'page') throw new Error('only for account pages');
  return asker;
}

/** Answers to account pages. Extension pages may ask those that name an account. */
export const answerPage: Handlers = {
  ...answerTeach,
  'page.setup': async ({ address }, asker) => {
    const from = page(asker);
    const console = consoleAt(from, address) ?? from.consoles[0];
    return console ? setupFor(console) : null;
  },
  'account.open': async ({ address, accountId, visit }, asker) => {
    const from = page(asker);
    const account = accountAt(from, address, accountId);
    const console = consoleAt(from, address);
    await noteTab(from.tabId, { visit, account, address });
    await noteAccount({ key: account, console: console?.id ?? '', id: accountId, name: null, openedAt: Date.now() });
    void tellPages({ news: 'tab', tabId: from.tabId });
    return viewOf(account);
  },
  'account.read': async ({ address, accountId, name, fields }, asker) => {
    const from = page(asker);
    const account = accountAt(from, address, accountId);
    await noteAccount({ key: account, console: parseAccountKey(account)?.console ?? '', id: accountId, name, openedAt: Date.now() });
    const now = Date.now();
    const config = consoleAt(from, address);
    const read = config ? readFields(fields, pageConfigOf(config), { now, browserZone: browserZone() }) : [];
    const seen = read.map((reading) => ({ ...reading, seenAt: now }));
    const known = foldAccount(account, await entriesOf(account));
    const told = seen.filter((one) => !(isMissing(one.problem) && hasPageValue(known, one.metric)));
    const news = onlyNews(known, told, Number.POSITIVE_INFINITY);
    await noteFreshness(account, { pageAt: now });
    if (config) await noteFields(config, account, read, from.tabId);
    if (news.length === 0) return viewOf(account);
    return (await write(account, [await entry('readings', account, { readings: news, page: address })])).view;
  },
  'account.left': async ({ address, visit }, asker) => {
    const { tabId } = page(asker);
    await noteTab(tabId, { visit, account: null, address });
    void tellPages({ news: 'tab', tabId });
    return null;
  },
  'account.view': async ({ account }) => viewOf(account),
  'api.ask': async ({ account, again }) => {
    await askApis(account, again);
    return viewOf(account);
  },
  'item.mark': async ({ account, mark }) => write(account, [await entry('item', account, mark)]),
  'stall.snooze': async ({ account, snooze }) => write(account, [await entry('snooze', account, snooze)]),
  'touchpoint.plan': async ({ account, play, day }) => {
    const { setting, folded } = await assessNow(account);
    const known = setting.playbook.plays.find((one) => one.id === play);
    if (!known) throw new Error('no such play');
    const before = folded.touchpoints.filter((one) => one.status === 'planned' && one.play === play);
    const retracted = await Promise.all(before.map((one) => entry('retraction', account, { target: one.id, reason: 'moved' })));
    const planned = await entry('touchpoint', account, { status: 'planned', play, type: known.touchpoint?.type ?? 'internal', day });
    return write(account, [...retracted, planned]);
  },
  'play.done': async ({ account, play }) => {
    const { assessment } = await assessNow(account);
    const open = assessment.checklist.filter((item) => item.play === play && item.state === 'open' && item.lateDays >= 0);
    if (open.length === 0) return { written: [], view: await viewOf(account) };
    return write(account, await Promise.all(open.map((item) => entry('item', account, { item: item.id, state: 'done' }))));
  },
  'judgement.state': async ({ account }) => {
    const { assessment, setting } = await assessNow(account);
    if (!assessment.judgement.ready) throw new Error('criteria and the customer’s word are both needed');
    const { quote } = assessment.judgement;
    const { id, version } = setting.playbook;
    const body = {
      day: assessment.today,
      onboarded: true,
      playbook: { id, version },
      criteria: frozenCriteria(assessment, setting),
      ...(quote && { quote: quote.text, who: quote.who }),
    };
    return write(account, [await entry('judgement', account, body)]);
  },
  'entry.retract': async ({ account, ids }) => {
    const own = new Set((await entriesOf(account)).map((one) => one.id));
    const targets = ids.filter((id) => own.has(id));
    return write(account, await Promise.all(targets.map((target) => entry('retraction', account, { target }))));
  },
  'handover.text': async ({ account }) => handoverMarkdown(await viewOf(account)),
  'panel.place': async ({ console, place }, asker) => {
    if (asker.kind === 'page' && !asker.consoles.some((one) => one.id === console)) throw new Error('another console');
    await writePlace(console, place);
    return null;
  },
  'form.open': async ({ account, asked }, asker) => {
    const pass = await openForm(page(asker).tabId, account, asked);
    return { page: `${browser.runtime.getURL('/form.html')}?pass=${pass}` };
  },
  'form.close': async (_, asker) => {
    await closeForm(page(asker).tabId);
    return null;
  },
  'sidepanel.open': async () => null,
};

function hasPageValue(account: Account, metric: string): boolean {
  return account.metrics.get(metric)?.moments.findLast((one) => one.source === 'page')?.value != null;
}

/** Requests that name an account are checked against the sender before anything else. */
export function checkAccount(body: unknown, asker: Asker): void {
  const account = (body as { account?: unknown }).account;
  if (typeof account === 'string') mayTouch(asker, account);
}
