import { type ProblemCode, parseProblem } from '../account/problem';
import { inLang, type Lang, type Text } from '../text';

const NUMBER: Text = { en: 'not a number', ja: '数値として読み取り不可' };
const DATE: Text = { en: 'not a date', ja: '日付として読み取り不可' };
const WEEKS: Text = { en: 'weeks missing', ja: '週の値が不足' };
const NOT_YET: Text = { en: 'not read yet', ja: '未取得' };

/** Why a value is unknown, as people read it. A code without words does not compile. */
const reasons: Record<ProblemCode, Text | null> = {
  blank: { en: 'blank on the page', ja: 'ページで空欄' },
  'not found': { en: 'not found on the page', ja: 'ページに項目なし' },
  'being edited': { en: 'being edited', ja: '編集中' },
  'never read': { en: 'a password field, never read', ja: 'パスワード欄のため読み取りません' },
  'not configured': { en: 'no place is configured', ja: '取得場所が未設定' },
  'not a selector': { en: 'its place cannot be looked for', ja: '取得場所の指定に誤り' },
  'several values': { en: 'stands on the page with different values', ja: 'ページ内に異なる値が複数' },
  'not a number': NUMBER,
  'more than a number': NUMBER,
  'not a count': { en: 'cannot be a count', ja: '件数・人数としてあり得ない値' },
  'not a pair': NUMBER,
  'not a date': DATE,
  'not a time': DATE,
  'no such day': DATE,
  'which order': { en: 'day and month could be either', ja: '日と月の順序が不明' },
  'neither yes nor no': { en: 'neither yes nor no', ja: 'はい・いいえの判定不可' },
  'not a duration': { en: 'not a duration', ja: '時間として読み取り不可' },
  'in the future': { en: 'lies in the future', ja: '未来の日時' },
  'not read yet': NOT_YET,
  'no reading yet': { en: 'no reading yet', ja: '未取得' },
  'not in the playbook': { en: 'not in the playbook', ja: 'プレイブックにない項目' },
  'no value that week': WEEKS,
  'too few weeks': WEEKS,
  'contract date unknown': { en: 'contract date unknown', ja: '契約日が不明' },
  'part above whole': { en: 'part larger than the whole', ja: '内訳が全体を超過' },
  'whole is zero': { en: 'the whole is zero', ja: '全体が0' },
  'no pace band': { en: 'too few completed accounts', ja: '完了アカウントが不足' },
  'cleared by hand': { en: 'cleared by hand', ja: '手動で消去' },
  unknown: null,
};

/** What core's rules say that are about another metric, or in words of their own. */
const OTHERS: [RegExp, ProblemCode][] = [
  [/is more than/, 'part above whole'],
  [/(?:unknown that week|nothing to compare)/, 'no value that week'],
  [/no pace band/, 'no pace band'],
  [/contract date unknown/, 'contract date unknown'],
  [/^\w+ is 0$/, 'whole is zero'],
];

/** A reader's reason in a person's words; one that is not known stays as it was written in English, and is left out elsewhere. */
export function reasonText(reason: string, lang: Lang): string {
  const text = wordsOf(reason) ?? wordsOf(/^\w+: (.+)$/.exec(reason)?.[1] ?? '');
  return text ? inLang(text, lang) : lang === 'en' ? reason : '';
}

function wordsOf(reason: string): Text | null {
  const code = OTHERS.find(([pattern]) => pattern.test(reason))?.[1] ?? parseProblem(reason).code;
  return reasons[code];
}
