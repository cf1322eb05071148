import { render } from 'preact';
import { dress, type Mounted, mount, showOthers } from '@/components/basic/mount';
import { ask } from '@/lib/messages/ask';
import type { TeachSetup } from '@/lib/messages/teach-messages';
import { type DiscoveryOnPage, discover } from '@/lib/readers/page/discover/discover';
import type { FieldOnPage } from '@/lib/readers/page/discover/found-field';
import { suggestMetric } from '@/lib/readers/page/discover/suggest-metric';
import type { TeachWords } from '@/lib/words/en/teach';
import { type Choice, fieldOf, parseOf, partOf } from './choice';
import { TeachScreen } from './draw-teach';
import { followPage } from './follow-page';
import { KeptFields } from './kept-fields';
import { foundAt, pick } from './pick';
import { reachDisabled } from './reach-disabled';

/** One session of teaching on one document: point, pick, save; the page itself is not changed. */
export class TeachPage {
  private readonly mounted: Mounted;
  private found: DiscoveryOnPage;
  private target: Element | null = null;
  private choice: Choice | null = null;
  private listOpen = false;
  private notice: string | null = null;
  private readonly kept: KeptFields;
  private readonly ended = new AbortController();

  constructor(
    private readonly document: Document,
    private readonly setup: TeachSetup<TeachWords>,
  ) {
    this.kept = new KeptFields(setup);
    this.mounted = mount(document, 'kido-teach', setup.styles, (why) =>
      this.say(why === 'moved' || why === 'elsewhere' ? setup.words.heldMoved : setup.words.heldCovered),
    );
    dress(this.mounted, setup.lang, setup.theme);
    // What else Kido shows must not cover what is to be picked.
    showOthers(this.mounted.host, false);
    this.found = this.look();
    followPage(
      document,
      {
        onPoint: (event) => this.point(event),
        onPress: (event) => this.keep(event),
        onKey: (event) => this.key(event),
        onMoved: () => this.draw(),
        onChanged: () => this.lookAgain(),
        onLeft: () => this.stop(),
      },
      this.ended.signal,
    );
    this.draw();
  }

  stop(): void {
    if (this.ended.signal.aborted) return;
    this.ended.abort();
    render(null, this.mounted.root);
    showOthers(this.mounted.host, true);
    this.mounted.remove();
    void ask('teach.stop', { address: location.href }).catch(() => undefined);
  }

  private say(text: string): void {
    this.notice = text;
    this.draw();
  }

  private look(): DiscoveryOnPage {
    reachDisabled(this.document, this.ended.signal);
    const { urlId, locale, dates, numbers, zone } = this.setup;
    return discover(this.document, { urlId, locales: [locale], dates, numbers, zone, now: Date.now() });
  }

  private lookAgain(): void {
    if (this.ended.signal.aborted || this.choice) return;
    this.found = this.look();
    this.draw();
  }

  private get fields(): FieldOnPage[] {
    return this.found.fields.filter((field) => field.offers.length > 0);
  }

  private isOurs(event: Event): boolean {
    return event.composedPath().includes(this.mounted.host);
  }

  private point(event: MouseEvent): void {
    if (this.choice || this.isOurs(event)) return;
    const element = this.document.elementFromPoint(event.clientX, event.clientY);
    if (!element || element === this.target || element.matches('html,body')) return;
    this.target = foundAt(element, this.fields)?.element ?? element;
    this.draw();
  }

  /** A click picks; nothing of it reaches the page. */
  private keep(event: Event): void {
    if (this.isOurs(event) || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== 'click' || this.choice || !(event.target instanceof Element)) return;
    this.take(this.target ?? event.target, (event as MouseEvent).clientY);
  }

  private key(event: KeyboardEvent): void {
    if (!event.isTrusted || event.isComposing) return;
    const used = event.key === 'Escape' || (!this.choice && !this.isOurs(event) && this.step(event.key));
    if (!used) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key !== 'Escape') return;
    if (this.choice || this.listOpen) this.another();
    else this.stop();
  }

  /** Moves the target by keyboard; says whether the key meant something. */
  private step(key: string): boolean {
    if (key === 'Enter' && this.target) this.take(this.target);
    else if (key === 'ArrowUp') this.aim(this.target?.parentElement ?? null);
    else if (key === 'ArrowDown') this.aim(this.target?.firstElementChild ?? null);
    else if (key === 'ArrowRight' || key === 'ArrowLeft') {
      const at = this.fields.findIndex((field) => field.element === this.target);
      const next = at + (key === 'ArrowRight' ? 1 : -1);
      this.aim(this.fields.at(next % Math.max(1, this.fields.length))?.element ?? null);
    } else return false;
    return true;
  }

  private aim(element: Element | null): void {
    if (!element || element.matches('html,body')) return;
    this.target = element;
    element.scrollIntoView({ block: 'nearest' });
    this.draw();
  }

  private take(element: Element, y?: number): void {
    const [picked, { metrics }] = [pick(element, this.fields, y), this.setup];
    const metric = suggestMetric(picked.label ?? '', picked.type, metrics, partOf(picked)) ?? '';
    [this.target, this.listOpen] = [picked.element, false];
    this.choice = { picked, metric, parse: parseOf(metric, picked, metrics), chosen: 0, others: null };
    this.draw();
    this.mounted.root.querySelector<HTMLElement>(metric ? 'button[type=submit]' : '[data-focus=metric]')?.focus();
  }

  private another(): void {
    [this.choice, this.listOpen] = [null, false];
    this.draw();
  }

  private change(part: Partial<Choice>): void {
    this.choice &&= { ...this.choice, ...part };
    this.draw();
  }

  private async checkOthers(): Promise<void> {
    const { choice } = this;
    if (!choice) return;
    this.change({ others: 'trying' });
    const others = await ask('teach.others', { address: location.href, field: fieldOf(choice) }).catch(() => []);
    if (this.choice?.picked === choice.picked) this.change({ others });
  }

  private async save(): Promise<void> {
    if (!this.choice) return;
    this.notice = await this.kept.save(this.choice);
    this.another();
  }

  private list(): void {
    this.choice = null;
    this.listOpen = !this.listOpen;
    if (this.listOpen) this.found = this.look();
    this.draw();
  }

  private draw(): void {
    if (this.ended.signal.aborted) return;
    render(
      <TeachScreen
        setup={this.setup}
        fields={this.fields}
        isAmbiguous={this.found.ambiguous}
        target={this.target}
        choice={this.choice}
        isListOpen={this.listOpen}
        notice={this.notice}
        onUndo={this.kept.undoable === null ? null : () => void this.kept.undo().then((text) => this.say(text))}
        onList={() => this.list()}
        onStop={() => this.stop()}
        onAim={(element) => this.aim(element)}
        onTake={(element) => this.take(element)}
        onChange={(part) => this.change(part)}
        onOthers={() => void this.checkOthers()}
        onSave={() => void this.save()}
        onAnother={() => this.another()}
      />,
      this.mounted.root,
    );
  }
}
