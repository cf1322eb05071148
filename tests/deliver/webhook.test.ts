import { describe, expect, it } from 'vitest';
import { everythingFile } from '@/lib/deliver/everything-file';
import { requestTable } from '@/lib/deliver/request-table';
import { type HookEntry, hookEvent } from '@/lib/deliver/webhook-event';
import { webhookSchema } from '@/lib/formats/webhook-file';
import { evaluate } from '@/lib/readers/api/map-reply';
import hookPoints from '@/public/webhook-points.json';
import { entry, playbook } from '../core/make-account';

const account = { id: '17', name: 'Tern & <Co>', console: 'acme', page: 'https://a.example/17' };
const held = entry('touchpoint', {
  status: 'held',
  play: 'kickoff',
  day: '2026-11-20',
  notes: 'We met <b>Ben</b>\nand "Mori"',
  actions: [{ text: 'Send file', owner: 'us', dueDay: '2026-11-30' }],
}) as HookEntry;
const event = hookEvent(held, 'new', account, playbook, 'en');

describe('what a webhook is told', () => {
  it('names the account, the entry and what happened, and holds no markup of others', () => {
    expect(event).toMatchObject({ change: 'new', title: 'Kickoff 2026-11-20', account, entry: { id: held.id, kind: 'touchpoint' } });
    expect(event.text).toContain('We met <b>Ben</b>');
    expect(event.html).toContain('We met &lt;b&gt;Ben&lt;/b&gt;<br>');
    expect(event.html).toContain('Send file');
  });
  it.each(hookPoints.points)(
    'the starting point $name is a webhook once its blanks are filled in, and its templates work',
    async (point) => {
      const { ran: _, note: __, ...hook } = { ...point, url: point.url.replace(/<[^>]*>/g, 'x') };
      const parsed = webhookSchema.parse(hook);
      for (const template of Object.values(parsed.templates)) expect(await evaluate(template, event)).toBeTypeOf('object');
    },
  );
  it('a starting point with its blanks left in is refused', () => {
    const { ran: _, note: __, ...hook } = hookPoints.points.find((point) => point.id === 'slack') as (typeof hookPoints.points)[number];
    expect(webhookSchema.safeParse(hook).success).toBe(false);
    expect(webhookSchema.safeParse({ ...hook, url: 'javascript:alert(1)' }).success).toBe(false);
  });
  it('Slack, HubSpot and Salesforce get the fields that they ask for', async () => {
    const made = async (id: string, given = event) =>
      evaluate(hookPoints.points.find((point) => point.id === id)?.templates.touchpoint as string, given);
    expect(await made('slack')).toEqual({ text: `*Tern & <Co>*: Kickoff 2026-11-20\n${event.text}` });
    expect(await made('hubspot')).toMatchObject({
      properties: { hs_timestamp: event.entry.at, hs_note_body: event.html },
      associations: [{ to: { id: '17' } }],
    });
    expect(await made('salesforce')).toMatchObject({ Subject: event.title, Status: 'Completed', ActivityDate: '2026-11-20', WhatId: '17' });
    // They would make a second note of a change.
    expect(await made('hubspot', { ...event, change: 'amended' })).toBeUndefined();
  });
});

describe('files of everything', () => {
  it('JSON holds entries as they stand', () => {
    const gone = entry('touchpoint', { status: 'held', day: '2026-11-19', notes: 'wrong account' });
    const file = JSON.parse(everythingFile([held, gone, entry('retraction', { target: gone.id })], () => ({ id: '17', name: 'Tern' }), 0));
    expect(file.accounts).toHaveLength(1);
    expect(file.accounts[0].entries.map((one: { id: string }) => one.id)).toEqual([held.id]);
  });
  it('requests as CSV open in a spreadsheet and run nothing', () => {
    const request = {
      text: '=HYPERLINK("x")',
      id: '1',
      account: 'a',
      own: 'k',
      key: 'k',
      day: '2026-11-20',
      status: 'new' as const,
      name: '+Tern',
      value: 5,
    };
    const text = requestTable([request], 'ja');
    expect(text.startsWith('\ufeffアカウント')).toBe(true);
    expect(text).toContain(`'+Tern`);
    expect(text).toContain(`'=HYPERLINK`);
  });
});
