// refine with Ant Design as it comes: a record's form with the library's own selects, pickers, switches and tabs.

import { AuthPage, Edit, List, ThemedLayout, useForm, useNotificationProvider, useTable } from '@refinedev/antd';
import { Authenticated, Refine } from '@refinedev/core';
import routerProvider, { CatchAllNavigate, NavigateToResource } from '@refinedev/react-router';
import simpleRest from '@refinedev/simple-rest';
import { App, ConfigProvider, DatePicker, Form, Input, InputNumber, Progress, Radio, Select, Switch, Table, Tabs } from 'antd';
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Link, Outlet, Route, Routes } from 'react-router';

dayjs.extend(utc);

const authProvider = {
  login: async ({ email, password }) => {
    const reply = await fetch('/login', { method: 'POST', body: JSON.stringify({ email, password }) });
    if (!reply.ok) return { success: false, error: new Error('Wrong email or password') };
    return { success: true, redirectTo: '/accounts' };
  },
  logout: async () => ({ success: true, redirectTo: '/login' }),
  check: async () =>
    (await fetch('/api/accounts/1')).ok ? { authenticated: true } : { authenticated: false, logout: true, redirectTo: '/login' },
  onError: async () => ({}),
  getIdentity: async () => ({ name: 'Admin' }),
};

const AccountList = () => {
  const { tableProps } = useTable();
  return (
    <List>
      <Table {...tableProps} rowKey="id">
        <Table.Column title="Account ID" render={(_, row) => <Link to={`/accounts/edit/${row.id}`}>{row.accountId}</Link>} />
        <Table.Column dataIndex="company" title="Company" />
      </Table>
    </List>
  );
};

const day = { getValueProps: (value) => ({ value: value ? dayjs.utc(value) : null }) };
const choices = (...names) => names.map((name) => ({ value: name, label: name }));
const number = <InputNumber style={{ width: 200 }} formatter={(value) => `${value ?? ''}`.replace(/\B(?=(\d{3})+(?!\d))/g, ',')} />;

const AccountEdit = () => {
  const { formProps, saveButtonProps, query } = useForm();
  const row = query?.data?.data;
  const summary = (
    <>
      <Form.Item label="Account ID" name="accountId">
        <Input disabled />
      </Form.Item>
      <Form.Item label="Company" name="company" rules={[{ required: true }]}>
        <Input />
      </Form.Item>
      <Form.Item label="Domain" name="domain" tooltip="Used to sign in">
        <Input placeholder="example.com" addonBefore="https://" />
      </Form.Item>
      <Form.Item label="Plan" name="plan">
        <Select options={choices('Standard', 'Business', 'Enterprise')} />
      </Form.Item>
      <Form.Item label="Owner" name="owner">
        <Select
          showSearch
          allowClear
          placeholder="Unassigned"
          options={choices('Maya Lindqvist', 'Tom Okafor', 'Priya Raman', 'Jonas Weber', '田中 愛子', '佐藤 健')}
        />
      </Form.Item>
      <Form.Item label="Seats" name="seats">
        {number}
      </Form.Item>
      <Form.Item label="Active users" name="activeUsers" extra="In the last 7 days">
        {number}
      </Form.Item>
      <Form.Item label="Users who have logged in" name="loggedInUsers">
        {number}
      </Form.Item>
      <Form.Item label="Intended users" name="intendedUsers">
        {number}
      </Form.Item>
      <Form.Item label="Monthly value" name="monthly">
        <InputNumber style={{ width: 200 }} addonAfter="USD" precision={2} />
      </Form.Item>
      <Form.Item label="Contract date" name="contractDate" {...day}>
        <DatePicker />
      </Form.Item>
      <Form.Item label="Trial use" name="trialUse" valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item label="Admin set-up complete" name="adminSetup">
        <Radio.Group
          options={[
            { value: true, label: 'Yes' },
            { value: false, label: 'No' },
          ]}
        />
      </Form.Item>
      <Form.Item label="Set-up steps">
        {row && <Progress percent={(100 * row.stepsDone) / row.stepsTotal} format={() => `${row.stepsDone} / ${row.stepsTotal}`} />}
      </Form.Item>
    </>
  );
  const usage = (
    <Form.Item label="Last login" name="lastLogin" {...day}>
      <DatePicker showTime />
    </Form.Item>
  );
  return (
    <Edit saveButtonProps={saveButtonProps} title={row ? `Edit ${row.company}` : 'Edit'}>
      <Form {...formProps} layout="vertical">
        <Tabs
          items={[
            { key: 'summary', label: 'Summary', children: summary },
            { key: 'usage', label: 'Usage', children: usage },
          ]}
        />
      </Form>
    </Edit>
  );
};

const Page = () => (
  <Authenticated key="in" fallback={<CatchAllNavigate to="/login" />}>
    <ThemedLayout>
      <Outlet />
    </ThemedLayout>
  </Authenticated>
);

createRoot(document.getElementById('root')).render(
  <BrowserRouter>
    <ConfigProvider>
      <App>
        <Refine
          dataProvider={simpleRest('/api')}
          authProvider={authProvider}
          routerProvider={routerProvider}
          notificationProvider={useNotificationProvider}
          resources={[{ name: 'accounts', list: '/accounts', edit: '/accounts/edit/:id' }]}
          options={{ disableTelemetry: true }}
        >
          <Routes>
            <Route element={<Page />}>
              <Route index element={<NavigateToResource resource="accounts" />} />
              <Route path="/accounts" element={<AccountList />} />
              <Route path="/accounts/edit/:id" element={<AccountEdit />} />
            </Route>
            <Route path="/login" element={<AuthPage type="login" registerLink={false} forgotPasswordLink={false} />} />
          </Routes>
        </Refine>
      </App>
    </ConfigProvider>
  </BrowserRouter>,
);
