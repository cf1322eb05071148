import type { Lang } from '@/lib/core/text';

const en = {
  log: 'Log', logFor: 'Touchpoint', type: 'Type', when: 'When', minutes: 'Minutes', who: 'Who was there', whoHint: 'Names, separated by commas', notes: 'Notes', notesHint: 'What was said, in plain words', outcome: 'Outcome', sentiment: 'Mood', requests: 'Feature requests', addRequest: 'Add a request', blocking: 'blocks onboarding', actions: 'Next actions', addAction: 'Add an action', remove: 'Remove', owner: 'Owner', due: 'Due',
  agenda: 'Agenda', verdict: 'In the customer’s words', verdictConfirmed: 'The customer states the value', quote: 'Their words', quoteWho: 'Who said it', submit: 'Log', draftSaved: 'Draft saved', saving: 'Saving', draftFailed: 'Draft not saved', logged: 'Logged', undo: 'Undo', drop: 'Clear', other: 'Other contact', details: 'Details',
  facts: 'Known from people', factsHint: 'Nothing on the page says these.', save: 'Save', timeline: 'Timeline', all: 'All', meetings: 'Meetings', requestsF: 'Requests', blockers: 'Blockers', readings: 'Readings', nothing: 'Nothing here yet', takeBack: 'Take back', amended: 'amended',
  noAccess: 'Kido may not read this site yet', noAccessText: 'Allow this console, and account pages here show their onboarding state. Nothing is read before that.', allow: 'Allow this site', denied: 'Access was not given. Nothing is read on this site.', withdraw: 'For this console only. Withdraw any time in Settings.',
  noConsole: 'Kido does not know this site', noConsoleText: 'Open an account in your admin console, or set the console up.', setUp: 'Set up a console', noAccount: 'This is not an account page', noAccountText: 'Open an account in the console and it appears here.', failed: 'Not logged', kept: 'The draft is kept.', stallWord: 'Stall', watchWord: 'Watch', settings: 'Settings', loading: 'One moment',
  types: { meeting: 'Meeting', call: 'Call', email: 'Email', chat: 'Chat', internal: 'Internal' }, outcomes: { done: 'Held as planned', followUp: 'Needs a follow-up', noShow: 'Nobody came', answered: 'They answered', unanswered: 'No reply yet' }, sentiments: { positive: 'Positive', neutral: 'Neutral', negative: 'Negative' },
};

const ja: typeof en = {
  log: '記録', logFor: '接点', type: '種類', when: '日付', minutes: '分', who: '参加者', whoHint: '氏名を「、」で区切って入力', notes: 'メモ', notesHint: '話した内容をそのまま入力', outcome: '結果', sentiment: '様子', requests: '機能要望', addRequest: '要望を追加', blocking: '完了を妨げる', actions: '次のアクション', addAction: 'アクションを追加', remove: '削除', owner: '担当', due: '期限',
  agenda: 'アジェンダ', verdict: '顧客の言葉', verdictConfirmed: '顧客が価値を言葉にしている', quote: '発言', quoteWho: '発言者', submit: '記録する', draftSaved: '下書き保存済み', saving: '保存中', draftFailed: '下書き未保存', logged: '記録しました', undo: '元に戻す', drop: '消去', other: 'その他の連絡', details: '詳細',
  facts: '聞き取った情報', factsHint: 'ページからは分からない項目です。', save: '保存', timeline: 'タイムライン', all: 'すべて', meetings: '接点', requestsF: '要望', blockers: '停止', readings: '値', nothing: 'まだ何もありません', takeBack: '取り消す', amended: '修正あり',
  noAccess: 'このサイトの読み取りは未許可です', noAccessText: 'このコンソールを許可すると、アカウントページに導入状況が表示されます。許可するまで何も読み取りません。', allow: 'このサイトを許可', denied: '許可されませんでした。このサイトでは何も読み取りません。', withdraw: 'このコンソールだけが対象です。設定からいつでも取り消せます。',
  noConsole: '未登録のサイトです', noConsoleText: '管理コンソールでアカウントを開くか、コンソールを登録してください。', setUp: 'コンソールを登録', noAccount: 'アカウントページではありません', noAccountText: 'コンソールでアカウントを開くと、ここに表示されます。', failed: '記録できませんでした', kept: '下書きは残っています。', stallWord: '停滞', watchWord: '注意', settings: '設定', loading: '読み込み中',
  types: { meeting: 'ミーティング', call: '電話', email: 'メール', chat: 'チャット', internal: '社内' }, outcomes: { done: '予定どおり実施', followUp: '要フォロー', noShow: '欠席', answered: '返信あり', unanswered: '返信待ち' }, sentiments: { positive: '良好', neutral: '普通', negative: '懸念' },
};

export type SideWords = typeof en;

/** The words of the side panel. */
export function sideWords(lang: Lang): SideWords {
  return lang === 'ja' ? ja : en;
}
