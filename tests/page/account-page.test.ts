import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountPage } from '@/entrypoints/account-page/account-page';
import { isNewer } from '@/entrypoints/account-page/turns';
import { makeView } from '@/lib/core/view/make-view';
import type { SentView } from '@/lib/core/view/sent-view';
import type { PageConfig } from '@/lib/formats/page-config';
import type { PageSetup, VisitMark } from '@/lib/messages/page-messages';
import type { PanelWords } from '@/lib/words/en/panel';
import { panelWords } from '@/lib/words/panel-words';
import { viewWords } from '@/lib/words/view-words';
import { assessOf, NOW, playbook, readings, ZONE } from '../core/make-account';

interface Sent {
  request: string;
  body: { address?: string; accountId?: string; account?: string; visit?: VisitMark; why?: string };
}

const background = vi.hoisted(() => ({ sent: [] as Sent[], answer: (_: Sent): unknown => undefined }));
vi.mock('@/lib/messages/page-runtime', () => ({
  pageRuntime: {
    id: 'kido',
    sendMessage: async (message: Sent) => {
      background.sent.push(message);
      const value = await background.answer(message);
      return value instanceof Error ? { ok: false, error: value.message } : { ok: true, value };
    },
  },
}));
// What stands in the document needs a browser (tests/e2e/baits.test.ts); here only what is to be shown matters.
const screen = vi.hoisted(() => ({ shown: null as null | { account: string | null; view: SentView | null; refused: string | null } }));
vi.mock('@/entrypoints/account-page/panel-on-page', () => ({
  widthNear: (width: number) => width,
  PanelOnPage: class {
    draw(shown: typeof screen.shown) {
      screen.shown = shown;
    }
    remove() {
      screen.shown = null;
    }
  },
}));

const ORIGIN = 'https://console.example';
const config: PageConfig = {
  id: 'c',
  origins: [ORIGIN],
  locale: 'en',
  zone: 'UTC',
  pages: [{ match: '/record' }, { match: '/record/*' }],
  account: { id: [{ selector: '#id' }] },
  fields: [{ metric: 'seats', find: [{ selector: '#seats' }], parse: 'number' }],
};
const setup: PageSetup<PanelWords> = {
  config,
  words: panelWords('en'),
  styles: '',
  lang: 'en',
  theme: 'light',
  place: { side: 'right', width: 340, collapsed: false, hidden: false },
  canOpenSidePanel: true,
};

let turn = 0;
function viewOf(account: string, part: Partial<SentView> = {}): SentView {
  const assessment = assessOf([readings({ seats: 1 })]);
  const around = { name: account, pageAt: NOW, apiAt: null, hasApi: false, trouble: null, drifts: [] };
  const view = makeView(assessment, around, {
    playbook,
    lang: 'en',
    words: viewWords('en'),
    zone: ZONE,
    now: NOW,
    today: assessment.today,
  });
  turn += 1;
  return { ...view, account, turn: { life: 'one', count: turn }, ...part };
}

let page: AccountPage;
const sent = (request: string) => background.sent.filter((one) => one.request === request).map((one) => one.body);
const showRecord = (id: string) => (document.body.innerHTML = `<p id="id">${id}</p><p id="seats">5</p>`);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  background.sent = [];
  background.answer = ({ body }) => viewOf(`c/${body.accountId ?? body.account?.split('/')[1]}`);
  screen.shown = null;
  showRecord('A');
  page = new AccountPage(document, setup, 'document-of-this-test');
  page.go(`${ORIGIN}/record`);
});
afterEach(() => {
  page.stop();
  vi.useRealTimers();
});

