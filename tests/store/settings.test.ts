import { beforeEach, describe, expect, it } from 'vitest';
import { type ConsoleFile, parseConsole } from '@/lib/formats/console-file';
import type { Area } from '@/lib/store/area';
import { Settings } from '@/lib/store/settings';
import { sampleConsoleFile } from '../console/console-file';

/** An area in memory that counts what is asked of it; each answer comes a moment later. */
class MemoryArea implements Area {
  gets = 0;
  sets = 0;
  fail: Error | null = null;
  constructor(readonly values: Record<string, unknown> = {}) {}
  async get(key: string) {
    this.gets += 1;
    await Promise.resolve();
    if (this.fail) throw this.fail;
    return structuredClone(this.values[key]);
  }
  async set(key: string, value: unknown) {
    this.sets += 1;
    await Promise.resolve();
    if (this.fail) throw this.fail;
    this.values[key] = structuredClone(value);
  }
  async remove(key: string) {
    delete this.values[key];
  }
  async keys() {
    return Object.keys(this.values);
  }
}

const noPolicy = () => Promise.reject(new Error('no policy here'));
const file = (id: string, more: object = {}) => ({ ...sampleConsoleFile('http://localhost:4000'), id, ...more });
const console_ = (id: string, more: object = {}) => parseConsole(file(id, more)).console as ConsoleFile;
const V2 = { settings: { v: 2 } };
let area: MemoryArea;

beforeEach(() => {
  area = new MemoryArea({ ...V2 });
});
const settingsWith = (values: object, policy: object | null = null) => {
  area = new MemoryArea({ ...V2, ...values });
  return new Settings(area, policy ? async () => policy : noPolicy);
};

describe('preferences', () => {
  it('are the defaults in an empty store', async () => {
    const { preferences, locked, wrong } = await settingsWith({}).preferences();
    expect(preferences).toEqual({
      lang: 'auto',
      theme: 'auto',
      zone: 'auto',
      author: '',
      holidays: 'none',
      ownHolidays: [],
      playbook: null,
      backup: 'off',
    });
    expect([locked, wrong]).toEqual([[], []]);
  });
  it('stand each alone: a wrong one falls to its default alone, and is told', async () => {
    const stored = { theme: 'pink', zone: 'Mars/Base', author: 'Mori', ownHolidays: ['2026-01-01', '2026/01/02', '2026-02-30'] };
    const { preferences, wrong } = await settingsWith({ preferences: stored }).preferences();
    expect(preferences).toMatchObject({ theme: 'auto', zone: 'auto', author: 'Mori', ownHolidays: ['2026-01-01'] });
    expect(wrong.map((one) => [one.from, one.key])).toEqual([
      ['own', 'theme'],
      ['own', 'zone'],
      ['own', 'ownHolidays'],
      ['own', 'ownHolidays'],
    ]);
    expect(wrong[3]?.why).toMatch(/ownHolidays\[2\]: a day/);
  });
  it.each(['text', 7, null, [1]])('a store that holds %o holds nothing', async (stored) =>
    expect((await settingsWith({ preferences: stored }).preferences()).preferences.theme).toBe('auto'),
  );
  it('policy keys stand each alone too, and only good ones are locked', async () => {
    const settings = settingsWith(
      { preferences: { zone: 'Europe/Paris' } },
      { lang: 'not a tag', zone: 'Tokio', theme: 'dark', colour: 1 },
    );
    const { preferences, locked, wrong } = await settings.preferences();
    expect(preferences).toMatchObject({ lang: 'auto', zone: 'Europe/Paris', theme: 'dark' });
    expect(locked).toEqual(['theme']);
    expect(wrong.map((one) => `${one.from} ${one.key}`)).toEqual(['policy lang', 'policy zone', 'policy colour']);
  });
  it('take any language', async () => {
    const settings = settingsWith({});
    expect(await settings.changePreferences({ lang: 'pt-BR' })).toEqual(['lang']);
    expect((await settings.preferences()).preferences.lang).toBe('pt-BR');
  });
  it('of two changes that come at once none is lost', async () => {
    const settings = settingsWith({});
    await Promise.all([settings.changePreferences({ author: 'Mori' }), settings.changePreferences({ theme: 'dark' })]);
    expect((await settings.preferences()).preferences).toMatchObject({ author: 'Mori', theme: 'dark' });
  });
  it('name only what really changed, and write nothing for the rest', async () => {
    const settings = settingsWith({ preferences: { author: 'Mori', theme: 'light' } });
    expect(await settings.changePreferences({ author: 'Mori', theme: 'dark' })).toEqual(['theme']);
    const { sets } = area;
    expect(await settings.changePreferences({ author: 'Mori' })).toEqual([]);
    expect(area.sets).toBe(sets);
  });
  it('a change keeps what this version cannot read', async () => {
    const settings = settingsWith({ preferences: { theme: 'pink', density: 'tight' } });
    await settings.changePreferences({ author: 'Mori' });
    expect(area.values.preferences).toEqual({ theme: 'pink', density: 'tight', author: 'Mori' });
  });
  it('a change that is wrong or fixed by the company stores nothing', async () => {
    const settings = settingsWith({}, { zone: 'Asia/Tokyo' });
    await expect(settings.changePreferences({ author: 'M', ownHolidays: ['2026-13-01'] })).rejects.toThrow(/ownHolidays\[0\]: a day/);
    await expect(settings.changePreferences({ author: 'M', zone: 'UTC' })).rejects.toThrow('zone: fixed by policy');
    expect(area.values.preferences).toBeUndefined();
    expect(await settings.changePreferences({ author: 'M' })).toEqual(['author']);
  });
  it('are read once until they are forgotten', async () => {
    const settings = settingsWith({ preferences: { author: 'Mori' } });
    await settings.preferences();
    const { gets } = area;
    await settings.preferences();
    expect(area.gets).toBe(gets);
    area.values.preferences = { author: 'Abe' };
    settings.forget();
    expect((await settings.preferences()).preferences.author).toBe('Abe');
  });
  it('a reading that failed is not kept', async () => {
    const settings = settingsWith({ preferences: { author: 'Mori' } });
    await settings.preferences();
    settings.forget();
    area.fail = new Error('busy');
    await expect(settings.preferences()).rejects.toThrow('busy');
    area.fail = null;
    expect((await settings.preferences()).preferences.author).toBe('Mori');
  });
  it('a reading or change that failed is made again by the next', async () => {
    const settings = settingsWith({ preferences: { author: 'Mori' } });
    area.fail = new Error('busy');
    await expect(settings.preferences()).rejects.toThrow('busy');
    await expect(settings.changePreferences({ author: 'Abe' })).rejects.toThrow('busy');
    area.fail = null;
    expect((await settings.preferences()).preferences.author).toBe('Mori');
    await settings.changePreferences({ author: 'Abe' });
    expect((await settings.preferences()).preferences.author).toBe('Abe');
  });
});

