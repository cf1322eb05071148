// AdminJS as it comes, over ten accounts in memory. Usage: node server.mjs <port>. Listens on 127.0.0.1 only.
import { readFileSync } from 'node:fs';
import AdminJSExpress from '@adminjs/express';
import AdminJS from 'adminjs';
import express from 'express';
import { MemoryDatabase, MemoryResource } from './memory-adapter.mjs';

AdminJS.registerAdapter({ Resource: MemoryResource, Database: MemoryDatabase });
const accounts = JSON.parse(readFileSync(new URL('../accounts.json', import.meta.url), 'utf8'));
const table = {
  name: 'Account',
  columns: {
    id: 'number',
    accountId: 'string',
    company: 'string',
    plan: 'string',
    seats: 'number',
    activeUsers: 'number',
    loggedInUsers: 'number',
    intendedUsers: 'number',
    contractDate: 'date',
    lastLogin: 'datetime',
    trialUse: 'boolean',
    adminSetup: 'boolean',
  },
  rows: accounts.map((one, index) => ({
    id: index + 1,
    accountId: one.id,
    company: one.company,
    plan: one.plan,
    seats: one.seats,
    activeUsers: one.active,
    loggedInUsers: one.loggedIn,
    intendedUsers: one.intended,
    contractDate: one.contract,
    lastLogin: one.lastLogin,
    trialUse: one.trial,
    adminSetup: one.setup,
  })),
};
const admin = new AdminJS({
  rootPath: '/admin',
  branding: { companyName: 'Vendor admin' },
  resources: [{ resource: table, options: { titleProperty: 'company', properties: { id: { isVisible: false } } } }],
});
await admin.initialize();
const app = express();
app.use(admin.options.rootPath, AdminJSExpress.buildRouter(admin));
app.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready'));
