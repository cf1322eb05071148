import type { EntryOf } from '@/lib/core/account/entry';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { inLang, type Lang } from '@/lib/core/text';
import { deliverWords } from '@/lib/words/deliver-words';
import { asHtml, recap } from './recap';

/** Entries of which other systems may learn. */
export type HookEntry = EntryOf<'touchpoint' | 'request' | 'item' | 'judgement'>;

/** What a webhook's template sees. */
export interface HookEvent {
  change: 'new' | 'amended' | 'retracted';
  entry: { id: string; kind: string; at: string; by: string; body: unknown };
  account: { id: string; name: string; console: string; page: string | null };
  /** One line that says what happened. */
  title: string;
  /** The note, or what was agreed, as plain text and as HTML. */
  text: string;
  html: string;
}

/** An entry as other systems are told of it. */
export function hookEvent(
  entry: HookEntry,
  change: HookEvent['change'],
  account: HookEvent['account'],
  playbook: Playbook,
  lang: Lang,
): HookEvent {
  const { id, kind, by, body } = entry;
  const told = tell(entry, account.name, playbook, lang);
  return {
    change,
    entry: { id, kind, at: new Date(entry.at).toISOString(), by, body },
    account,
    title: told.title,
    text: told.text,
    html: told.html ?? `<p>${asHtml(told.text).replace(/\n/g, '<br>')}</p>`,
  };
}

function tell(entry: HookEntry, company: string, playbook: Playbook, lang: Lang): { title: string; text: string; html?: string } {
  const w = deliverWords(lang).hook;
  switch (entry.kind) {
    case 'touchpoint': {
      const { body } = entry;
      const play = playbook.plays.find((one) => one.id === body.play);
      const name = play ? inLang(play.name, lang) : body.type;
      const made = recap(body, name, company, lang);
      const notes = body.notes ?? '';
      return {
        title: `${name} ${body.day}`,
        text: notes || made.markdown.split('\n').slice(1).join('\n').trim(),
        html: `${notes ? `<p>${asHtml(notes).replace(/\n/g, '<br>')}</p>` : ''}${made.html}`,
      };
    }
    case 'request':
      return {
        title: `${w.request}: ${entry.body.request}${entry.body.status ? ` (${entry.body.status})` : entry.body.answer ? ` (${w.answer})` : ''}`,
        text: entry.body.answer ?? '',
      };
    case 'item': {
      const item = playbook.plays.flatMap((play) => play.items).find((one) => one.id === entry.body.item);
      const name = item ? inLang(item.name, lang) : entry.body.item;
      return { title: `${name}: ${w.items[entry.body.state]}`, text: entry.body.reason ?? '' };
    }
    case 'judgement':
      return { title: entry.body.onboarded ? w.onboarded : w.judged, text: entry.body.quote ?? '' };
  }
}
