import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Browser, Page } from 'puppeteer-core';
import { Mistake } from '@/lib/cli/options';
import { bundled, startChromium, untilSettled } from '@/lib/cli/page-code';
import type { Snapshot } from './snapshot';

export interface SignIn {
  /** `name=value; name=value`, as a browser sends it. */
  cookie: string | null;
  /** A browser's profile that is signed in already. */
  profile: string | null;
  /** Shows the browser, and waits until a person has signed in. */
  headed: boolean;
  locale: string;
}

/** A browser that is signed in to a console and looks at its pages. */
export class RecordingBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly code: string,
    private readonly signIn: SignIn,
  ) {}

  static async start(signIn: SignIn): Promise<RecordingBrowser> {
    if (signIn.profile !== null && !existsSync(signIn.profile)) throw new Mistake(`--profile: no such folder: ${signIn.profile}`);
    const code = await bundled(new URL('./snapshot.ts', import.meta.url), 'recorder');
    const browser = await startChromium({
      headless: !signIn.headed,
      defaultViewport: { width: 1280, height: 800 },
      userDataDir: signIn.profile ?? mkdtempSync(join(tmpdir(), 'kido-record-')),
      args: [`--lang=${signIn.locale}`, `--accept-lang=${signIn.locale}`],
    });
    return new RecordingBrowser(browser, code, signIn);
  }

  /** Signs in at a console: by cookies, or by hand. */
  async enter(address: string): Promise<void> {
    const url = new URL(address);
    const pairs = (this.signIn.cookie ?? '').split(';').filter((pair) => pair.includes('='));
    for (const pair of pairs) {
      const [, name = '', value = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/s.exec(pair) ?? [];
      await this.browser.setCookie({ name, value, domain: url.hostname, path: '/', httpOnly: true, secure: url.protocol === 'https:' });
    }
    if (!this.signIn.headed) return;
    const page = await this.browser.newPage();
    await page.goto(address);
    const input = createInterface({ input: process.stdin, output: process.stderr });
    await input.question('Sign in in the browser’s window, then press Enter here … ');
    input.close();
    await page.close();
  }

  /**
   * Opens an address and takes what it shows when it has come to rest.
   * @param press texts of what is pressed first, such as a tab
   */
  async look(address: string, press: string[]): Promise<Snapshot & { url: string }> {
    const page = await this.browser.newPage();
    try {
      const answer = await page.goto(address, { waitUntil: 'load' });
      if (answer && answer.status() >= 400) throw new Mistake(`${address}: the console answers ${answer.status()}`);
      let seen = await this.settled(page);
      for (const text of press) {
        await pressed(page, text);
        seen = await this.settled(page);
      }
      // A console that sends to its sign-in page says so by the address.
      if (new URL(page.url()).pathname !== new URL(address).pathname)
        throw new Mistake(`${address}: led to ${page.url()}; sign in with --cookie, --profile or --headed`);
      return { ...seen, url: page.url() };
    } finally {
      await page.close();
    }
  }

  /** What the page shows once three looks see the same; at most about ten seconds. */
  private async settled(page: Page): Promise<Snapshot> {
    await page.evaluate(this.code);
    const once = () => page.evaluate('recorder.snapshot(document)') as Promise<Snapshot>;
    return untilSettled(once, JSON.stringify, 2);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

async function pressed(page: Page, text: string): Promise<void> {
  const found = await page.evaluate((wanted) => {
    const all = [...document.querySelectorAll<HTMLElement>('[role=tab],button,a,summary,label')];
    const one = all.find((element) => element.textContent?.trim() === wanted && element.getClientRects().length > 0);
    one?.click();
    return one !== undefined;
  }, text);
  if (!found) throw new Mistake(`--press: nothing on the page says "${text}"`);
}
