import { ADDRESS, BUTTON, choicesOf, controlsOf, decoded, idsIn, isField, SPOKEN, textsOf, wordsIn } from './page-texts';
import { AGO, PIECES, SECRET, SECRET_NAME } from './patterns';
import type { SavedElement, SavedNode } from './saved-node';
import { shiftDates } from './shift-dates';
import { StandIns } from './stand-ins';

export const VENDOR = 'https://admin.vendor.example';

export interface RecordedPage {
  url: string;
  page: SavedElement;
  values: string[];
}

export interface Setting {
  /** Secret of this recording. */
  key: string;
  /** Texts that are somebody's although every page shows them, such as who is signed in. */
  names: string[];
  /** Texts that stay, such as the names of plans. */
  keep: string[];
  /** 03/04 is 3 April. */
  dayFirst: boolean;
  languages: string[];
}

/**
 * Replaces what a console's pages tell of anybody and keeps what they say themselves. Of several pages, what all of them
 * show is the console's own; of one alone, what is in no field and no value that Kido finds. The same is replaced by the
 * same on all pages, in texts, addresses and in the truth beside them.
 */
export class Replacer {
  readonly standIns: StandIns;
  private readonly shared: Set<string>;
  private readonly vocabulary: Set<string>;
  private readonly ids = new Map<string, string>();
  private readonly dataWords = new Map<string, string>();
  /** Texts that were kept, for a person to look at. */
  readonly kept = new Set<string>();

  constructor(
    private readonly pages: RecordedPage[],
    private readonly setting: Setting,
  ) {
    this.standIns = new StandIns(setting.key);
    for (const id of idsIn(pages.map((one) => one.url))) this.ids.set(id, this.newId(id));
    this.shared = this.ownTexts();
    const named = new Set(setting.names.flatMap(wordsIn));
    this.vocabulary = new Set(this.ownWords().filter((word) => !named.has(word)));
    // Words of names are known before addresses and attributes are looked at.
    for (const { page } of pages) this.replaced(page);
    this.kept.clear();
  }

  private newId(id: string): string {
    const inner = id.replace(/^\W+|\W+$/g, '');
    if (/^\d+$/.test(inner) && Number(inner) < 20) return id;
    if (!/\d/.test(inner)) return id.replace(inner, this.words(inner));
    let stand = this.standIns.token(inner);
    for (let again = 1; [...this.ids.values()].includes(stand) && again < 50; again += 1)
      stand = this.standIns.token(`${inner}${'1'.repeat(again)}`).slice(0, inner.length);
    return id.replace(inner, stand);
  }

  private ownTexts(): Set<string> {
    const choices = choicesOf(this.pages.map(({ page }) => page));
    const all = this.pages.map(({ page }) => new Set([...textsOf(page)].map((one) => one.trim()).filter((one) => !choices.has(one))));
    const [first = new Set<string>(), ...others] = all;
    if (others.length > 0) return new Set([...first].filter((text) => others.every((one) => one.has(text))));
    const data = [...(this.pages[0]?.values ?? []), ...controlsOf(this.pages[0]?.page), ...this.ids.keys()].filter((one) => one.length > 2);
    return new Set([...first].filter((text) => !data.some((one) => text.includes(one.trim()) && one.trim() !== '')));
  }

  /** Words that every page says somewhere, such as what a title ends in. */
  private ownWords(): string[] {
    const choices = choicesOf(this.pages.map(({ page }) => page));
    const [first = [], ...others] =
      this.pages.length > 1
        ? this.pages.map(({ page }) => [...textsOf(page)].filter((text) => !choices.has(text.trim())).flatMap(wordsIn))
        : [];
    const sets = others.map((words) => new Set(words));
    return [...this.shared].flatMap(wordsIn).concat(first.filter((word) => sets.every((set) => set.has(word))));
  }

  /** A page's text, or what a field holds. */
  text(text: string, isField: boolean): string {
    const bare = text.trim();
    if (bare === '') return text;
    if (this.setting.keep.includes(bare) || (!isField && this.shared.has(bare))) {
      this.kept.add(bare);
      return this.setting.names.reduce((all, name) => all.replaceAll(name, this.data(name)), text);
    }
    return this.data(text);
  }

  /** What is somebody's: names, ids, numbers and days of it are replaced. */
  data(text: string): string {
    const bare = text.trim();
    if (StandIns.isKept(bare) || this.setting.keep.includes(bare)) return text;
    const id = this.ids.get(bare);
    if (id !== undefined) return text.replace(bare, id);
    return shiftDates(text, this.standIns.days(), this.setting.dayFirst, this.setting.languages)
      .map((run) => (run.moved || AGO.test(run.text.trim()) ? run.text : this.words(run.text)))
      .join('');
  }

