import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleFile } from '@/lib/formats/console-file';
import type { ConsoleRow } from '@/lib/messages/settings-messages';
import { accessibilityProblems } from './axe';
import { type Kind, sleep, until } from './kido-browser';
import { openAccount, type Stage, stageOn, viewOf } from './setup';

const shot = async (page: Page, name: string) => {
  if (process.env.KIDO_SHOTS) await page.screenshot({ path: `${process.env.KIDO_SHOTS}/${name}.png` });
};

/** Starts teaching in the tab of a page, as the button in the side panel does. */
async function teach(stage: Stage, page: Page): Promise<void> {
  const address = page.url();
  const tabId = await stage.options.evaluate(async (url) => {
    type Tabs = { tabs: { query(query: object): Promise<{ id?: number; url?: string }[]> } };
    const world = globalThis as unknown as { browser?: Tabs; chrome: Tabs };
    return (await (world.browser ?? world.chrome).tabs.query({})).find((tab) => tab.url === url)?.id;
  }, address);
  await stage.kido.ask(stage.options, 'teach.start', { console: 'sample', address: null, tabId });
  await page.bringToFront();
  await page.waitForSelector('kido-teach >>> .t-bar');
}

const inTeach = (page: Page, selector: string) => page.waitForSelector(`kido-teach >>> ${selector}`, { timeout: 10_000 });
/** Presses something of the teaching bar, once it has stood for a moment. */
async function pressTeach(page: Page, selector: string): Promise<void> {
  const element = await inTeach(page, selector);
  await element?.hover();
  await sleep(600);
  await element?.click();
}
const fieldsOf = async (stage: Stage) => (await stage.kido.ask<ConsoleRow[]>(stage.options, 'console.list', {}))[0]?.console.fields ?? [];

describe.each<Kind>(['chromium', 'firefox'])('teaching and drift in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await stageOn(kind);
    const [row] = await stage.kido.ask<ConsoleRow[]>(stage.options, 'console.list', {});
    const console = row?.console as ConsoleFile;
    await stage.kido.ask(stage.options, 'console.save', {
      console: { ...console, fields: console.fields.filter((field) => field.metric !== 'seats') },
    });
  });
  afterAll(() => stage?.end());

  it('picks a value on the page, proves it on another account, and reads it from then on', async () => {
    await (await openAccount(stage, 'ACC-1003')).close();
    const page = await openAccount(stage, 'ACC-1001');
    await teach(stage, page);
    const before = await page.evaluate(() => document.body.outerHTML);
    const seats = await page.evaluateHandle(
      () => [...document.querySelectorAll('#main *')].find((one) => one.textContent === 'Seats')?.nextElementSibling as Element,
    );
    await seats.hover();
    await inTeach(page, '.t-out:not(.hint)');
    await shot(page, `${kind}-teach-1`);
    await seats.click();
    await inTeach(page, '.t-card form');
    const card = () => page.$eval('kido-teach >>> .t-card', (one) => one.textContent ?? '');
    expect(await card()).toContain('Next to its label');
    expect(await page.$eval('kido-teach >>> [data-focus=metric]', (one) => (one as HTMLSelectElement).value)).toBe('seats');
    await pressTeach(page, '.sec-h .link');
    await until(card, (text) => /Juniper Foods50/.test(text), 'not read on the other account', 30_000);
    await shot(page, `${kind}-teach-2`);
    if (kind === 'chromium') expect(await accessibilityProblems(page, 'kido-teach')).toEqual([]);
    await pressTeach(page, 'button[type=submit]');
    await until(
      () => fieldsOf(stage),
      (fields) => fields.some((field) => field.metric === 'seats' && JSON.stringify(field.find).includes('"Seats"')),
      'not saved',
    );
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    await pressTeach(page, '.t-bar .link');
    await until(
      () => fieldsOf(stage),
      (fields) => !fields.some((field) => field.metric === 'seats'),
      'not taken back',
    );
    await seats.click();
    await pressTeach(page, 'button[type=submit]');
    await until(
      () => fieldsOf(stage),
      (fields) => fields.some((field) => field.metric === 'seats'),
      'not saved again',
    );
    await page.keyboard.press('Escape');
    await until(
      () => page.$('kido-teach'),
      (host) => host === null,
      'Escape did not stop it',
    );
    await page.close();
  });

  it('works by keyboard alone, and never presses anything of the page', async () => {
    const page = await openAccount(stage, 'ACC-1001');
    await teach(stage, page);
    await page.evaluate(() => document.addEventListener('click', () => document.body.setAttribute('data-clicked', '1')));
    await inTeach(page, '.t-out.hint');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await inTeach(page, '.t-card form');
    await page.keyboard.press('Escape');
    const link = await page.$('a');
    if (link) {
      const { origin } = stage;
      await link.click();
      expect(page.url().startsWith(`${origin}/accounts/ACC-1001`)).toBe(true);
    }
    expect(await page.evaluate(() => document.body.getAttribute('data-clicked'))).toBeNull();
    await page.close();
  });

  it('a page may not change what is read unless a person started teaching there', async () => {
    await expect(
      stage.kido.ask(stage.options, 'teach.save', { address: 'x', field: { metric: 'plan', find: [{ label: 'x' }], parse: 'text' } }),
    ).rejects.toThrow();
  });

  it('after a redesign says within one visit what is lost, proposes where it went, stores nothing wrong', async () => {
    await (await openAccount(stage, 'ACC-1001')).close();
    const good = (await viewOf(stage, 'ACC-1001')).measurement.find((one) => one.metric === 'activeUsers');
    expect(good?.value).not.toBeNull();
    stage.sample.renamed = { 'Intended users': 'People meant to use it', Plan: 'Subscription tier' };
    const page = await openAccount(stage, 'ACC-1001');
    const drift = await until(
      async () => (await viewOf(stage, 'ACC-1001')).drift,
      (one) => one !== null,
      'no drift told',
    );
    expect(drift?.title).toBe('2 fields can no longer be read');
    await until(
      () => page.$eval('kido-panel >>> .panel', (panel) => panel.textContent ?? ''),
      (text) => text.includes('2 fields can no longer be read'),
      'the panel does not tell',
    );
    await shot(page, `${kind}-drift-panel`);
    await stage.options.bringToFront();
    const box = await until(
      () => stage.options.$eval('.drift', (one) => one.textContent ?? ''),
      (text) => text.includes('People meant to use it') && text.includes('Subscription tier'),
      'no proposal',
    );
    expect(box).toMatch(/same value/);
    await shot(stage.options, `${kind}-drift-options`);
    await stage.options.click('.drift .btn');
    await until(
      () => fieldsOf(stage),
      (fields) => fields.some((field) => /People meant to use it|Subscription tier/.test(JSON.stringify(field.find[0]))),
      'not taken over',
    );
    await page.close();
    stage.sample.renamed = {};
  });
});
