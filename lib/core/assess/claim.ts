import type { Evidence } from '../conditions/evidence';
import type { PlaybookIndex } from '../playbook/playbook-index';
import { fill, type Text } from '../text';

/**
 * Fills a rule's sentence from its evidence: `{value}` and `{limit}` of the first number, `{item}` the first item's
 * name, `{n}` how many items. Shares become whole percents.
 */
export function claimOf(text: Text, evidence: Evidence[], book: PlaybookIndex): Text {
  const number = evidence.find((one) => typeof one.value === 'number');
  const items = evidence.filter((one) => one.kind === 'item');
  const name = book.items.get(items[0]?.about ?? '')?.item.name;
  const asShare = number && (number.kind === 'change' || percentMetric(number, book));
  const show = (value: unknown) =>
    typeof value !== 'number' ? '?' : asShare ? `${Math.round(Math.abs(value) * 100)}` : `${Math.round(value * 100) / 100}`;
  return fill(text, {
    value: show(number?.value),
    limit: show(number?.limit),
    n: new Set(items.map((item) => item.about)).size,
    ...(name && { item: name }),
  });
}

function percentMetric(evidence: Evidence, book: PlaybookIndex): boolean {
  return evidence.kind === 'metric' && book.metrics.get(evidence.about)?.type === 'percent';
}
