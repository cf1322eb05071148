/** Kido's description of the sample console, as a console file for an origin. */
export function sampleConsoleFile(origin: string) {
  const both = (en: string, ja: string) => [{ label: en }, { label: ja }];
  return {
    kido: 'console/1',
    id: 'sample',
    name: 'Vendor admin',
    origins: [origin],
    locale: 'en-US',
    zone: 'browser',
    pages: [{ match: '/accounts/{accountId}' }],
    account: { id: 'url', name: both('Company', '会社名'), check: [{ find: both('Account ID', 'アカウントID'), holds: 'id' }] },
    fields: [
      { metric: 'lastLogin', find: both('Last login', '最終ログイン'), parse: 'time' },
      { metric: 'activeUsers', find: both('Active users', '利用者数'), parse: 'number' },
      { metric: 'seats', find: both('Seats', '契約席数'), parse: 'number' },
      { metric: 'plan', find: both('Plan', 'プラン'), parse: 'text' },
      { metric: 'csmOwner', find: both('CSM owner', 'CSM担当'), parse: 'text' },
      { metric: 'contractDate', find: both('Contract date', '契約日'), parse: 'date' },
      { metric: 'renewalDate', find: both('Renewal date', '更新日'), parse: 'date' },
      { metric: 'loggedInUsers', find: both('Users who have logged in', 'ログイン済み利用者'), parse: 'number' },
      { metric: 'intendedUsers', find: both('Intended users', '利用予定者'), parse: 'number' },
      { metric: 'adminSetup', find: both('Admin set-up', '管理者設定'), parse: 'yesNo' },
      { metric: 'dataImported', find: both('Data imported', 'データ取り込み'), parse: 'yesNo' },
      { metric: 'integrationsAlive', find: both('Integrations', '連携'), parse: 'yesNo' },
      { metric: 'tickets30d', find: [{ header: 'Tickets, 30 days' }, { header: '問い合わせ（30日）' }], parse: 'number' },
      { metric: 'urgentTickets', find: [{ header: 'Urgent tickets' }, { header: '緊急の問い合わせ' }], parse: 'number' },
    ],
    api: [
      {
        id: 'usage',
        request: { method: 'GET', url: `${origin}/api/v1/accounts/{accountId}/usage?from={from}&to={to}`, headers: {} },
        auth: { type: 'bearer', secret: 'sample-token' },
        paging: { next: 'next', param: 'cursor', maxPages: 20 },
        weeks: 26,
        timeoutMs: 4000,
        retries: 2,
        refreshMinutes: 15,
        map: [
          '$append(',
          '  pages.data.($row := $; [',
          '    {"metric": "activeUsers", "value": $row.activeUsers, "week": $row.week},',
          '    {"metric": "coreActions", "value": $row.coreActions, "week": $row.week}',
          '  ]),',
          '  body.now.[',
          '    {"metric": "activeUsers", "value": activeUsers},',
          '    {"metric": "usageByUser", "value": usageByUser},',
          '    {"metric": "usageByFeature", "value": usageByFeature}',
          '  ])',
        ].join('\n'),
      },
    ],
  };
}
