import { existsSync } from 'node:fs';
import { install, prepareBrowsers } from './browsers';

// Whatever the tests need beyond npm packages; a fresh machine has none of it.
prepareBrowsers(['chromium', 'firefox']);
if (!existsSync('/usr/lib/python3/dist-packages/django') && !install(['python3-django'])) {
  console.error('Django is missing: install Debian’s python3-django; its end-to-end tests are skipped without it.');
}
