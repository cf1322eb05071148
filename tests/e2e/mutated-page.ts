import type { DiscoverySetting } from '@/lib/readers/page/discover/discover';
import { discover } from '@/lib/readers/page/discover/discover';
import { foundIn } from '@/lib/readers/page/saved-page';

/** Ways in which a redesign changes a page without changing what it says. Each is one step of many in real redesigns. */
export const mutations: Record<string, (document: Document) => void> = {
  'labels renamed': (document) => {
    for (const node of texts(document))
      node.data = node.data.replace(/\b(Seats|Logins|Plan|Company|Active|Last|Contract)\b/g, (word) => names[word] ?? word);
  },
  'order changed': (document) => {
    for (const box of document.querySelectorAll('fieldset,.RaTabbedShowLayout-content > div,[data-css$="drawer-content"]'))
      for (const child of [...box.children].reverse()) box.append(child);
  },
  'wrappers added': (document) => {
    for (const element of [...document.body.querySelectorAll('label,p,.readonly,input,select,span[class*=body2]')]) {
      const wrapper = document.createElement('div');
      element.replaceWith(wrapper);
      wrapper.append(element);
    }
  },
  'classes made anew': (document) => {
    for (const element of document.querySelectorAll('[class]'))
      element.setAttribute('class', [...element.classList].map((name) => `x${hash(name)}`).join(' '));
  },
  'ids and names made anew': (document) => {
    for (const element of document.querySelectorAll('[data-testid],[data-css],[name]'))
      for (const name of ['data-testid', 'data-css', 'name'])
        if (element.hasAttribute(name)) element.setAttribute(name, `x${hash(element.getAttribute(name) ?? '')}`);
  },
  'columns swapped': (document) => {
    for (const row of document.querySelectorAll('tr')) for (const cell of [...row.children].reverse()) row.append(cell);
    for (const box of document.querySelectorAll('.form-row > div,[data-testid^="property-show"] > section')) {
      const last = box.lastElementChild;
      if (last && box.childElementCount === 2) box.prepend(last);
    }
  },
  'rows turned into cards': (document) => {
    for (const label of [...document.querySelectorAll('label,p[class*=label]')]) {
      const box = label.parentElement;
      if (!box) continue;
      const card = document.createElement('article');
      const head = document.createElement('h4');
      head.textContent = label.textContent;
      const body = document.createElement('div');
      label.remove();
      body.append(...box.childNodes);
      card.append(head, body);
      box.append(card);
    }
  },
  'values moved to another label': (document) => {
    const rows = [...document.querySelectorAll('.readonly')];
    const [first, second] = [rows.at(-1)?.previousElementSibling, rows.at(-2)?.previousElementSibling];
    if (first && second) [first.textContent, second.textContent] = [`${second.textContent} (old)`, `${first.textContent} (old)`];
  },
};

const names: Record<string, string> = {
  Seats: 'Licences',
  Logins: 'Sign-ins',
  Plan: 'Tier',
  Company: 'Organisation',
  Active: 'In use',
  Last: 'Latest',
  Contract: 'Agreement',
};

function hash(text: string): string {
  return [...text].reduce((all, sign) => (all * 33 + (sign.codePointAt(0) ?? 0)) % 999983, 5).toString(36);
}

function texts(document: Document): Text[] {
  const found: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.parentElement?.closest('label,p,th,dt')) found.push(node as Text);
  return found;
}

/** Changes the page, then looks for the fields as configured for the page before, and at what could be found anew. */
export function mutatedIn(document: Document, input: { mutation: string; read: Parameters<typeof foundIn>[1]; setting: DiscoverySetting }) {
  mutations[input.mutation]?.(document);
  const page = foundIn(document, input.read);
  const { fields } = discover(document, input.setting);
  return { page, fields: fields.map(({ element: _, labelElement: __, offers: ___, ...field }) => field) };
}
