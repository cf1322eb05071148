import type { Assessment } from '../assess/assess';
import { evidenceLine, nameOf, type ViewSetting } from './evidence-line';
import type { JudgementView } from './panel-view';
import { showDay } from './show';
import { viewWords } from './words';

/** How far the judgement has come, and what stands in the way. */
export function judgementView(a: Assessment, s: ViewSetting): JudgementView {
  const words = viewWords(s.lang);
  const { judgement } = a;
  const met = a.criteria.filter((one) => one.state === 'met').length;
  const frozenMet = judgement.frozen?.filter((one) => one.state === 'met').length;
  const { quote } = judgement;
  return {
    ready: judgement.ready,
    onboarded: judgement.onboarded,
    title: judgement.day
      ? words.onboardedOn(s.lang === 'ja' ? judgement.day : showDay(judgement.day, '', 'en').replace(/^\w{3} /, ''), judgement.tookDays)
      : '',
    target: words.target(s.playbook.targetDays),
    criteria: words.criteriaMet(frozenMet ?? met, judgement.frozen?.length ?? a.criteria.length),
    customer:
      judgement.onboarded || judgement.qualitative === 'confirmed'
        ? words.confirmed
        : judgement.qualitative === 'denied'
          ? words.denied
          : words.notConfirmed,
    customerState: judgement.onboarded ? 'confirmed' : judgement.qualitative,
    quote: quote
      ? { text: s.lang === 'ja' ? `「${quote.text}」` : `“${quote.text}”`, line: [quote.day, quote.who].filter(Boolean).join(' · ') }
      : null,
    frozen: (judgement.frozen ?? []).map((one) => ({
      name: nameOf(one.id, s),
      word: one.state === 'met' ? words.met : one.state === 'unmet' ? words.unmet : words.unknown,
      line: one.line,
    })),
  };
}

/** Criteria as they stand, to be frozen into a judgement: state, and the evidence in one line. */
export function frozenCriteria(a: Assessment, s: ViewSetting): { id: string; state: 'met' | 'unmet' | 'unknown'; line: string }[] {
  return a.criteria.map((one) => ({ id: one.id, state: one.state, line: evidenceLine(one.evidence(), s).parts.join(' · ') }));
}
