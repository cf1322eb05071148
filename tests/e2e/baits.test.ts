import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inPanel, type Kind, sleep, until } from './kido-browser';
import { openAccount, press, type Stage, stageOn, viewOf } from './setup';

/** Longer than something must have stood still to be pressed. */
const STILL = 700;

// What a page does to the panel to have a person press it unawares. The page is the console's own, gone bad.
describe.each<Kind>(['chromium', 'firefox'])('baits in %s', (kind) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => void (stage = await stageOn(kind)));
  afterAll(() => stage?.end());
  beforeEach(async () => {
    await page?.close();
    page = await openAccount(stage, 'ACC-1001');
    await page.bringToFront();
    await sleep(STILL);
  });

  const boxes = async () => (await viewOf(stage, 'ACC-1001')).checklist.map((item) => `${item.id} ${item.state}`).join('\n');
  /** Middle of the first box of the checklist, after it was scrolled to. */
  const boxAt = async () => {
    const box = await inPanel(page, '[role=checkbox]');
    await box.scrollIntoView();
    const { x, y, width, height } = (await box.boundingBox()) as { x: number; y: number; width: number; height: number };
    return { x: x + width / 2, y: y + height / 2 };
  };
  /** Presses where the box is, as a person who sees only the page would, and tells whether it was taken. */
  const pressed = async (at: { x: number; y: number }) => {
    const before = await boxes();
    await page.mouse.move(at.x - 3, at.y);
    await page.mouse.click(at.x, at.y);
    await sleep(600);
    return (await boxes()) !== before;
  };
  const host = (work: (host: HTMLElement) => void) => page.$eval('kido-panel', work as (host: Element) => void);

  it('takes a press that a person means, once it has stood for a moment', async () => {
    expect(await pressed(await boxAt())).toBe(true);
  });

  it('cannot be made unseen by styles on the host', async () => {
    const at = await boxAt();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('kido-panel{opacity:0!important;transform:scale(.1)!important;clip-path:inset(50%)!important;transition:all 9s}');
      document.adoptedStyleSheets = [sheet];
    });
    await host((one) => one.setAttribute('style', 'opacity: 0.001 !important; filter: opacity(0) !important'));
    const look = () => page.$eval('kido-panel', (one) => one.getAttribute('style'));
    await host((one) => one.setAttribute('class', 'gone'));
    expect(
      await page.$eval('kido-panel', (one) => `${getComputedStyle(one).opacity} ${getComputedStyle(one).transform} ${one.className}`),
    ).toBe('1 none ');
    expect(await look()).not.toContain('0.001');
    // What was changed a moment ago is not pressed, although it looks as it did.
    await host((one) => one.setAttribute('hidden', ''));
    expect(await pressed(at)).toBe(false);
    await until(
      () => page.$eval('kido-panel >>> .panel', (one) => one.textContent ?? ''),
      (text) => text.includes('Not pressed'),
      'the panel does not say so',
    );
    await sleep(STILL);
    expect(await pressed(await boxAt())).toBe(true);
  });

  it('lies above whatever the page stacks, and is not pressed through a picture in the top layer', async () => {
    const at = await boxAt();
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:white;pointer-events:none';
      cover.textContent = 'You have won';
      document.documentElement.append(cover);
    });
    await sleep(STILL);
    expect(await pressed(at)).toBe(true);
    for (const where of ['light', 'shadow']) {
      await page.evaluate((place) => {
        const cover = document.createElement('div');
        cover.popover = 'manual';
        cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;background:white;pointer-events:none';
        if (place === 'light') document.body.append(cover);
        else {
          const holder = document.createElement('section');
          document.body.append(holder);
          holder.attachShadow({ mode: 'closed' }).append(cover);
        }
        cover.showPopover();
        dispatchEvent(new CustomEvent('covered'));
        addEventListener('uncover', () => cover.remove(), { once: true });
      }, where);
      await sleep(STILL);
      expect([where, await pressed(at)]).toEqual([where, false]);
      await page.evaluate(() => dispatchEvent(new CustomEvent('uncover')));
      await sleep(STILL);
    }
    expect(await pressed(at)).toBe(true);
  });

  it('comes back when it is taken out, moved or closed, and is not pressed for a moment', async () => {
    const baits: ((one: HTMLElement) => void)[] = [
      (one) => one.remove(),
      (one) => document.body.append(one),
      (one) => one.hidePopover(),
      (one) => one.removeAttribute('popover'),
      (one) => one.setAttribute('inert', ''),
    ];
    for (const [index, bait] of baits.entries()) {
      const at = await boxAt();
      await host(bait);
      await page.waitForFunction(() => document.documentElement.querySelector(':scope > kido-panel')?.matches(':popover-open'));
      expect([index, await pressed(at)]).toEqual([index, false]);
      await sleep(STILL);
      // What was taken out has lost its place of scrolling.
      expect([index, await pressed(await boxAt())]).toEqual([index, true]);
    }
  });

  it('is not pressed when the page moves it under the pointer as the button goes down', async () => {
    const at = await boxAt();
    await page.evaluate(() => {
      const panel = document.querySelector('kido-panel') as HTMLElement;
      panel.hidePopover();
      panel.style.setProperty('display', 'none', 'important');
      addEventListener('pointerdown', () => panel.style.setProperty('display', 'block', 'important'), true);
    });
    expect(await pressed(at)).toBe(false);
  });

  it('hears what is typed in a frame of its own, and the page hears none of it', async () => {
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      for (const type of ['keydown', 'keyup', 'input', 'beforeinput'])
        addEventListener(type, (event) => heard.push((event as KeyboardEvent).key ?? (event as InputEvent).data ?? ''), true);
    });
    await press(page, '.item.open .dots');
    await press(page, '.item-menu .btn:nth-child(2)');
    const form = await (await page.waitForSelector('kido-panel >>> iframe.form-frame'))?.contentFrame();
    if (!form) throw new Error('no form');
    await form.waitForSelector('input.text');
    await form.type('input.text', 'secretword');
    await page.keyboard.press('Enter');
    await until(
      () => boxes(),
      (text) => text.includes('skipped'),
      'not left out',
    );
    await until(
      () => page.$('kido-panel >>> iframe'),
      (frame) => frame === null,
      'the form stays',
    );
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
  });

  it('lets a page frame neither the settings nor a form that nobody opened', async () => {
    const shown = await page.evaluate(async (base) => {
      const look = (path: string) =>
        new Promise<string>((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = `${base}/${path}`;
          frame.onload = () => resolve(frame.contentDocument === null ? 'another origin' : 'nothing');
          document.body.append(frame);
          setTimeout(() => resolve('nothing'), 3000);
        });
      return [await look('options.html'), await look('form.html?pass=guessed')];
    }, stage.kido.base);
    expect(shown).toHaveLength(2);
    for (const frame of page.frames())
      expect(await frame.evaluate(() => document.querySelector('.options, .item-form, .wizard') === null)).toBe(true);
  });
});
