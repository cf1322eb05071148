import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelView } from '@/lib/core/view/panel-view';
import { inPanel, KidoBrowser, type Kind, sleep, until } from './kido-browser';

const record = (id: string, seats: string) =>
  `<h1>Tern ${id}</h1><dl><dt>Account ID</dt><dd>${id}</dd><dt>Seats</dt><dd>${seats}</dd><dt>Active users</dt><dd>7</dd></dl>`;
const rows = (count: number, row: (at: number) => string) => Array.from({ length: count }, (_, at) => row(at)).join('');

/** Pages that are hard on a reader, by the account's id in their address. */
const pages: Record<string, string> = {
  large: `${record('large', '42')}<div>${rows(500, (at) => `<section>${rows(33, (one) => `<div class="r"><span>Row ${at} ${one}</span><span>${one}</span></div>`)}</section>`)}</div>`,
  busy: `${record('busy', '42')}<div id="noise"></div><script>
    let n = 0;
    setInterval(() => { for (let i = 0; i < 10; i += 1) { const e = document.createElement('i'); e.textContent = 'event ' + n++; noise.append(e); if (noise.childElementCount > 50) noise.firstChild.remove(); } }, 10);
  </script>`,
  pieces: `<main id="m"></main><script>
    setTimeout(() => { m.innerHTML = '<h1>Tern</h1><dl><dt>Account ID</dt><dd>pieces</dd><dt>Seats</dt><dd></dd></dl>'; }, 400);
    setTimeout(() => { m.querySelectorAll('dd')[1].textContent = '42'; }, 1100);
  </script>`,
  two: `<main>${record('two', '42')}${record('other', '9')}</main>`,
  typing: `<h1>Tern</h1><label for="i">Account ID</label><input id="i" value="typing" readonly><label for="s">Seats</label><input id="s" value="42">`,
  'typing?saved': `<h1>Tern</h1><label for="i">Account ID</label><input id="i" value="typing" readonly><label for="s">Seats</label><input id="s" value="43">`,
  signin: `<h1>Sign in</h1><form><label>User <input name="u"></label><label>Password <input type="password"></label></form>`,
  empty: `<h1>Account</h1><dl><dt>Seats</dt><dd></dd><dt>Active users</dt><dd>—</dd></dl>`,
  new: `<h1>New account</h1><label for="s">Seats</label><input id="s" value="0"><label for="a">Active users</label><input id="a" value="0">`,
  list: `<h1>Accounts</h1><table><thead><tr><th>Name</th><th>Seats</th><th>Active users</th></tr></thead><tbody><tr><td>A</td><td>42</td><td>7</td></tr><tr><td>B</td><td>43</td><td>8</td></tr></tbody></table>`,
  ticking: `<h1>Tern</h1><dl><dt>Seats</dt><dd>42</dd><dt>Active users</dt><dd id="t">7</dd></dl><script>
    let n = 0; setInterval(() => { t.textContent = 'now ' + n++; }, 60);
  </script>`,
  spa1: `<h1>Tern</h1><button id="go">Next</button><main><dl><dt>Seats</dt><dd id="s">42</dd><dt>Active users</dt><dd id="a">7</dd></dl></main><i id="n"></i><script>
    let n = 0; setInterval(() => { document.getElementById('n').textContent = 'event ' + n++; }, 20);
    go.onclick = () => { history.pushState(null, '', '/a/spa2'); setTimeout(() => { s.textContent = '55'; a.textContent = '9'; }, 150); };
  </script>`,
  virtual: `<h1>Tern</h1><dl><dt>Account ID</dt><dd>virtual</dd></dl><div id="v" style="height:200px;overflow:auto"><div style="height:1760px;position:relative" id="w"></div></div><script>
    const all = Array.from({ length: 44 }, (_, at) => at === 30 ? ['Seats', '42'] : ['Field ' + at, 'x' + at]);
    const draw = () => { const from = Math.floor(v.scrollTop / 40); w.innerHTML = all.slice(from, from + 6).map(([a, b], at) => '<div style="position:absolute;top:' + (from + at) * 40 + 'px"><span class="a">' + a + '</span><span class="b">' + b + '</span></div>').join(''); };
    v.addEventListener('scroll', draw); draw();
  </script>`,
};

