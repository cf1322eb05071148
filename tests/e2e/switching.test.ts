import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelView } from '@/lib/core/view/panel-view';
import { inPanel, type Kind, sleep } from './kido-browser';
import { type Stage, stageOn } from './setup';

interface Glance {
  /** Account in the address, name on the panel, and name that account really has. */
  id: string;
  shown: string | null;
}

// The one mistake that must never happen: something of account A under account B.
describe.each<Kind>(['chromium', 'firefox'])('in-app navigation in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => void (stage = await stageOn(kind)));
  afterAll(() => stage?.end());

  it('switches quickly through 200 accounts on a slow console with a slow API, and mixes nothing', async () => {
    stage.sample.fault = 'slow';
    stage.sample.slowMs = 400;
    const page = await stage.kido.open(`${stage.origin}/accounts/ACC-1001`);
    await inPanel(page, '.panel');
    const names = new Map(stage.sample.accounts.map((account) => [account.id, account.name]));
    const glances: Glance[] = [];
    for (let step = 0; step < 200; step += 1) {
      const id = `ACC-${1001 + ((step * 7 + 3) % 30)}`;
      stage.sample.recordDelay = [0, 30, 120, 350][step % 4] as number;
      await page.evaluate((address) => void dispatchEvent(new CustomEvent('go', { detail: address })), `/accounts/${id}`);
      const look = async () =>
        glances.push(
          await page.evaluate(() => ({
            id: location.pathname.split('/').pop() ?? '',
            shown: document.querySelector('kido-panel')?.shadowRoot?.querySelector('.name')?.textContent ?? null,
          })),
        );
      await look();
      await sleep([10, 60, 200, 500, 900][step % 5] as number);
      await look();
    }
    await sleep(3000);
    // A panel may show the account's id while its name is not known yet; it may never show another's name.
    const wrong = glances.filter(({ id, shown }) => shown !== null && shown !== 'Kido' && shown !== id && shown !== names.get(id));
    expect(wrong).toEqual([]);

    // What was stored: every reading of every account is that account's own.
    for (const account of stage.sample.accounts) {
      const view = await stage.kido.ask<PanelView>(stage.options, 'account.view', { account: `sample/${account.id}` });
      if (view.name !== account.id) expect(view.name).toBe(account.name);
      const rows = await stage.kido.ask<{ kind: string; text: string; evidence: string[] }[]>(stage.options, 'timeline.get', {
        account: `sample/${account.id}`,
      });
      const text = rows.map((row) => row.text).join('\n');
      if (text.includes('Seats'))
        expect(text).toContain(`Seats ${account.seats === null ? 'unknown' : new Intl.NumberFormat('en-US').format(account.seats)}`);
      const read = view.measurement.find((one) => one.metric === 'urgentTickets');
      if (read?.value) expect(read.value).toBe(`${account.urgentTickets} tickets`);
      const active = view.measurement.find((one) => one.metric === 'activeUsers');
      const apiValue = account.apiActiveUsers ?? account.activeUsers;
      if (active?.value)
        expect([`${account.activeUsers} users`, `${apiValue} users`, `${account.weeks[0]?.activeUsers} users`]).toContain(active.value);
    }
  });
});
