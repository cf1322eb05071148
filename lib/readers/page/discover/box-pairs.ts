import { elementText, isChoice } from '../element-text';
import { isBlank } from '../fold-text';
import { lines, textareaLines } from './line-pairs';
import { announces, cleanLabel, looksLikeLabel, looksLikeValue } from './looks-like';
import { controlOf, joined, type Pair } from './pair';
import { labelOf, leavesOf, lookOf, type Part, textOf } from './part';
import { readTable } from './table-pairs';
import { termPairs } from './term-pairs';

const MOST_LEAVES = 12;
const MOST_TEXT = 400;

/** All pairs that layout alone shows: tables and terms, `Label: value`, repeated boxes of a label and a value, tiles. */
export function layoutPairs(parts: Part[], box: Element): Pair[] {
  const here = announced(parts, box);
  const below = parts.flatMap((part): Pair[] => {
    if (part.kind === 'table') {
      const { pairs, layout } = readTable(part.element);
      return [...pairs, ...layoutPairs(layout, part.element)];
    }
    if (part.kind === 'terms') return termPairs(part.element);
    if (part.kind === 'text') return [...lines(part), ...lonely(part)];
    if (part.kind === 'control' && part.element.nodeName === 'TEXTAREA') return textareaLines(part);
    return part.kind === 'group' ? layoutPairs(part.parts, part.element) : [];
  });
  return [...here, ...inTurn(parts, box), ...boxed(parts, box), ...below];
}

/** A short text that ends as labels do. */
function isAnnouncing(part: Part): boolean {
  return part.size <= 3 && (part.kind === 'text' || part.kind === 'group') && announces(textOf(part));
}

/** `Label:` and what follows it up to the next label or line. */
function announced(parts: Part[], box: Element): Pair[] {
  return parts.flatMap((part, at) => {
    if (!isAnnouncing(part) || !isWordy(part)) return [];
    const rest = parts.slice(at + 1);
    const end = rest.findIndex((one) => one.kind === 'break' || isAnnouncing(one) || one.kind === 'table' || one.kind === 'terms');
    const values = (end < 0 ? rest : rest.slice(0, end)).filter((one) => one.kind !== 'button');
    // After an announced label stands its value, and maybe a hint; never the whole rest of a page.
    const first = values[0];
    if (!first) return end >= 0 || rest.length === 0 ? [] : [];
    const mixed = values.length <= 4 && values.every((one) => one.kind === 'text') && box === first.element;
    return pair(part, mixed ? joined(values) : first, box, 2);
  });
}

/** A container that shows label, value, label, value: the labels look alike and the values look otherwise. */
function inTurn(all: Part[], box: Element): Pair[] {
  const parts = all.filter((part) => part.kind !== 'break' && part.kind !== 'button');
  if (parts.length < 4 || parts.length % 2 !== 0) return [];
  const labels = parts.filter((_, at) => at % 2 === 0);
  const values = parts.filter((_, at) => at % 2 === 1);
  const look = labels.map(lookOf);
  if (new Set(look).size !== 1 || values.some((value) => value.kind !== 'control' && lookOf(value) === look[0])) return [];
  if (!labels.every((label) => label.kind === 'text' && isWordy(label)) || !values.every(isValue)) return [];
  return labels.flatMap((label, at) => pair(label, values[at] as Part, box, 3));
}

/** A box of two things, or of two things and a hint. Whether it is a pair shows when others look alike. */
function boxed(all: Part[], box: Element): Pair[] {
  const shown = all.filter((part) => part.kind !== 'break');
  const named = buttonLabel(shown, box);
  if (named) return named;
  const parts = shown.length > 2 ? shown.filter((part) => part.kind !== 'button' && part.kind !== 'icon') : shown;
  const filled = parts.length > 2 ? parts.filter((part) => part.kind !== 'empty') : parts;
  const [first, next, third] = filled.length >= 2 ? filled : parts;
  // A choice with a name of its own between a label and its figure says which figure is shown.
  const second = next?.kind === 'control' && third && third.kind !== 'control' && isTyped(third) && isToolOfItsOwn(next) ? third : next;
  if (!first || !second || filled.length > 4) return [];
  const two = filled.length === 2;
  const pairs: Pair[] = [];
  const surely = isSure(first, second) && !isMenu(second);
  if (isWordy(first) && isValue(second) && (two || isTyped(second)))
    pairs.push(
      ...pair(first, second, box, surely ? 2 : 1, `${box.nodeName}>${lookOf(first)}`).map((one) => ({
        ...one,
        ...(one.strength === 1 && second.kind === 'text' && isWordy(second) && { turned: overLabel(first, second, box)[0] }),
      })),
    );
  else if (isTyped(first) && first.kind !== 'control' && isWordy(second) && second.kind === 'text' && lookOf(first) !== lookOf(second))
    pairs.push(...overLabel(first, second, box));
  return pairs;
}

/** A value that stands over its label, as in a tile. */
const overLabel = (value: Part, label: Part, box: Element): Pair[] =>
  pair(label, value, box, 1, `${box.nodeName}>${lookOf(value)}<${lookOf(label)}`);

const isToolOfItsOwn = (part: Part) => part.element.matches('select[aria-label],[role=combobox][aria-label]');

