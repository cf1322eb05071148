import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleConsoleFile } from '../console/console-file';
import { inPanel, KidoBrowser, type Kind, panelText, sleep, until } from './kido-browser';
import { openAccount, press, type Stage, sidePanelOf, stageOn, viewOf } from './setup';

/** Stops Chromium's background at once; Firefox stops its own after some idle time. */
async function stopBackground(stage: Stage): Promise<void> {
  const target = await stage.kido.browser.waitForTarget((one) => one.type() === 'service_worker');
  await (await target.worker())?.close();
}

describe.each<Kind>(['chromium', 'firefox'])('access in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => void (stage = await stageOn(kind, {}, false)));
  afterAll(() => stage?.end());

  it('is not there at install; given by a click it reaches open tabs; taken back the panel goes', async () => {
    const page = await stage.kido.open(`${stage.origin}/accounts/ACC-1003`);
    await sleep(700);
    expect(await page.$('kido-panel')).toBeNull();
    expect(await stage.options.$eval('[data-console=sample]', (row) => row.textContent)).toContain('No access');
    await stage.kido.allow(stage.options, 'sample', stage.origin);
    await inPanel(page, '.panel .name');
    await stage.options.bringToFront();
    const button = await stage.options.waitForSelector('[data-console=sample] .btn:nth-of-type(1)');
    await button?.click();
    await until(
      () => page.$('kido-panel'),
      (host) => host === null,
      'the panel stayed after access was taken back',
    );
    const again = await stage.kido.open(`${stage.origin}/accounts/ACC-1003`);
    await sleep(700);
    expect(await again.$('kido-panel')).toBeNull();
  });

  it('answers no page of another origin, and no page about another console', async () => {
    await expect(stage.kido.ask(stage.options, 'nonsense', {})).rejects.toThrow('not allowed');
    await expect(
      stage.kido.ask(stage.options, 'account.open', {
        address: stage.origin,
        accountId: 'x',
        visit: { document: 'guessed-by-hand', count: 1 },
      }),
    ).rejects.toThrow('only for account pages');
    await expect(stage.kido.ask(stage.options, 'item.mark', { account: 'sample/x', mark: { item: 'a', state: 'gone' } })).rejects.toThrow(
      /item\.mark mark\.state/,
    );
  });
});

describe('a request that is denied', () => {
  it('leaves everything as it was and says so (Firefox’s own question, answered with no)', async () => {
    const stage = await stageOn('firefox', {}, false);
    try {
      const config = sampleConsoleFile(stage.origin);
      expect(config.origins).toEqual([stage.origin]);
      const denied = await denyInFirefox(stage);
      expect(denied).toContain('Access was not given');
      expect(await stage.options.$eval('[data-console=sample]', (row) => row.textContent)).toContain('No access');
    } finally {
      await stage.end();
    }
  });
});

/** Makes Firefox ask as it does for people, and presses its "no". */
async function denyInFirefox(stage: Stage): Promise<string> {
  const { connection } = stage.kido.browser as unknown as {
    connection: { send(method: string, params: unknown): Promise<{ result: unknown }> };
  };
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' } as never)).result as {
    contexts: { context: string }[];
  };
  const privileged = (expression: string) =>
    connection.send('script.evaluate', {
      expression,
      target: { context: tree.contexts[0]?.context },
      awaitPromise: true,
      userActivation: true,
    });
  await privileged("Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', true)");
  await stage.options.bringToFront();
  await stage.options.click('[data-console=sample] .btn.primary');
  await sleep(1500);
  await privileged(
    "document.querySelector('popupnotification .popup-notification-secondary-button, popupnotification')?.secondaryButton?.click() ?? document.querySelector('.popup-notification-secondary-button')?.click()",
  );
  await stage.options.waitForSelector('.toast', { timeout: 8000 });
  return stage.options.$eval('.toast', (toast) => toast.textContent ?? '');
}

