/** Why a press is not taken. */
export type Held = 'forged' | 'unseen' | 'covered' | 'moved' | 'elsewhere';

/** What is known when something is pressed. */
export interface Press {
  isTrusted: boolean;
  /** Pressed with mouse, pen or finger; else by a key or an assistive technology. */
  byPointer: boolean;
  /** The host is as it was made, drawn, opaque, and of its size. */
  isDrawn: boolean;
  /** Something of the page is in the top layer as well, and may lie above. */
  isCovered: boolean;
  /** The topmost thing of the page at the pointer is the host. */
  isHit: boolean;
  /** Press and release were on the same thing, and it stayed where it was. */
  isSame: boolean;
  /** Milliseconds since the host last moved, changed or came back. */
  stillMs: number;
  /** Milliseconds since the thing came under a pointer that did not move; null where the pointer came to the thing. */
  underMs: number | null;
}

/** How long something must have stood still before it can be pressed: shorter than it takes to see that it is new. */
export const STILL_MS = 500;

/**
 * Whether a press is a person's act on what that person saw. Null: it is taken.
 * forged: a script made it. unseen: opacity, filters, display, zoom, a host taken out of the top layer. covered: a
 * picture of the page above the panel that lets clicks through. moved: the panel, or one of its buttons, came under the
 * pointer a moment ago. elsewhere: pressed in one place and let go in another.
 */
export function judgePress(press: Press): Held | null {
  if (!press.isTrusted) return 'forged';
  if (!press.isDrawn) return 'unseen';
  if (press.isCovered) return 'covered';
  if (press.stillMs < STILL_MS) return 'moved';
  if (!press.byPointer) return null;
  if (!press.isHit) return 'covered';
  if (press.underMs !== null && press.underMs < STILL_MS) return 'moved';
  return press.isSame ? null : 'elsewhere';
}

/** How the guard looks at the document; tests have their own. */
export interface Eyes {
  now(): number;
  isDrawn(): boolean;
  isCovered(): boolean;
  isHit(x: number, y: number): boolean;
}

interface Down {
  thing: Element;
  left: number;
  top: number;
  at: number;
  held: Held | null;
}

const THINGS = 'label,button,a,summary,input,select,textarea,[role=button],[role=checkbox]';
/** How far a thing may shift between press and release. */
const SHIFT_PX = 4;
const KEYS = ['Enter', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

/** Stands at the shadow root and lets only presses through that a person meant for what is there. */
export class PressGuard {
  private disturbedAt: number;
  private down: Down | null = null;
  private under: { at: number } | null = null;
  private window: string;

  constructor(
    shadow: ShadowRoot,
    private readonly eyes: Eyes,
    private readonly onHeld: (why: Held) => void,
  ) {
    this.disturbedAt = eyes.now();
    this.window = placeOfWindow();
    const capture = true;
    shadow.addEventListener('pointerover', () => (this.under = { at: eyes.now() }), { capture, passive: true });
    // A pointer that really moves says so; one under which the page moved something only comes "over" it.
    shadow.addEventListener('pointermove', () => (this.under = null), { capture, passive: true });
    shadow.addEventListener('pointerdown', (event) => this.press(event as PointerEvent), capture);
    shadow.addEventListener('mousedown', (event) => this.down?.held && refuse(event), capture);
    shadow.addEventListener('click', (event) => this.click(event as MouseEvent), capture);
    shadow.addEventListener('keydown', (event) => this.key(event as KeyboardEvent), capture);
    for (const type of ['input', 'change', 'submit', 'beforeinput'] as const)
      shadow.addEventListener(type, (event) => !event.isTrusted && refuse(event), capture);
    addEventListener('resize', this.disturb);
  }

  /** Something happened to the host: what is pressed within the next moment was not meant for it. */
  readonly disturb = (): void => {
    this.disturbedAt = this.eyes.now();
  };

  /** Whether the host can be seen, and stands still; for frames, whose presses do not come by here. */
  isSeen(): boolean {
    return judgePress(this.look(true)) === null;
  }

  stop(): void {
    removeEventListener('resize', this.disturb);
  }

  private look(isTrusted: boolean): Press {
    const window = placeOfWindow();
    if (window !== this.window) this.disturb();
    this.window = window;
    return {
      isTrusted,
      byPointer: false,
      isDrawn: this.eyes.isDrawn(),
      isCovered: this.eyes.isCovered(),
      isHit: true,
      isSame: true,
      stillMs: this.eyes.now() - this.disturbedAt,
      underMs: null,
    };
  }

  private press(event: PointerEvent): void {
    const thing = thingOf(event);
    if (!event.isTrusted) refuse(event);
    if (!event.isTrusted || !thing) return;
    const { left, top } = thing.getBoundingClientRect();
    const now = this.eyes.now();
    const held = judgePress({
      ...this.look(true),
      byPointer: true,
      isHit: this.eyes.isHit(event.clientX, event.clientY),
      // A finger does not hover: it always comes to the thing.
      underMs: this.under && event.pointerType === 'mouse' ? now - this.under.at : null,
    });
    this.down = { thing, left, top, at: now, held };
    if (held) refuse(event);
  }

  private click(event: MouseEvent): void {
    const held = event.detail > 0 ? this.clicked(event) : judgePress(this.look(event.isTrusted));
    if (!held) return;
    refuse(event);
    if (event.isTrusted && (event.target as Element).closest(THINGS)) this.onHeld(held);
  }

  private clicked(event: MouseEvent): Held | null {
    const thing = thingOf(event);
    const { down } = this;
    if (event.isTrusted && down?.held) return down.held;
    const box = thing?.getBoundingClientRect();
    const isSame =
      down !== null &&
      down.thing === thing &&
      box !== undefined &&
      Math.abs(box.left - down.left) <= SHIFT_PX &&
      Math.abs(box.top - down.top) <= SHIFT_PX;
    return judgePress({
      ...this.look(event.isTrusted),
      byPointer: true,
      isHit: this.eyes.isHit(event.clientX, event.clientY),
      isSame,
    });
  }

  private key(event: KeyboardEvent): void {
    if (event.isTrusted && !KEYS.includes(event.key)) return;
    const held = judgePress(this.look(event.isTrusted));
    if (held) refuse(event);
    if (held && event.isTrusted) this.onHeld(held);
  }
}

/** What an event is about: the control, or the part of the panel where there is none. */
function thingOf(event: Event): Element | null {
  const target = event.composedPath()[0];
  return target instanceof Element ? (target.closest(THINGS) ?? target) : null;
}

/** A window that is moved takes its buttons along under a pointer that stays. */
function placeOfWindow(): string {
  return `${window.screenX} ${window.screenY}`;
}

function refuse(event: Event): void {
  event.stopImmediatePropagation();
  event.preventDefault();
}
