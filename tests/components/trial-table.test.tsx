import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { type Trial, type TrialReading, TrialTable } from '@/components/connect/TrialTable';
import { connectWords } from '@/lib/words/connect-words';

afterEach(cleanup);

const reading = (more: Partial<TrialReading>): TrialReading => ({
  metric: 'coreActions',
  value: 12,
  shown: null,
  problem: null,
  source: 'api',
  weeks: null,
  ...more,
});
const cells = (row: Partial<Trial>, lang = 'en') => {
  const full: Trial = {
    address: 'https://a.example/17',
    accountId: '17',
    name: 'Beta',
    problem: null,
    readings: [],
    apiProblems: [],
    ...row,
  };
  const { container } = render(<TrialTable rows={[full]} nameOf={(id) => id} words={connectWords(lang)} />);
  return [...container.querySelectorAll('tbody th, tbody td')].map((cell) => cell.textContent?.trim());
};

describe('a dry run', () => {
  it('shows of a weekly value how many weeks came, from when to when', () => {
    const weeks = { count: 12, from: '2026-08-31', to: '2026-11-16' };
    expect(cells({ readings: [reading({ weeks })] })).toEqual(['Beta17', '1212 weeks, 2026-08-31 to 2026-11-16']);
    cleanup();
    expect(cells({ readings: [reading({ weeks })] }, 'ja')).toEqual(['Beta17', '1212週（2026-08-31～2026-11-16）']);
  });
  it('shows them also where the newest week could not be read', () => {
    const weeks = { count: 1, from: '2026-11-16', to: '2026-11-16' };
    expect(cells({ readings: [reading({ value: null, problem: 'not a number', weeks })] })[1]).toBe(
      'not a number1 week, 2026-11-16 to 2026-11-16',
    );
  });
  it('names what is wrong with the API beside the account', () => {
    expect(cells({ apiProblems: ['usage: fewer weeks than before (3 < 12)'] })[0]).toBe('Beta17 usage: fewer weeks than before (3 < 12)');
  });
});
