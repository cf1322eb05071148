import type { PanelView } from '@/lib/core/view/panel-view';
import { deliverWords } from '@/lib/words/deliver-words';

/** Text from pages and colleagues inside Markdown: nothing of it may become markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
}

/** The written handover of an account that passes into adoption, as Markdown. */
export function handoverMarkdown(view: PanelView): string {
  const w = deliverWords(view.lang).handover;
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
