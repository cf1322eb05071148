import { type ChildProcess, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApiTrial } from '@/lib/messages/setup-messages';
import startingPoints from '@/public/starting-points.json';
import { KidoBrowser, type Kind, sleep, until } from './kido-browser';

interface Truth {
  id: string;
  company: string;
  plan: string;
  seats: number;
  active: number | null;
  loggedIn: number | null;
  intended: number;
  contract: string;
  lastLogin: string | null;
  trial: boolean;
  setup: boolean;
}

export const here = (path: string) => fileURLToPath(new URL(`./real/${path}`, import.meta.url));
const accounts = JSON.parse(readFileSync(here('accounts.json'), 'utf8')) as Truth[];
export const field = (metric: string, label: string, parse: string) => ({ metric, find: [{ label }], parse });

/** A console that nobody here wrote: how it is started, signed in to, and described to Kido. */
export interface Real {
  name: string;
  missing(): string | null;
  start(port: number, folder: string): ChildProcess;
  signIn?(page: Page, origin: string): Promise<void>;
  path(index: number): string;
  /** Opens what the first look does not show, such as a second tab. */
  openMore?(page: Page): Promise<void>;
  /** Its API, from the starting point of that name, with the blanks filled in as a person would. */
  api?: { from: string; blanks: Record<string, string>; secret?: [name: string, value: string] };
  console: { pages: { match: string }[]; account: { id: unknown; [more: string]: unknown }; fields: unknown[] };
}

/** Installs a console's own packages, the first time it is needed. */
export function installed(folder: string, name: string): string | null {
  if (existsSync(here(`${folder}/node_modules/${name}`))) return null;
  const run = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: here(folder),
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  return run.status === 0 ? null : `npm could not install ${name}`;
}

const lastLogin = (view: { measurement: { metric: string; value: string | null }[] }) =>
  view.measurement.find((one) => one.metric === 'lastLogin')?.value ?? null;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a console and reads all its accounts in both browsers, as an account page's panel and record show them. */
export function readsAllAccounts(real: Real): void {
  const missing = real.missing();
  if (missing !== null) {
    if (process.env.CI) throw new Error(`${real.name}: ${missing}`);
    it.skip(`${real.name}: ${missing}`, () => undefined);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'kido-real-'));
  let server: ChildProcess;
  let origin: string;
  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    server = real.start(port, folder);
    await until(
      () => fetch(origin).then((reply) => reply.status),
      (status) => status < 500,
      `${real.name} did not start`,
      90_000,
    );
  });
  afterAll(() => {
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each<Kind>(['chromium', 'firefox'])('is read right in %s, all ten accounts', async (kind) => {
    const kido = await KidoBrowser.launch(kind);
    try {
      const options = await kido.extensionPage('options.html', 'h1');
      const config = {
        kido: 'console/1',
        id: 'real',
        name: real.name,
        origins: [origin],
        locale: 'en-US',
        zone: 'UTC',
        api: [],
        ...real.console,
      };
      expect(await kido.ask(options, 'console.save', { console: config })).toEqual({ errors: [] });
      await kido.allow(options, 'real', origin);
      const page = await kido.open('about:blank');
      await real.signIn?.(page, origin);
      for (const [index, truth] of accounts.entries()) {
        await page.goto(`${origin}${real.path(index)}`, { waitUntil: 'load' });
        await until(
          () => page.$eval('kido-panel >>> .name', (element) => element.textContent),
          (text) => text === truth.company,
          `${truth.company} is not on the panel`,
        );
        const id = real.console.account.id === 'url' ? String(index + 1) : truth.id;
        const account = `real/${encodeURIComponent(id)}`;
        await real.openMore?.(page);
        const view = await until(
          () =>
            kido.ask<{
              measurement: { metric: string; value: string | null }[];
              checklist: { id: string; state: string }[];
              meta: string[];
              accountId: string;
              drift: unknown;
            }>(options, 'account.view', { account }),
          (seen) => seen.meta[0] !== 'Contract date unknown' && (!real.openMore || truth.lastLogin === null || lastLogin(seen) !== null),
          'not read',
        );
        const value = (metric: string) => view.measurement.find((one) => one.metric === metric)?.value ?? null;
        expect(view.accountId).toBe(id);
        // What the second tab hides is neither forgotten nor called lost.
        expect(view.drift).toBeNull();
        expect(value('activeUsers')).toBe(truth.active === null ? null : `${new Intl.NumberFormat('en-US').format(truth.active)} users`);
        expect(value('lastLogin')).toBe(truth.lastLogin === null ? null : truth.lastLogin.slice(0, 16).replace('T', ' '));
        expect(view.checklist.find((one) => one.id === 'setup-admin')?.state).toBe(truth.setup ? 'done' : 'open');
        expect(value('activeShare')).toBe(truth.active === null ? null : `${Math.round((truth.active / truth.seats) * 1000) / 10} %`);
      }
      if (real.api) {
        const point = startingPoints.consoles.find((one) => one.id === real.api?.from)?.api;
        const blanks = { 'https://<host>': origin, ...real.api.blanks };
        const filled = Object.entries(blanks).reduce((text, [blank, put]) => text.replaceAll(blank, put), JSON.stringify(point));
        if (real.api.secret)
          await kido.ask(options, 'secret.put', { name: real.api.secret[0], origin: new URL(origin).origin, value: real.api.secret[1] });
        for (const [index, truth] of accounts.slice(0, 3).entries()) {
          const [trial] = await kido.ask<ApiTrial[]>(options, 'api.try', {
            console: { ...config, api: [JSON.parse(filled)] },
            accountId: String(index + 1),
          });
          expect(trial?.problem).toBeNull();
          expect(trial?.readings.map(({ metric, value }) => [metric, value])).toEqual([
            ['seats', truth.seats],
            ['activeUsers', truth.active],
          ]);
        }
      }
      await page.close();
      await sleep(50);
    } finally {
      await kido.close();
    }
  });
}
