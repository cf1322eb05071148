import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OpenForm } from '@/components/panel/FormFrame';
import { Panel, type PanelActions } from '@/components/panel/Panel';
import type { Lang } from '@/lib/core/text';
import { makeView, type Surroundings } from '@/lib/core/view/make-view';
import type { PanelView } from '@/lib/core/view/panel-view';
import { panelWords } from '@/lib/words/panel-words';
import { viewWords } from '@/lib/words/view-words';
import { assessOf, day, entry, held, NOW, playbook, readings, weekly, ZONE } from '../core/make-account';

afterEach(cleanup);

const around: Surroundings = {
  name: 'Bright Harbor Schools',
  pageAt: NOW - 240_000,
  apiAt: NOW - 18_000_000,
  hasApi: true,
  trouble: null,
  drifts: [],
};

function viewOf(entries: Parameters<typeof assessOf>[0], lang: Lang = 'en', more: Partial<Surroundings> = {}): PanelView {
  const assessment = assessOf(entries);
  return makeView(
    assessment,
    { ...around, ...more },
    { playbook, lang, words: viewWords(lang), zone: ZONE, now: NOW, today: assessment.today },
  );
}

function show(view: PanelView | null, lang: Lang = 'en', more: { refused?: string; form?: OpenForm } = {}) {
  const names = [
    'onTick',
    'onForm',
    'onFrame',
    'onSnooze',
    'onCopy',
    'onMarkPlay',
    'onJudge',
    'onHandover',
    'onReadAgain',
    'onRetryApi',
    'onSidePanel',
    'onCollapse',
    'onOtherSide',
    'onHide',
    'onResize',
    'onUndo',
  ] as const;
  const actions = Object.fromEntries(names.map((name) => [name, vi.fn()])) as Record<(typeof names)[number], ReturnType<typeof vi.fn>>;
  render(
    <Panel
      view={view}
      words={panelWords(lang)}
      side="right"
      refused={more.refused ?? null}
      notice={null}
      shortcut="Alt K"
      form={more.form ?? null}
      actions={actions as unknown as PanelActions}
    />,
  );
  return actions;
}

const troubled = () => [
  readings({ contractDate: day(-40), lastLogin: day(-12), seats: 110, activeUsers: 42, adminSetup: true }),
  weekly('activeUsers', [37, 36]),
  held('kickoff', 30),
  entry('item', { item: 'setup-data', state: 'blocked', owner: 'customer', cause: 'data', untilDay: day(4) }, 3),
];

const onboarded = () => [
  readings({
    contractDate: day(-68),
    adminSetup: true,
    dataImported: true,
    integrationsAlive: true,
    loggedInUsers: 60,
    intendedUsers: 100,
    urgentTickets: 0,
  }),
  held('completion', 1, { verdict: { confirmed: true, quote: 'Half the time', who: 'Mika Sato' } }),
  entry('judgement', {
    day: day(0),
    onboarded: true,
    playbook: { id: 'default', version: 1 },
    criteria: [{ id: 'setup', state: 'met', line: '' }],
  }),
];