  private words(text: string): string {
    return text.replace(PIECES, (piece, ...more) => {
      const groups = more.at(-1) as Record<string, string | undefined>;
      if (groups.web) return this.address(piece);
      if (groups.clock || groups.span || groups.share) return piece;
      const id = this.ids.get(piece);
      if (id !== undefined) return id;
      if (groups.id) return this.standIns.token(piece);
      if (groups.number) return this.standIns.number(piece);
      const folded = piece.toLowerCase();
      if (this.vocabulary?.has(folded)) return piece;
      const stand = this.standIns.word(piece);
      if (stand !== piece && folded.length > 2) this.dataWords.set(folded, stand.toLowerCase());
      return stand;
    });
  }

  /** An address, the console's own under a host of nobody. */
  address(text: string): string {
    const own = this.pages[0]?.url ?? VENDOR;
    if (/^(?:#|javascript:|data:|blob:)/i.test(text) || text === '') return /^(?:data|blob|javascript):/i.test(text) ? '#' : text;
    if (/^mailto:|^tel:/i.test(text)) return text.replace(/:.*$/s, (rest) => `:${this.data(rest.slice(1))}`);
    if (!URL.canParse(text, own)) return this.data(text);
    const url = new URL(text, own);
    const absolute = /^[a-z]+:\/\//i.test(text);
    const foreign = url.origin !== new URL(own).origin;
    if (foreign && this.shared.has(text)) return text;
    const part = (piece: string) => this.part(piece);
    const path = url.pathname.split('/').map(part).join('/');
    const query = url.search
      .slice(1)
      .split('&')
      .map((pair) => this.query(pair))
      .join('&');
    const hash = url.hash
      .slice(1)
      .split(/([/?&=])/)
      .map(part)
      .join('');
    const local = `${text.startsWith('?') ? '' : path}${url.search ? `?${query}` : ''}${url.hash ? `#${hash}` : ''}`;
    if (!absolute) return text.startsWith('//') ? VENDOR + local : local;
    return (
      (foreign
        ? `${url.protocol}//${url.hostname
            .split('.')
            .map((one) => this.standIns.word(one))
            .join('.')}`
        : VENDOR) + local
    );
  }

  private query(pair: string): string {
    const [name = '', value] = pair.split(/=(.*)/s);
    if (value === undefined) return pair;
    return `${name}=${SECRET_NAME.test(name) ? '' : this.part(value)}`;
  }

  private part(piece: string): string {
    const bare = decoded(piece);
    const stand = this.ids.get(bare) ?? this.inSigns(bare);
    return stand === bare ? piece : encodeURIComponent(stand);
  }

  /** Signs for machines: ids, words of names and secrets in them are replaced, the rest is the console's. */
  private inSigns(text: string): string {
    let changed = text.replace(SECRET, (secret) => this.standIns.token(secret));
    for (const [id, stand] of this.ids) if (id.length > 3) changed = changed.replaceAll(id, stand);
    return changed.replace(/\p{L}+/gu, (word) => this.dataWords.get(word.toLowerCase()) ?? word);
  }

  /** The page with everything replaced. */
  replaced(node: SavedElement): SavedElement {
    const field = isField(node);
    const inside = (list: SavedNode[]) => list.map((one) => (typeof one === 'string' ? this.text(one, field) : this.replaced(one)));
    return {
      ...node,
      attributes: Object.fromEntries(Object.entries(node.attributes).map(([name, value]) => [name, this.attribute(node, name, value)])),
      inside: inside(node.inside),
      ...(node.shadow && { shadow: inside(node.shadow) }),
      ...(node.frame && { frame: this.replaced(node.frame) }),
    };
  }

  private attribute(node: SavedElement, name: string, value: string): string {
    if (name === 'value')
      return node.tag === 'input' && !BUTTON.test(node.attributes.type ?? '') ? this.text(value, true) : this.text(value, false);
    if (SPOKEN.test(name)) return SECRET_NAME.test(node.attributes.name ?? '') ? '' : this.text(value, false);
    if (ADDRESS.test(name)) return this.address(value);
    if (SECRET_NAME.test(name)) return '';
    if (name.startsWith('data-') && !this.shared.has(value.trim()) && /[\d\s]/.test(value)) return this.data(value);
    return /^(?:class|style|role|type|lang|dir)$/.test(name) ? value : this.inSigns(value);
  }
}
