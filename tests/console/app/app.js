// A small single-page console with the habits of real ones: it changes the address first, keeps the old record on
// screen while the new one loads, and fills dates and switches after the rest.
const main = document.getElementById('main');
let turn = 0;

const labels = {
  en: {
    id: 'Account ID',
    plan: 'Plan',
    csm: 'CSM owner',
    contract: 'Contract date',
    renewal: 'Renewal date',
    last: 'Last login',
    active: 'Active users',
    seats: 'Seats',
    logged: 'Users who have logged in',
    intended: 'Intended users',
    admin: 'Admin set-up',
    data: 'Data imported',
    integrations: 'Integrations',
    tickets: 'Tickets, 30 days',
    urgent: 'Urgent tickets',
    on: 'Enabled',
    off: 'Disabled',
    company: 'Company',
  },
  ja: {
    id: 'アカウントID',
    plan: 'プラン',
    csm: 'CSM担当',
    contract: '契約日',
    renewal: '更新日',
    last: '最終ログイン',
    active: '利用者数',
    seats: '契約席数',
    logged: 'ログイン済み利用者',
    intended: '利用予定者',
    admin: '管理者設定',
    data: 'データ取り込み',
    integrations: '連携',
    tickets: '問い合わせ（30日）',
    urgent: '緊急の問い合わせ',
    on: '有効',
    off: '無効',
    company: '会社名',
  },
};

function el(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

function number(value, locale) {
  return value === null ? '—' : new Intl.NumberFormat(locale).format(value);
}

function date(value, account) {
  if (value === null) return '';
  if (value === 'never') return account.locale === 'ja' ? '未ログイン' : 'never';
  const days = Math.round((Date.now() - Date.parse(value)) / 86400000 - 0.5);
  if (account.relative) return account.locale === 'ja' ? `${days}日前` : `${days} days ago`;
  const [year, month, day] = value.split('-').map(Number);
  if (account.locale === 'ja') return `${year}年${month}月${day}日`;
  if (account.locale === 'de') return `${day}.${month}.${year}`;
  return value;
}

async function showList(mine) {
  const rows = await (await fetch('/records')).json();
  if (mine !== turn) return;
  const body = rows.map((row) =>
    el(
      'tr',
      {},
      el('td', {}, el('a', { href: `/accounts/${row.id}` }, row.name)),
      el('td', {}, row.id),
      el('td', {}, row.plan),
      el('td', {}, row.csm),
    ),
  );
  main.replaceChildren(
    el('h1', {}, 'Accounts'),
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...['Account', 'ID', 'Plan', 'CSM'].map((text) => el('th', {}, text)))),
      el('tbody', {}, ...body),
    ),
  );
}

async function showAccount(id, mine) {
  const delay = new URL(location.href).searchParams.get('delay');
  const reply = await fetch(`/records/${encodeURIComponent(id)}${delay ? `?delay=${delay}` : ''}`);
  if (mine !== turn) return;
  if (!reply.ok) return main.replaceChildren(el('h1', {}, 'Not found'));
  const account = await reply.json();
  if (mine !== turn) return;
  const t = labels[account.locale === 'ja' ? 'ja' : 'en'];
  const card = (label, value, key) => el('div', { class: 'card' }, el('span', {}, label), el('b', { 'data-testid': key }, value));
  const pairs = (...list) => el('dl', {}, ...list.flatMap(([label, value]) => [el('dt', {}, label), el('dd', {}, value)]));
  const late = [document.createTextNode(''), document.createTextNode(''), document.createTextNode('')];
  const onOff = (value) => (value === null ? '' : value ? t.on : t.off);
  const record = el(
    'div',
    account.locale === 'en-US' ? {} : { lang: account.locale },
    el('h1', {}, account.name),
    el(
      'div',
      { class: 'cards' },
      card(t.last, late[0], 'last-login'),
      card(t.active, number(account.activeUsers, account.locale), 'active'),
      card(t.seats, number(account.seats, account.locale), 'seats'),
    ),
    pairs(
      [t.id, account.id],
      [t.company, account.name],
      [t.plan, account.plan],
      [t.csm, account.csm],
      [t.contract, late[1]],
      [t.renewal, late[2]],
    ),
    pairs(
      [t.logged, number(account.loggedInUsers, account.locale)],
      [t.intended, number(account.intendedUsers, account.locale)],
      [t.admin, onOff(account.adminSetup)],
      [t.data, onOff(account.dataImported)],
      [t.integrations, onOff(account.integrations)],
    ),
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, el('th', {}, t.tickets), el('th', {}, t.urgent))),
      el(
        'tbody',
        {},
        el('tr', {}, el('td', {}, number(account.tickets30d, account.locale)), el('td', {}, number(account.urgentTickets, account.locale))),
      ),
    ),
  );
  document.title = `${account.name} · Vendor admin`;
  main.replaceChildren(record);
  // The second wave.
  setTimeout(() => {
    if (mine !== turn) return;
    late[0].data = date(account.lastLogin, account);
    late[1].data = date(account.contractDate, { ...account, relative: false });
    late[2].data = date(account.renewalDate, { ...account, relative: false });
  }, 80);
}

function show() {
  turn += 1;
  const account = /^\/accounts\/([^/]+)$/.exec(location.pathname);
  if (account) showAccount(decodeURIComponent(account[1]), turn);
  else showList(turn);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/"]');
  if (!link || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  show();
});
addEventListener('popstate', show);
// Lets a person, or a test, hop through accounts: dispatch `go` with an address.
addEventListener('go', (event) => {
  history.pushState(null, '', event.detail);
  show();
});
show();
