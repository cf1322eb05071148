import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { originOf, PageBrowser } from '@/lib/cli/page-browser';
import { pageConfigOf } from '@/lib/formats/page-config';
import { readConsoleText } from '@/lib/formats/read-json';
import type { FoundPage } from '@/lib/readers/page/locate-page';

const TOKEN = 'c0ffee1cde653e427f36bfb95e6877052c45add7';
const ROWS: Record<string, { company: string; seats: string; owner: string; start: string }> = {
  '48211': { company: 'Bright Harbor', seats: '1,480', owner: 'Rosalind Quimby', start: '2026-03-08' },
  '51873': { company: '株式会社青葉', seats: '127', owner: '', start: '2026-01-02' },
};

/** A page whose values come by script, into fields, an open shadow root and a frame; with what must not be saved. */
function accountPage(id: string): string {
  const row = ROWS[id];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="csrf-token" content="${TOKEN}"><title>Vendor</title>
<style>.gone { display: none } .veiled { visibility: hidden }</style></head><body>
<label for="c">Company</label><input id="c"><label for="o">Owner</label><select id="o"><option value=""></option><option>Rosalind Quimby</option></select>
<label for="t">Trial</label><input type="checkbox" id="t"><label for="n">Note</label><textarea id="n"></textarea>
<input type="hidden" name="authenticity" value="${TOKEN}"><input type="password" value="hunter2-${id}">
<dl><dt>Seats</dt><dd>${row?.seats}</dd></dl><div class="gone"><dl><dt>Old seats</dt><dd>9,999</dd></dl></div><p class="veiled">Veiled</p>
<x-card></x-card><iframe srcdoc="&lt;dl>&lt;dt>Start&lt;/dt>&lt;dd>${row?.start}&lt;/dd>&lt;/dl>"></iframe>
<script>
const row = ${JSON.stringify(row)};
setTimeout(() => { c.value = row.company; o.value = row.owner; t.checked = true; n.value = 'Met ' + row.company; }, 300);
document.querySelector('x-card').attachShadow({ mode: 'open' }).innerHTML = '<dl><dt>Contact</dt><dd>' + row.owner + '</dd></dl>';
</script></body></html>`;
}

let server: Server;
let origin: string;
const folder = mkdtempSync(join(tmpdir(), 'kido-fixture-'));
beforeAll(async () => {
  server = createServer((request, response) => {
    const signedIn = request.headers.cookie?.includes('session=1') ?? false;
    const id = /^\/accounts\/(\d+)$/.exec(request.url ?? '')?.[1];
    if (request.url === '/login') return response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>');
    if (!signedIn) return response.writeHead(302, { location: '/login' }).end();
    return response.writeHead(id ? 200 : 404, { 'content-type': 'text/html' }).end(id ? accountPage(id) : 'none');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function record(...args: string[]): Promise<{ code: number | null; said: string }> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const run = spawn(process.execPath, ['--import', 'tsx', join(root, 'tests/record/record.ts'), ...args], { cwd: root });
  let said = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (part) => (said += part));
  return new Promise((resolve) => run.on('close', (code) => resolve({ code, said })));
}

it('saves pages that are read as they were, and tell nothing of anybody', async () => {
  const out = join(folder, 'pages');
  const both = Object.keys(ROWS).map((id) => `${origin}/accounts/${id}`);
  const run = await record(...both, '--out', out, '--console', 'vendor', '--cookie', 'session=1');
  expect(run).toMatchObject({ code: 0 });
  expect(run.said).toContain('  Company\n');
  const pages = readdirSync(out).filter((name) => name.endsWith('.html'));
  expect(pages).toHaveLength(2);
  const all = readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'));
  for (const text of all)
    expect(text).not.toMatch(/Bright|Harbor|青葉|Rosalind|Quimby|48211|51873|1,480|hunter2|c0ffee|<script|127\.0\.0\.1/);
  for (const name of pages)
    expect(readFileSync(join(out, name), 'utf8')).toMatch(/<input type="hidden" name="authenticity"><input type="password"(?! value)/);
  const { console: config } = readConsoleText(
    JSON.stringify({
      ...{ kido: 'console/1', id: 'vendor', name: 'Vendor', origins: ['https://admin.vendor.example'], locale: 'en-US', zone: 'UTC' },
      pages: [{ match: '/accounts/{accountId}' }],
      account: { id: 'url', name: [{ label: 'Company' }] },
      fields: [
        { metric: 'seats', find: [{ label: 'Seats' }], parse: 'number' },
        { metric: 'oldSeats', find: [{ label: 'Old seats' }], parse: 'number' },
        { metric: 'trial', find: [{ label: 'Trial' }], parse: 'yesNo' },
        { metric: 'note', find: [{ label: 'Note' }], parse: 'text' },
        { metric: 'contact', find: [{ selector: 'x-card >>> dd' }], parse: 'text' },
        { metric: 'start', find: [{ selector: 'iframe >>> dd' }], parse: 'text' },
      ],
    }),
  );
  if (!config) throw new Error('console file');
  const browser = await PageBrowser.start(new URL('../../lib/readers/page/saved-page.ts', import.meta.url));
  try {
    const latin = pages.filter((name) => !readFileSync(join(out, name), 'utf8').includes('株式会社'));
    expect(latin).toHaveLength(1);
    const path = join(out, latin[0] as string);
    const told = originOf(path, new Map());
    const key = (JSON.parse(readFileSync(path.replace('.html', '.json'), 'utf8')) as { record_key: { value: string } }).record_key.value;
    const page = await browser.run<FoundPage>(path, told, 'foundIn', { config: pageConfigOf(config), address: told.url }, String);
    const shown = Object.fromEntries(page.fields.map((field) => [field.metric, field.shown]));
    expect(page.accountId).toBe(key);
    expect(page.name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    expect(shown).toMatchObject({ oldSeats: null, trial: 'yes', note: expect.stringContaining(page.name as string) });
    expect(shown.seats).toMatch(/^[\d,]+$/);
    expect(shown.contact).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    expect(shown.start).toMatch(/^202[56]-\d\d-\d\d$/);
  } finally {
    await browser.close();
  }
});

it.each([
  ['a console that sends to its sign-in page', ['/accounts/48211'], 'sign in with --cookie'],
  ['a page that is not there', ['/accounts/none', '--cookie', 'session=1'], 'answers 404'],
  [
    'something to press that is not there',
    ['/accounts/48211', '--cookie', 'session=1', '--press', 'Usage'],
    'nothing on the page says "Usage"',
  ],
])('saves nothing of %s, and says so', async (_, [path, ...more], said) => {
  const out = join(folder, 'nothing');
  const run = await record(`${origin}${path}`, '--out', out, ...more);
  expect(run.code).toBe(1);
  expect(run.said).toContain(said);
  expect(() => readdirSync(out)).toThrow('ENOENT');
});
