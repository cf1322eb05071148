import { controlIn, isShown, visibleText } from '../element-text';
import { foldLabel, foldText } from '../fold-text';
import { isUnreadable } from '../unreadable';
import type { FieldOnPage } from './found-field';
import { makeLocators } from './make-locators';
import { isRowKeeping } from './noise';

const ACCOUNT_ID =
  /^(?:(?:account|customer|client|company|tenant|org(?:ani[sz]ation)?|workspace|contract|cust|acct)[ _-]?(?:id|no\.?|number|code|key|#)|(?:アカウント|顧客|取引先|会社|契約|テナント|お客様|企業)(?:id|番号|コード|no\.?))$/i;

/** The id that people use stands in a field that says so; else the one in the address. */
export function accountIdOf(fields: FieldOnPage[], urlId: string | null): string | null {
  const named = fields.find(
    (field) => ACCOUNT_ID.test(foldLabel(field.label)) && field.text !== '' && field.text.length < 64 && /\d|^\S+$/.test(field.text),
  );
  return named?.text ?? urlId;
}

/** The database's own key, and when its row was written, are no facts about a customer, where there are such facts. */
export function withoutRowKeeping(fields: FieldOnPage[], urlId: string | null): FieldOnPage[] {
  const kept = fields.filter(
    (field) => !isRowKeeping(foldLabel(field.label)) && !(/^(?:id|#|pk|key)$/i.test(foldLabel(field.label)) && field.text === urlId),
  );
  return kept.length >= 4 ? kept : fields;
}

const NAME = /name|company|account|customer|client|会社|顧客|取引先|名称|企業|お客様|アカウント/i;

/** Where no field holds the account's name, the page's main heading does. */
export function withHeading(document: Document, fields: FieldOnPage[]): FieldOnPage[] {
  if (
    fields.length < 4 ||
    fields.some((field) => NAME.test(field.label) && field.type === 'text' && field.text !== '' && !ACCOUNT_ID.test(foldLabel(field.label)))
  )
    return fields;
  const heading = [...document.querySelectorAll('h1,h2,[role=heading]')].find(
    (one) =>
      isShown(one) &&
      !one.closest('nav,aside,[role=navigation],[role=banner]') &&
      !controlIn(one) &&
      !isUnreadable(one) &&
      isName(visibleText(one), document),
  );
  const text = heading ? visibleText(heading) : '';
  if (!heading || fields.some((field) => field.text === text)) return fields;
  return [
    {
      label: 'Heading',
      value: text,
      text,
      type: 'text',
      locale: null,
      locator: null,
      element: heading,
      labelElement: null,
      offers: makeLocators(heading, null),
    },
    ...fields,
  ];
}

/** A name stands in the page's title as well; `Details` does not. */
function isName(text: string, document: Document): boolean {
  return text.length > 0 && text.length < 120 && foldText(document.title).includes(text) && foldText(document.title) !== text;
}
