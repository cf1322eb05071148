import type { EngineWords } from '@/lib/core/view/view-words';

export const words: EngineWords = {
  blocked: '{item}: {day}から{who}側で停止中',
  lapsed: '{day}の予定が未記録',
  overdue: '{item}: {n}日超過',
  unmeasured: '今週の計測が未実施',
  next: 'プレイブックの次の施策（期限 {day}）',
  nextUndated: 'プレイブックの次の施策（契約日が分かると期限が決まります）',
  finish: '{item}: 担当と期限を決める',
  users: '特に参加してほしい方: {names}',
  features: '重点的に説明する機能: {names}',
};
