import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, it, vi } from 'vitest';
import config from '@/wxt.config';
import { aConsole, addressOf, connect, shown, visit } from '../actions/a-console';
import { Bench, pageAt } from '../actions/fake-host';
import { type Row, rows } from './privacy-sentences';

vi.mock('wxt/browser', () => ({ browser: {} }));

const read = (path: string) => readFileSync(path, 'utf8');

/** The sentences of PRIVACY.md as they are read, without headings, bullets and emphasis. */
function sentences(): string[] {
  return read('PRIVACY.md')
    .split(/^(?=- |#)/m)
    .filter((part) => part.startsWith('- '))
    .flatMap((part) =>
      part
        .slice(2)
        .replace(/\n {2}/g, ' ')
        .replace(/\*\*|(?<![\w])_|_(?![\w])|`/g, '')
        .split(/(?<=\.)\s+|(?<=。)\s*/),
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Whether a file has a test of that name which is run. */
function hasTest(file: string, name: string): boolean {
  const quoted = name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const text = read(file);
  return new RegExp(`\\(\\s*(['"\`])${quoted}\\1\\s*,`).test(text) && !/\b(?:it|describe|test)\.(?:skip|todo|only)\b/.test(text);
}

const sources = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`),
);

describe('what PRIVACY.md says', () => {
  it('is in the table, sentence by sentence, and nothing else is', () => {
    expect(sentences()).toEqual(rows.map((row) => row.says));
  });

  const held = rows.filter((row): row is Extract<Row, { heldBy: unknown }> => 'heldBy' in row);

  it.each(held.map((row) => [row.says, row.heldBy] as const))('%s', (_, tests) => {
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter(([file, name]) => !hasTest(file, name))).toEqual([]);
  });

  it('is a promise, save for two sentences that explain', () => {
    expect(rows.length - held.length).toBe(2);
    expect(held.length).toBeGreaterThan(30);
  });

  it('a name that no test has is noticed', () => {
    expect(hasTest('tests/build/privacy.test.ts', 'a name that no test has is noticed')).toBe(true);
    expect(hasTest('tests/build/privacy.test.ts', 'a name that no test has is notice')).toBe(false);
    expect(hasTest('tests/build/privacy.test.ts', 'what nobody tests')).toBe(false);
  });
});

describe('Kido as it is built', () => {
  it.each(['chrome', 'firefox'] as const)('is installed with access to no page: %s', (browser) => {
    const make = config.manifest as (env: object) => Record<string, unknown>;
    const manifest = make({ browser, mode: 'production', command: 'build', manifestVersion: 3 });
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(JSON.stringify(manifest.permissions)).not.toMatch(/:\/\/|<all_urls>|tabs|history|cookies|webRequest/);
    // Nothing is registered by the framework either: the scripts of pages are plain ones.
    for (const path of sources) expect(read(path), path).not.toContain('defineContentScript');
  });

  it('asks the network in one place, by what people configured', () => {
    const asks = /(?:^|[^.\w'`])(?:fetch\(|XMLHttpRequest|WebSocket|EventSource|importScripts)|sendBeacon/m;
    expect(sources.filter((path) => asks.test(read(path)))).toEqual(['entrypoints/background/browser-host.ts']);
    // No address stands in the code to which anything could be sent; those of examples and of this machine are nobody's.
    const addresses = sources.flatMap((path) => read(path).match(/https?:\/\/[\w-]+(?:\.[\w-]+)+/g) ?? []);
    expect(addresses.filter((address) => !/\.(?:example|invalid|localhost)$|\.example\.com$/.test(address))).toEqual([]);
  });

  it.each(['account-page/index.ts', 'teach/index.ts', 'dock.ts', 'probe.ts'])(
    'puts nothing into a page that reaches the store: %s',
    async (entry) => {
      const { metafile } = await build({
        entryPoints: [`entrypoints/${entry}`],
        bundle: true,
        write: false,
        metafile: true,
        format: 'esm',
        jsx: 'automatic',
        jsxImportSource: 'preact',
        plugins: [ownFilesOnly],
        outdir: 'never-written',
      });
      const inputs = Object.keys(metafile.inputs);
      expect(inputs.length).toBeGreaterThan(3);
      expect(inputs.filter((path) => /^lib\/(?:store|keeper|actions|deliver)\/|^lib\/readers\/api\//.test(path))).toEqual([]);
    },
  );

  it('stores what is read and logged in its database, and only settings beside it', async () => {
    const bench = await Bench.empty();
    await connect(bench, aConsole());
    const page = pageAt(addressOf('17'));
    const reading = { address: addressOf('17'), accountId: '17', name: 'READ NAME', visit };
    await bench.ask('account.open', { address: addressOf('17'), accountId: '17', visit }, page);
    await bench.ask('account.read', { ...reading, fields: [shown('plan', 'READ VALUE'), shown('seats', '40')] }, page);
    await bench.ask('account.left', { address: addressOf('17'), visit }, page);
    const next = { ...visit, document: 'the-next-document' };
    await bench.kido.session.change('visit:7', () => null);
    await bench.ask('account.read', { ...reading, fields: [shown('plan', null, 'not found')], visit: next }, page);
    const touchpoint = { status: 'held', type: 'call', day: '2026-11-20', notes: 'LOGGED WORDS' };
    await bench.ask('touchpoint.log', { account: 'acme/17', touchpoint, ticks: [] });
    await bench.ask('draft.put', { account: 'acme/17', writer: 'a-window', seq: 1, base: 0, fields: { text: 'DRAFT WORDS' } });
    await bench.ask('settings.put', { change: { author: 'Maya' } });
    const { local } = bench.browser;
    expect(
      Object.keys(local.stored).filter((key) => !/^(?:settings|preferences|consoles|device|(?:place|health|drift):acme)$/.test(key)),
    ).toEqual([]);
    expect(JSON.stringify(local.stored)).not.toMatch(/READ|LOGGED|DRAFT/);
    expect(JSON.stringify(local.stored['health:acme'])).toContain('acme/17');
  });
});

/** Follows Kido's own files; packages and style sheets are looked at by the import rules. */
const ownFilesOnly = {
  name: 'own-files-only',
  setup(build: { onResolve: (on: { filter: RegExp }, work: (found: { path: string; kind: string }) => object | undefined) => void }) {
    build.onResolve({ filter: /.*/ }, ({ path, kind }) => {
      const isOwn = /^(?:\.|@\/|entrypoints\/)/.test(path) && !/\?|\.css$/.test(path);
      return kind === 'entry-point' || isOwn ? undefined : { external: true };
    });
  },
};
