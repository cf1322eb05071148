import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/core/account/entry';
import { type CalendarEvent, calendarFile } from '@/lib/deliver/calendar-file';
import { accessibilityProblems } from './axe';
import { type Kind, until } from './kido-browser';
import { openAccount, type Stage, sidePanelOf, stageOn } from './setup';

const shot = async (page: Page, name: string) => {
  if (process.env.KIDO_SHOTS) await page.screenshot({ path: `${process.env.KIDO_SHOTS}/${name}.png` });
};
const textOf = (page: Page, selector: string) => page.$eval(selector, (one) => one.textContent ?? '');

describe.each<Kind>(['chromium', 'firefox'])('notes in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => void (stage = await stageOn(kind, { width: 420, height: 860 })));
  afterAll(() => stage?.end());

  const touchpoints = async (account: string) => {
    const { entries } = await stage.kido.ask<{ entries: Entry[] }>(stage.options, 'data.backup', {});
    return entries
      .filter((entry) => entry.account === account && entry.kind === 'touchpoint')
      .map((entry) => entry.body as Record<string, unknown>);
  };

  it('understands a note as it is typed, and logs it without the mouse', async () => {
    const page = await openAccount(stage, 'ACC-1001');
    const side = await sidePanelOf(stage, page);
    await side.bringToFront();
    await side.focus('textarea');
    await side.type(
      'textarea',
      '! CSV rejects class codes @us\n? Bulk edit of class codes\n- Send a sample file 2030-01-15\n"Teachers will not log in twice"\n:|',
    );
    await until(
      () => textOf(side, '.chips'),
      (text) => /Blocker.*us.*Request.*Task.*2030-01-15.*Customer’s words.*Neutral/.test(text),
      'no chips',
    );
    await shot(side, `${kind}-note`);
    if (kind === 'chromium') expect(await accessibilityProblems(side, '.side')).toEqual([]);
    await side.click('.chips button:nth-of-type(3)');
    await side.select('.mark-fields select', 'customer');
    await until(
      () => side.$eval('textarea', (area) => area.value),
      (text) => text.includes('- Send a sample file @customer 2030-01-15'),
      'the field did not write into the text',
    );
    await side.focus('textarea');
    await side.keyboard.down('Control');
    await side.keyboard.press('Enter');
    await side.keyboard.up('Control');
    const [body] = await until(
      () => touchpoints('sample/ACC-1001'),
      (list) => list.length === 1,
      'not logged',
    );
    expect(body).toMatchObject({
      blockers: [{ text: 'CSV rejects class codes', owner: 'us' }],
      requests: [{ text: 'Bulk edit of class codes' }],
      actions: [{ text: 'Send a sample file', owner: 'customer', dueDay: '2030-01-15' }],
      quotes: [{ text: 'Teachers will not log in twice' }],
      sentiment: 'neutral',
    });
    await until(
      () => textOf(side, '.timeline'),
      (text) => text.includes('CSV rejects class codes') && text.includes('Copy recap'),
      'not in the timeline',
    );
    await side.close();
    await page.close();
  });

  it('finds a note of another account, and opens that account', async () => {
    await stage.kido.ask(stage.options, 'touchpoint.log', {
      account: 'sample/ACC-1003',
      touchpoint: { status: 'held', type: 'call', day: '2026-11-20', notes: '名簿の取り込みデータを確認した' },
    });
    await (await openAccount(stage, 'ACC-1003')).close();
    const page = await openAccount(stage, 'ACC-1001');
    const side = await sidePanelOf(stage, page);
    await side.bringToFront();
    await side.click('.head button[aria-expanded]');
    await side.waitForSelector('.search input');
    await side.type('.search input', 'ﾃﾞｰﾀ');
    await until(
      () => textOf(side, '.search'),
      (text) => text.includes('Juniper Foods') && text.includes('1 found'),
      'not found',
    );
    expect(await textOf(side, '.hit-row mark')).toBe('データ');
    await shot(side, `${kind}-search`);
    await side.click('.hit-row');
    await until(
      async () => page.url(),
      (url) => url.endsWith('/accounts/ACC-1003'),
      'the account was not opened',
    );
    await side.close();
    await page.close();
  });

  it('a backup restores what was there; a broken one changes nothing', async () => {
    const file = await stage.kido.ask<{ entries: Entry[] }>(stage.options, 'data.backup', {});
    expect(JSON.stringify(file)).not.toContain('sample-token-1');
    const again = await stage.kido.ask<{ added: number; known: number; problem: string | null }>(stage.options, 'data.restore', {
      data: file,
    });
    expect(again).toEqual({ added: 0, known: file.entries.length, problem: null });
    const broken = await stage.kido.ask<{ problem: string | null }>(stage.options, 'data.restore', {
      data: { ...file, entries: [{ id: 'x' }] },
    });
    expect(broken.problem).toMatch(/entries\[0\]/);
  });

  it('a plan becomes a calendar file whose id stays when it moves', async () => {
    const account = 'sample/ACC-1005';
    const plan = async (day: string) => {
      await stage.kido.ask(stage.options, 'touchpoint.plan', { account, play: 'kickoff', day });
      const rows = await stage.kido.ask<{ id: string; kind: string }[]>(stage.options, 'timeline.get', { account });
      const id = rows.find((row) => row.kind === 'planned')?.id ?? '';
      return calendarFile(await stage.kido.ask<CalendarEvent>(stage.options, 'calendar.event', { account, id }), 0);
    };
    const uid = (text: string) => /UID:(.*)/.exec(text)?.[1];
    const [first, second] = [await plan('2030-01-10'), await plan('2030-01-17')];
    expect(first).toContain('DTSTART;VALUE=DATE:20300110');
    expect(second).toContain('DTSTART;VALUE=DATE:20300117');
    expect(uid(first)).toBe(uid(second));
    expect(/SEQUENCE:(\d+)/.exec(second)?.[1]).not.toBe(/SEQUENCE:(\d+)/.exec(first)?.[1]);
  });
});
