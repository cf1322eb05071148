import { afterEach, expect, it, vi } from 'vitest';
import { foundAt } from '@/entrypoints/teach/pick';
import { reachDisabled } from '@/entrypoints/teach/reach-disabled';
import type { FieldOnPage } from '@/lib/readers/page/discover/found-field';

afterEach(() => {
  document.body.innerHTML = '';
  vi.restoreAllMocks();
});

const field = (label: string, element: Element): FieldOnPage => ({
  label,
  value: label,
  text: label,
  type: 'text',
  locale: null,
  locator: null,
  offers: [],
  element,
  labelElement: null,
});

it('of several lines in one text area the one that is clicked is picked', () => {
  document.body.innerHTML = '<textarea style="line-height: 20px; padding-top: 0px">Plan: Pro\nSeats: 42\nOwner: Maya</textarea>';
  const area = document.querySelector('textarea') as HTMLTextAreaElement;
  vi.spyOn(area, 'getBoundingClientRect').mockReturnValue({ top: 100 } as DOMRect);
  const found = ['Plan', 'Seats', 'Owner'].map((label) => field(label, area));
  expect([105, 125, 145].map((y) => foundAt(area, found, y)?.label)).toEqual(['Plan', 'Seats', 'Owner']);
  expect(foundAt(area, found)?.label).toBe('Plan');
});

it('a click goes through a disabled field to its box, which leads to the field; its style comes back', () => {
  document.body.innerHTML =
    '<div id="box"><input id="a" disabled value="ACC-1"></div><input id="b" disabled style="pointer-events: auto; color: red"><input id="c">';
  const [a, b, c] = ['a', 'b', 'c'].map((id) => document.getElementById(id) as HTMLInputElement) as [
    HTMLInputElement,
    HTMLInputElement,
    HTMLInputElement,
  ];
  const box = document.getElementById('box') as HTMLElement;
  const ended = new AbortController();
  reachDisabled(document, ended.signal);
  reachDisabled(document, ended.signal);
  expect([a, b, c].map((one) => one.style.pointerEvents)).toEqual(['none', 'none', '']);
  expect(foundAt(box, [field('Account', a)])?.label).toBe('Account');
  ended.abort();
  expect(a.hasAttribute('style')).toBe(false);
  expect(b.style.pointerEvents).toBe('auto');
  expect(b.style.color).toBe('red');
});
