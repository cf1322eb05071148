import { inLang } from '@/lib/core/text';
import type { PanelView } from '@/lib/core/view/panel-view';

/** Text from pages and colleagues inside Markdown: nothing of it may become markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
}

const words = {
  en: {
    title: 'Handover to adoption',
    onboarded: 'Onboarded',
    criteria: 'Criteria on that day',
    quote: 'In the customer’s words',
    open: 'Still open',
    none: 'nothing',
    next: 'Next',
    values: 'Latest values',
    unknown: 'unknown',
  },
  ja: {
    title: '活用フェーズへの引き継ぎ',
    onboarded: '完了',
    criteria: '完了時の条件',
    quote: '顧客の言葉',
    open: '未完了の項目',
    none: 'なし',
    next: '次の接点',
    values: '最新の値',
    unknown: '不明',
  },
};

/** The written handover of an account that passes into adoption, as Markdown. */
export function handoverMarkdown(view: PanelView): string {
  const w = inLang(words, view.lang);
  const open = view.checklist.filter((item) => item.state === 'open' || item.state === 'blocked');
  const criteria = view.judgement.frozen.length
    ? view.judgement.frozen
    : view.criteria.map((one) => ({ name: one.name, word: one.word, line: one.line.parts.join(' · ') }));
  const lines = [
    `# ${w.title}: ${plain(view.name)}`,
    '',
    `${plain(view.accountId)} · ${view.meta.join(' · ')}`,
    ...(view.judgement.title ? ['', `**${w.onboarded}**: ${view.judgement.title} (${view.judgement.target})`] : []),
    ...(view.judgement.quote
      ? ['', `## ${w.quote}`, '', `> ${plain(view.judgement.quote.text)}`, `> ${plain(view.judgement.quote.line)}`]
      : []),
    '',
    `## ${w.criteria}`,
    '',
    ...criteria.map((one) => `- ${one.name}: ${one.word}${one.line ? ` (${plain(one.line)})` : ''}`),
    '',
    `## ${w.values}`,
    '',
    ...view.measurement.map((one) => `- ${one.name}: ${one.value ?? w.unknown}`),
    '',
    `## ${w.open}`,
    '',
    ...(open.length ? open.map((item) => `- [ ] ${plain(item.name)}`) : [w.none]),
    ...(view.next ? ['', `## ${w.next}`, '', `${view.next.name} · ${view.next.due.strong}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
