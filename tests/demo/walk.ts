import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { sleep } from '../e2e/kido-browser';
import { openAccount, press, type Stage, sidePanelOf, stageOn } from '../e2e/setup';

const FOLDER = fileURLToPath(new URL('../artifacts/demo/', import.meta.url));

/** Walks through Kido as a CSM would and takes pictures, in English and Japanese. @returns their paths */
export async function walk(): Promise<string[]> {
  mkdirSync(FOLDER, { recursive: true });
  return [...(await walkIn('en', false)), ...(await walkIn('ja', true))];
}

async function walkIn(lang: 'en' | 'ja', dark: boolean): Promise<string[]> {
  const stage = await stageOn('chromium', { lang, dark });
  const paths: string[] = [];
  const shot = async (page: Page, name: string) => {
    const path = `${FOLDER}${name}-${lang}.png`;
    await page.screenshot({ path: path as `${string}.png` });
    paths.push(path);
  };
  try {
    const fresh = await openAccount(stage, 'ACC-1001');
    await sleep(1200);
    await shot(fresh, '1-first-sight');
    await catchUp(stage);
    const page = await openAccount(stage, 'ACC-1010');
    await sleep(1500);
    await shot(page, '2-panel');
    await press(page, '.signal .link');
    await sleep(200);
    await shot(page, '3-why');
    await page.keyboard.press('Escape');
    const side = await sidePanelOf(stage, page);
    await side.setViewport({ width: 380, height: 800 });
    await side.type('textarea', lang === 'ja' ? '名簿の取り込みは来週。佐藤さんが担当。' : 'Roster import next week. Sato takes it.');
    await sleep(400);
    await shot(side, '4-side-panel');
    await stage.options.bringToFront();
    await shot(stage.options, '5-options');
    await page.bringToFront();
    await press(page, '.panel .flip');
    await sleep(200);
    await shot(page, '6-folded');
  } finally {
    await stage.end();
  }
  return paths;
}

/** An account in the middle of its onboarding: handoff done, kickoff held, one item blocked. */
async function catchUp(stage: Stage): Promise<void> {
  const account = 'sample/ACC-1010';
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  await stage.kido.ask(stage.options, 'account.view', { account });
  for (const name of ['why', 'success', 'owner', 'decision', 'contract', 'promises']) {
    await stage.kido.ask(stage.options, 'item.mark', { account, mark: { item: `handoff-${name}`, state: 'done' } });
  }
  const held = (play: string, ago: number, notes: string) => ({
    status: 'held',
    play,
    type: 'meeting',
    day: day(ago),
    minutes: 60,
    notes,
    attendees: ['Mika Sato'],
    outcome: 'done',
    sentiment: 'positive',
  });
  await stage.kido.ask(stage.options, 'touchpoint.log', {
    account,
    ticks: [],
    touchpoint: held('kickoff', 35, 'Go-live before the spring term.'),
  });
  await stage.kido.ask(stage.options, 'fact.note', {
    account,
    metric: 'shortTermSuccess',
    value: 'Two teams plan their trips in the product',
  });
  await stage.kido.ask(stage.options, 'item.mark', {
    account,
    mark: { item: 'setup-users', state: 'blocked', owner: 'customer', cause: 'noOwnerOrTime', untilDay: day(-4) },
  });
}
