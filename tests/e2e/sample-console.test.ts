import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelView } from '@/lib/core/view/panel-view';
import { accessibilityProblems } from './axe';
import { inPanel, type Kind, panelText, sleep, until } from './kido-browser';
import { formIn, openAccount, press, type Stage, sidePanelOf, stageOn, viewOf } from './setup';

describe.each<Kind>(['chromium', 'firefox'])('sample console in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => void (stage = await stageOn(kind)));
  afterAll(() => stage?.end());

  it('shows an account right: who, how far, what differs, what next, on what evidence', async () => {
    const page = await openAccount(stage, 'ACC-1010');
    const text = (await panelText(page)) ?? '';
    expect(text).toContain('Peregrine Travel');
    expect(text).toContain('Active users: two sources differPage42');
    expect(text).toContain('37just nowUsed: counts by ID');
    expect(text).toContain('Kickoff not held');
    await press(page, '.signal .link');
    expect(await (await inPanel(page, '.why-pop')).evaluate((pop) => pop.textContent)).toMatch(
      /RuleKickoff not held and business days since contract ≥ 5.*starting value/,
    );
    await page.keyboard.press('Escape');
    await until(
      () => page.$('kido-panel >>> .why-pop'),
      (pop) => pop === null,
      'Escape did not close it',
    );
    const view = await viewOf(stage, 'ACC-1010');
    expect(view.criteria.find((one) => one.id === 'loggedIn')?.state).not.toBe('unknown');
    await page.close();
  });

  it('reads the hard accounts: Japanese, German numbers, relative times, missing values, markup in a name', async () => {
    const seen = async (id: string) => {
      const page = await openAccount(stage, id);
      await sleep(1900);
      const view = await viewOf(stage, id);
      await page.close();
      return view;
    };
    const measured = (view: PanelView, metric: string) => view.measurement.find((one) => one.metric === metric)?.value;
    expect((await seen('ACC-1007')).measurement.find((one) => one.metric === 'activeShare')?.value).toMatch(/%/);
    expect((await stage.kido.ask<{ facts: unknown[] }>(stage.options, 'log.choices', { account: 'sample/ACC-1007' })).facts).toBeDefined();
    const japanese = await seen('ACC-1006');
    expect(japanese.name).toBe('一般社団法人 東日本地域医療連携推進機構 デジタル活用支援センター');
    expect(measured(japanese, 'lastLogin')).toBe('never');
    const relative = await seen('ACC-1008');
    expect(measured(relative, 'lastLogin')).toBe(stage.sample.accounts[7]?.lastLogin);
    const missing = await seen('ACC-1016');
    expect(measured(missing, 'lastLogin')).toBeNull();
    expect((await seen('ACC-1023')).name).toBe('Bayside <b>Clinic</b>');
  });

  it('ticks, blocks and plans; every change can be undone', async () => {
    const page = await openAccount(stage, 'ACC-1003');
    const item = async (id: string) => (await viewOf(stage, 'ACC-1003')).checklist.find((one) => one.id === id);
    await press(page, '[data-item=handoff-why]');
    await until(
      () => item('handoff-why'),
      (one) => one?.state === 'done',
      'not ticked',
    );
    await press(page, '.notice .link');
    await until(
      () => item('handoff-why'),
      (one) => one?.state === 'open',
      'not undone',
    );
    await press(page, '.next .btn.primary');
    const form = await formIn(page);
    await form.waitForSelector('.btn.primary');
    await sleep(600);
    await form.click('.btn.primary');
    await until(
      async () => (await viewOf(stage, 'ACC-1003')).next,
      (next) => next?.planned !== null && next?.planned !== undefined,
      'not planned',
    );
    await page.close();
  });

  it('keeps its place: folded, on the other side, wider, hidden; per console and after a reload', async () => {
    const page = await openAccount(stage, 'ACC-1003');
    await press(page, '[aria-label=More]');
    await press(page, '.menu-item:nth-child(2)');
    await inPanel(page, '.panel.left');
    await press(page, '[aria-label=Collapse]');
    await inPanel(page, '.tab.left');
    await page.reload();
    await press(page, '.tab.left');
    await press(page, '[aria-label=More]');
    await press(page, '.menu-item:nth-child(5)');
    await until(
      () => page.$('kido-panel'),
      (host) => host === null,
      'still shown while hidden',
    );
    await stage.kido.ask(stage.options, 'panel.place', {
      console: 'sample',
      place: { side: 'right', width: 340, collapsed: false, hidden: false },
    });
    await page.close();
  });

  it('does not let the page press its buttons', async () => {
    const page = await openAccount(stage, 'ACC-1003');
    await inPanel(page, '[data-item=handoff-success]');
    await page.evaluate(() => {
      const box = document.querySelector('kido-panel')?.shadowRoot?.querySelector('[data-item=handoff-success]') as HTMLElement;
      box.click();
      box.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
    await sleep(300);
    expect((await viewOf(stage, 'ACC-1003')).checklist.find((one) => one.id === 'handoff-success')?.state).toBe('open');
    await page.close();
  });

  it('does nothing on pages that are no account pages, and leaves with the account', async () => {
    const page = await stage.kido.open(`${stage.origin}/accounts`);
    await sleep(500);
    expect(await page.$('kido-panel')).toBeNull();
    await page.waitForSelector('td a');
    await page.click('td a');
    await inPanel(page, '.panel .name');
    await page.goBack();
    await until(
      () => page.$('kido-panel'),
      (host) => host === null,
      'panel stayed on the list',
    );
    await page.close();
  });

  it('logs a touchpoint from the side panel; the draft is kept as typed and per account', async () => {
    const page = await openAccount(stage, 'ACC-1005');
    const side = await sidePanelOf(stage, page);
    await side.type('textarea', 'They want to start with two teams.');
    await until(
      () => side.$eval('.foot', (foot) => foot.textContent ?? ''),
      (text) => text.includes('Draft saved'),
      'draft not saved',
    );
    await side.close();
    const again = await sidePanelOf(stage, page);
    await until(
      () => again.$eval('textarea', (area) => area.value),
      (text) => text === 'They want to start with two teams.',
      'draft lost',
    );
    const other = await openAccount(stage, 'ACC-1013');
    const otherSide = await sidePanelOf(stage, other);
    expect(await otherSide.$eval('textarea', (area) => area.value)).toBe('');
    await otherSide.close();
    await other.close();
    await again.bringToFront();
    await again.select('form select', 'kickoff');
    await again.click('form button[type=submit]');
    await until(
      () => again.$eval('.timeline', (list) => list.textContent ?? ''),
      (text) => text.includes('They want to start with two teams.'),
      'not in the timeline',
    );
    expect(await again.$eval('textarea', (area) => area.value)).toBe('');
    expect((await viewOf(stage, 'ACC-1005')).checklist.find((one) => one.id === 'kickoff-held')).toMatchObject({
      state: 'done',
      by: 'condition',
    });
    expect(await panelText(page)).not.toContain('Kickoff not held');
    await again.click('.notice .link');
    await until(
      () => again.$eval('textarea', (area) => area.value),
      (text) => text === 'They want to start with two teams.',
      'undo lost the text',
    );
    await again.close();
    await page.close();
  });

  it.each([
    ['401', 'refused', 'ACC-1021'],
    ['500', 'did not answer', 'ACC-1022'],
    ['malformed', 'cannot be read', 'ACC-1024'],
    ['slow', 'did not answer', 'ACC-1025'],
    ['429', 'asks for a pause', 'ACC-1026'],
  ])('tells of an API that fails with %s, and works on', async (fault, words, id) => {
    stage.sample.fault = fault as 'none';
    try {
      const page = await stage.kido.open(`${stage.origin}/accounts/${id}`);
      await until(
        () => panelText(page),
        (text) => text?.includes(words) ?? false,
        `no word of ${fault}`,
        40_000,
      );
      expect(await panelText(page)).toContain('Try again');
      stage.sample.fault = 'none';
      await press(page, '.state.err .btn');
      await until(
        () => panelText(page),
        (text) => text !== null && !text.includes(words),
        'the error stayed',
        30_000,
      );
      await page.close();
    } finally {
      stage.sample.fault = 'none';
    }
  });

  it('is accessible: panel, side panel, options', async () => {
    const page = await openAccount(stage, 'ACC-1001');
    expect(await accessibilityProblems(page, 'kido-panel')).toEqual([]);
    const side = await sidePanelOf(stage, page);
    expect(await accessibilityProblems(side, '.k')).toEqual([]);
    expect(await accessibilityProblems(stage.options, '.k')).toEqual([]);
    await side.close();
    await page.close();
  });
});
