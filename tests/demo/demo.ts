import { execSync } from 'node:child_process';
import { prepareBrowsers } from '../browsers';
import { sampleConsoleFile } from '../console/console-file';
import { SampleConsole, TOKEN } from '../console/server';
import { KidoBrowser } from '../e2e/kido-browser';
import { walk } from './walk';

// Builds Kido, starts the sample console, opens a browser with Kido set up on an account page.
prepareBrowsers(['chromium']);
const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

console.log('Building Kido …');
execSync(`npx wxt build${display ? '' : ' --mode e2e'}`, { stdio: 'pipe' });

if (display) await show();
else {
  console.log('There is no display here, so nothing can be opened. Pictures of the same walk are taken instead:');
  for (const path of await walk()) console.log(`  ${path}`);
}

async function show(): Promise<void> {
  const sample = new SampleConsole();
  const origin = await sample.start();
  const kido = await KidoBrowser.launch('chromium', { mode: 'production', headless: false });
  const options = await kido.extensionPage('options.html', 'h1');
  await kido.ask(options, 'console.save', { console: sampleConsoleFile(origin) });
  await kido.ask(options, 'secret.put', { name: 'sample-token', origin, value: TOKEN });
  await kido.allow(options, 'sample', origin);
  const page = await kido.open(`${origin}/accounts/ACC-1001`);
  await page.bringToFront();
  console.log(`Kido is open on ${origin}/accounts/ACC-1001. Press Alt K for the side panel; close the browser to end.`);
  await new Promise((resolve) => kido.browser.once('disconnected', resolve));
  await sample.stop();
}
