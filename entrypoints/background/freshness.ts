import { browser } from 'wxt/browser';
import type { Account } from '@/lib/core/account/fold-account';
import type { Source } from '@/lib/core/account/reading';
import { inLang } from '@/lib/core/text';
import type { ViewSetting } from '@/lib/core/view/evidence-line';
import type { PanelView } from '@/lib/core/view/panel-view';
import { showMoment } from '@/lib/core/view/show';
import type { ApiProblem, ApiProblemKind } from '@/lib/readers/api/api-source';

/** When page and API were last read, and what is wrong with the API; kept while the browser runs. */
interface Freshness {
  pageAt?: number;
  apiAt?: number;
  problem?: { kind: ApiProblemKind; message: string; host: string; status: number | null; tries: number; at: number } | null;
}

const key = (account: string) => `fresh:${account}`;

async function stored(account: string): Promise<Freshness> {
  return ((await browser.storage.session.get(key(account)))[key(account)] as Freshness | undefined) ?? {};
}

/** Notes that a source was read, or why the API was not. */
export async function noteFreshness(account: string, change: Freshness): Promise<void> {
  await browser.storage.session.set({ [key(account)]: { ...(await stored(account)), ...change } });
}

/** A problem as it may be kept: no secret, no body. */
export function problemNote(problem: ApiProblem, at: number): Freshness['problem'] {
  const { kind, message, host, status, tries } = problem;
  return { kind, message, host, status, tries, at };
}

/** Last API answer of this session, in epoch ms; null where there was none. */
export async function apiAskedAt(account: string): Promise<number | null> {
  const fresh = await stored(account);
  return fresh.problem ? null : (fresh.apiAt ?? null);
}

/** How fresh the values of an account are, for its view. */
export async function freshnessOf(
  account: string,
  folded: Account,
  s: ViewSetting,
): Promise<{ pageAt: number | null; apiAt: number | null; problem: PanelView['problem'] }> {
  const fresh = await stored(account);
  const apiAt = fresh.apiAt ?? newest(folded, 'api');
  return {
    pageAt: fresh.pageAt ?? newest(folded, 'page'),
    apiAt,
    problem: fresh.problem ? problemView(fresh.problem, apiAt, s) : null,
  };
}

function newest(folded: Account, source: Source): number | null {
  let latest: number | null = null;
  for (const history of folded.metrics.values()) {
    for (const list of [history.moments, ...history.weeks.values()]) {
      for (const reading of list) if (reading.source === source && reading.seenAt > (latest ?? 0)) latest = reading.seenAt;
    }
  }
  return latest;
}

const titles: Record<ApiProblemKind, { en: string; ja: string }> = {
  refused: { en: 'The API refused Kido', ja: 'APIに拒否されました' },
  signedOut: { en: 'The console wants a new sign-in', ja: 'コンソールへの再ログインが必要です' },
  rateLimited: { en: 'The API asks for a pause', ja: 'APIの呼び出し制限に達しました' },
  server: { en: 'The API did not answer', ja: 'APIから応答がありません' },
  timeout: { en: 'The API did not answer', ja: 'APIから応答がありません' },
  unreachable: { en: 'The API did not answer', ja: 'APIから応答がありません' },
  malformed: { en: 'The API’s reply cannot be read', ja: 'APIの応答を読み取れません' },
  mapping: { en: 'The API’s reply does not fit its mapping', ja: 'APIの応答が設定と合いません' },
  noSecret: { en: 'The API’s secret is not set', ja: 'APIの認証情報が未設定です' },
};

function problemView(problem: NonNullable<Freshness['problem']>, apiAt: number | null, s: ViewSetting): PanelView['problem'] {
  const ja = s.lang === 'ja';
  const time = apiAt === null ? null : showMoment(apiAt, s.zone, s.lang);
  const still = time ? (ja ? `${time}時点の値を表示しています。` : `Showing the values of ${time}. `) : '';
  const page = ja ? 'ページの値は引き続き取得しています。' : 'Page readings still arrive.';
  const setting = ['refused', 'noSecret', 'mapping'].includes(problem.kind)
    ? ja
      ? '設定を確認してください。'
      : ' Check the settings.'
    : '';
  const tries = ja ? `${problem.tries}回試行` : `${problem.tries} ${problem.tries === 1 ? 'try' : 'tries'}`;
  const last = ja ? `最終 ${showMoment(problem.at, s.zone, 'ja')}` : `last ${showMoment(problem.at, s.zone, 'en')}`;
  return {
    kind: problem.kind,
    title: inLang(titles[problem.kind], s.lang),
    text: `${still}${page}${setting}`,
    detail: [problem.host, problem.status === null ? problem.message : String(problem.status), tries, last].join(' · '),
  };
}
