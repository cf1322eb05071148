import type { EngineWords } from '@/lib/core/view/view-words';

export const words: EngineWords = {
  blocked: '{item}: waits for {who} since {day}',
  lapsed: 'Planned for {day}, not logged',
  overdue: { one: '{item}: {n} day late', other: '{item}: {n} days late' },
  unmeasured: 'This week’s measurement is missing',
  next: 'Next in the playbook, due {day}',
  nextUndated: 'Next in the playbook; the date follows the contract date',
  finish: '{item}: who finishes it, by when',
  users: 'Bring along: {names}',
  features: 'Show: {names}',
};
