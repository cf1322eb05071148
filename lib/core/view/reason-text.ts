import { inLang, type Lang } from '../text';

/** Reasons for which a value is unknown, as readers write them, and how people read them. */
const reasons: [RegExp, { en: string; ja: string }][] = [
  [/^blank$/, { en: 'blank on the page', ja: 'ページで空欄' }],
  [/^not found$/, { en: 'not found on the page', ja: 'ページに項目なし' }],
  [/^being edited$/, { en: 'being edited', ja: '編集中' }],
  [/^not read yet$/, { en: 'not read yet', ja: '未取得' }],
  [/times on the page/, { en: 'stands on the page with different values', ja: 'ページ内に異なる値が複数' }],
  [/^(?:more than a number|not a number|not a pair)/, { en: 'not a number', ja: '数値として読み取り不可' }],
  [/^(?:not a date|not a time|no such day)/, { en: 'not a date', ja: '日付として読み取り不可' }],
  [/order of day and month/, { en: 'day and month could be either', ja: '日と月の順序が不明' }],
  [/^neither yes nor no/, { en: 'neither yes nor no', ja: 'はい・いいえの判定不可' }],
  [/lies in the future/, { en: 'lies in the future', ja: '未来の日時' }],
  [/is more than/, { en: 'part larger than the whole', ja: '内訳が全体を超過' }],
  [/(?:no value for that week|unknown that week|too few weeks|nothing to compare)/, { en: 'weeks missing', ja: '週の値が不足' }],
  [/no pace band/, { en: 'too few completed accounts', ja: '完了アカウントが不足' }],
  [/contract date unknown/, { en: 'contract date unknown', ja: '契約日が不明' }],
  [/no reading yet/, { en: 'no reading yet', ja: '未取得' }],
];

/** A reader's reason in a person's words; one that is not known stays as it was written. */
export function reasonText(reason: string, lang: Lang): string {
  const inner = /^\w+: (.+)$/.exec(reason)?.[1];
  const known = reasons.find(([pattern]) => pattern.test(reason)) ?? (inner ? reasons.find(([pattern]) => pattern.test(inner)) : undefined);
  return known ? inLang(known[1], lang) : lang === 'ja' ? '' : reason;
}
