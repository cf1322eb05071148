import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe } from 'vitest';
import { field, here, installed, type Real, readsAllAccounts } from './real-console';

const django: Real = {
  name: 'Django admin',
  missing: () => (existsSync('/usr/lib/python3/dist-packages/django') ? null : 'Debian’s python3-django is not installed'),
  start: (port, folder) => spawn('/usr/bin/python3', [here('django_console.py'), String(port), folder]),
  async signIn(page, origin) {
    await page.goto(`${origin}/admin/login/`);
    await page.type('#id_username', 'admin');
    await page.type('#id_password', 'admin');
    await Promise.all([page.waitForNavigation(), page.click('[type=submit]')]);
  },
  path: (index) => `/admin/auth/account/${index + 1}/change/`,
  console: {
    pages: [{ match: '/admin/auth/account/{record}/change/' }],
    account: {
      id: [{ label: 'Account ID' }],
      name: [{ label: 'Company' }],
      check: [{ find: [{ selector: '#content > h2' }], holds: 'name' }],
    },
    fields: [
      field('plan', 'Plan', 'text'),
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

const adminjs: Real = {
  name: 'AdminJS',
  missing: () => installed('adminjs', 'adminjs'),
  start: (port) => spawn(process.execPath, [here('adminjs/server.mjs'), String(port)], { cwd: here('adminjs') }),
  path: (index) => `/admin/resources/Account/records/${index + 1}/show`,
  api: { from: 'adminjs', blanks: { '<Resource>': 'Account', seats_purchased: 'seats', seats_active: 'activeUsers' } },
  console: {
    pages: [{ match: '/admin/resources/Account/records/{record}/show' }],
    account: { id: [{ label: 'Account Id' }], name: [{ label: 'Company' }] },
    fields: [
      field('plan', 'Plan', 'text'),
      field('seats', 'Seats', 'number'),
      field('activeUsers', 'Active Users', 'number'),
      field('loggedInUsers', 'Logged In Users', 'number'),
      field('intendedUsers', 'Intended Users', 'number'),
      field('contractDate', 'Contract Date', 'date'),
      field('lastLogin', 'Last Login', 'time'),
      field('trialUse', 'Trial Use', 'yesNo'),
      field('adminSetup', 'Admin Setup', 'yesNo'),
    ],
  },
};

const reactAdmin: Real = {
  name: 'react-admin',
  missing: () => installed('react-admin', 'react-admin'),
  start: (port) => spawn(process.execPath, [here('react-admin/server.mjs'), String(port)], { cwd: here('react-admin') }),
  async signIn(page, origin) {
    await page.goto(`${origin}/#/login`);
    await (await page.waitForSelector('input[name=username]'))?.type('admin');
    await page.type('input[name=password]', 'admin');
    await page.click('button[type=submit]');
    await page.waitForSelector('table');
  },
  path: (index) => `/#/accounts/${index + 1}/show`,
  api: {
    from: 'react-admin',
    blanks: { '<resource>': 'accounts', seats_purchased: 'seats', seats_active: 'activeUsers' },
    secret: ['console-token', 'console-token-1'],
  },
  // The second tab is not in the page until it is opened.
  async openMore(page) {
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role=tab]')].find((tab) => tab.textContent === 'Usage')?.click(),
    );
  },
  console: {
    pages: [{ match: '/#/accounts/{accountId}/show*' }],
    // The account's own id stands on the first tab only; the one in the address stands on both.
    account: { id: 'url', name: [{ label: 'Company' }] },
    fields: [
      field('plan', 'Plan', 'text'),
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

describe.each([django, adminjs, reactAdmin])('$name', readsAllAccounts);