/** A label on which the field's own menu hangs: a button that opens something, and beside it a field or another value. */
function buttonLabel(parts: Part[], box: Element): Pair[] | null {
  const [first, ...rest] = parts;
  const label = first && leavesOf(first)[0];
  if (
    label?.kind !== 'button' ||
    !leavesOf(first as Part).every((leaf) => leaf.kind === 'button') ||
    !looksLikeLabel(cleanLabel(label.text))
  )
    return null;
  if (!label.element.matches('[aria-haspopup=menu],[aria-haspopup=true],[aria-haspopup=dialog],[aria-describedby],label *')) return null;
  const value = rest.find((part) => part.kind !== 'icon' && !(part.kind === 'button' && part.text === ''));
  if (!value || (value.kind === 'button' && !value.element.matches('[aria-haspopup=listbox],[role=combobox]'))) return null;
  const strength = controlOf(value) ? 2 : 1;
  const labelNode = label.element.ownerDocument.createTreeWalker(label.element, NodeFilter.SHOW_TEXT).nextNode() ?? label.node;
  return [{ label: cleanLabel(label.text), labelNode, value, strength, box, signature: `${box.nodeName}>${lookOf(label)}` }];
}

/** Links and nothing else, several or in a list, lead elsewhere. */
function isMenu(part: Part): boolean {
  const leaves = leavesOf(part);
  return leaves.every((leaf) => leaf.link || leaf.kind === 'icon') && (leaves.length > 1 || leaves[0]?.element.closest('li') !== null);
}

/** A label with nothing beside it: there is no value, if other labels that look like it have one. */
function lonely(part: Part): Pair[] {
  const value: Part = { kind: 'empty', element: part.element, node: part.element, text: '', parts: [], size: 1, link: false };
  const label = cleanLabel(part.text);
  return isWordy(part) ? [{ label, labelNode: part.node, value, strength: 1, box: part.element, lonelyLook: lookOf(part) }] : [];
}

/** Markup that is made for labels, or a control beside it: a single box is proof enough. */
function isSure(label: Part, value: Part): boolean {
  if (announces(textOf(label))) return true;
  const element = firstText(label).element;
  return element.closest('label,dt,th,legend') !== null || (value.kind === 'control' && label.kind === 'text');
}

function pair(label: Part, value: Part, box: Element, strength: Pair['strength'], signature?: string): Pair[] {
  const text = cleanLabel(labelOf(label));
  if (!looksLikeLabel(text) || !isValue(value) || isDrawnBy(value, text)) return [];
  return [{ label: text, labelNode: firstText(label).node, value, strength, box, ...(signature && { signature }) }];
}

/** Whether a text beside a select box is what the box shows as chosen. */
function isDrawnBy(value: Part, text: string): boolean {
  const control = controlOf(value);
  return control?.closest('[role=combobox]') != null && elementText(control).text === text;
}

/** The run of text that a label begins with. */
function firstText(label: Part): Part {
  const leaves = leavesOf(label);
  return leaves.find((leaf) => leaf.kind === 'text') ?? (leaves[0] as Part);
}

/** Words and nothing else; no link, which leads elsewhere. */
function isWordy(part: Part): boolean {
  if (part.size > 5) return false;
  const leaves = leavesOf(part).filter((leaf) => leaf.kind !== 'empty' && (leaf.kind !== 'button' || leaf.text !== ''));
  return (
    leaves.length <= 3 &&
    // The title of a page names the record; it is no label.
    !leaves.some((leaf) => leaf.element.closest('h1')) &&
    leaves.every((leaf) => (leaf.kind === 'text' && !leaf.link) || leaf.kind === 'icon') &&
    looksLikeLabel(cleanLabel(textOf(part)))
  );
}

function isValue(part: Part): boolean {
  if (part.size > MOST_LEAVES) return false;
  const leaves = leavesOf(part);
  if (leaves.some((leaf) => leaf.kind === 'table' || leaf.kind === 'terms' || leaf.element.closest('h1'))) return false;
  // A button is a value where it shows what is chosen from a list.
  if (part.kind === 'button' && !part.element.matches('[aria-haspopup],[role=combobox],[aria-expanded],[aria-pressed]')) return false;
  const controls = leaves.filter((leaf) => leaf.kind === 'control');
  // Several boxes to tick are several answers, each with words of its own.
  if (controls.length > 1 && controls.every((leaf) => leaf.element.matches('[type=checkbox],[role=checkbox]'))) return false;
  return (controls.length <= 2 || controls.every((leaf) => isChoice(leaf.element))) && textOf(part).length <= MOST_TEXT;
}

const MONEY = /^[\d.,'’ ]*\d ?(?:kr\.?|zł|Kč|Ft|lei|元|원|[A-Z]{3})$/;

/** A value by its form. */
function isTyped(part: Part): boolean {
  if (part.kind === 'control') return true;
  if (part.size > MOST_LEAVES) return false;
  const text = textOf(part);
  return (
    text !== '' && (MONEY.test(text) || looksLikeValue(leavesOf(part).length > 1 ? (text.split(' ')[0] ?? '') : text)) && !isBlank(text)
  );
}
