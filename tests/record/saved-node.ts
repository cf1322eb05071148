/** A page as it stands: text, or an element with what is in it. It travels out of the browser. */
export type SavedNode = string | SavedElement;

export interface SavedElement {
  tag: string;
  attributes: Record<string, string>;
  inside: SavedNode[];
  /** What is in its open shadow root. */
  shadow?: SavedNode[];
  /** The document in a frame of the same origin. */
  frame?: SavedElement;
}

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** Every element of a page, those in shadow roots and frames as well. */
export function* elementsOf(node: SavedNode): Generator<SavedElement> {
  if (typeof node === 'string') return;
  yield node;
  for (const one of [...node.inside, ...(node.shadow ?? []), ...(node.frame ? [node.frame] : [])]) yield* elementsOf(one);
}

/** A whole page as HTML that a browser opens as it was seen, shadow roots and frames included. */
export function pageHtml(page: SavedElement): string {
  return `<!DOCTYPE html>\n${htmlOf(page)}\n`;
}

function htmlOf(node: SavedNode): string {
  if (typeof node === 'string') return escaped(node).replaceAll('\u00A0', '&nbsp;');
  const attributes = { ...node.attributes, ...(node.frame && { srcdoc: pageHtml(node.frame) }) };
  const listed = Object.entries(attributes).map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${quoted(value)}"`));
  const start = `<${node.tag}${listed.join('')}>`;
  if (VOID.has(node.tag)) return start;
  const shadow = node.shadow ? `<template shadowrootmode="open">${node.shadow.map((one) => htmlOf(one)).join('')}</template>` : '';
  // A first line break in these is dropped by whoever reads them.
  const first = (node.tag === 'textarea' || node.tag === 'pre') && String(node.inside[0]).startsWith('\n') ? '\n' : '';
  const charset = node.tag === 'head' ? '<meta charset="utf-8">' : '';
  return `${start}${charset}${shadow}${first}${node.inside.map((one) => htmlOf(one)).join('')}</${node.tag}>`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const quoted = (text: string) => escaped(text).replaceAll('"', '&quot;');
