import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ItemForm } from '@/components/panel/ItemForm';
import { PlanForm } from '@/components/panel/PlanForm';
import { panelWords } from '@/lib/words/panel-words';

afterEach(cleanup);

const words = panelWords('en');
const lists = {
  today: '2026-11-24',
  owners: [
    { id: 'customer', name: 'Customer' },
    { id: 'us', name: 'Us' },
  ],
  causes: [{ id: 'data', name: 'Data' }],
};

function showItem(kind: 'block' | 'skip') {
  const calls = { onBlock: vi.fn(), onSkip: vi.fn(), onCancel: vi.fn() };
  render(<ItemForm kind={kind} words={words} {...lists} {...calls} />);
  return calls;
}

describe('forms', () => {
  it('asks a skip for its reason', () => {
    const calls = showItem('skip');
    fireEvent.input(screen.getByLabelText('Reason'), { target: { value: ' not needed ' } });
    fireEvent.submit(screen.getByLabelText('Reason').closest('form') as HTMLFormElement);
    expect(calls.onSkip).toHaveBeenCalledWith('not needed');
  });
  it('asks a block for owner and cause', () => {
    const calls = showItem('block');
    fireEvent.change(screen.getByLabelText('Waits for'), { target: { value: 'us' } });
    fireEvent.submit(screen.getByLabelText('Cause').closest('form') as HTMLFormElement);
    expect(calls.onBlock).toHaveBeenCalledWith({ owner: 'us', cause: 'data' });
  });
  it('is left with Escape', () => {
    const calls = showItem('skip');
    fireEvent.keyDown(screen.getByLabelText('Reason'), { key: 'Escape' });
    expect(calls.onCancel).toHaveBeenCalledTimes(1);
  });
  it('plans for a day that can be changed', () => {
    const calls = { onPlan: vi.fn(), onCancel: vi.fn() };
    render(<PlanForm words={words} day="2026-11-27" {...calls} />);
    fireEvent.input(screen.getByLabelText('Plan for'), { target: { value: '2026-12-01' } });
    fireEvent.click(screen.getByRole('button', { name: 'Confirm' }));
    expect(calls.onPlan).toHaveBeenCalledWith('2026-12-01');
  });
});
