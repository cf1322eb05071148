import { existsSync } from 'node:fs';
import { install, prepareBrowsers } from './browsers';

// Whatever the tests need beyond npm packages; a fresh machine has none of it.
prepareBrowsers(['chromium', 'firefox']);
if (!existsSync('/usr/lib/python3/dist-packages/django') && !install(['python3-django'])) {
  console.error('Django is missing: install Debian’s python3-django; its end-to-end tests are skipped without it.');
}
// php-cgi beside it, or apt would take a whole web server for what phpLiteAdmin asks for.
if (
  !(existsSync('/usr/share/phpliteadmin/phpliteadmin.php') && existsSync('/usr/bin/php')) &&
  !install(['phpliteadmin', 'php-cgi', 'php-cli', 'php-sqlite3'])
) {
  console.error(
    'phpLiteAdmin is missing: install Debian’s phpliteadmin, php-cli and php-sqlite3; its end-to-end tests are skipped without them.',
  );
}
