import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { ulid } from 'ulid';
import { CHROMIUM_ARGS, findChromium, findFirefox } from '@/lib/cli/find-browser';

export type Kind = 'chromium' | 'firefox';

/** The id that Firefox gives the extension here; a fixed one lets tests open its pages. */
const FIREFOX_UUID = '6f1c1f62-6d3e-4f0c-9f0a-0f6d1d8a7c11';
const FIREFOX_ID = 'kido@kido.example';

export interface LaunchOptions {
  /** Folder of the built extension, without the browser's name. */
  mode?: 'e2e' | 'production';
  headless?: boolean;
  lang?: 'en' | 'ja';
  dark?: boolean;
  /** Keeps the profile, for tests that restart the browser. */
  profile?: string;
  width?: number;
  height?: number;
}

/** A browser with Kido in it: the same calls for Chromium and for Firefox. */
export class KidoBrowser {
  private constructor(
    readonly kind: Kind,
    readonly browser: Browser,
    readonly base: string,
    private readonly options: LaunchOptions,
  ) {}

  static async launch(kind: Kind, options: LaunchOptions = {}): Promise<KidoBrowser> {
    const suffix = options.mode === 'production' ? '' : '-e2e';
    const dir = new URL(`../../.output/${kind === 'chromium' ? 'chrome' : 'firefox'}-mv3${suffix}`, import.meta.url).pathname;
    return kind === 'chromium' ? KidoBrowser.chromium(dir, options) : KidoBrowser.firefox(dir, options);
  }

  private static async chromium(dir: string, options: LaunchOptions): Promise<KidoBrowser> {
    const { width = 1280, height = 800 } = options;
    const browser = await puppeteer.launch({
      executablePath: findChromium() ?? '',
      headless: options.headless ?? true,
      pipe: true,
      enableExtensions: [dir],
      defaultViewport: options.headless === false ? null : { width, height },
      ...(options.profile && { userDataDir: options.profile }),
      args: [...CHROMIUM_ARGS, `--lang=${options.lang ?? 'en'}`, ...(options.lang === 'ja' ? ['--accept-lang=ja'] : [])],
      env: { ...process.env, LANGUAGE: options.lang ?? 'en' },
    });
    for (let tries = 0; tries < 100; tries += 1) {
      const id = [...(await browser.extensions()).keys()][0];
      if (id) return new KidoBrowser('chromium', browser, `chrome-extension://${id}`, options);
      await sleep(100);
    }
    throw new Error('the extension did not start');
  }

  private static async firefox(dir: string, options: LaunchOptions): Promise<KidoBrowser> {
    const { width = 1280, height = 800 } = options;
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findFirefox() ?? '',
      headless: options.headless ?? true,
      defaultViewport: options.headless === false ? null : { width, height },
      ...(options.profile && { userDataDir: options.profile }),
      args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
        'extensions.webextOptionalPermissionPrompts': false,
        'extensions.background.idle.timeout': 30_000,
        'intl.accept_languages': options.lang ?? 'en',
        'layout.css.prefers-color-scheme.content-override': options.dark ? 0 : 1,
      },
    });
    await browser.installExtension(dir);
    return new KidoBrowser('firefox', browser, `moz-extension://${FIREFOX_UUID}`, options);
  }

  async open(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    if (this.kind === 'chromium' && this.options.dark !== undefined)
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: this.options.dark ? 'dark' : 'light' }]);
    if (url.startsWith('moz-extension:')) await this.goExtension(page, url);
    else await page.goto(url, { waitUntil: 'load' });
    return page;
  }

  /** Opens one of Kido's own pages; Firefox never tells that it has loaded, so a selector is waited for. */
  async extensionPage(path: string, selector = '.k'): Promise<Page> {
    const page = await this.open(`${this.base}/${path}`);
    await page.waitForSelector(selector, { timeout: 15_000 });
    return page;
  }

  private async goExtension(page: Page, url: string): Promise<void> {
    const { connection } = this.browser as unknown as { connection: { send(method: string, params: unknown): Promise<unknown> } };
    await connection.send('browsingContext.navigate', { context: (page.mainFrame() as unknown as { _id: string })._id, url, wait: 'none' });
  }

  /** Asks the background as one of Kido's own pages would. Throws with the background's words. */
  async ask<T>(page: Page, request: string, body: unknown): Promise<T> {
    const answer = (await page.evaluate(
      async (message) => {
        type Extension = { runtime: { sendMessage(message: unknown): Promise<unknown> } };
        const world = globalThis as unknown as { browser?: Extension; chrome: Extension };
        return (world.browser ?? world.chrome).runtime.sendMessage(message);
      },
      { request, body, id: ulid() } as never,
    )) as { ok: boolean; value?: T; error?: string } | undefined;
    if (!answer?.ok) throw new Error(answer?.error ?? 'no answer');
    return answer.value as T;
  }

  /**
   * Gives access to a console as a person does: with the button on the options page. Chromium's own question is
   * answered beforehand, by the browser's page for developers; Firefox's is switched off by a preference.
   */
  async allow(options: Page, console: string, origin: string): Promise<void> {
    if (this.kind === 'chromium') await this.grantInChromium(origin);
    await options.bringToFront();
    await options.waitForSelector(`[data-console=${console}]`);
    const given = () => options.$eval(`[data-console=${console}]`, (row) => row.querySelector('.badge.good') !== null);
    if (!(await given())) await options.click(`[data-console=${console}] .btn.primary`);
    for (let tries = 0; tries < 50 && !(await given()); tries += 1) await sleep(100);
    if (!(await given())) throw new Error('access was not given');
  }

  /** Answers Chromium's question beforehand, by its page for developers; in Firefox a preference does. */
  async grant(origin: string): Promise<void> {
    if (this.kind === 'chromium') await this.grantInChromium(origin);
  }

  private async grantInChromium(origin: string): Promise<void> {
    const page = await this.browser.newPage();
    await page.goto('chrome://extensions');
    const id = this.base.split('//')[1];
    const { protocol, hostname } = new URL(origin);
    await page.evaluate(
      (extension, host) =>
        new Promise<void>((resolve) =>
          (
            globalThis as unknown as {
              chrome: { developerPrivate: { addHostPermission(id: string, host: string, done: () => void): void } };
            }
          ).chrome.developerPrivate.addHostPermission(extension, host, resolve),
        ),
      id as string,
      `${protocol}//${hostname}/*`,
    );
    await page.close();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** An element inside the panel; the test build's shadow root is open. */
export async function inPanel(page: Page, selector: string, timeout = 10_000): Promise<ElementHandle> {
  const found = await page.waitForSelector(`kido-panel >>> ${selector}`, { timeout });
  if (!found) throw new Error(`not in the panel: ${selector}`);
  return found;
}

/** Text of the panel, or null where there is none. */
export function panelText(page: Page): Promise<string | null> {
  return page.evaluate(() => document.querySelector('kido-panel')?.shadowRoot?.querySelector('.root')?.textContent ?? null);
}

/** Waits until a check holds; says what was last seen when it does not. */
export async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean, what: string, ms = 15_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look().catch((error) => error as T);
    if (!(seen instanceof Error) && holds(seen)) return seen;
    if (Date.now() > end)
      throw new Error(`${what}; last seen: ${String(seen).length > 600 ? `…${String(seen).slice(-600)}` : String(seen)}`);
    await sleep(50);
  }
}
