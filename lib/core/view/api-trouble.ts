import type { ProblemCode } from '../account/problem';
import { inLang, type Lang, type Text } from '../text';
import type { ViewSetting } from './evidence-line';
import type { PanelView } from './panel-view';
import { reasonText } from './reason-text';
import { showMoment } from './show';

/** What is wrong with an API, as data: no secret, no header, no body. */
export interface ApiTrouble {
  kind: string;
  message: string;
  host: string;
  status: number | null;
  tries: number;
  /** Epoch ms UTC. */
  at: number;
  /** Of a reply that was read in part: what is wrong with the rest. */
  parts?: TroublePart[];
}

/** One thing that is wrong with a reply; `metric` null where it is about all of it, `detail` what was seen. */
export interface TroublePart {
  code: ProblemCode;
  metric: string | null;
  detail: string;
}

/** Kind of the trouble with a reply that was read in part. */
export const PART = 'part';

const OTHER: Text = { en: 'The API could not be read', ja: 'APIを読み取れません' };

const titles: Record<string, Text> = {
  refused: { en: 'The API refused Kido', ja: 'APIに拒否されました' },
  signedOut: { en: 'The console wants a new sign-in', ja: 'コンソールへの再ログインが必要です' },
  rateLimited: { en: 'The API asks for a pause', ja: 'APIの呼び出し制限に達しました' },
  server: { en: 'The API did not answer', ja: 'APIから応答がありません' },
  timeout: { en: 'The API did not answer', ja: 'APIから応答がありません' },
  unreachable: { en: 'The API did not answer', ja: 'APIから応答がありません' },
  malformed: { en: 'The API’s reply cannot be read', ja: 'APIの応答を読み取れません' },
  mapping: { en: 'The API’s reply does not fit its mapping', ja: 'APIの応答が設定と合いません' },
  otherOrigin: { en: 'The API’s secret is set for another address', ja: 'APIの認証情報は別の送信先用です' },
  badSecret: { en: 'The API’s secret holds signs that cannot be sent', ja: 'APIの認証情報に送信できない文字があります' },
  noAccess: { en: 'Access to the API’s host is not given', ja: 'APIのホストへのアクセスが未許可です' },
  redirected: { en: 'The API sends on to another address', ja: 'APIが別のアドレスへ転送しています' },
  tooLarge: { en: 'The API’s reply is too large', ja: 'APIの応答が大きすぎます' },
  tooLong: { en: 'The API took too long', ja: 'APIの応答に時間がかかりすぎました' },
  unknownAccount: { en: 'This account is not known there', ja: 'APIにこのアカウントがありません' },
  otherAccount: { en: 'The API’s reply is about another account', ja: 'APIの応答が別のアカウントのものです' },
  noId: { en: 'An id that the API wants is not known', ja: 'APIに必要なIDが不明です' },
  [PART]: { en: 'The API’s reply is not whole', ja: 'APIの応答に不足があります' },
  noSecret: { en: 'The API’s secret is not set', ja: 'APIの認証情報が未設定です' },
};

/** Why an API could not be read, by its kind; null for a kind that is not known. */
export function troubleTitle(kind: string, lang: Lang): string | null {
  const title = Object.hasOwn(titles, kind) ? titles[kind] : undefined;
  return title ? inLang(title, lang) : null;
}

/** One thing that is wrong with a reply, as people read it: `Active users: fewer weeks than before (3 < 12)`. */
export function partText({ code, metric, detail }: TroublePart, nameOf: (metric: string) => string, lang: Lang): string {
  const [colon, open, close] = lang === 'ja' ? ['：', '（', '）'] : [': ', ' (', ')'];
  const about = metric === null ? '' : `${nameOf(metric)}${colon}`;
  return `${about}${reasonText(code, lang) || code}${detail === '' ? '' : `${open}${detail}${close}`}`;
}

/** What is wrong with an API, as the panel tells it. */
export function apiTroubleView(problem: ApiTrouble, apiAt: number | null, s: ViewSetting): PanelView['problem'] {
  const ja = s.lang === 'ja';
  if (problem.parts) return partView(problem, problem.parts, s);
  const time = apiAt === null ? null : showMoment(apiAt, s.zone, s.lang);
  const still = time ? (ja ? `${time}時点の値を表示しています。` : `Showing the values of ${time}. `) : '';
  const page = ja ? 'ページの値は引き続き取得しています。' : 'Page readings still arrive.';
  const setting = ['refused', 'noSecret', 'mapping', 'otherOrigin', 'badSecret', 'noAccess'].includes(problem.kind)
    ? ja
      ? '設定を確認してください。'
      : ' Check the settings.'
    : '';
  const tries = ja ? `${problem.tries}回試行` : `${problem.tries} ${problem.tries === 1 ? 'try' : 'tries'}`;
  const last = ja ? `最終 ${showMoment(problem.at, s.zone, 'ja')}` : `last ${showMoment(problem.at, s.zone, 'en')}`;
  return {
    kind: problem.kind,
    title: inLang(titles[problem.kind] ?? OTHER, s.lang),
    text: `${still}${page}${setting}`,
    detail: [problem.host, problem.status === null ? problem.message : String(problem.status), tries, last].join(' · '),
  };
}

const MOST_PARTS = 4;

/** What came is shown; what did not is named. */
function partView({ kind, host, at }: ApiTrouble, parts: TroublePart[], s: ViewSetting): PanelView['problem'] {
  const nameOf = (id: string) => inLang(s.playbook.metrics.find((one) => one.id === id)?.name, s.lang) ?? id;
  const lines = parts.slice(0, MOST_PARTS).map((part) => partText(part, nameOf, s.lang));
  const more = parts.length > MOST_PARTS ? [`+ ${parts.length - MOST_PARTS}`] : [];
  return {
    kind,
    title: inLang(titles[PART] ?? OTHER, s.lang),
    text: [...lines, ...more].join(s.lang === 'ja' ? '、' : '; '),
    detail: [host, showMoment(at, s.zone, s.lang)].join(' · '),
  };
}
