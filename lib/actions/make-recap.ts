import { inLang } from '@/lib/core/text';
import type { PlannedEvent } from '@/lib/core/view/planned-event';
import { mailLink, recap } from '@/lib/deliver/recap';
import { accountName, pageOf } from './account-name';
import type { Kido } from './kido';
import { touchpointOf } from './log-touchpoint';

/** A planned touchpoint as a calendar keeps it; `revision` counts how often it was moved. */
export async function calendarEvent(kido: Kido, account: string, id: string): Promise<PlannedEvent> {
  const planned = await touchpointOf(kido, account, id);
  const { entries, setting } = await kido.keeper.account(account);
  const play = setting.playbook.plays.find((one) => one.id === planned.body.play);
  const earlier = entries.filter(
    (one) => one.kind === 'touchpoint' && one.body.status === 'planned' && one.body.play === planned.body.play && one.at < planned.at,
  );
  return {
    account,
    play: planned.body.play ?? planned.body.type,
    day: planned.body.day,
    title: `${play ? inLang(play.name, setting.lang) : planned.body.type} · ${await accountName(account)}`,
    agenda: play?.agenda.map((point) => inLang(point.text, setting.lang)) ?? [],
    page: await pageOf(kido, account),
    revision: earlier.length,
  };
}

/** What was agreed in a held touchpoint, to be handed to the customer. */
export async function recapOf(kido: Kido, account: string, id: string) {
  const { body } = await touchpointOf(kido, account, id);
  const { playbook, lang } = await kido.standpoint.now();
  const play = playbook.plays.find((one) => one.id === body.play);
  const made = recap(body, play ? inLang(play.name, lang) : null, await accountName(account), lang);
  return { ...made, mail: mailLink(made) };
}
