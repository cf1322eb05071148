import { createHmac } from 'node:crypto';

const WORDS =
  'amber anchor arbor aspen atlas beacon birch bramble breeze bridge brook canyon cedar clover coast copper coral crest dawn delta drift ember fable falcon fern field finch flint forge garnet glade grove harvest haven hazel heron hollow indigo iris ivory jasper juniper kestrel lagoon lantern larch linden lotus maple marble meadow mesa mill mosaic nectar oak ochre olive onyx orchard osprey otter pebble pine plover prairie quarry quartz raven reed ridge river robin rowan saffron sage sierra slate sparrow spruce summit tandem terrace thistle timber topaz trellis tulip umber valley velvet violet walnut willow wren yarrow zephyr'.split(
    ' ',
  );
const ACCENTED = 'älv bücher café château élan fjäll größe héron jägare lörrach mühle niño öland piñata réserve señor über üsküdar'.split(
  ' ',
);
const KATAKANA =
  'アルファ オリオン カナリア クローバー サクラメント セントラル テラス トパーズ ノルディア ハーモニー フロント ミラノ リベルタ ルミナス'.split(
    ' ',
  );
const LETTERS: [RegExp, string][] = [
  [/\p{Script=Han}/u, '山川木村北南東西青森林原野島松竹梅石橋田中井上大和光明清泉'],
  [/\p{Script=Hiragana}/u, 'あかさたなはまやらわいきしちにひみりうくすつぬふむゆる'],
  [/\p{Script=Katakana}/u, 'アカサタナハマヤラワイキシチニヒミリウクスツヌフムユル'],
  [/\p{Script=Hangul}/u, '가나다라마바사아자차하고노도로모보소'],
  [/\p{Script=Cyrillic}/u, 'абвгдежзиклмнопрст'],
  [/\p{Script=Greek}/u, 'αβγδεζηθικλμνοπρστ'],
  [/\p{Script=Arabic}/u, 'ابتثجحدرسشعفقكلمنوي'],
  [/\p{Script=Hebrew}/u, 'אבגדהוזחטיכלמנסעפצ'],
  [/\p{Script=Thai}/u, 'กขคงจชซดตถทนบปผพมยรลวส'],
];
/** Legal forms, parts of addresses, and what an empty value is called: they say what a text is, not whose. */
const KEPT =
  /^(?:inc|llc|ltd|limited|corp|co|gmbh|ag|kg|se|sa|sas|sarl|bv|nv|ab|as|oy|spa|srl|plc|kk|and|und|et|the|of|http|https|www|example|invalid|test|null|none|never|true|false|yes|no|on|off|ja|nein|oui|non|unknown|unassigned|users?|seats?|days?|usd|eur|gbp|jpy|am|pm|utc|jst|cet|gmt|z|t)$/i;
const KEPT_CJK = /株式会社|有限会社|合同会社|一般社団法人|一般財団法人|社団法人|未設定|なし|未定|はい|いいえ/;
const LEGAL = new RegExp(`(${KEPT_CJK.source})`);
/** Below it a number tells nothing of anybody: steps, pages, flags, keys of a test system. */
const SMALL = 20;

/** Stand-ins for what was on a page: the same for the same, wherever it stands; not to be undone without the key. */
export class StandIns {
  /** 0.7 to 0.95; numbers keep their order. */
  private readonly factor: number;

  /** @param key secret of one recording; it is stored nowhere */
  constructor(private readonly key: string) {
    this.factor = 0.7 + (this.hash('factor') % 1000) / 4000;
  }

  private hash(text: string): number {
    return createHmac('sha256', this.key).update(text).digest().readUInt32BE(0);
  }

  private pick(list: string | string[], text: string): string {
    return list[this.hash(text) % list.length] ?? '';
  }

  /** A word for a word, in the same script and case; legal forms, units and one or two letters stay. */
  word(text: string): string {
    if (KEPT_CJK.test(text))
      return text
        .split(LEGAL)
        .map((part) => (StandIns.isKept(part) || part === '' ? part : this.word(part)))
        .join('');
    if (KEPT.test(text) || (text.length < 2 && /\p{Script=Latin}/u.test(text))) return text;
    const folded = text.toLowerCase();
    if (!/^\p{Script=Latin}+$/u.test(folded)) return this.otherScript(text);
    const name = this.pick(/[^a-z]/.test(folded) ? ACCENTED : WORDS, folded);
    if (text.length > 1 && text === text.toUpperCase()) return name.toUpperCase();
    return /^\p{Lu}/u.test(text) ? `${name[0]?.toUpperCase()}${name.slice(1)}` : name;
  }

  private otherScript(text: string): string {
    if (/^[\p{Script=Katakana}ー]{3,}$/u.test(text)) return this.pick(KATAKANA, text);
    return [...text].map((letter, at) => this.pick(LETTERS.find(([script]) => script.test(letter))?.[1] ?? letter, text + at)).join('');
  }

  /** Signs for signs of the same kind: ids, slugs with numbers, keys. */
  token(text: string): string {
    const hex = /^[0-9a-f-]{16,}$/i.test(text);
    return [...text]
      .map((sign, at) => {
        const seed = `${text.toLowerCase()}:${at}`;
        if (/[1-9]/.test(sign)) return this.pick('123456789', seed);
        if (/[a-z]/i.test(sign)) {
          const letter = this.pick(hex ? 'abcdef' : 'abcdefghjkmnprstuvwxyz', seed);
          return sign === sign.toUpperCase() ? letter.toUpperCase() : letter;
        }
        return sign;
      })
      .join('');
  }

  /** A number in the same form; decimals stay, so that `1890.5` and `1890.50` are still the same. */
  number(text: string): string {
    const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
    const [, whole = '', rest = ''] = /^(.*?)([.,٫]\d{1,2}|[.,٫]\d{4,})?$/u.exec(plain) ?? [];
    const digits = whole.replace(/\D/g, '');
    const value = Number(digits);
    if (digits === '' || value < SMALL || value > Number.MAX_SAFE_INTEGER) return text;
    const next = String(SMALL + Math.round((value - SMALL) * this.factor)).padStart(digits.startsWith('0') ? digits.length : 0, '0');
    let left = next.length;
    let put = '';
    // Separators stay where they are, counted from the right.
    for (const sign of [...whole].reverse()) {
      if (left === 0) break;
      put = (/\d/.test(sign) ? next[--left] : sign) + put;
    }
    const changed = put + rest;
    return text === plain ? changed : changed.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  }

  /** Days that all dates of a recording are moved by: whole weeks, into the past, so that nothing comes to lie ahead. */
  days(): number {
    return -7 * (1 + (this.hash('days') % 12));
  }

  /** Whether a text says what something is and not whose. */
  static isKept(text: string): boolean {
    return KEPT.test(text) || new RegExp(`^(?:${KEPT_CJK.source})$`).test(text);
  }
}
