import type { Lang } from '@/lib/core/text';

const en = {
  more: 'More', collapse: 'Collapse', expand: 'Expand', close: 'Close', why: 'Why', next: 'Next touchpoint', plan: 'Plan', log: 'Log', planned: 'Planned', move: 'Move', agenda: 'Agenda', copied: 'Copied', snooze: 'Snooze',
  planFor: 'Plan for', confirm: 'Confirm', cancel: 'Cancel', checklist: 'Checklist', all: 'All', less: 'Less', criteria: 'Completion criteria', later: 'After that', sidePanel: 'Side panel', markDue: 'Mark all as done', items: 'Actions for', block: 'Blocked…', leaveOut: 'Leave out…', reopen: 'Reopen', tick: 'Done',
  waitsFor: 'Waits for', cause: 'Cause', until: 'Until', reason: 'Reason', save: 'Save', undo: 'Undo', done: 'Saved', otherSide: 'Move to the other side', hide: 'Hide for screen sharing', wider: 'Wider', narrower: 'Narrower', readAgain: 'Read again', settings: 'Settings',
  noReadings: 'No readings yet', noReadingsText: 'The first reading comes when this page has finished loading. The checklist works without it.', readNow: 'Read now', tryAgain: 'Try again', copyDetails: 'Copy details', unknown: 'unknown', onboarded: 'Onboarded', confirmed: 'Customer confirmed', writeHandover: 'Write handover', frozen: 'Frozen values',
  ready: 'Ready to be judged: criteria met, customer confirmed', judge: 'State as onboarded', loading: 'Reading', refused: 'Two places on this page name different accounts', refusedText: 'Nothing is read until they agree.', moreSignals: '{n} more', snoozeDays: 'For 7 days', snoozed: 'Snoozed', nothing: 'Nothing stands in the way', panel: 'Onboarding', resize: 'Drag to resize', optional: 'optional', due: 'due', values: 'Measured', handoverCopied: 'Handover copied', altHint: 'Press the shortcut to open the side panel', hiddenHint: 'Hidden. The shortcut brings Kido back.', leftOut: 'left out', failed: 'Not saved',
};

const ja: typeof en = {
  more: 'その他', collapse: '折りたたむ', expand: '開く', close: '閉じる', why: '根拠', next: '次の接点', plan: '予定に入れる', log: '記録する', planned: '予定済み', move: '変更', agenda: 'アジェンダ', copied: 'コピー済み', snooze: '後で',
  planFor: '予定日', confirm: '決定', cancel: '取り消し', checklist: 'チェックリスト', all: 'すべて', less: '一部', criteria: '完了条件', later: 'その後', sidePanel: 'サイドパネル', markDue: 'すべて完了にする', items: '操作：', block: '停止中にする…', leaveOut: '省略する…', reopen: '未完了に戻す', tick: '完了',
  waitsFor: '待ち先', cause: '理由', until: '期日', reason: '理由', save: '保存', undo: '元に戻す', done: '保存しました', otherSide: '反対側へ移動', hide: '画面共有中は隠す', wider: '広げる', narrower: '狭める', readAgain: '再取得', settings: '設定',
  noReadings: 'まだ値がありません', noReadingsText: 'ページの読み込みが終わると、最初の値を取得します。チェックリストは値がなくても使えます。', readNow: '今すぐ取得', tryAgain: '再試行', copyDetails: '詳細をコピー', unknown: '不明', onboarded: '完了', confirmed: '顧客の確認', writeHandover: '引き継ぎ書を作成', frozen: '判定時の値',
  ready: '判定できます：条件を達成し、顧客も確認済み', judge: '完了と判定', loading: '取得中', refused: 'ページ内で異なるアカウントが示されています', refusedText: '一致するまで値を取得しません。', moreSignals: '他{n}件', snoozeDays: '7日間', snoozed: '保留中', nothing: '障害はありません', panel: '導入状況', resize: 'ドラッグで幅を変更', optional: '任意', due: '期限', values: '計測値', handoverCopied: '引き継ぎ書をコピーしました', altHint: 'ショートカットでサイドパネルを開けます', hiddenHint: '非表示中。ショートカットで戻せます。', leftOut: '省略', failed: '保存できませんでした',
};

export type Words = typeof en;

/** The words of buttons and headings. Sentences about an account come ready made with its view. */
export function wordsFor(lang: Lang): Words {
  return lang === 'ja' ? ja : en;
}
