import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium } from './find-browser';
import { Mistake } from './options';

/** @throws Mistake where there is no such browser */
export async function startChromium({ args = [], ...more }: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Mistake('no Chromium, Chrome or Edge found; set KIDO_CHROMIUM to its path');
  return puppeteer.launch({ executablePath, headless: true, pipe: true, args: [...CHROMIUM_ARGS, ...args], ...more });
}

/** A source file as a script for a page; its exports become `name` there. */
export async function bundled(entry: URL, name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: name,
    charset: 'utf8',
    logLevel: 'silent',
    alias: { '@': fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '') },
  });
  return `${outputFiles[0]?.text ?? ''}\nglobalThis.${name} = ${name};`;
}

/** Looks again until so many looks in a row have seen the same as the one before, for at most ten seconds. */
export async function untilSettled<T>(once: () => Promise<T>, print: (value: T) => string, looks: number): Promise<T> {
  let last = await once();
  for (let look = 0, same = 0; look < 25 && same < looks; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const next = await once();
    same = print(next) === print(last) ? same + 1 : 0;
    last = next;
  }
  return last;
}