describe('a background that is stopped', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await stageOn('chromium')));
  afterAll(() => stage?.end());

  it('loses nothing that it acknowledged, and wakes for the next press', async () => {
    const page = await openAccount(stage, 'ACC-1003');
    await press(page, '[data-item=handoff-why]');
    await until(
      () => viewOf(stage, 'ACC-1003'),
      (view) => view.checklist.find((one) => one.id === 'handoff-why')?.state === 'done',
      'not ticked',
    );
    await stopBackground(stage);
    await press(page, '[data-item=handoff-success]');
    await until(
      () => viewOf(stage, 'ACC-1003'),
      (view) => ['handoff-why', 'handoff-success'].every((id) => view.checklist.find((one) => one.id === id)?.state === 'done'),
      'a tick was lost',
    );
    const side = await sidePanelOf(stage, page);
    await side.type('textarea', 'Before the stop');
    await until(
      () => side.$eval('.foot', (foot) => foot.textContent ?? ''),
      (text) => text.includes('Draft saved'),
      'draft not saved',
    );
    await stopBackground(stage);
    await side.type('textarea', ' and after it');
    await until(
      () => side.$eval('.foot', (foot) => foot.textContent ?? ''),
      (text) => text.includes('Draft saved'),
      'draft not saved after the stop',
    );
    await side.reload();
    await until(
      () => side.$eval('textarea', (area) => area.value),
      (text) => text === 'Before the stop and after it',
      'draft lost',
    );
    await side.close();
    await page.close();
  });

  it('knows after a stop in the middle of a slow API call what the tab shows', async () => {
    stage.sample.fault = 'slow';
    stage.sample.slowMs = 1500;
    const page = await stage.kido.open(`${stage.origin}/accounts/ACC-1017`);
    await inPanel(page, '.panel .name');
    await sleep(300);
    await stopBackground(stage);
    stage.sample.fault = 'none';
    await until(
      () => panelText(page),
      (text) => /API just now/.test(text ?? ''),
      'the API was not asked again',
      20_000,
    );
    await page.close();
  });
});

describe.each<Kind>(['chromium', 'firefox'])('offline in %s', (kind) => {
  it('shows what it knew, with its age, and logs on', async () => {
    const stage = await stageOn(kind);
    try {
      const page = await openAccount(stage, 'ACC-1003');
      await until(
        () => panelText(page),
        (text) => /API just now/.test(text ?? ''),
        'API not read',
      );
      await stage.sample.stop();
      await press(page, '[aria-label=More]');
      await press(page, '.menu-item:nth-child(1)');
      await until(
        () => panelText(page),
        (text) => text?.includes('The API did not answer') ?? false,
        'nothing said',
        30_000,
      );
      expect(await panelText(page)).toMatch(/Showing the values of/);
      await press(page, '[data-item=handoff-why]');
      await until(
        () => viewOf(stage, 'ACC-1003'),
        (view) => view.checklist.find((one) => one.id === 'handoff-why')?.state === 'done',
        'not ticked offline',
      );
    } finally {
      await stage.kido.close();
    }
  });
});

describe('a browser that is restarted', () => {
  it('still has the draft, the journal and the settings', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'kido-profile-'));
    const stage = await stageOn('chromium', { profile });
    try {
      const page = await openAccount(stage, 'ACC-1003');
      const side = await sidePanelOf(stage, page);
      await side.type('textarea', 'Kept over a crash');
      await until(
        () => side.$eval('.foot', (foot) => foot.textContent ?? ''),
        (text) => text.includes('Draft saved'),
        'draft not saved',
      );
      // No farewell: the process is ended as a crash would end it.
      stage.kido.browser.process()?.kill('SIGKILL');
      await sleep(800);
      const again = await KidoBrowser.launch('chromium', { profile });
      try {
        const options: Page = await again.extensionPage('options.html', '[data-console=sample]');
        const { draft } = await again.ask<{ draft: { fields: { notes: string } } }>(options, 'draft.get', { account: 'sample/ACC-1003' });
        expect(draft.fields.notes).toBe('Kept over a crash');
      } finally {
        await again.close();
      }
    } finally {
      await stage.sample.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
