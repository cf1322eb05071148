import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { StandpointKeeper, shipped } from '@/lib/keeper/setting';
import { closeDatabase } from '@/lib/store/database';
import { publishPlaybook } from '@/lib/store/playbooks';
import { Settings } from '@/lib/store/settings';
import { memoryArea } from '../actions/fake-host';
import { emptyStore } from './a-keeper';

beforeEach(emptyStore);

function made(language = 'en-US') {
  const area = memoryArea();
  const settings = new Settings(area, async () => ({}));
  const standpoint = new StandpointKeeper(settings, () => language);
  const change = async (preferences: Parameters<Settings['changePreferences']>[0]) => {
    await settings.changePreferences(preferences);
    standpoint.forget();
    return standpoint.now();
  };
  return { area, settings, standpoint, change };
}

const next = { ...shipped, version: shipped.version + 1, targetDays: 30 };

describe('the playbook in use', () => {
  it('is the shipped one until another version was chosen', async () => {
    const { standpoint, change } = made();
    expect((await standpoint.now()).playbook).toEqual(shipped);
    await publishPlaybook(next);
    expect((await change({ lang: 'en' })).playbook.version).toBe(shipped.version);
    expect((await change({ playbook: { id: next.id, version: next.version } })).playbook).toMatchObject({ version: next.version });
    expect((await change({ playbook: null })).playbook.version).toBe(shipped.version);
  });

  it('that was chosen and is not there gives way to the shipped one', async () => {
    expect((await made().change({ playbook: { id: 'gone', version: 3 } })).playbook.id).toBe(shipped.id);
  });
});

describe('holidays', () => {
  const own = ['2026-12-30'];

  it('are the playbook’s own, those of Japan, or the person’s, as was chosen', async () => {
    const { standpoint, change } = made();
    expect((await standpoint.now()).playbook.calendar.holidays).toEqual(shipped.calendar.holidays);
    const jp = (await change({ holidays: 'jp', ownHolidays: own })).playbook.calendar.holidays;
    expect(jp).toContain('2026-01-01');
    expect(jp).not.toContain('2026-12-30');
    expect((await change({ holidays: 'own' })).playbook.calendar.holidays).toEqual(own);
    expect((await change({ holidays: 'none' })).playbook.calendar.holidays).toEqual(shipped.calendar.holidays);
  });

  it('change nothing else of the playbook', async () => {
    const { playbook } = await made().change({ holidays: 'own', ownHolidays: own });
    expect(playbook).toEqual({ ...shipped, calendar: { ...shipped.calendar, holidays: own } });
  });
});

describe('what is made from the settings', () => {
  it('is the same object for the same choice: nothing is assessed again for another setting', async () => {
    const { change } = made();
    const first = await change({ author: 'Maya' });
    const second = await change({ author: 'Mori' });
    expect(second.playbook).toBe(first.playbook);
    expect(second.preferences.author).toBe('Mori');
  });

  it('is another for other holidays, another version, or another playbook', async () => {
    const { change } = made();
    await publishPlaybook(next);
    await publishPlaybook({ ...next, id: 'another' });
    const seen = [
      await change({}),
      await change({ holidays: 'own', ownHolidays: ['2026-12-30'] }),
      await change({ ownHolidays: ['2026-12-29'] }),
      await change({ holidays: 'none', playbook: { id: next.id, version: next.version } }),
      await change({ playbook: { id: 'another', version: next.version } }),
    ].map((one) => one.playbook);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is worked out once until a setting has changed', async () => {
    const { standpoint } = made();
    const first = standpoint.now();
    expect(standpoint.now()).toBe(first);
    standpoint.forget();
    expect(standpoint.now()).not.toBe(first);
  });

  it('that could not be worked out is tried again', async () => {
    const { area, settings, standpoint } = made();
    const get = area.get;
    area.get = async () => Promise.reject(new Error('the profile is gone'));
    await expect(standpoint.now()).rejects.toThrow('the profile is gone');
    area.get = get;
    settings.forget();
    expect((await standpoint.now()).playbook.id).toBe(shipped.id);
  });

  it('also where the store was what failed', async () => {
    const { standpoint, change } = made();
    await publishPlaybook(next);
    await change({ playbook: { id: next.id, version: next.version } });
    const factory = globalThis.indexedDB;
    await closeDatabase();
    globalThis.indexedDB = {
      open: () => {
        throw new Error('no disk');
      },
    } as unknown as IDBFactory;
    standpoint.forget();
    await expect(standpoint.now()).rejects.toThrow();
    globalThis.indexedDB = factory;
    expect((await standpoint.now()).playbook.version).toBe(next.version);
  });
});

describe('language and zone', () => {
  it('are the browser’s and the machine’s until they were chosen', async () => {
    const { standpoint, change } = made('ja-JP');
    expect((await standpoint.now()).lang).toBe('ja');
    expect((await standpoint.now()).zone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
    expect(await change({ lang: 'en', zone: 'Asia/Tokyo' })).toMatchObject({ lang: 'en', zone: 'Asia/Tokyo' });
  });
});
