import { controlIn, isShown, visibleText } from '../element-text';
import { foldLabel, foldText } from '../fold-text';
import { isUnreadable } from '../unreadable';
import type { FieldOnPage } from './found-field';
import { makeLocators } from './make-locators';
import { isRowKeeping } from './noise';

/** "Customer number" in other languages. */
const ELSEWHERE_ID =
  /^(?:(?:kunden|konto|mandanten|vertrags|firmen)[ -]?(?:nummer|nr\.?|id|code)|(?:n°|nº|no|numéro|identifiant|id|code|numero|número|código|codice|nr\.?|numer|id)\s?(?:de |del |du |da |do |di |d'|van )?(?:compte|client[ei]?|cuenta|conta|cliente|société|empresa|azienda|klant|klienta|konta)|(?:klant|account|bedrijfs|kund|konto|kunde|företags)[ -]?(?:nummer|nr\.?|id|code|kod)|(?:客户|客戶|账户|帳戶|公司|企业|企業|合同|合約|租户|租戶)(?:编号|編號|编码|代码|代碼|id|号|號)|(?:고객|계정|회사|계약)\s?(?:번호|id|코드))$/i;
const ACCOUNT_ID =
  /^(?:(?:account|customer|client|company|tenant|org(?:ani[sz]ation)?|workspace|contract|cust|acct)[ _-]?(?:id|no\.?|number|code|key|#)|(?:アカウント|顧客|取引先|会社|契約|テナント|お客様|企業)(?:id|番号|コード|no\.?))$/i;

const isIdLabel = (label: string) => ACCOUNT_ID.test(foldLabel(label)) || ELSEWHERE_ID.test(foldLabel(label));

/** The id that people use stands in a field that says so; else the one in the address. */
export function accountIdOf(fields: FieldOnPage[], urlId: string | null): string | null {
  const named = fields.find(
    (field) => isIdLabel(field.label) && field.text !== '' && field.text.length < 64 && /\d|^\S+$/.test(field.text),
  );
  return named?.text ?? urlId;
}

/** The database's own key, and when its row was written, are no facts about a customer, where there are such facts. */
export function withoutRowKeeping(fields: FieldOnPage[], urlId: string | null): FieldOnPage[] {
  const kept = fields.filter(
    (field) =>
      !isRowKeeping(foldLabel(field.label)) && !(/^(?:id|#|pk|key|primary key)$/i.test(foldLabel(field.label)) && field.text === urlId),
  );
  return kept.length >= 4 ? kept : fields;
}

const NAME =
  /name|title|company|account|customer|client|soci[eé]t|firm|unternehmen|kunde|empresa|compte|cuenta|conta\b|raz[oó]n social|ragione|azienda|bedrijf|klant|företag|kund\b|virksomhed|nazwa|klient|nombre|nome|nom\b|naam|namn|navn|公司|企业|客户|客戶|名称|名稱|회사|고객|이름|会社|顧客|取引先|名称|企業|お客様|アカウント/i;

/** Where no field holds the account's name, the page's main heading does. */
export function withHeading(document: Document, fields: FieldOnPage[]): FieldOnPage[] {
  if (
    fields.length < 4 ||
    fields.some((field) => NAME.test(field.label) && field.type === 'text' && field.text !== '' && !isIdLabel(field.label))
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
  // `Edit customer` says what one does here, and not to whom.
  if (/^(?:edit(?:ing)?|view(?:ing)?|show|change|update|details?|add|new)\b/i.test(text)) return false;
  return text.length > 0 && text.length < 120 && foldText(document.title).includes(text) && foldText(document.title) !== text;
}
