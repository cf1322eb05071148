import type { Assessment } from '../assess/assess';
import type { CriterionState } from '../assess/criteria';
import { tell } from '../phrase';
import { evidenceLine, nameOf, type ViewSetting } from './evidence-line';
import type { JudgementView } from './panel-view';
import { showShortDay } from './show';

/** Both sides of the judgement, and what was frozen with it. */
export function judgementView(a: Assessment, s: ViewSetting): JudgementView {
  const { words } = s;
  const { judgement } = a;
  const { quote, frozen } = judgement;
  const criteria = frozen ?? a.criteria;
  return {
    ready: judgement.ready,
    onboarded: judgement.onboarded,
    title: titleOf(judgement.day, judgement.tookDays, s),
    target: tell(words.target, { n: s.playbook.targetDays }),
    criteria: tell(words.criteriaMet, { met: criteria.filter((one) => one.state === 'met').length, all: criteria.length }),
    customer:
      judgement.onboarded || judgement.qualitative === 'confirmed'
        ? words.confirmed
        : judgement.qualitative === 'denied'
          ? words.denied
          : words.notConfirmed,
    customerState: judgement.onboarded ? 'confirmed' : judgement.qualitative,
    quote: quote ? { text: tell(words.quote, { text: quote.text }), line: [quote.day, quote.who].filter(Boolean).join(' · ') } : null,
    frozen: (frozen ?? []).map((one) => ({ name: nameOf(one.id, s), word: stateWord(one.state, s), line: one.line })),
  };
}

/** Whether a criterion is met, in a word. */
export function stateWord(state: CriterionState, { words }: ViewSetting): string {
  return state === 'met' ? words.met : state === 'unmet' ? words.unmet : words.unknown;
}

function titleOf(day: string | null, tookDays: number | null, { words }: ViewSetting): string {
  if (day === null) return '';
  // What was judged is looked up years later: the year is always told.
  const shown = showShortDay(day, { today: '', words });
  return tookDays === null ? shown : tell(words.onboardedOn, { day: shown, n: tookDays });
}

/** Criteria as they stand, to be frozen into a judgement: state, and the evidence in one line. */
export function frozenCriteria(a: Assessment, s: ViewSetting): { id: string; state: CriterionState; line: string }[] {
  return a.criteria.map((one) => ({ id: one.id, state: one.state, line: evidenceLine(one.evidence(), s).parts.join(' · ') }));
}
