import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SampleConsole, TOKEN } from '../console/server';
import { inPanel, KidoBrowser, type Kind, panelText, until } from './kido-browser';

const shot = async (page: Page, name: string) => {
  if (process.env.KIDO_SHOTS) await page.screenshot({ path: `${process.env.KIDO_SHOTS}/${name}.png` });
};

/** Presses the button with these words. */
async function pressButton(page: Page, words: RegExp): Promise<void> {
  await page.bringToFront();
  const found = await until(
    async () => {
      for (const button of await page.$$('button')) {
        const text = await button.evaluate((one) => (one.disabled ? '' : (one.textContent ?? '')));
        if (words.test(text)) return button;
      }
      return null;
    },
    (button) => button !== null,
    `no button ${words}`,
  );
  await found?.scrollIntoView();
  await found?.click();
}

const textOf = (page: Page) => page.evaluate(() => document.body.textContent ?? '');

// A person who has only addresses ends with a console that is read; nothing is put in behind the pages' back.
describe.each<Kind>(['chromium', 'firefox'])('connecting a console in %s', (kind) => {
  let kido: KidoBrowser;
  let sample: SampleConsole;
  let origin: string;
  let options: Page;
  beforeAll(async () => {
    sample = new SampleConsole();
    origin = await sample.start();
    kido = await KidoBrowser.launch(kind);
    options = await kido.extensionPage('options.html', 'h1');
    await kido.ask(options, 'settings.put', { change: { lang: 'en', theme: 'light', zone: 'UTC', author: 'Maya' } });
  });
  afterAll(async () => {
    await kido?.close();
    await sample?.stop();
  });

  it('goes from addresses to a console that is read', async () => {
    await pressButton(options, /Connect a console/);
    await options.type('[data-focus=addresses]', `${origin}/accounts/ACC-1001\n${origin}/accounts/ACC-1003\n${origin}/accounts/ACC-1009`);
    await until(
      () => textOf(options),
      (text) => text.includes('ACC-1009'),
      'no ids found',
    );
    expect(await options.$eval('.wizard input.mono', (input) => (input as HTMLInputElement).value)).toBe('/accounts/{accountId}');
    await shot(options, `${kind}-1-address`);
    await pressButton(options, /^Next$/);
    if (kind === 'chromium') await kido.grant(origin);
    await options.bringToFront();
    await shot(options, `${kind}-2-access`);
    await pressButton(options, /Allow access/);
    await until(
      () => textOf(options),
      (text) => text.includes('The one in the address'),
      'the pages were not looked at',
      60_000,
    );
    await shot(options, `${kind}-3-id`);
    await pressButton(options, /^Next$/);
    await until(
      () => options.$$('.found-fields tbody tr').then((rows) => rows.length),
      (count) => count >= 10,
      'too few values found',
    );
    await shot(options, `${kind}-4-fields`);
    const chosen = await options.$$eval('.found-fields tbody tr', (rows) =>
      rows.map((row) => [
        row.querySelector('th')?.firstChild?.textContent?.split(' / ')[0],
        (row.querySelector('select') as HTMLSelectElement).value,
      ]),
    );
    const metric = Object.fromEntries(chosen) as Record<string, string>;
    expect(metric).toMatchObject({
      'Last login': 'lastLogin',
      'Active users': 'activeUsers',
      Seats: 'seats',
      Plan: 'plan',
      'Contract date': 'contractDate',
    });
    await pressButton(options, /^Next$/);
    await pressButton(options, /Add an API/);
    const fill = async (selector: string, text: string) => {
      await options.$eval(selector, (input) => ((input as HTMLInputElement).value = ''));
      await options.type(selector, text);
    };
    await fill('.api input.mono.grow', `${origin}/api/v1/accounts/{accountId}/usage?from={from}&to={to}`);
    await options.waitForSelector('.secret input');
    await options.type('.secret input', TOKEN);
    await options.$eval('.secret button', (button) => (button as HTMLElement).click());
    await until(
      () => options.$('.secret .badge.plain'),
      (badge) => badge !== null,
      'the secret was not set',
    );
    await pressButton(options, /Call the API/);
    await until(
      () => options.$('.tree'),
      (tree) => tree !== null,
      'no reply',
    );
    await options.select('.reply-cols select', 'activeUsers');
    const leaf = await until(
      async () => (await options.$$('.tree .leaf')).at(-1),
      (one) => one !== undefined,
      'no values in the reply',
    );
    expect(await options.$$eval('.tree .leaf', (all) => all.map((one) => one.textContent).join(' '))).toMatch(/account“ACC-1001”/);
    await options.$$eval('.tree .leaf', (all) => (all.find((one) => /^activeUsers\d/.test(one.textContent ?? '')) as HTMLElement).click());
    expect(leaf).toBeDefined();
    await until(
      () => options.$$eval('.reply .trial tr', (rows) => rows.map((row) => row.textContent).join()),
      (text) => /Active users\d+/.test(text),
      'the mapping gives nothing',
    );
    await shot(options, `${kind}-5-api`);
    await pressButton(options, /^Next$/);
    await pressButton(options, /^Run$/);
    await until(
      () => options.$('.trial thead'),
      (table) => table !== null,
      'no dry run',
      60_000,
    );
    await shot(options, `${kind}-6-trial`);
    expect(await options.$$eval('.trial tbody tr', (rows) => rows.length)).toBe(3);
    expect(await options.$eval('.trial', (table) => table.textContent)).toContain('Active users API');
    await pressButton(options, /^Next$/);
    await shot(options, `${kind}-7-save`);
    await pressButton(options, /Save the console/);
    await until(
      () => options.$('[data-console] .badge.good'),
      (badge) => badge !== null,
      'not saved',
    );
    const page = await kido.open(`${origin}/accounts/ACC-1001`);
    await inPanel(page, '.panel .foot');
    await until(
      () => panelText(page),
      (text) => /Active users/.test(text ?? ''),
      'not read',
    );
    await page.close();
  });

  it('goes on at the foot of the console page, and nobody else can open the steps there', async () => {
    const page = await kido.open(`${origin}/accounts/ACC-1002`);
    const tabId = await options.evaluate(async (address) => {
      type Tabs = { tabs: { query(query: object): Promise<{ id?: number; url?: string }[]> } };
      const world = globalThis as unknown as { browser?: Tabs; chrome: Tabs };
      return (await (world.browser ?? world.chrome).tabs.query({})).find((tab) => tab.url === address)?.id;
    }, page.url());
    expect(await kido.ask(options, 'dock.mine', { pass: 'guessed' })).toBeNull();
    expect(await kido.ask(options, 'dock.open', { tabId, address: null })).toEqual({ problem: null });
    await page.bringToFront();
    const passOf = () => page.$eval('kido-dock >>> iframe', (frame) => new URL((frame as HTMLIFrameElement).src).searchParams.get('dock'));
    const stepsOf = async () => (await page.waitForSelector('kido-dock >>> iframe'))?.contentFrame() as Promise<Frame>;
    let steps = await stepsOf();
    const words = () => steps.evaluate(() => document.body.textContent ?? '');
    const field = () => steps.$eval('[data-focus=addresses]', (area) => (area as HTMLTextAreaElement).value);
    await steps.waitForSelector('[data-focus=addresses]');
    expect(await field()).toBe(page.url());
    // A page that learns the address of the frame cannot use it again.
    expect(await passOf()).toMatch(/^[\da-f-]{36}$/);
    await page.evaluate(
      (address) => {
        const frame = document.createElement('iframe');
        frame.id = 'stolen';
        frame.src = address;
        document.body.append(frame);
      },
      await page.$eval('kido-dock >>> iframe', (frame) => (frame as HTMLIFrameElement).src),
    );
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const handle = await page.waitForSelector('#stolen');
    const stolen = (await handle?.contentFrame()) as Frame;
    expect(await stolen.evaluate(() => `${location.pathname} ${document.readyState}`)).toBe('/connect.html complete');
    expect(await stolen.evaluate(() => document.querySelector('.wizard') === null)).toBe(true);
    // The console's own links work on; the steps come back on the next page with what was entered.
    await page.goto(`${origin}/accounts/ACC-1003`);
    steps = await stepsOf();
    await steps.waitForSelector('[data-focus=addresses]');
    await steps.evaluate(() => [...document.querySelectorAll('button')].find((one) => one.textContent === 'Add this page')?.click());
    await until(words, (text) => text.includes('ACC-1003') && text.includes('ACC-1002'), 'no ids');
    expect(await field()).toContain('ACC-1003');
    await shot(page, `${kind}-8-dock`);
    const press = (name: string) =>
      steps.evaluate((text) => [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === text)?.click(), name);
    await press('Next');
    await press('Next');
    await until(words, (text) => text.includes('The one in the address'), 'not looked at', 60_000);
    await press('Next');
    await until(
      () => steps.$$('.found-fields tbody tr').then((rows) => rows.length),
      (count) => count >= 10,
      'too few values',
    );
    await shot(page, `${kind}-9-dock-fields`);
    await press('Next');
    await press('Next');
    await press('Next');
    await until(words, (text) => text.includes('has not been tried'), 'saving untried is not refused');
    expect(await steps.$eval('.btn.primary', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
    await shot(page, `${kind}-10-dock-save`);
    await press('Discard');
    await until(
      () => page.$('kido-dock'),
      (host) => host === null,
      'the dock stays',
    );
    await page.close();
  });
});
