import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { readText } from './files';
import { CHROMIUM_ARGS, findChromium } from './find-browser';
import { Mistake } from './options';

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
    const executablePath = findChromium();
    if (!executablePath) throw new Mistake('no Chromium, Chrome or Edge found; set KIDO_CHROMIUM to its path');
    const result = await build({
      entryPoints: [fileURLToPath(entry)],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'kidoPage',
      charset: 'utf8',
      logLevel: 'silent',
      alias: { '@': fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '') },
    });
    const browser = await puppeteer.launch({
      executablePath,
      headless: true,
      pipe: true,
      args: CHROMIUM_ARGS,
    });
    return new PageBrowser(browser, result.outputFiles[0]?.text ?? '');
  }

  /**
   * Opens a page and runs `kidoPage[name](document, input)` in it.
   * A saved page is shown under the address it was saved from, with nothing loaded and none of its scripts run.
   */
  async run<T>(target: string, origin: PageOrigin, name: string, input: unknown, settled: (value: T) => string): Promise<T> {
    const page = await this.browser.newPage();
    try {
      await this.show(page, target, origin);
      await page.evaluate(`${this.code}\nglobalThis.kidoPage = kidoPage;`);
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
      return await this.untilSettled(once, settled);
    } finally {
      await page.close();
    }
  }

  /** A live page is read when two looks see the same, for at most ten seconds. */
  private async untilSettled<T>(once: () => Promise<T>, print: (value: T) => string): Promise<T> {
    let last = await once();
    for (let look = 0, same = 0; look < 25 && same < 3; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 400));
      const next = await once();
      same = print(next) === print(last) ? same + 1 : 0;
      last = next;
    }
    return last;
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
