import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { BACKUP_ALARM, backUpIfDue, planBackup } from '@/lib/actions/weekly-backup';
import type { BackupState } from '@/lib/messages/settings-messages';
import { noteBackup } from '@/lib/store/last-backup';
import { aConsole, connect } from './a-console';
import { Bench, NOW, OWN } from './fake-host';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let bench: Bench;

beforeEach(async () => {
  bench = await Bench.empty();
  await connect(bench, aConsole());
});

const choose = (backup: 'off' | 'weekly') => bench.ask('settings.put', { change: { backup } });
const alarm = () => bench.browser.alarms.get(BACKUP_ALARM);
const state = () => bench.ask<BackupState>('backup.state', {});

async function write(entries: number) {
  for (let at = 0; at < entries; at += 1) await bench.ask('fact.note', { account: 'acme/17', metric: 'plan', value: `Plan ${at}` });
}

describe('a backup that is made by itself', () => {
  it('is not made before a person has switched it on', async () => {
    await write(20);
    await planBackup(bench.kido);
    expect(alarm()).toBeUndefined();
    await backUpIfDue(bench.kido);
    expect(bench.browser.opened).toEqual([]);
    expect(alarm()).toBeUndefined();
  });

  it('is due a minute after it was switched on, and a week after the last one', async () => {
    await choose('weekly');
    expect(alarm()).toBe(NOW + 60_000);
    await bench.ask('backup.done', {});
    expect(alarm()).toBe(NOW + 7 * DAY);
    bench.browser.now += 3 * DAY;
    await planBackup(bench.kido);
    expect(alarm()).toBe(NOW + 7 * DAY);
    bench.browser.now += 20 * DAY;
    await planBackup(bench.kido);
    expect(alarm()).toBe(bench.browser.now + 60_000);
  });

  it('has no alarm any more once it was switched off', async () => {
    await choose('weekly');
    await choose('off');
    expect(alarm()).toBeUndefined();
  });

  it('another setting moves no alarm', async () => {
    await choose('weekly');
    bench.browser.alarms.set(BACKUP_ALARM, 5);
    await bench.ask('settings.put', { change: { author: 'Maya' } });
    expect(alarm()).toBe(5);
  });

  it('opens its page out of sight when it is due, and looks again within the hour should that page not end', async () => {
    await choose('weekly');
    bench.browser.host.tabs.open = async (address, active) => {
      bench.browser.opened.push(`${address} ${active}`);
      return 1;
    };
    await backUpIfDue(bench.kido);
    expect(bench.browser.opened).toEqual([`${OWN.url}backup.html false`]);
    expect(alarm()).toBe(NOW + HOUR);
    await bench.ask('backup.done', {});
    expect(alarm()).toBe(NOW + 7 * DAY);
  });

  it('is not made twice in one week: an alarm that came too early is set anew', async () => {
    await choose('weekly');
    await bench.ask('backup.done', {});
    bench.browser.now += 7 * DAY - 1;
    await backUpIfDue(bench.kido);
    expect(bench.browser.opened).toEqual([]);
    expect(alarm()).toBe(bench.browser.now + 60_000);
    bench.browser.now += 1;
    await backUpIfDue(bench.kido);
    expect(bench.browser.opened).toHaveLength(1);
  });

  it('is not put off for years by a clock that stood in the future', async () => {
    await choose('weekly');
    await noteBackup(NOW + 400 * DAY);
    await planBackup(bench.kido);
    expect(alarm()).toBe(NOW + 7 * DAY);
    await backUpIfDue(bench.kido);
    expect(bench.browser.opened).toHaveLength(1);
  });
});

describe('the reminder', () => {
  it('comes where there is something to lose and no file of it', async () => {
    await write(19);
    expect(await state()).toEqual({ lastAt: null, isOld: false });
    await write(1);
    expect(await state()).toEqual({ lastAt: null, isOld: true });
  });

  it('comes again when the last file is older than thirty days', async () => {
    await write(20);
    await bench.ask('backup.done', {});
    expect(await state()).toEqual({ lastAt: NOW, isOld: false });
    bench.browser.now += 30 * DAY;
    expect((await state()).isOld).toBe(false);
    bench.browser.now += 1;
    expect(await state()).toEqual({ lastAt: NOW, isOld: true });
  });

  it('does not come where Kido saves by itself', async () => {
    await write(20);
    await choose('weekly');
    expect((await state()).isOld).toBe(false);
  });

  it('a file that was saved is told to open settings', async () => {
    bench.browser.announced = [];
    await bench.ask('backup.done', {});
    expect(bench.browser.announced).toEqual([{ news: 'settings' }]);
  });
});
