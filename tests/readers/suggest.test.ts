import { describe, expect, it } from 'vitest';
import { notACount } from '@/lib/core/account/plausible';
import { parseProblem } from '@/lib/core/account/problem';
import { looksMadeUp } from '@/lib/readers/page/discover/made-up';
import { isRowKeeping, isToolLabel } from '@/lib/readers/page/discover/noise';
import { suggestMetric } from '@/lib/readers/page/discover/suggest-metric';
import { isBlank } from '@/lib/readers/page/fold-text';
import { readFields } from '@/lib/readers/page/read-fields';

const metrics = [
  { id: 'trialUse', name: 'Trial before the order', type: 'yesNo' },
  { id: 'contractValue', name: 'Contract value', type: 'number' },
  { id: 'coreActions', name: 'Core actions', type: 'number' },
  { id: 'tickets30d', name: 'Tickets, 30 days', type: 'number' },
  { id: 'activeUsers', name: 'Active users', type: 'number' },
  { id: 'seats', name: 'Seats', type: 'number' },
  { id: 'setupDone', name: 'Set-up steps done', type: 'number' },
  { id: 'setupTotal', name: 'Set-up steps', type: 'number' },
];

describe('suggestions', () => {
  it.each([
    ['Trial', 'yesNo'],
    ['トライアル', 'yesNo'],
    ['MRR', 'money'],
    ['月額', 'money'],
    ['Contract value per month', 'money'],
    ['Core actions, 30 days', 'number'],
    ['Monthly active users', 'number'],
    ['Tickets, 7 days', 'number'],
  ])('%s is none of the metrics', (label, type) => expect(suggestMetric(label, type, metrics)).toBeNull());

  it.each([
    ['Annual contract value', 'money', 'contractValue'],
    ['Contract value', 'money', 'contractValue'],
    ['Tickets, 30 days', 'number', 'tickets30d'],
    ['Core actions (7d)', 'number', 'coreActions'],
    ['Had a trial', 'yesNo', 'trialUse'],
  ])('%s is %s', (label, type, id) => expect(suggestMetric(label, type, metrics)).toBe(id));

  it('of `6 / 8` the first is what is done and the second is the whole', () => {
    expect(suggestMetric('Set-up steps', 'number', metrics, 'first')).toBe('setupDone');
    expect(suggestMetric('Set-up steps', 'number', metrics, 'second')).toBe('setupTotal');
    expect(suggestMetric('Active seats', 'number', metrics, 'first')).toBe('activeUsers');
    expect(suggestMetric('Active seats', 'number', metrics, 'second')).toBe('seats');
  });
});

describe('counts', () => {
  const config = {
    account: { id: 'url' as const },
    address: 'https://a.example/{accountId}',
    locale: 'en-US',
    zone: 'UTC',
    fields: [{ metric: 'activeUsers', find: [{ label: 'Active users' }], parse: 'number' as const }],
  };
  const read = (shown: string) =>
    readFields([{ metric: 'activeUsers', shown, where: '', problem: null }], config as never, { now: 0, browserZone: 'UTC' })[0];

  it.each(['12.5', '-3', '87%'])('%s users are no users: unknown, with the reason', (shown) => {
    const reading = read(shown);
    expect(reading?.value).toBeNull();
    expect(parseProblem(reading?.problem ?? '')).toEqual({ code: 'not a count', detail: shown });
  });
  it('a number of users stays', () => expect(read('1,113')).toMatchObject({ value: 1113, problem: null }));
  it('what is no count may be a share or less than none', () => {
    expect(notACount('contractValue', -12.5, '-12.5')).toBeNull();
    expect(notACount('setupDone', 6, '6 / 8 (75 %)')).toBeNull();
  });
});

describe('words', () => {
  it.each(['unassigned', 'Unassigned', 'None', '未設定', 'Not a member of any group', 'Select…', '請選擇', '-- Select an option --'])(
    '%s is nobody and nothing',
    (text) => expect(isBlank(text)).toBe(true),
  );
  it.each(['Select Logistics', 'Nonesuch Ltd', 'Kiesling', 'Choice Hotels', 'Select', 'Vacío Studio'])('%s may be a name', (text) =>
    expect(isBlank(text)).toBe(text === 'Select'),
  );
  it.each(['Erstellt am', 'Créé le', '创建时间', 'Updated at'])('%s is about the row', (label) => expect(isRowKeeping(label)).toBe(true));
  it.each(['Max 5000', '最大 100', 'Höchstens 5.000', 'Choose date'])('%s is no label of a fact', (label) =>
    expect(isToolLabel(label)).toBe(true),
  );
  it.each(['Maximum seats', 'Maxima Ltd', 'Date'])('%s is one', (label) => expect(isToolLabel(label)).toBe(false));
});

describe('names that a framework made up', () => {
  it.each([
    ':r3:',
    '«r3»',
    'mui-42',
    'headlessui-input-12',
    'ember123',
    'react-select-2-input',
    'el-id-1024-3',
    'radix-:r1:',
    'mat-input-0',
    'cdk-overlay-3',
    'rc_select_4',
    'v-12',
    'input-16',
    'pn_id_3',
    'j_idt45:name',
    'css-1x2y3z',
    'sc-abc',
    'svelte-xyz',
    'data-v-7ba5bd90',
    'meta[31][value]',
    'note_set-0-text',
  ])('%s is one', (name) => expect(looksMadeUp(name)).toBe(true));
  it.each([
    'account_id',
    'id_last_login_0',
    'address2',
    'price_2024',
    'login_7d',
    'data-table',
    'mui-component-select-plan',
    'v-model',
    'post_title',
  ])('%s was given by a person', (name) => expect(looksMadeUp(name)).toBe(false));
});
