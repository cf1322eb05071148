import type { EntryBody, Owner } from '@/lib/core/account/entry';
import { tell } from '@/lib/core/phrase';
import type { Lang } from '@/lib/core/text';
import { deliverWords } from '@/lib/words/deliver-words';

/** A meeting in a few lines for those who were there. The notes themselves and the mood stay inside. */
export interface Recap {
  subject: string;
  markdown: string;
  html: string;
}

/** @param title name of the touchpoint in its language; null where it is no play of the playbook */
export function recap(body: EntryBody<'touchpoint'>, title: string | null, company: string, lang: Lang): Recap {
  const w = deliverWords(lang).recap;
  const owner = (one: { who?: string | undefined; owner?: Owner | undefined }) => one.who ?? (one.owner ? w.owners[one.owner] : '');
  const subject = `${title ?? w.meeting} ${body.day} · ${company}`;
  const parts: { head: string; lines: string[] }[] = [
    {
      head: w.actions,
      lines: (body.actions ?? []).map((one) =>
        [one.text, owner(one), one.dueDay ? tell(w.due, { day: one.dueDay }) : ''].filter(Boolean).join(' · '),
      ),
    },
    {
      head: w.blockers,
      lines: (body.blockers ?? []).map((one) => [one.text, owner(one)].filter(Boolean).join(' · ')),
    },
    { head: w.requests, lines: (body.requests ?? []).map((one) => one.text) },
  ].filter((part) => part.lines.length > 0);
  const people = body.attendees?.length ? `${w.with}: ${body.attendees.join(', ')}` : '';
  const markdown = [
    `# ${asMarkdown(subject)}`,
    ...(people ? ['', asMarkdown(people)] : []),
    ...parts.flatMap((part) => ['', `## ${part.head}`, '', ...part.lines.map((line) => `- ${asMarkdown(line)}`)]),
    '',
  ].join('\n');
  const html = `<h2>${asHtml(subject)}</h2>${people ? `<p>${asHtml(people)}</p>` : ''}${parts
    .map((part) => `<h3>${asHtml(part.head)}</h3><ul>${part.lines.map((line) => `<li>${asHtml(line)}</li>`).join('')}</ul>`)
    .join('')}`;
  return { subject, markdown, html };
}

/** Mail programs cut addresses of about two thousand signs; what is longer goes by the clipboard. */
const MOST_MAIL = 1800;

/** A `mailto:` link with a recap; the text is cut where mail programs would cut it silently. */
export function mailLink({ subject, markdown }: Recap): string {
  const plain = markdown.replace(/\\([\\`*_[\]<>#|])/g, '$1').replace(/^#+ /gm, '');
  const link = (text: string) => `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\n/g, '\r\n'))}`;
  let text = plain;
  while (link(text).length > MOST_MAIL && text.includes('\n')) text = text.slice(0, text.lastIndexOf('\n'));
  return link(text === plain ? text : `${text}\n…`);
}

const asMarkdown = (text: string) => text.replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`);
/** Text as HTML shows it, and nothing in it as markup. */
export const asHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
