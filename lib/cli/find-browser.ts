import { existsSync } from 'node:fs';

const chromiums = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const firefoxes = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Path of Chromium, Chrome or Edge; `KIDO_CHROMIUM` names another. Null where none is found. */
export function findChromium(): string | null {
  return [process.env.KIDO_CHROMIUM ?? '', ...chromiums].find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Path of Firefox; `KIDO_FIREFOX` names another. Null where none is found. */
export function findFirefox(): string | null {
  return [process.env.KIDO_FIREFOX ?? '', ...firefoxes].find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Switches for a headless Chromium that keeps to itself: no sandbox for root, no calls home. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
