// react-admin as it comes: hash routes, a bearer token kept in the page's storage, a second tab that is not in the page until opened.

import { Admin, BooleanField, Datagrid, DateField, List, NumberField, Resource, Show, TabbedShowLayout, TextField } from 'react-admin';
import { createRoot } from 'react-dom/client';

const api = async (path, init) => {
  const reply = await fetch(`/api/${path}`, { ...init, headers: { authorization: `Bearer ${localStorage.getItem('token')}` } });
  if (!reply.ok) throw Object.assign(new Error(reply.statusText), { status: reply.status });
  return reply.json();
};

const dataProvider = {
  getList: async () => {
    const data = await api('accounts');
    return { data, total: data.length };
  },
  getOne: async (_, { id }) => ({ data: await api(`accounts/${id}`) }),
  getMany: async (_, { ids }) => ({ data: await Promise.all(ids.map((id) => api(`accounts/${id}`))) }),
};

const authProvider = {
  login: async ({ username, password }) => {
    const reply = await fetch('/login', { method: 'POST', body: JSON.stringify({ username, password }) });
    if (!reply.ok) throw new Error('wrong');
    localStorage.setItem('token', (await reply.json()).token);
  },
  logout: async () => localStorage.removeItem('token'),
  checkAuth: () => (localStorage.getItem('token') ? Promise.resolve() : Promise.reject(new Error('signed out'))),
  checkError: async () => undefined,
  getPermissions: async () => '',
};

const AccountList = () => (
  <List>
    <Datagrid rowClick="show">
      <TextField source="accountId" />
      <TextField source="company" />
    </Datagrid>
  </List>
);

const AccountShow = () => (
  <Show>
    <TabbedShowLayout>
      <TabbedShowLayout.Tab label="Summary">
        <TextField source="accountId" label="Account ID" />
        <TextField source="company" label="Company" />
        <TextField source="plan" label="Plan" />
        <NumberField source="seats" label="Seats" emptyText="—" />
        <NumberField source="activeUsers" label="Active users" emptyText="—" />
        <NumberField source="loggedInUsers" label="Users who have logged in" emptyText="—" />
        <NumberField source="intendedUsers" label="Intended users" emptyText="—" />
        <DateField source="contractDate" label="Contract date" locales="sv-SE" />
        <BooleanField source="trialUse" label="Trial use" />
        <BooleanField source="adminSetup" label="Admin set-up complete" />
      </TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="Usage" path="usage">
        <DateField source="lastLogin" label="Last login" showTime locales="sv-SE" options={{ timeZone: 'UTC' }} emptyText="—" />
      </TabbedShowLayout.Tab>
    </TabbedShowLayout>
  </Show>
);

createRoot(document.getElementById('root')).render(
  <Admin dataProvider={dataProvider} authProvider={authProvider} disableTelemetry>
    <Resource name="accounts" list={AccountList} show={AccountShow} recordRepresentation="company" />
  </Admin>,
);