describe('consoles', () => {
  const broken = { ...file('later'), kido: 'console/9' };
  it('that this version cannot read are kept by every change, and shown', async () => {
    const settings = settingsWith({ consoles: [broken, file('one'), 'text'] });
    await settings.putConsole(console_('two'));
    await settings.putConsole(console_('one', { name: 'One' }));
    await settings.removeConsole('two');
    expect(area.values.consoles).toEqual([broken, console_('one', { name: 'One' }), 'text']);
    expect((await settings.consoles()).map((one) => one.console.name)).toEqual(['One']);
    const unread = await settings.unreadConsoles();
    expect(unread).toMatchObject([
      { id: 'later', from: 'own', shadowed: false, data: broken },
      { id: null, name: null, from: 'own', data: 'text' },
    ]);
    expect(unread[0]?.why[0]).toMatch(/^kido:/);
  });
  it('that the policy shadows are kept and come back without it', async () => {
    const settings = settingsWith(
      { consoles: [file('acme', { name: 'Own' })] },
      { consoles: [JSON.stringify(file('acme', { name: 'Fixed' }))] },
    );
    expect((await settings.consoles()).map((one) => [one.console.name, one.locked])).toEqual([['Fixed', true]]);
    expect(await settings.unreadConsoles()).toMatchObject([{ id: 'acme', name: 'Own', shadowed: true, why: [] }]);
    await settings.putConsole(console_('other'));
    const after = new Settings(area, noPolicy);
    expect((await after.consoles()).map((one) => one.console.name)).toContain('Own');
  });
  it('two of one id: the first is in use, the other is shown', async () => {
    const settings = settingsWith({ consoles: [file('acme', { name: 'First' }), file('acme', { name: 'Second' })] });
    expect((await settings.consoles()).map((one) => one.console.name)).toEqual(['First']);
    expect(await settings.unreadConsoles()).toMatchObject([
      { name: 'Second', why: ['id: another console is called acme'], shadowed: false },
    ]);
  });
  it('of the company cannot be replaced', async () => {
    const settings = settingsWith({}, { consoles: [JSON.stringify(file('acme'))] });
    await expect(settings.putConsole(console_('acme'))).rejects.toThrow('fixed by policy');
  });
  it('a policy with one broken file and one broken key keeps its good ones', async () => {
    const settings = settingsWith({}, { lang: '!', consoles: ['{oops', JSON.stringify(file('acme'))] });
    expect((await settings.consoles()).map((one) => one.console.id)).toEqual(['acme']);
    expect(await settings.unreadConsoles()).toMatchObject([{ id: null, from: 'policy', data: '{oops' }]);
  });
  it('one removed takes what was noted of it with it, and an unreadable one can be removed by its content', async () => {
    const settings = settingsWith({ consoles: [file('acme'), 'text'], 'place:acme': {}, 'health:acme': {}, 'drift:acme': {} });
    await settings.removeConsole('acme');
    await settings.removeUnread('text');
    expect(area.values).toEqual({ ...V2, consoles: [] });
  });
  it('two that are put at once are both there', async () => {
    const settings = settingsWith({});
    await Promise.all([settings.putConsole(console_('one')), settings.putConsole(console_('two'))]);
    expect((await settings.consoles()).map((one) => one.console.id)).toEqual(['one', 'two']);
  });
});

