import type { Frame, Page } from 'puppeteer-core';
import type { PanelView } from '@/lib/core/view/panel-view';
import { sampleConsoleFile } from '../console/console-file';
import { SampleConsole, TOKEN } from '../console/server';
import { inPanel, KidoBrowser, type Kind, type LaunchOptions, panelText, sleep, until } from './kido-browser';

/** A browser with Kido set up on a running sample console. */
export interface Stage {
  kido: KidoBrowser;
  sample: SampleConsole;
  origin: string;
  options: Page;
  end(): Promise<void>;
}

/** Sets everything up as a person would: console file, secret, access. */
export async function stageOn(kind: Kind, launch: LaunchOptions = {}, allow = true): Promise<Stage> {
  const sample = new SampleConsole();
  const origin = await sample.start();
  const kido = await KidoBrowser.launch(kind, launch);
  const options = await kido.extensionPage('options.html', 'h1');
  await kido.ask(options, 'console.save', { console: sampleConsoleFile(origin) });
  await kido.ask(options, 'secret.put', { name: 'sample-token', origin, value: TOKEN });
  await kido.ask(options, 'settings.put', {
    change: { lang: launch.lang ?? 'en', theme: launch.dark ? 'dark' : 'light', zone: 'UTC', author: 'Maya' },
  });
  if (allow) await kido.allow(options, 'sample', origin);
  return {
    kido,
    sample,
    origin,
    options,
    end: async () => {
      await kido.close();
      await sample.stop();
    },
  };
}

/** Opens an account and waits until the page has been read and the API asked. */
export async function openAccount(stage: Stage, id: string): Promise<Page> {
  const page = await stage.kido.open(`${stage.origin}/accounts/${id}`);
  await inPanel(page, '.panel .foot');
  await until(
    () => panelText(page),
    (text) => text !== null && /Page (just|\d)|ページ (たった|\d)/.test(text) && !/API: not asked|API 未取得/.test(text),
    'the account was not read',
  );
  return page;
}

/** The view of an account as the background makes it now. */
export function viewOf(stage: Stage, id: string): Promise<PanelView> {
  return stage.kido.ask<PanelView>(stage.options, 'account.view', { account: `sample/${id}` });
}

/** Opens the side panel on a page's tab, in a tab of its own; the tab's number is asked from the browser. */
export async function sidePanelOf(stage: Stage, page: Page): Promise<Page> {
  const url = page.url();
  const tabId = await stage.options.evaluate(async (address) => {
    type Tabs = { tabs: { query(query: object): Promise<{ id?: number; url?: string }[]> } };
    const world = globalThis as unknown as { browser?: Tabs; chrome: Tabs };
    return (await (world.browser ?? world.chrome).tabs.query({})).find((tab) => tab.url === address)?.id;
  }, url);
  return stage.kido.extensionPage(`sidepanel.html?tab=${tabId}`, 'textarea');
}

/** Presses something in the panel. */
export async function press(page: Page, selector: string): Promise<void> {
  const element = await inPanel(page, selector);
  await element.scrollIntoView();
  await element.hover();
  await sleep(STILL);
  await element.click();
}

/** Longer than something must have stood still to be pressed. */
const STILL = 600;

/** The form that stands in the panel, in a frame of its own. */
export async function formIn(page: Page): Promise<Frame> {
  const form = await (await page.waitForSelector('kido-panel >>> iframe.form-frame'))?.contentFrame();
  if (!form) throw new Error('no form');
  return form;
}
