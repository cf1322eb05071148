import { describe, expect, it } from 'vitest';
import { touchpointOf } from '@/components/log/log-body';
import { carryDetails, emptyFields, fieldsFrom, fieldsOf, joinedFields, noDetails } from '@/components/log/log-fields';
import { bodySchemas } from '@/lib/core/account/entry';
import { parseNote } from '@/lib/core/note/parse-note';
import { playbook } from '../core/make-account';

const TODAY = '2026-11-22';
const causes = Object.entries(playbook.causes).map(([id, text]) => ({ id, name: text.en }));
const note = (text: string) => parseNote(text, TODAY, { causes });
const empty = emptyFields('kickoff', 60, TODAY);

describe('the log form', () => {
  it('says all that is known of a request, whether it stands in the text or in the list', () => {
    const details = { ...noDetails, situation: 'Term start', urgency: 'high' as const, affected: '40 users', blocking: true };
    const text = '? Bulk edit\n! SSO missing @customer #approval';
    const made = touchpointOf(
      { ...empty, notes: text, asked: { 'Bulk edit': details }, requests: [{ ...noDetails, text: 'Export' }] },
      note(text),
    );
    expect(made).toMatchObject({
      requests: [{ text: 'Bulk edit', situation: 'Term start', urgency: 'high', affected: 40, blocking: true }, { text: 'Export' }],
      blockers: [{ text: 'SSO missing', owner: 'customer', cause: 'approval' }],
    });
    expect(bodySchemas.touchpoint.safeParse(made).success).toBe(true);
  });
  it('a logged touchpoint comes back into the form and goes out the same', () => {
    const text = '11/20 with Mori\n? Bulk edit\n- Send file @us\n:)';
    const fields = {
      ...empty,
      notes: text,
      who: 'Ben',
      asked: { 'Bulk edit': { ...noDetails, team: 'Core' } },
      requests: [{ ...noDetails, text: 'Export', affected: '7' }],
      actions: [{ text: 'Call', owner: 'customer' as const, dueDay: '2026-12-01' }],
    };
    const body = touchpointOf(fields, note(text));
    expect(touchpointOf(fieldsOf('e1', body, note(text), empty, empty), note(text))).toEqual(body);
  });
  it('details go with their request while its words change, and never to another', () => {
    const asked = { Bulk: { ...noDetails, team: 'Core' } };
    expect(carryDetails(asked, ['Bulk', 'Export'], ['Bulk edit', 'Export'])).toEqual({ 'Bulk edit': asked.Bulk });
    expect(carryDetails(asked, ['Bulk', 'Export'], ['Export'])).toEqual({});
    expect(carryDetails(asked, ['Bulk'], ['New', 'Bulk'])).toEqual(asked);
    expect(carryDetails(asked, ['Bulk', 'Export'], ['Import', 'Insert'])).toEqual({});
  });
  it('taking a log back brings its text into the form and leaves what was written since', () => {
    const back = { ...empty, notes: 'logged', actions: [{ text: 'Call', owner: 'us' as const, dueDay: '' }] };
    expect(joinedFields(back, empty)).toEqual(back);
    expect(joinedFields(back, { ...empty, notes: 'since', who: 'Ben' })).toMatchObject({
      notes: 'logged\n\nsince',
      who: 'Ben',
      actions: back.actions,
    });
  });
  it('a draft of an older form is taken as far as it fits', () => {
    const old = fieldsFrom({ notes: 'text', requests: [{ text: 'Export', blocking: true }], minutes: 5 }, empty);
    expect(old).toMatchObject({ notes: 'text', minutes: '60', requests: [{ ...noDetails, text: 'Export', blocking: true }] });
  });
  it('a paste of a megabyte, control characters and emoji fit the journal', () => {
    const text = `Notes\u0000\u0007 👩‍💻 \u202eabc\u202c\n${'- x\n'.repeat(300)}${'ａ'.repeat(1_000_000)}`;
    const made = touchpointOf({ ...empty, notes: text }, note(text)) as { notes: string; actions: unknown[] };
    expect(bodySchemas.touchpoint.safeParse(made).success).toBe(true);
    expect(made.notes).toContain('👩‍💻');
    expect(made.notes).not.toMatch(/[\u0000\u0007]/);
    expect(made.notes.length).toBeGreaterThan(1_000_000);
    expect(made.actions).toHaveLength(200);
  });
});
