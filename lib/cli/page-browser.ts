import { existsSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { readText } from './files';
import { Mistake } from './options';
import { bundled, startChromium, untilSettled } from './page-code';

/** What is known of a saved page: its address, and what its browser was set to. */
export interface PageOrigin {
  url: string | null;
  /** Of the browser, else of the console. */
  locale: string | null;
  /** Both, where they differ: some consoles follow the one, some the other. */
  locales: string[];
  zone: string | null;
}

/** One headless browser that runs Kido's own page code over pages, saved or live. */
export class PageBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly code: string,
  ) {}

  /** @param entry source file whose exports become `kidoPage` in the page */
  static async start(entry: URL): Promise<PageBrowser> {
    const code = await bundled(entry, 'kidoPage');
    return new PageBrowser(await startChromium(), code);
  }

  /**
   * Opens a page and runs `kidoPage[name](document, input)` in it.
   * A saved page is shown under the address it was saved from, with nothing loaded and none of its scripts run.
   */
  async run<T>(target: string, origin: PageOrigin, name: string, input: unknown, settled: (value: T) => string): Promise<T> {
    const page = await this.browser.newPage();
    try {
      await this.show(page, target, origin);
      await page.evaluate(this.code);
      const once = () =>
        page.evaluate(
          (call, given) =>
            (globalThis as unknown as { kidoPage: Record<string, (document: Document, input: unknown) => unknown> }).kidoPage[call]?.(
              document,
              given,
            ),
          name,
          input,
        ) as Promise<T>;
      if (!isLive(target)) return await once();
      return await untilSettled(once, settled, 3);
    } finally {
      await page.close();
    }
  }

  private async show(page: Page, target: string, origin: PageOrigin): Promise<void> {
    if (isLive(target)) {
      await page.goto(target, { waitUntil: 'load' });
      return;
    }
    const html = readText(target);
    const url = origin.url ?? savedFrom(html) ?? 'http://saved.invalid/';
    const address = new URL(url);
    address.hash = '';
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const main = request.isNavigationRequest() && request.frame() === page.mainFrame();
      if (!main) return void request.abort().catch(() => undefined);
      void request
        .respond({
          status: 200,
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': "script-src 'none'" },
          body: html,
        })
        .catch(() => undefined);
    });
    await page.goto(url, { waitUntil: 'domcontentloaded' });
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Whether a target is an address and not a file. */
export function isLive(target: string): boolean {
  return /^https?:\/\//.test(target);
}

/** Browsers write the address of a saved page into it; many pages name it themselves. */
export function savedFrom(html: string): string | null {
  const saved = /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html)?.[1];
  const canonical = /<link[^>]+rel=["']?canonical["']?[^>]+href=["']([^"']+)/i.exec(html)?.[1];
  return [saved, canonical].find((url) => url !== undefined && URL.canParse(url)) ?? null;
}

/** Address, language and zone of a saved page: from the options, else from `<name>.json` beside it, and nothing else of that file. */
export function originOf(target: string, named: Map<string, string>): PageOrigin {
  const beside = target.replace(/\.html?$/, '.json');
  const file: Record<string, unknown> =
    !isLive(target) && beside !== target && existsSync(beside) ? (JSON.parse(readText(beside)) as Record<string, unknown>) : {};
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const url = named.get('url') ?? text(file.url) ?? (isLive(target) ? target : null);
  if (url !== null && !URL.canParse(url)) throw new Mistake(`--url: not an address: ${url}`);
  const told = named.get('locale') ?? null;
  const locales = told !== null ? [told] : [text(file.browser_locale), text(file.ui_lang)].filter((one) => one !== null);
  return {
    url,
    locale: locales[0] ?? null,
    locales,
    zone: named.get('zone') ?? text(file.timezone),
  };
}
