import type { OtherReading, Picked } from '@/components/teach/TeachCard';
import type { Parse } from '@/lib/formats/field-schema';
import type { TaughtField } from '@/lib/messages/shapes';
import type { TeachSetup } from '@/lib/messages/teach-messages';
import { parseFor } from '@/lib/readers/page/discover/suggest-metric';

/** A value that is being taught: what was picked, what it stands for, how it is found. */
export interface Choice {
  picked: Picked & { element: Element };
  metric: string;
  parse: Parse;
  chosen: number;
  others: OtherReading[] | 'trying' | null;
}

/** `first` where a picked text holds two numbers, of which the first is asked for first. */
export const partOf = ({ shown }: Picked): 'first' | '' => (/\d\s*(?:\/|of|中)\s*\d/.test(shown) ? 'first' : '');

/** How a picked text is read when it stands for a metric; '' stands for none yet. */
export function parseOf(metric: string, picked: Picked, metrics: TeachSetup['metrics']): Parse {
  if (partOf(picked) && picked.type === 'number') return metric === 'setupTotal' || metric === 'seats' ? 'second' : 'first';
  return parseFor(metrics.find((one) => one.id === metric)?.type, picked.type);
}

/** The chosen way first, then the other good ones: a page that changes a little is still read. */
export function fieldOf({ picked: { offers }, chosen, metric, parse }: Choice): TaughtField {
  const rest = offers.filter((offer, at) => at !== chosen && offer.by !== 'place').slice(0, 2);
  const find = [offers[chosen], ...rest].flatMap((offer) => (offer ? [offer.locator] : []));
  return { metric: metric || 'taught', find, parse };
}
