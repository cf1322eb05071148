const GAP = 4;
const CARD = { width: 370, height: 540 };

/** Where an outline around an element lies, in the window; frames are reckoned in. */
export function boxOf(element: Element): Record<string, string> {
  const box = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
  const [left, top] = [box.left + (frame?.left ?? 0), box.top + (frame?.top ?? 0)];
  return px({ left: left - GAP, top: top - GAP, width: box.width + 2 * GAP, height: box.height + 2 * GAP });
}

/** Where a card about an element lies: below it, else beside it, and never outside the window. */
export function cardPlace(element: Element): Record<string, string> {
  const box = element.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const below = box.bottom + 12;
  const beside = box.right + 12 + CARD.width < innerWidth ? box.right + 12 : Math.max(8, box.left - CARD.width - 12);
  const fits = below + CARD.height < innerHeight;
  const left = fits ? Math.min(box.left, innerWidth - CARD.width - 8) : beside;
  const top = fits ? below : Math.max(8, Math.min(box.top, innerHeight - CARD.height - 8));
  return px({ left: Math.max(8, left), top });
}

function px(place: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(place).map(([name, value]) => [name, `${Math.round(value)}px`]));
}