describe.each<Kind>(['chromium', 'firefox'])('hard pages in %s', (kind) => {
  let kido: KidoBrowser;
  let server: Server;
  let origin: string;
  let options: Page;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const body = pages[/^\/a\/([\w?]+)/.exec(request.url ?? '')?.[1] ?? ''];
      response
        .writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><html lang="en"><title>Tern</title><body>${body ?? ''}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    kido = await KidoBrowser.launch(kind);
    options = await kido.extensionPage('options.html', 'h1');
    const fields = [
      ['seats', 'Seats'],
      ['activeUsers', 'Active users'],
    ].map(([metric, label]) => ({ metric, find: [{ label }], parse: 'number' }));
    const console = {
      kido: 'console/1',
      id: 'hard',
      name: 'Hard',
      origins: [origin],
      locale: 'en-US',
      zone: 'UTC',
      pages: [{ match: '/a/{accountId}' }],
      account: { id: 'url' },
      fields,
      api: [],
    };
    await kido.ask(options, 'console.save', { console });
    await kido.allow(options, 'hard', origin);
  });
  afterAll(async () => {
    await kido?.close();
    await new Promise((resolve) => server?.close(resolve));
  });

  const seats = async (id: string) => {
    const view = await kido.ask<PanelView>(options, 'account.view', { account: `hard/${id}` });
    const facts = (await kido.ask<{ rows?: unknown }[]>(options, 'timeline.get', { account: `hard/${id}` })).length;
    return { facts, text: JSON.stringify(view), share: view.measurement.find((one) => one.metric === 'activeShare')?.value ?? null };
  };
  /** What the history says was read. Not the whole rows: an id, a time or the server's port can hold any number. */
  const told = async (id: string) =>
    (await kido.ask<{ text: string }[]>(options, 'timeline.get', { account: `hard/${id}` })).map(({ text }) => text).join('\n');
  const open = async (id: string) => {
    const page = await kido.open(`${origin}/a/${id}`);
    await inPanel(page, '.panel .foot');
    return page;
  };

  it.each(['large', 'busy'])('%s is read right', async (id) => {
    const page = await open(id);
    await until(
      () => seats(id),
      (seen) => seen.share !== null,
      'not read',
      30_000,
    );
    expect((await seats(id)).share).toBe('16.7 %');
    await page.close();
  });
  it('content that comes in pieces is read when it is whole', async () => {
    const page = await open('pieces');
    // Never a blank that is only not there yet: the first value that is written down is the whole one.
    const first = await until(
      () => told('pieces'),
      (text) => text !== '',
      'not read',
    );
    expect(first).toContain('42');
    await page.close();
  });
  it('two records side by side are nobody’s', async () => {
    const page = await open('two');
    await sleep(2500);
    expect((await seats('two')).share).toBeNull();
    expect(await told('two')).not.toMatch(/\b(?:42|9)\b/);
    await page.close();
  });
  it('what somebody has typed and not saved is never read, and what the page loads afterwards is', async () => {
    const page = await kido.open(`${origin}/a/typing`);
    await inPanel(page, '.panel .foot');
    await page.focus('#s');
    await page.keyboard.type('9');
    await page.$eval('#s', (input) => (input as HTMLElement).blur());
    await sleep(1500);
    expect(await told('typing')).not.toMatch(/429|942/);
    // What is held back is written when the page is left: nothing of it is the typing.
    await page.goto('about:blank');
    await page.goto(`${origin}/a/typing?saved`);
    await inPanel(page, '.panel .foot');
    await sleep(1500);
    await page.goto('about:blank');
    await until(
      () => told('typing'),
      (text) => text.includes('43'),
      'not read after it was saved',
    );
    expect(await told('typing')).not.toMatch(/429|942/);
    await page.close();
  });
  it.each(['nowhere', 'signin', 'empty', 'new', 'list'])('a page without a record is no account: %s', async (id) => {
    const page = await kido.open(`${origin}/a/${id}`);
    await sleep(2200);
    expect(await page.$('kido-panel')).toBeNull();
    expect(await told(id)).toBe('');
    await page.close();
  });
  it('of a visit of 3 s on a busy page what was read is kept', async () => {
    const page = await kido.open(`${origin}/a/ticking`);
    await sleep(3000);
    await page.goto('about:blank');
    await until(
      () => told('ticking'),
      (text) => text.includes('42'),
      'not read on a quick visit',
    );
    await page.close();
  });
  it('an account that is clicked on in a page that changes all the time is read within 2 s', async () => {
    const page = await kido.open(`${origin}/a/spa1`);
    await inPanel(page, '.panel .foot');
    await page.click('#go');
    const start = Date.now();
    await until(
      () => told('spa2'),
      (text) => text.includes('55'),
      'not read',
    );
    expect(Date.now() - start).toBeLessThan(4000);
    expect(await told('spa2')).not.toContain('42');
    await page.close();
  });
  it('a row that a virtualised list has not drawn is unknown, and read once it is drawn', async () => {
    // Nothing of the record is drawn yet: the page is no account until it is.
    const page = await kido.open(`${origin}/a/virtual`);
    await sleep(2500);
    expect(await told('virtual')).not.toContain('42');
    await page.$eval('#v', (list) => list.scrollTo(0, 1160));
    await inPanel(page, '.panel .foot');
    await sleep(2500);
    await page.goto('about:blank');
    await until(
      () => told('virtual'),
      (text) => text.includes('42'),
      'not read after it was drawn',
    );
    await page.close();
  });
});
