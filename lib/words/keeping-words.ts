import type { Lang } from '@/lib/core/text';

/** Words of erasing, of backups, and of settings that cannot be used. */
const en = {
  erase: 'Erase…',
  eraseAccount: 'Erase everything about this account',
  eraseAccountText:
    'Entries, notes, requests, drafts and what waits for webhooks are erased for good, and a backup does not bring them back. What was sent before is with its receivers.',
  eraseNow: 'Erase for good',
  erasePerson: 'Erase one person’s name and words',
  person: 'Name as it stands in the notes',
  erasedWords: 'Erased from {n} entries.',
  erasedNone: 'No entry names {name}.',
  toCheck: '{n} entries hold quotes without a name where this person took part; look at them.',
  draftNames: 'The draft still names this person.',
  cancel: 'Cancel',
  erasedTitle: 'This account was erased',
  erasedText: 'Nothing of it is kept or read, although its page is still there.',
  beginAnew: 'Begin anew',
  backupAge: 'Last backup: {day}',
  backupNever: 'Never backed up',
  backupOld: 'Your notes are in this browser only.',
  backupOpen: 'Back up',
  weekly: 'Save a backup each week by itself, into the downloads folder',
  weeklyDenied: 'Without leave to save files, backups are saved by hand.',
  restoredMore: 'Left out: {ahead} from the future, {erased} erased here.',
  restoredErased: 'Erased where the file was made and standing here still: {n} accounts.',
  unread: 'Kept, and not in use',
  unreadText: 'This version cannot read it. It stays as it is.',
  shadowed: 'Your company has set one of this id; yours is kept.',
  dropUnread: 'Remove for good',
  wrong: 'Not usable as set, so the default holds: {what}',
  wrongBy: { own: 'your setting', policy: 'your company’s policy' },
  importTitle: 'Import “{name}”?',
  importReads: 'Reads account pages of {hosts}',
  importAsks: 'Asks {host} ({method}), signing in: {auth}',
  importSecret: 'with the secret “{name}”',
  importNew: 'new host',
  importPosts: 'It sends requests with your own sign-in: look at what they do.',
  importReplaces: 'It replaces the console of the same id.',
  importMoves: 'It asks for the secret “{name}” at another address ({to}). The one that is set stays with {from}.',
  importNow: 'Import',
  removeTitle: 'Remove “{name}”?',
  removeSecrets: 'Forget its secrets',
  removeAccess: 'Give back access to its hosts',
  removeAccounts: 'Erase all that is kept of its accounts, for good',
  removeNow: 'Remove',
};

export type KeepingWords = typeof en;

const ja: KeepingWords = {
  erase: '消去…',
  eraseAccount: 'このアカウントの記録をすべて消去',
  eraseAccountText:
    '記録、メモ、要望、下書き、Webhookの送信待ちを完全に消去します。バックアップからも戻りません。送信済みの内容は送信先に残ります。',
  eraseNow: '完全に消去',
  erasePerson: '特定の人の氏名と発言を消去',
  person: 'メモに書かれている氏名',
  erasedWords: '{n}件の記録から消去しました。',
  erasedNone: '{name} を含む記録はありません。',
  toCheck: 'この人が参加した記録のうち、発言者のない引用が{n}件あります。確認してください。',
  draftNames: '下書きにこの人の氏名が残っています。',
  cancel: 'キャンセル',
  erasedTitle: 'このアカウントは消去済みです',
  erasedText: 'ページは残っていますが、Kidoは何も保存せず、読み取りもしません。',
  beginAnew: '改めて開始',
  backupAge: '最終バックアップ：{day}',
  backupNever: 'バックアップなし',
  backupOld: 'メモはこのブラウザーにのみ保存されています。',
  backupOpen: 'バックアップ',
  weekly: '毎週自動でダウンロードフォルダーに保存',
  weeklyDenied: 'ファイル保存の許可がないため、手動で保存してください。',
  restoredMore: '取り込まなかった記録：未来の日時{ahead}件、消去済み{erased}件',
  restoredErased: '作成元で消去され、ここには残っているアカウント：{n}件',
  unread: '保存済み・未使用',
  unreadText: 'この版では読み取れません。内容はそのまま保持します。',
  shadowed: '同じIDのコンソールが会社の設定にあります。ご自身の設定は保持します。',
  dropUnread: '完全に削除',
  wrong: '設定値を使用できないため既定値を適用：{what}',
  wrongBy: { own: 'ご自身の設定', policy: '会社のポリシー' },
  importTitle: '「{name}」を取り込みますか',
  importReads: '{hosts} のアカウントページを読み取り',
  importAsks: '{host} に問い合わせ（{method}、認証：{auth}）',
  importSecret: '認証情報「{name}」を使用',
  importNew: '新しいホスト',
  importPosts: 'ご自身のログインで送信する処理が含まれます。内容を確認してください。',
  importReplaces: '同じIDのコンソールを置き換えます。',
  importMoves: '認証情報「{name}」の送信先が {to} に変わります。設定済みの値は {from} 専用のままです。',
  importNow: '取り込む',
  removeTitle: '「{name}」を削除しますか',
  removeSecrets: '認証情報を消去',
  removeAccess: 'ホストへのアクセスを返却',
  removeAccounts: 'このコンソールのアカウントの記録をすべて完全に消去',
  removeNow: '削除',
};

export function keepingWords(lang: Lang): KeepingWords {
  return lang === 'ja' ? ja : en;
}

/** Fills `{name}` in a sentence. */
export function filled(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
}
