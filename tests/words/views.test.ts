import { describe, expect, it } from 'vitest';
import { problemCodes, problemText } from '@/lib/core/account/problem';
import { type ApiTrouble, apiTroubleView } from '@/lib/core/view/api-trouble';
import { apiTroubleKinds } from '@/lib/core/view/api-trouble-kinds';
import { type Drift, driftView } from '@/lib/core/view/drift-view';
import type { ViewSetting } from '@/lib/core/view/evidence-line';
import { makeView } from '@/lib/core/view/make-view';
import { problemWord } from '@/lib/core/view/sentence-text';
import { showAge, showDay, showMoment, showShortDay, showValue } from '@/lib/core/view/show';
import { recap } from '@/lib/deliver/recap';
import { viewWords } from '@/lib/words/view-words';
import { assessOf, day, entry, held, NOW, playbook, readings, ZONE } from '../core/make-account';

const settingIn = (lang: string, now = NOW): ViewSetting => ({ playbook, lang, words: viewWords(lang), zone: ZONE, now, today: day(0) });
const en = settingIn('en');
const ja = settingIn('ja');
const around = { name: 'Tern', pageAt: NOW - 60_000, apiAt: NOW - 3_600_000, hasApi: true, trouble: null, drifts: [] };
const trouble: ApiTrouble = { kind: 'refused', message: 'no', host: 'api.example', status: 403, tries: 1, at: NOW };

describe('days, times and values', () => {
  it('are written as people of the language write them', () => {
    const shown = (s: ViewSetting) => [
      showDay('2026-11-26', s),
      showDay('2027-01-04', s),
      showShortDay('2026-11-04', s),
      showMoment(NOW, s),
      showAge(NOW - 86_400_000 * 3, NOW, s.words),
      showValue(
        0.405,
        playbook.metrics.find((one) => one.type === 'percent'),
        s,
      ),
    ];
    expect(shown(en)).toEqual(['Thu 26 Nov', 'Mon 4 Jan 2027', '4 Nov', '20 Nov 12:00', '3 days ago', '40.5 %']);
    expect(shown(ja)).toEqual(['11/26 (木)', '2027/1/4 (月)', '11/4', '11/20 12:00', '3日前', '40.5 %']);
  });
});

describe('a view', () => {
  it('tells ages from now, not from the assessment', () => {
    const assessment = assessOf([readings({ lastLogin: day(-1) })]);
    const later = makeView(assessment, around, settingIn('en', NOW + 9 * 60_000));
    expect(later.freshness).toBe('Page 10 min ago · API 1 h ago');
    expect(later.at).toBe(NOW + 9 * 60_000);
    expect(makeView(assessment, { ...around, hasApi: false, pageAt: null }, ja).freshness).toBe('ページ 未取得');
  });

  it('says what is wrong with the API and with the page', () => {
    const view = makeView(assessOf([]), { ...around, trouble, drifts: [{ metric: 'lastLogin', since: NOW, scope: 'page' }] }, en);
    expect(view.problem).toEqual(apiTroubleView(trouble, around.apiAt, en));
    expect(view.drift?.title).toBe('1 field can no longer be read');
  });

  it('says why a touchpoint is due, in the language of the reader', () => {
    const reasons = (s: ViewSetting) => {
      const blocked = entry('item', { item: 'setup-data', state: 'blocked', owner: 'customer', cause: 'data', untilDay: day(4) }, 2);
      return makeView(assessOf([readings({ contractDate: day(-20) }), held('kickoff', 13), blocked]), around, s).next?.reasons[0];
    };
    expect(reasons(en)).toBe('Data and migration: waits for customer since 18 Nov');
    expect(reasons(ja)).toMatch(/: 11\/18から.+側で停止中$/);
  });
});

describe('trouble with an API', () => {
  it('is told with what still stands, where to mend it, and what was tried', () => {
    expect(apiTroubleView(trouble, NOW - 3_600_000, en)).toEqual({
      kind: 'refused',
      title: 'The API refused Kido',
      text: 'Showing the values of 20 Nov 11:00. Page readings still arrive. Check the settings.',
      detail: 'api.example · 403 · 1 try · last 20 Nov 12:00',
    });
    expect(apiTroubleView({ ...trouble, kind: 'timeout', status: null, tries: 3 }, null, ja)).toEqual({
      kind: 'timeout',
      title: 'APIから応答がありません',
      text: 'ページの値は引き続き取得しています。',
      detail: 'api.example · no · 3回試行 · 最終 11/20 12:00',
    });
  });

  it.each(apiTroubleKinds)('%s has a title in every language', (kind) => {
    for (const s of [en, ja]) expect(apiTroubleView({ ...trouble, kind }, null, s)?.title).toMatch(/\S/);
  });
});

describe('fields that can no longer be read', () => {
  const drift = (...scopes: Drift['scope'][]) =>
    scopes.map((scope, at) => ({ metric: at === 0 ? 'lastLogin' : `other${at}`, since: NOW, scope }));
  it('are nothing to tell where there are none', () => expect(driftView([], en)).toBeNull());
  it('are told by name, and whom they concern', () => {
    const text = (s: ViewSetting, ...scopes: Drift['scope'][]) => driftView(drift(...scopes), s)?.text;
    const name = playbook.metrics.find((one) => one.id === 'lastLogin')?.name;
    expect(driftView(drift('account', 'account'), en)?.title).toBe('2 fields can no longer be read');
    expect(text(en, 'account', 'console')).toBe(
      `${name?.en}, other1. This concerns all accounts of the console. The settings propose how to mend it.`,
    );
    expect(text(en, 'account', 'account')).toContain('Other accounts show it: here it may be empty.');
    expect(text(en, 'account', 'page')).toContain('No other account has been seen since: it may be empty here, or stand elsewhere.');
    expect(text(ja, 'page', 'page')).toBe(
      `${name?.ja}、other1。他のアカウントは未確認です。空欄か、場所が変わった可能性があります。修正案は設定にあります。`,
    );
  });
});

describe('why a value is unknown', () => {
  const { problems } = ja.words;
  it.each(problemCodes.filter((code) => code !== 'unknown'))('%s is worded, with and without what was seen', (code) => {
    for (const problem of [problemText(code), problemText(code, 'X')]) {
      expect(problemWord(problem, problems)).toBe(problems[code]);
      expect(problems[code]).not.toBe('');
    }
  });
  it('what is on no list stays as it was written, and old journals are understood', () => {
    expect(problemWord('no such plan', problems)).toBe('no such plan');
    expect(problemWord('stands 3 times on the page: 1, 2', problems)).toBe(problems['several values']);
  });
});

describe('a recap of what is no play', () => {
  const body = { status: 'held', type: 'meeting', day: '2026-11-20' } as const;
  it('is of a meeting', () => {
    expect(recap(body, null, 'Tern', 'en').subject).toBe('Meeting 2026-11-20 · Tern');
    expect(recap(body, null, 'Tern', 'ja').subject).toBe('お打ち合わせ 2026-11-20 · Tern');
  });
});
