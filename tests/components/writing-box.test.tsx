import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WritingBox } from '@/components/connect/WritingBox';
import { withWriting } from '@/entrypoints/options/wizard/settle-pages';
import { newWizard } from '@/entrypoints/options/wizard/wizard-state';
import type { DiscoveredPage } from '@/lib/formats/discovered-page';
import type { ToldWriting } from '@/lib/formats/writing';
import { connectWords } from '@/lib/words/connect-words';

afterEach(cleanup);

const page = (accountId: string, texts: string[], lang = 'en', labels: string[] = []): DiscoveredPage => ({
  title: '',
  accountId,
  ambiguous: false,
  locale: null,
  fields: [],
  writing: { lang, texts, labels },
});

function show(pages: DiscoveredPage[], told: ToldWriting = {}, lang: 'en' | 'ja' = 'en') {
  const onTold = vi.fn();
  const state = withWriting(newWizard(), pages, told);
  if (!state.settled) throw new Error('not settled');
  render(<WritingBox settled={state.settled} words={connectWords(lang)} lang={lang} onTold={onTold} />);
  return { onTold, draft: state.draft };
}

describe('how a console writes', () => {
  it('is shown with the text and the account that settled it', () => {
    const { draft } = show([page('A-1', ['03/04/2026']), page('A-2', ['25/11/2026'])]);
    expect(screen.getByText('Dates read as day/month – settled by “25/11/2026” on account A-2')).toBeTruthy();
    expect(screen.queryByRole('group')).toBeNull();
    expect([draft.dates, draft.locale]).toEqual(['day/month', 'en']);
  });
  it('is asked for with both dates in words, and the answer is told', () => {
    const { onTold, draft } = show([page('A-1', ['03/04/2026'])]);
    expect(draft.dates).toBe('open');
    expect(screen.getByText('Is “03/04/2026” on the page April 3, 2026 or March 4, 2026?')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'April 3, 2026' }));
    expect(onTold).toHaveBeenCalledWith({ dates: 'day/month' });
    fireEvent.click(screen.getByRole('button', { name: 'March 4, 2026' }));
    expect(onTold).toHaveBeenLastCalledWith({ dates: 'month/day' });
  });
  it('is asked for numbers as well', () => {
    const { onTold, draft } = show([page('A-1', ['1.234'])]);
    expect(draft.numbers).toBe('open');
    fireEvent.click(screen.getByRole('button', { name: '1234' }));
    expect(onTold).toHaveBeenCalledWith({ numbers: '1.234,5' });
    fireEvent.click(screen.getByRole('button', { name: '1.234' }));
    expect(onTold).toHaveBeenLastCalledWith({ numbers: '1,234.5' });
  });
  it('an answer stands in the draft and can be taken back', () => {
    const { onTold, draft } = show([page('A-1', ['03/04/2026'])], { dates: 'month/day' });
    expect(draft.dates).toBe('month/day');
    fireEvent.click(screen.getByRole('button', { name: 'Change' }));
    expect(onTold).toHaveBeenCalledWith({ dates: undefined });
  });
  it('is asked in Japanese', () => {
    show([page('A-1', ['03/04/2026'])], {}, 'ja');
    expect(screen.getByRole('button', { name: '2026年4月3日' })).toBeTruthy();
  });
  it('a language that nobody told stays unknown in the draft; a zone that labels name is taken', () => {
    const { draft } = show([page('A-1', ['Pro'], '', ['Last login (UTC)'])]);
    expect([draft.locale, draft.zone]).toEqual(['und', 'UTC']);
  });
});
