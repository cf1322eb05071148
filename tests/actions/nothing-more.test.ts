import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { tabClosed } from '@/lib/actions/tab-moved';
import { entriesOf } from '@/lib/store/journal';
import { aConsole, addressOf, connect, shown, visit } from './a-console';
import { Bench, NOW, pageAt } from './fake-host';

let bench: Bench;
const HERE = addressOf('17');

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
});

const read = (fields: object[], count = 1) =>
  bench.ask('account.read', { address: HERE, accountId: '17', name: 'Acme KK', fields, visit: { ...visit, count } }, pageAt(HERE));

describe('of a page nothing more is kept', () => {
  it('than the fields that the console’s description names', async () => {
    await read([shown('seats', '40'), shown('salary', '9000'), shown('activeUsers', '12')]);
    const [entry] = await entriesOf('acme/17');
    expect(entry).toMatchObject({ body: { readings: [{ metric: 'seats', value: 40 }] } });
    const everything = JSON.stringify([await entriesOf('acme/17'), bench.browser.local.stored, bench.browser.memory.stored]);
    for (const gone of ['salary', '9000', 'activeUsers']) expect(everything).not.toContain(gone);
  });

  it('than the label, when it is looked at as a whole because fields are gone; and it is looked at once', async () => {
    let looks = 0;
    const field = { label: 'Seats booked', value: 40, text: '40', type: 'number' as const, locale: null };
    const other = { label: 'Private remark', value: 'SECRET', text: 'SECRET', type: 'text' as const, locale: null };
    bench.browser.host.look.discover = async () => {
      looks += 1;
      const fields = [field, other].map((one) => ({ ...one, offers: [{ locator: { label: one.label }, by: 'label' as const }] }));
      return { title: 'SECRET', accountId: '17', ambiguous: false, locale: null, fields, writing: { lang: '', texts: [], labels: [] } };
    };
    await read([shown('seats', '40'), shown('plan', 'Pro')]);
    bench.browser.now += 60_000;
    await tabClosed(bench.kido, 7);
    bench.browser.tabs.set(7, HERE);
    const gone = [shown('seats', null, 'not found'), shown('plan', null, 'not found')];
    for (const count of [2, 2, 3]) {
      bench.browser.now += 60_000;
      await read(gone, count);
    }
    expect(looks).toBe(1);
    expect(bench.browser.announced.filter((one) => one.news === 'settings')).toHaveLength(1);
    expect((await bench.kido.settings.drift('acme'))?.proposals).toMatchObject([{ metric: 'seats', label: 'Seats booked' }]);
    const everything = JSON.stringify([await entriesOf('acme/17'), bench.browser.local.stored, bench.browser.memory.stored]);
    expect(everything).not.toContain('SECRET');
    expect(JSON.stringify(bench.browser.local.stored)).not.toContain('"40"');
  });

  it('than the label, when more fields are gone later: then it is looked at once again', async () => {
    let looks = 0;
    bench.browser.host.look.discover = async () => {
      looks += 1;
      return bench.browser.discovered;
    };
    const gone = (metric: string) => shown(metric, null, 'not found');
    await read([shown('seats', '40'), shown('plan', 'Pro'), shown('contractDate', '2026-10-01')]);
    bench.browser.tabs.set(7, HERE);
    for (const [at, fields] of [
      [gone('seats'), shown('plan', 'Pro'), shown('contractDate', '2026-10-01')],
      [gone('seats'), gone('plan'), shown('contractDate', '2026-10-01')],
      [gone('seats'), gone('plan'), shown('contractDate', '2026-10-01')],
    ].entries()) {
      await tabClosed(bench.kido, 7);
      bench.browser.tabs.set(7, HERE);
      bench.browser.now += 60_000;
      await read(fields, at + 2);
    }
    expect(looks).toBe(2);
    expect((await bench.kido.settings.drift('acme'))?.drifts.map((one) => one.metric)).toEqual(['seats', 'plan']);
  });

  it('where the tab has gone elsewhere meanwhile it is not looked at', async () => {
    let looks = 0;
    bench.browser.host.look.discover = async () => {
      looks += 1;
      return bench.browser.discovered;
    };
    await read([shown('seats', '40'), shown('plan', 'Pro')]);
    await tabClosed(bench.kido, 7);
    bench.browser.tabs.set(7, 'https://mail.example/');
    bench.browser.now += 60_000;
    await read([shown('seats', null, 'not found'), shown('plan', null, 'not found')], 2);
    expect(looks).toBe(0);
    expect(await bench.kido.settings.drift('acme')).toMatchObject({ account: 'acme/17', proposals: [] });
  });
});

describe('a console that is being connected', () => {
  const state = { addresses: [HERE], choices: { seats: 'Seats' }, seen: ['SEEN'] };

  it('is kept in memory while the browser runs, with what was seen, and on no disk', async () => {
    await bench.ask('wizard.put', { state });
    bench.restart();
    expect(await bench.ask('wizard.get', {})).toEqual(state);
    expect(JSON.stringify(bench.browser.local.stored)).not.toContain('SEEN');
    await bench.ask('wizard.put', { state: null });
    expect(await bench.ask('wizard.get', {})).toBeNull();
    expect(JSON.stringify(bench.browser.memory.stored)).not.toContain('SEEN');
  });
});

describe('a mark of what was erased', () => {
  it('says when, how much and by whom, and neither whose it was nor what', async () => {
    await bench.ask('settings.put', { change: { author: 'Maya' } });
    await read([shown('seats', '40')]);
    const touchpoint = { status: 'held', type: 'call', day: '2026-11-20', notes: 'Words of Sato', attendees: ['Sato'] };
    await bench.ask('touchpoint.log', { account: 'acme/18', touchpoint, ticks: [] });
    await bench.ask('account.erase', { account: 'acme/17' });
    await bench.ask('account.eraseWords', { account: 'acme/18', person: 'Sato' });
    const { erased } = await bench.ask<{ erased: object[] }>('data.backup', {});
    expect(erased).toHaveLength(3);
    for (const mark of erased) expect(mark).toMatchObject({ at: NOW, by: 'Maya' });
    expect(JSON.stringify(erased)).not.toMatch(/acme|Sato|Acme|Words/);
  });
});
