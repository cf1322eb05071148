import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findFirefox } from '@/lib/cli/find-browser';

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
