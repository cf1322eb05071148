import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageConfig } from '@/lib/formats/page-config';
import { watchEdits } from '@/lib/readers/page/element-text';
import { locatePage } from '@/lib/readers/page/locate-page';

const config: PageConfig = {
  id: 'c',
  origins: ['https://a.example'],
  locale: 'en',
  zone: 'UTC',
  pages: [{ match: '/{accountId}' }],
  account: { id: 'url' },
  fields: [{ metric: 'seats', find: [{ label: 'Seats' }], parse: 'text' }],
};
const read = (account = 'A') => {
  const found = locatePage(document, config, `https://a.example/${account}`)?.fields[0];
  return found?.problem ?? found?.shown;
};
const $ = (selector: string) => document.querySelector(selector) as HTMLInputElement;

/** What a person does: browsers mark it as theirs, and no script can. */
function person(type: string, target: Element): void {
  const event = new Event(type, { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  target.dispatchEvent(event);
}
function type(value: string, target = $('#s')): void {
  person('keydown', target);
  target.value = value;
  person('input', target);
}

let ended: AbortController;
beforeEach(() => {
  ended = new AbortController();
  watchEdits(document, ended.signal);
  document.body.innerHTML = '<form><label for="s">Seats</label><input id="s" value="42"></form>';
  read();
});
afterEach(() => {
  ended.abort();
  document.body.innerHTML = '';
});

describe('what a person has changed and not saved', () => {
  it('is not read, also when the field has lost the focus, and when the framework follows the typing', () => {
    type('429');
    $('#s').blur();
    expect(read()).toBe('being edited');
    $('#s').setAttribute('value', '429');
    expect(read()).toBe('being edited');
  });
  it('is read again when the loaded text stands there once more, the form was reset, or the page made the field anew', () => {
    type('429');
    type('42');
    expect(read()).toBe('42');
    type('429');
    expect(read()).toBe('being edited');
    $('form').dispatchEvent(new Event('reset', { bubbles: true }));
    expect(read()).toBe('429');
    type('430');
    document.body.innerHTML = '<label for="s">Seats</label><input id="s" value="430">';
    expect(read()).toBe('430');
  });
  it('stays unread when the page only writes it in another form', () => {
    type('9000');
    read();
    $('#s').value = '9,000';
    expect(read()).toBe('being edited');
  });
  it('is not what a page loads into its fields, nor what its scripts pretend to type', () => {
    $('#s').value = '43';
    $('#s').dispatchEvent(new Event('input', { bubbles: true }));
    expect(read()).toBe('43');
    person('pointerdown', $('#s'));
    expect(read()).toBe('43');
  });
  it('does not stand in the way of the next account in the same field', () => {
    type('429');
    expect(read()).toBe('being edited');
    expect(read('B')).toBe('being edited');
    $('#s').value = '7';
    expect(read('B')).toBe('7');
  });
  it('that was changed before it was seen is not read either', () => {
    $('#s').value = '99';
    person('input', $('#s'));
    expect(read()).toBe('being edited');
  });
  it.each([
    [
      'a choice',
      '<label for="s">Seats</label><select id="s"><option value="a">42</option><option value="b">43</option></select>',
      '#s',
      () => void (document.querySelectorAll('option')[1] as HTMLOptionElement).toggleAttribute('selected', true),
    ],
    ['a box by its label', '<label for="s">Seats</label><input id="s" type="checkbox">', 'label', () => void ($('#s').checked = true)],
    [
      'a switch',
      '<div><span>Seats</span><button aria-pressed="false">On</button></div>',
      'button',
      () => $('button').setAttribute('aria-pressed', 'true'),
    ],
    ['a text that can be written', '<div><span>Seats</span><p contenteditable>42</p></div>', 'p', () => void ($('p').textContent = '43')],
    [
      'a choice that draws its own text',
      '<div><span>Seats</span><div id="b"><span><input role="combobox" hidden></span><em>42</em></div></div>',
      'input',
      () => void ($('em').textContent = '43'),
    ],
    [
      'a field that a button beside it fills',
      '<label for="s">Seats</label><div><input id="s" value="42"><button type="button">+</button></div>',
      'button',
      () => void ($('#s').value = '43'),
    ],
  ])('%s', (_, html, pressed, change) => {
    document.body.innerHTML = html;
    const before = read();
    expect(before).not.toBe('being edited');
    person('pointerdown', $(pressed));
    expect(read()).toBe(before);
    change();
    expect(read()).toBe('being edited');
  });
});
