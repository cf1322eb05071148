import { elementText, isShown } from '../element-text';
import { foldText } from '../fold-text';
import { isUnreadable } from '../unreadable';
import type { FieldOnPage } from './found-field';
import { looksLikeLabel } from './looks-like';
import { makeLocators } from './make-locators';

const TITLE = /title|name|subject|heading|タイトル|件名|名称|titel|titre|título|titolo|tytuł|标题|標題|제목/i;

/**
 * The field for a record's title stands over the form and often has no label: what it asks for stands in it while it is
 * empty. Found where it comes before all other fields, and says by name or placeholder that it is one.
 */
export function titleField(document: Document, fields: FieldOnPage[]): FieldOnPage[] {
  const taken = new Set(fields.map((field) => field.element));
  const first = fields[0]?.element;
  const control = [...document.querySelectorAll('input:not([type]),input[type=text],textarea')].find(
    (one) =>
      TITLE.test(['name', 'id', 'placeholder', 'class'].map((name) => one.getAttribute(name) ?? '').join(' ')) &&
      !taken.has(one) &&
      !(one as HTMLInputElement).labels?.length &&
      (!first || (one.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0) &&
      !one.closest('nav,header,[role=search],form[method="get" i],[role=navigation],[role=banner]') &&
      isShown(one) &&
      !isUnreadable(one),
  );
  const { text, editing } = control ? elementText(control) : { text: '', editing: true };
  if (!control || editing || foldText(text) === '' || fields.some((field) => field.text === text)) return [];
  const asked = foldText(control.getAttribute('placeholder') ?? '');
  const label = looksLikeLabel(asked) ? asked : 'Title';
  const offers = makeLocators(control, null);
  return [{ label, value: text, text, type: 'text', locale: null, locator: null, element: control, labelElement: null, offers }];
}