describe('an account page', () => {
  it('opens and reads the account, under one mark', async () => {
    await pass(1000);
    expect(screen.shown?.account).toBe('c/A');
    expect(sent('account.open')).toEqual([
      { address: `${ORIGIN}/record`, accountId: 'A', name: null, visit: { document: 'document-of-this-test', count: 1 } },
    ]);
    expect(sent('account.read')[0]?.visit).toEqual({ document: 'document-of-this-test', count: 1 });
  });
  it('tells at once which address was left, also for another account page', async () => {
    await pass(1000);
    page.go(`${ORIGIN}/record/2`);
    expect(sent('account.left')).toEqual([{ address: `${ORIGIN}/record`, visit: { document: 'document-of-this-test', count: 1 } }]);
    expect(screen.shown).toMatchObject({ account: null, view: null });
  });
  it('tells it for a page that is none of an account, and when the document itself is left', async () => {
    await pass(1000);
    page.go(`${ORIGIN}/elsewhere`);
    expect(sent('account.left')).toHaveLength(1);
    expect(screen.shown).toBeNull();
    page.go(`${ORIGIN}/record`);
    await pass(1000);
    page.go('');
    expect(sent('account.left')).toHaveLength(2);
    expect(sent('account.left')[1]?.address).toBe(`${ORIGIN}/record`);
  });
  it('a document that comes back is read from the start, under a new mark', async () => {
    await pass(1000);
    page.go('');
    page.go(`${ORIGIN}/record`);
    await pass(1000);
    expect(sent('account.open').map((body) => body.visit?.count)).toEqual([1, 2]);
    expect(screen.shown?.account).toBe('c/A');
  });
  it('leaves A when the page shows B under the same address, before B is opened', async () => {
    await pass(1000);
    showRecord('B');
    await pass(520);
    expect(sent('account.left')).toEqual([{ address: `${ORIGIN}/record`, visit: { document: 'document-of-this-test', count: 1 } }]);
    expect(screen.shown).toMatchObject({ account: null, view: null });
    expect(sent('account.open')).toHaveLength(1);
    await pass(1000);
    expect(screen.shown?.account).toBe('c/B');
    expect(sent('account.open')[1]).toMatchObject({ accountId: 'B', visit: { count: 2 } });
  });
  it('a page that shows no record has no panel, and the background knows why', async () => {
    await pass(1000);
    document.body.innerHTML = '<p>Somebody</p>';
    await pass(4000);
    expect(sent('account.left').map((body) => body.why)).toEqual([undefined, 'no account: account id: not found']);
    expect(screen.shown).toBeNull();
  });
  it('a page that names two accounts says so in the panel, and nothing of either', async () => {
    await pass(1000);
    document.body.innerHTML = '<p id="id">A</p><p id="id">B</p><p id="seats">5</p>';
    await pass(4000);
    expect(screen.shown).toMatchObject({ account: null, view: null, refused: 'two accounts: account id: several values: A / B' });
  });
  it('of a page that the background knows to be none nothing is shown, and it is not asked over and over', async () => {
    background.answer = ({ request }) => (/open|read/.test(request) ? new Error('no account') : null);
    await pass(3000);
    expect(screen.shown).toBeNull();
    const asked = background.sent.length;
    document.body.append('something else');
    await pass(3000);
    expect(background.sent.length).toBe(asked);
  });
  it('has no panel until the page shows an account', async () => {
    page.stop();
    document.body.innerHTML = '<p>Loading</p>';
    page = new AccountPage(document, setup, 'document-of-this-test');
    page.go(`${ORIGIN}/record`);
    await pass(200);
    expect(screen.shown).toBeNull();
    showRecord('A');
    await pass(1000);
    expect(screen.shown?.account).toBe('c/A');
  });
  it('drops an answer of a visit that is over', async () => {
    let answer: (view: SentView) => void = () => undefined;
    background.answer = ({ request }) => (request === 'account.open' ? new Promise<SentView>((done) => (answer = done)) : null);
    await pass(1000);
    const late = answer;
    showRecord('B');
    await pass(2000);
    late(viewOf('c/A'));
    await pass(10);
    expect(screen.shown).toBeNull();
    answer(viewOf('c/B'));
    await pass(10);
    expect(screen.shown?.account).toBe('c/B');
  });
  it('takes no view of another account from the news', async () => {
    await pass(1000);
    page.hear({ news: 'view', view: viewOf('c/B') });
    expect(screen.shown?.view?.account).toBe('c/A');
  });
  it('orders views by count: a clock that was put back changes nothing', async () => {
    await pass(1000);
    const newer = viewOf('c/A', { at: NOW - 86_400_000, name: 'newer' });
    page.hear({ news: 'view', view: newer });
    expect(screen.shown?.view?.name).toBe('newer');
    page.hear({ news: 'view', view: viewOf('c/A', { at: NOW, name: 'late', turn: { life: 'one', count: 0 } }) });
    expect(screen.shown?.view?.name).toBe('newer');
    page.hear({ news: 'view', view: viewOf('c/A', { name: 'new life', turn: { life: 'two', count: 1 } }) });
    expect(screen.shown?.view?.name).toBe('new life');
  });
  it('reads again when the description changed, and not when only the panel moved', async () => {
    await pass(1000);
    page.hear({ news: 'setup', setup: { ...setup, theme: 'dark' } });
    await pass(1000);
    expect(sent('account.read')).toHaveLength(1);
    page.hear({ news: 'setup', setup: { ...setup, config: { ...config, locale: 'ja' } } });
    await pass(1500);
    expect(sent('account.read')).toHaveLength(2);
  });
  it('without access it is gone and asks nothing more', async () => {
    await pass(1000);
    page.hear({ news: 'setup', setup: null });
    background.sent = [];
    page.go(`${ORIGIN}/record/9`);
    await pass(70_000);
    expect([screen.shown, background.sent]).toEqual([null, []]);
  });
});

describe('order of views', () => {
  it('the first is new, a view of the same turn is not old', () => {
    const view = viewOf('c/A');
    expect(isNewer(view, null)).toBe(true);
    expect(isNewer(view, view)).toBe(true);
  });
});
