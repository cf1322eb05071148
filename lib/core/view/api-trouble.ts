import { inLang, type Text } from '../text';
import type { ViewSetting } from './evidence-line';
import type { PanelView } from './panel-view';
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
}

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
  noSecret: { en: 'The API’s secret is not set', ja: 'APIの認証情報が未設定です' },
};

/** What is wrong with an API, as the panel tells it. */
export function apiTroubleView(problem: ApiTrouble, apiAt: number | null, s: ViewSetting): PanelView['problem'] {
  const ja = s.lang === 'ja';
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
