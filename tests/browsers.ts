import { spawnSync } from 'node:child_process';
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

/** Installs Debian packages where that is possible: apt, as root. Tells whether it worked. */
export function install(packages: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const run = (args: string[]) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0;
  console.log(`Installing ${packages.join(', ')} …`);
  return run(['update', '-qq']) && run(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/** Makes sure of the browsers and says exactly what is missing where they cannot be had. */
export function prepareBrowsers(wanted: ('chromium' | 'firefox')[]): void {
  const missing = wanted.filter((name) => (name === 'chromium' ? findChromium() : findFirefox()) === null);
  if (missing.length === 0) return;
  const packages = missing.map((name) => (name === 'firefox' ? 'firefox-esr' : 'chromium'));
  if (install([...packages, 'fonts-noto-cjk'])) return;
  for (const name of missing) {
    console.error(
      name === 'firefox'
        ? 'Firefox is missing: install Firefox 142 or later, or set KIDO_FIREFOX to its path.'
        : 'Chromium is missing: install Chrome, Chromium or Edge 120 or later, or set KIDO_CHROMIUM to its path.',
    );
  }
  process.exit(1);
}