describe.each<Lang>(['en', 'ja'])('panel in %s', (lang) => {
  it.each([
    ['troubled', () => viewOf(troubled(), lang)],
    ['without any reading', () => viewOf([], lang, { pageAt: null, apiAt: null })],
    ['onboarded', () => viewOf(onboarded(), lang)],
    [
      'with an API that failed',
      () => viewOf(troubled(), lang, { trouble: { kind: 'server', message: '', host: 'api.example', status: 503, tries: 3, at: 0 } }),
    ],
  ])('%s has no accessibility fault', async (_, view) => {
    show(view(), lang);
    const result = await axe.run(document.body, {
      rules: { region: { enabled: false }, 'color-contrast': { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    expect(result.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  });
  it('says nothing in the other language', () => {
    show(viewOf(troubled(), lang), lang);
    const text = document.body.textContent ?? '';
    if (lang === 'en') expect(text).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
    else
      expect(
        text.replace(/Bright Harbor Schools|Kido|API|Alt K|field \w+|lastLogin|activeUsers|seats|adminSetup|contractDate/g, ''),
      ).not.toMatch(/[A-Za-z]{4,}/);
  });
});

describe('panel', () => {
  it('argues in order: how far, what is wrong, what next, what is left', () => {
    show(viewOf(troubled()));
    const text = document.body.textContent ?? '';
    const places = [
      'Onboarding, week 6 of 13',
      'No login for 12 days',
      'Active users: two sources differ',
      'Next touchpoint',
      'Checklist',
      'Completion criteria',
    ].map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });
  it('tells unknown as unknown, never as zero', () => {
    show(viewOf([readings({ lastLogin: null, activeUsers: null })]));
    expect(screen.getAllByText('unknown').length).toBeGreaterThan(5);
    expect(document.querySelector('.values')?.textContent).not.toMatch(/\b0\b/);
  });
  it('shows the reasons behind a signal on demand, closes on Escape, and offers a snooze', () => {
    const actions = show(viewOf(troubled()));
    fireEvent.click(screen.getByRole('button', { name: 'Why: No login for 12 days' }));
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('days since Last login ≥ 7');
    expect(dialog.textContent).toContain('starting value');
    fireEvent.keyDown(dialog, { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(actions.onCollapse).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Why: No login for 12 days' }));
    fireEvent.click(screen.getByRole('button', { name: /Snooze/ }));
    expect(actions.onSnooze).toHaveBeenCalledWith('no-login');
  });
  it('ticks with the box, moves with the arrows, un-ticks what is done', () => {
    const actions = show(viewOf(troubled()));
    const boxes = screen.getAllByRole('checkbox');
    boxes[0]?.focus();
    fireEvent.keyDown(boxes[0] as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(boxes[1]);
    fireEvent.click(boxes[1] as HTMLElement);
    expect(actions.onTick).toHaveBeenCalledWith(boxes[1]?.dataset.item, true);
    const done = boxes.find((box) => box.getAttribute('aria-checked') === 'true') as HTMLElement;
    fireEvent.click(done);
    expect(actions.onTick).toHaveBeenLastCalledWith(done.dataset.item, false);
  });
  it('asks for reasons and days in a frame, and has no field to type in itself', () => {
    const actions = show(viewOf(troubled()));
    fireEvent.click(screen.getByRole('button', { name: /^Actions for Why they bought/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Leave out…' }));
    expect(actions.onForm).toHaveBeenLastCalledWith({ kind: 'skip', item: 'handoff-why' });
    fireEvent.click(screen.getByRole('button', { name: /^Actions for Success they expect/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Blocked…' }));
    expect(actions.onForm).toHaveBeenLastCalledWith({ kind: 'block', item: 'handoff-success' });
    fireEvent.click(screen.getByRole('button', { name: 'Plan' }));
    expect(actions.onForm).toHaveBeenLastCalledWith({ kind: 'plan', play: 'onDemand', day: expect.stringMatching(/^2026-/) });
    expect(document.querySelector('input,select,textarea')).toBeNull();
  });
  it('shows an open form where it was asked for, and closes it with the button that opened it', () => {
    const form = { asked: { kind: 'skip' as const, item: 'handoff-why' }, page: 'about:blank' };
    const actions = show(viewOf(troubled()), 'en', { form });
    const frames = document.querySelectorAll('iframe');
    expect([...frames].map((frame) => frame.closest('.item')?.querySelector('.t')?.textContent)).toEqual([
      expect.stringContaining('Why they bought'),
    ]);
    expect(actions.onFrame).toHaveBeenCalledWith(frames[0]);
    fireEvent.click(screen.getByRole('button', { name: /^Actions for Why they bought/ }));
    expect(actions.onForm).toHaveBeenLastCalledWith(null);
  });
  it('gives up a form whose frame began anew', () => {
    const actions = show(viewOf(troubled()), 'en', {
      form: { asked: { kind: 'plan', play: 'onDemand', day: '2026-12-01' }, page: 'about:blank' },
    });
    const frame = document.querySelector('iframe') as HTMLIFrameElement;
    actions.onForm?.mockClear();
    fireEvent.load(frame);
    expect(actions.onForm).not.toHaveBeenCalled();
    fireEvent.load(frame);
    expect(actions.onForm).toHaveBeenCalledWith(null);
  });
  it.each([
    ['en', 'two accounts: Edit A-2 ≠ A-1', 'Two accounts here', 'Edit A-2 ≠ A-1'],
    ['ja', 'two accounts: Edit A-2 ≠ A-1', '2つのアカウントが示されています', 'Edit A-2 ≠ A-1'],
    ['en', 'not told: h1: not found', 'Whose page this is cannot be told', 'h1: not found'],
    ['ja', 'not told: h1: not found', 'どのアカウントか確認できません', 'h1: not found'],
    ['en', 'erased', 'This account was erased', 'Nothing of it is kept or read.'],
  ] as const)(
    'while it is not certain whose page it is, it says why and shows nothing of any account: %s %s',
    (lang, refused, title, seen) => {
      show(null, lang, { refused });
      expect(screen.getByText(title)).toBeDefined();
      expect(screen.getByText(seen)).toBeDefined();
      expect(screen.queryByRole('checkbox')).toBeNull();
    },
  );
  it('text from pages stays text', () => {
    show(viewOf(troubled(), 'en', { name: '<img src=x onerror=alert(1)>' }));
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeDefined();
  });
});