describe('what is noted of a console', () => {
  it('is the usual where what is stored is none', async () => {
    const settings = settingsWith({ 'place:acme': { width: 'wide' }, 'health:acme': 5, 'drift:acme': { account: 1 } });
    expect(await settings.place('acme')).toMatchObject({ side: 'right', width: 340 });
    expect(await settings.health('acme')).toEqual({ fields: {}, views: [] });
    expect(await settings.drift('acme')).toBeNull();
  });
  it('holds no value that a page showed', async () => {
    const settings = settingsWith({});
    const proposal = { metric: 'seats', locator: { label: 'Seats' }, label: 'Seats', because: ['label' as const], shown: 'secret 12' };
    await settings.putDrift('acme', { account: 'acme/1', drifts: [{ metric: 'seats', since: 1, scope: 'page' }], proposals: [proposal] });
    expect(JSON.stringify(area.values)).not.toContain('secret');
    expect((await settings.drift('acme'))?.proposals[0]?.label).toBe('Seats');
    await settings.removeDrift('acme');
    expect(await settings.drift('acme')).toBeNull();
  });
  it('a device has one name, however often it is asked at once', async () => {
    const settings = settingsWith({});
    const [one, two] = await Promise.all([settings.device(), settings.device()]);
    expect(one).toMatch(/^[0-9a-f]{8}$/);
    expect(two).toBe(one);
    settings.forget();
    expect(await settings.device()).toBe(one);
  });
});

describe('settings of the first form', () => {
  const first = {
    preferences: { lang: 'ja', author: 'Mori' },
    consoles: [file('acme')],
    secrets: { token: 's' },
    webhooks: [],
    'place:acme': { side: 'left', width: 400, collapsed: true, hidden: false },
    'health:acme': { fields: {}, views: ['a b'] },
    'drift:acme': { account: 'acme/1', drifts: [], proposals: [{ shown: 'Tern Ltd' }] },
    device: '12345678',
    wizard: { pages: ['Tern Ltd'] },
  };
  it('are read as they were, without what pages had shown', async () => {
    area = new MemoryArea(structuredClone(first));
    const settings = new Settings(area, noPolicy);
    expect((await settings.preferences()).preferences).toMatchObject({ lang: 'ja', author: 'Mori' });
    expect(await settings.place('acme')).toMatchObject({ side: 'left', collapsed: true });
    expect(await settings.health('acme')).toEqual({ fields: {}, views: ['a b'] });
    expect(await settings.device()).toBe('12345678');
    expect((await settings.consoles()).map((one) => one.console.id)).toEqual(['acme']);
    expect(area.values.settings).toEqual({ v: 2 });
    expect(JSON.stringify(area.values)).not.toContain('Tern');
    // The store takes these, and only then they go.
    expect(area.values).toMatchObject({ secrets: { token: 's' }, webhooks: [] });
  });
  it('are brought over again where that was cut short', async () => {
    area = new MemoryArea(structuredClone(first));
    const remove = area.remove.bind(area);
    area.remove = (key) => (key === 'wizard' ? Promise.reject(new Error('stopped')) : remove(key));
    await expect(new Settings(area, noPolicy).preferences()).rejects.toThrow('stopped');
    expect(area.values.settings).toBeUndefined();
    area.remove = remove;
    expect((await new Settings(area, noPolicy).preferences()).preferences.author).toBe('Mori');
    expect(area.values.wizard).toBeUndefined();
  });
  it('of a later version are read as far as they can be, and left as they are', async () => {
    area = new MemoryArea({ settings: { v: 9 }, wizard: 1, preferences: { author: 'Mori' } });
    expect((await new Settings(area, noPolicy).preferences()).preferences.author).toBe('Mori');
    expect(area.values).toEqual({ settings: { v: 9 }, wizard: 1, preferences: { author: 'Mori' } });
  });
});
