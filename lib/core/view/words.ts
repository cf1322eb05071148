import type { Lang } from '../text';

const en = {
  onboardingWeek: (week: number, weeks: number) => `Onboarding, week ${week} of ${weeks}`,
  onboarding: 'Onboarding',
  beforeContract: 'Contract has not begun',
  noContract: 'Contract date unknown',
  stageDays: (stage: string, days: number) => `${stage}, ${days} ${days === 1 ? 'day' : 'days'}`,
  adoptionDay: (day: number) => `Adoption, day ${day}`,
  playbook: (version: number) => `Playbook v${version}`,
  stall: 'Stall', watch: 'Watch', good: 'Onboarded', unknown: 'unknown',
  sources: { page: 'page', api: 'API', person: 'noted', import: 'import' },
  Sources: { page: 'Page', api: 'API', person: 'Noted', import: 'Import' },
  field: (label: string) => `field ${label}`,
  column: (label: string) => `column ${label}`,
  owners: { customer: 'Customer', us: 'Us', third: 'Third party' },
  due: 'due', dueOn: (day: string) => day, days: (n: number) => (n === 1 ? '1 day' : `${n} days`), today: 'today', late: (n: number) => (n === 1 ? '1 day late' : `${n} days late`),
  planned: 'planned', noDate: 'no date yet',
  agenda: (minutes: number | null) => (minutes ? `Agenda, ${minutes} min` : 'Agenda'),
  blocked: 'blocked', unticked: (day: string) => `un-ticked · held until ${day}`, byReading: 'ticked by reading', byHand: 'ticked by hand', byUnknown: 'cannot be told yet',
  once: 'ticked by reading', waitsFor: (names: string) => `waits for ${names}`, skipped: (reason: string) => (reason ? `left out · ${reason}` : 'left out'), optional: 'optional', skipped0: 'left out', handUnticked: 'un-ticked by hand',
  differ: (name: string) => `${name}: two sources differ`, used: (why: string) => `Used: ${why}`,
  met: 'met', unmet: 'not met',
  pageAge: (age: string) => `Page ${age}`, apiAge: (age: string) => `API ${age}`, pageNot: 'Page: not read', apiNot: 'API: not asked', apiNone: 'no API',
  now: 'just now', minutes: (n: number) => `${n} min ago`, hours: (n: number) => `${n} h ago`, daysAgo: (n: number) => (n === 1 ? '1 day ago' : `${n} days ago`),
  why: { rule: 'Rule', limit: 'Limit', value: 'Value used', where: 'Where', seen: 'Seen', other: 'Other value', missing: 'Missing', cause: 'Likely cause', step: 'Now due', base: 'Compared with', none: 'nothing', starting: 'starting value' },
  agrees: 'agrees', differs: 'differs', never: 'never', yes: 'yes', no: 'no', weeksBelow: (n: number, limit: string) => `${n} weeks under ${limit}`, of: (a: string, b: string) => `${a} of ${b}`,
  weekOf: (day: string) => `week of ${day}`,
  criteriaMet: (a: number, b: number) => `${a} of ${b} met`,
  confirmed: 'completion meeting', notConfirmed: 'not yet heard', denied: 'says it is not there yet',
  onboardedOn: (day: string, took: number | null) => (took === null ? day : `${day}, day ${took}`), target: (days: number) => `target ${days}`,
  everyDay: (n: number) => `${n} days`,
};

const ja: typeof en = {
  onboardingWeek: (week, weeks) => `導入 ${week}週目／${weeks}週`,
  onboarding: '導入',
  beforeContract: '契約開始前',
  noContract: '契約日が不明',
  stageDays: (stage, days) => `${stage} ${days}日目`,
  adoptionDay: (day) => `活用 ${day}日目`,
  playbook: (version) => `プレイブック v${version}`,
  stall: '停滞', watch: '注意', good: '完了', unknown: '不明',
  sources: { page: 'ページ', api: 'API', person: '記録', import: '取り込み' },
  Sources: { page: 'ページ', api: 'API', person: '記録', import: '取り込み' },
  field: (label) => `項目「${label}」`,
  column: (label) => `列「${label}」`,
  owners: { customer: '顧客', us: '自社', third: '第三者' },
  due: '期限', dueOn: (day) => day, days: (n) => `あと${n}日`, today: '今日', late: (n) => `${n}日超過`,
  planned: '予定', noDate: '日付未定',
  agenda: (minutes) => (minutes ? `アジェンダ（${minutes}分）` : 'アジェンダ'),
  blocked: '停止中', unticked: (day) => `判定を解除 · ${day}までは達成`, byReading: '自動判定', byHand: '手動で完了', byUnknown: '判定に必要な値なし',
  once: '自動判定', waitsFor: (names) => `前提: ${names}`, skipped: (reason) => (reason ? `省略 · ${reason}` : '省略'), optional: '任意', skipped0: '省略', handUnticked: '手動で解除',
  differ: (name) => `${name}：2つの値に差があります`, used: (why) => `採用：${why}`,
  met: '達成', unmet: '未達',
  pageAge: (age) => `ページ ${age}`, apiAge: (age) => `API ${age}`, pageNot: 'ページ 未取得', apiNot: 'API 未取得', apiNone: 'APIなし',
  now: 'たった今', minutes: (n) => `${n}分前`, hours: (n) => `${n}時間前`, daysAgo: (n) => `${n}日前`,
  why: { rule: 'ルール', limit: '基準', value: '使った値', where: '場所', seen: '取得', other: '別の値', missing: '不足', cause: '考えられる理由', step: '今すべきこと', base: '比較対象', none: 'なし', starting: '初期値' },
  agrees: '一致', differs: '不一致', never: '一度もなし', yes: 'はい', no: 'いいえ', weeksBelow: (n, limit) => `${n}週連続 ${limit}未満`, of: (a, b) => `${b}中 ${a}`,
  weekOf: (day) => `${day}の週`,
  criteriaMet: (a, b) => `${a} / ${b} 達成`,
  confirmed: '完了確認会', notConfirmed: '未確認', denied: '未達との回答',
  onboardedOn: (day, took) => (took === null ? day : `${day}（${took}日目）`), target: (days) => `目標 ${days}日`,
  everyDay: (n) => `${n}日`,
};

export type ViewWords = typeof en;

/** The sentences that a view is made of. */
export function viewWords(lang: Lang): ViewWords {
  return lang === 'ja' ? ja : en;
}
