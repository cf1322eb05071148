import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe } from 'vitest';
import { field, here, installed, type Real, readsAllAccounts } from './real-console';

/** Names of a row's inputs are the numbers of its columns; a value counts only where the column's name stands beside it. */
const COLUMNS = [
  ...['id', 'account_id', 'company', 'domain', 'plan', 'owner', 'seats', 'active_users', 'logged_in_users', 'intended_users'],
  ...['monthly_value', 'contract_date', 'last_login', 'trial_use', 'admin_setup', 'setup_steps_done', 'setup_steps_total'],
];
const input = (column: string) => [{ selector: `[name="${COLUMNS.indexOf(column)}[]"]`, labelled: column }];
const cell = (metric: string, column: string, parse: string) => ({ metric, find: input(column), parse });

/** Server-rendered, layout tables, tabs that are pages of their own, the record's key as JSON in the query. */
const phpLiteAdmin: Real = {
  name: 'phpLiteAdmin',
  missing: () =>
    existsSync('/usr/share/phpliteadmin/phpliteadmin.php') && existsSync('/usr/bin/php')
      ? null
      : 'Debian’s phpliteadmin and php-cli are not installed',
  start(port, folder) {
    execFileSync('php', [here('phpliteadmin/prepare.php'), folder]);
    // It writes a line for each request, and stops when nobody takes them away.
    return spawn('php', ['-S', `127.0.0.1:${port}`, '-t', folder], { stdio: 'ignore' });
  },
  async signIn(page, origin) {
    await page.goto(`${origin}/phpliteadmin.php`);
    await page.type('input[name=password]', 'admin');
    await page.click('input[type=submit]');
    await page.waitForSelector('input[name=logout]');
  },
  path: (index) => `/phpliteadmin.php?action=row_editordelete&table=accounts&pk=%5B${index + 1}%5D&type=edit`,
  console: {
    pages: [{ match: '/phpliteadmin.php?action=row_editordelete&table=accounts&pk={record}&type=edit' }],
    account: { id: input('account_id'), name: input('company') },
    fields: [
      cell('plan', 'plan', 'text'),
      cell('seats', 'seats', 'number'),
      cell('activeUsers', 'active_users', 'number'),
      cell('loggedInUsers', 'logged_in_users', 'number'),
      cell('intendedUsers', 'intended_users', 'number'),
      cell('contractDate', 'contract_date', 'date'),
      cell('lastLogin', 'last_login', 'time'),
      cell('trialUse', 'trial_use', 'yesNo'),
      cell('adminSetup', 'admin_setup', 'yesNo'),
    ],
  },
};

/** A form of a component library: selects, pickers, switches and tabs that are the library's own. */
const refine: Real = {
  name: 'refine with Ant Design',
  missing: () => installed('refine', '@refinedev/antd'),
  start: (port) => spawn(process.execPath, [here('refine/server.mjs'), String(port)], { cwd: here('refine') }),
  async signIn(page, origin) {
    await page.goto(`${origin}/login`);
    await (await page.waitForSelector('#email'))?.type('admin@vendor.example');
    await page.type('#password', 'admin');
    await page.click('button[type=submit]');
    await page.waitForSelector('table');
  },
  path: (index) => `/accounts/edit/${index + 1}`,
  // The second tab is not in the page until it is opened.
  async openMore(page) {
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role=tab]')].find((tab) => tab.textContent === 'Usage')?.click(),
    );
  },
  console: {
    pages: [{ match: '/accounts/edit/{accountId}' }],
    // The account's own id stands on the first tab only; the one in the address stands on both.
    account: { id: 'url', name: [{ label: 'Company' }] },
    fields: [
      // The library's select draws its own text; its input holds what is typed to search.
      { metric: 'plan', find: [{ selector: '.ant-form-item:has(#plan) .ant-select-selection-item' }], parse: 'text' },
      field('seats', 'Seats', 'number'),
      field('activeUsers', 'Active users', 'number'),
      field('loggedInUsers', 'Users who have logged in', 'number'),
      field('intendedUsers', 'Intended users', 'number'),
      field('contractDate', 'Contract date', 'date'),
      field('lastLogin', 'Last login', 'time'),
      field('trialUse', 'Trial use', 'yesNo'),
      field('adminSetup', 'Admin set-up complete', 'yesNo'),
    ],
  },
};

describe.each([phpLiteAdmin, refine])('$name', readsAllAccounts);
