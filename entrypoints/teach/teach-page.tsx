import { render } from 'preact';
import { dress, type Mounted, mount } from '@/components/basic/mount';
import { TeachBar } from '@/components/teach/TeachBar';
import { type OtherReading, type Picked, TeachCard } from '@/components/teach/TeachCard';
import { TeachList } from '@/components/teach/TeachList';
import type { TeachWords } from '@/components/teach-words';
import type { Parse } from '@/lib/formats/field-schema';
import { ask } from '@/lib/messages/ask';
import type { TeachSetup } from '@/lib/messages/setup-requests';
import { type DiscoveryOnPage, discover } from '@/lib/readers/page/discover/discover';
import type { FieldOnPage } from '@/lib/readers/page/discover/found-field';
import { parseFor, suggestMetric } from '@/lib/readers/page/discover/suggest-metric';
import { parseValue } from '@/lib/readers/page/parse/parse-value';
import { foundAt, pick } from './pick';
import { boxOf, cardPlace } from './place';

/** Events that a page must not see while a value is picked on it. */
const KEPT = ['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'auxclick', 'contextmenu'] as const;

/** Quiet time after which a page that changed is looked at again. */
const AGAIN_MS = 300;

interface Choice {
  picked: Picked & { element: Element };
  metric: string;
  parse: string;
  chosen: number;
  others: OtherReading[] | 'trying' | null;
}

/** One session of teaching on one document: point, pick, save; the page itself is not changed. */
export class TeachPage {
  private readonly mounted: Mounted;
  private found: DiscoveryOnPage;
  private target: Element | null = null;
  private choice: Choice | null = null;
  private listOpen = false;
  private notice: string | null = null;
  private undoable: string | null = null;
  private readonly ended = new AbortController();
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly document: Document,
    private readonly setup: TeachSetup<TeachWords>,
  ) {
    this.mounted = mount(document, 'kido-teach', setup.styles);
    dress(this.mounted, setup.lang, setup.theme);
    this.showPanel(false);
    this.found = this.look();
    const signal = this.ended.signal;
    document.addEventListener('mousemove', (event) => this.point(event), { capture: true, signal });
    for (const type of KEPT) window.addEventListener(type, (event) => this.keep(event), { capture: true, signal });
    window.addEventListener('keydown', (event) => this.key(event), { capture: true, signal });
    window.addEventListener('scroll', () => this.draw(), { capture: true, passive: true, signal });
    window.addEventListener('resize', () => this.draw(), { signal });
    // Pages fill in pieces, and change under the hand of the person: what was found is found again.
    const observer = new MutationObserver((records) => {
      if (records.every(({ target }) => target === document.documentElement || /^KIDO-/.test(target.nodeName))) return;
      clearTimeout(this.again);
      this.again = setTimeout(() => this.lookAgain(), AGAIN_MS);
    });
    observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
    signal.addEventListener('abort', () => observer.disconnect());
    this.draw();
  }

  stop(): void {
    if (this.ended.signal.aborted) return;
    this.ended.abort();
    render(null, this.mounted.root);
    this.mounted.remove();
    this.showPanel(true);
    void ask('teach.stop', { address: location.href }).catch(() => undefined);
  }

  /** What else Kido shows must not cover what is to be picked. */
  private showPanel(shown: boolean): void {
    for (const own of this.document.querySelectorAll<HTMLElement>('kido-panel,kido-dock')) own.style.display = shown ? '' : 'none';
  }

  private look(): DiscoveryOnPage {
    const { urlId, locale, zone } = this.setup;
    return discover(this.document, { urlId, locales: [locale], zone, now: Date.now() });
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
    this.take(this.target ?? event.target);
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

  private take(element: Element): void {
    const picked = pick(element, this.fields);
    const { metrics } = this.setup;
    const metric = suggestMetric(picked.label ?? '', picked.type, metrics) ?? '';
    this.target = picked.element;
    this.listOpen = false;
    this.choice = { picked, metric, parse: this.parseOf(metric, picked), chosen: 0, others: null };
    this.draw();
    this.mounted.root.querySelector<HTMLElement>(metric ? 'button[type=submit]' : '[data-focus=metric]')?.focus();
  }

  private parseOf(metric: string, picked: Picked): string {
    if (/\d\s*(?:\/|of|中)\s*\d/.test(picked.shown) && picked.type === 'number') return metric === 'setupTotal' ? 'second' : 'first';
    const type = this.setup.metrics.find((one) => one.id === metric)?.type;
    if (type) return parseFor(type, picked.type);
    return { money: 'number', relative: 'time' }[picked.type] ?? picked.type;
  }

  private another(): void {
    this.choice = null;
    this.listOpen = false;
    this.draw();
  }

  private change(part: Partial<Choice>): void {
    if (!this.choice) return;
    this.choice = { ...this.choice, ...part };
    this.draw();
  }

  /** The chosen way first, then the other good ones: a page that changes a little is still read. */
  private field(choice: Choice) {
    const { offers } = choice.picked;
    const rest = offers.filter((offer, at) => at !== choice.chosen && offer.by !== 'place').slice(0, 2);
    const find = [offers[choice.chosen], ...rest].flatMap((offer) => (offer ? [offer.locator] : []));
    return { metric: choice.metric || 'taught', find, parse: choice.parse };
  }

  private async checkOthers(): Promise<void> {
    const { choice } = this;
    if (!choice) return;
    this.change({ others: 'trying' });
    const others = await ask('teach.others', { address: location.href, field: this.field(choice) }).catch(() => []);
    if (this.choice?.picked === choice.picked) this.change({ others });
  }

  private async save(): Promise<void> {
    const { choice } = this;
    const { metrics, words } = this.setup;
    if (!choice) return;
    const result = await ask('teach.save', { address: location.href, field: this.field(choice) }).catch((error: Error) => ({
      errors: [error.message],
    }));
    const metric = metrics.find((one) => one.id === choice.metric);
    if (result.errors.length === 0 && metric) {
      metric.read = true;
      this.undoable = metric.id;
    }
    this.notice = result.errors.length ? `${words.failed}: ${result.errors[0]}` : words.saved.replace('{metric}', metric?.name ?? '');
    this.another();
  }

  private async undo(): Promise<void> {
    const { words, metrics } = this.setup;
    const result = await ask('teach.undo', { address: location.href }).catch((error: Error) => ({ errors: [error.message] }));
    const metric = metrics.find((one) => one.id === this.undoable);
    if (result.errors.length === 0 && metric) metric.read = false;
    this.undoable = null;
    this.notice = result.errors[0] ?? words.undone;
    this.draw();
  }

  private list(): void {
    this.choice = null;
    this.listOpen = !this.listOpen;
    if (this.listOpen) this.found = this.look();
    this.draw();
  }

  private draw(): void {
    if (this.ended.signal.aborted) return;
    const { words } = this.setup;
    const { choice, target } = this;
    const label = this.fields.find((field) => field.element === target)?.labelElement;
    render(
      <>
        <TeachBar
          words={words}
          notice={this.notice}
          count={this.fields.length}
          open={this.listOpen}
          onUndo={this.undoable === null ? null : () => void this.undo()}
          onList={() => this.list()}
          onStop={() => this.stop()}
        />
        {!choice && this.fields.slice(0, 200).map((field, at) => <div key={at} class="t-out hint" style={boxOf(field.element)} />)}
        {target?.isConnected && <div class="t-out" style={boxOf(target)} />}
        {label?.isConnected && <div class="t-out label" style={boxOf(label)} />}
        {this.listOpen && this.drawList()}
        {choice && this.drawCard(choice)}
      </>,
      this.mounted.root,
    );
  }

  private drawList() {
    const rows = this.fields.map(({ label, text }) => ({ label, text }));
    const at = (index: number) => this.fields[index]?.element ?? null;
    return (
      <TeachList
        rows={rows}
        isAmbiguous={this.found.ambiguous}
        words={this.setup.words}
        onAim={(index) => this.aim(at(index))}
        onTake={(index) => {
          const element = at(index);
          if (element) this.take(element);
        }}
      />
    );
  }

  private drawCard(choice: Choice) {
    const { words, metrics, locale, zone } = this.setup;
    const meaning = parseValue(choice.picked.shown, choice.parse as Parse, { locale, zone, now: Date.now() });
    return (
      <div class="t-card" role="dialog" aria-label={words.title} style={cardPlace(choice.picked.element)}>
        <TeachCard
          picked={choice.picked}
          metrics={metrics}
          metric={choice.metric}
          parse={choice.parse}
          chosen={choice.chosen}
          meaning={meaning}
          others={choice.others}
          words={words}
          onMetric={(metric) => this.change({ metric, parse: this.parseOf(metric, choice.picked) })}
          onParse={(parse) => this.change({ parse })}
          onChoose={(chosen) => this.change({ chosen, others: null })}
          onOthers={() => void this.checkOthers()}
          onSave={() => void this.save()}
          onAnother={() => this.another()}
        />
      </div>
    );
  }
}
