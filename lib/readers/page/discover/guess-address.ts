/** Where the account's id stands in addresses, and what the page's own is. */
export interface AddressGuess {
  /** Pattern in the form of `matchAddress`: `/accounts/{accountId}`, `/#/accounts/{accountId}/show`. */
  match: string;
  id: string;
  /** Whether several addresses agree; one alone may be read in more than one way. */
  sure: boolean;
}

const VERBS = /^(?:show|edit|view|change|detail|details|update|overview|summary|display|info|profile|index|manage|browse)$/i;
const CODE =
  /^(?:\d+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}|[0-9A-HJKMNP-TV-Z]{26}|(?=[^_-]*[\d_-])[\w:.~-]*\d[\w:.~-]*|[A-Za-z0-9_-]{15,})$/;
const ID_NAME =
  /^(?:id|account_?id|account|customer_?id|customer|record|recordid|key|uid|uuid|post|user_?id|company_?id|org(?:anization)?_?id|tenant|where\[\w+\]|pk)$/i;

interface Piece {
  text: string;
  /** For a value of a query: its name. */
  name?: string;
}

/** Cuts an address into what may be an id and what stands between. */
function piecesOf(address: string): { pieces: Piece[]; shape: string[] } | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const whole = url.pathname + url.search + (/[/=?]/.test(url.hash) ? url.hash : '');
  const pieces: Piece[] = [];
  const shape: string[] = [''];
  let name: string | undefined;
  for (const match of whole.matchAll(/[^/?#&=]+|[/?#&=]/g)) {
    const token = match[0];
    if (/^[/?#&=]$/.test(token)) {
      shape[shape.length - 1] += token;
      if (token !== '=') name = undefined;
      continue;
    }
    const isName = whole[match.index + token.length] === '=';
    pieces.push({ text: token, ...(name !== undefined && { name }) });
    name = isName ? token : undefined;
    shape.push('');
  }
  return { pieces, shape };
}

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * Guesses from the addresses of two or three accounts, or, less surely, of one, where the id stands.
 * @returns for each address its guess, or null where there is no id in it
 */
export function guessAddresses(addresses: (string | null)[]): (AddressGuess | null)[] {
  const read = addresses.map((address) => (address === null ? null : piecesOf(address)));
  return read.map((one, at) => {
    if (!one) return null;
    const others = read.filter(
      (other, index) => other && index !== at && comparable(one, other, addresses[at] ?? '', addresses[index] ?? ''),
    );
    const moving = one.pieces.map((piece, place) => others.some((other) => other?.pieces[place]?.text !== piece.text));
    const sole = moving.filter(Boolean).length === 1 ? moving.indexOf(true) : -1;
    const place = sole >= 0 ? sole : likely(one.pieces, moving);
    const piece = one.pieces[place];
    if (!piece) return null;
    return { match: patternOf(one, place), id: decoded(piece.text), sure: sole >= 0 };
  });
}

function comparable(one: { pieces: Piece[]; shape: string[] }, other: { pieces: Piece[]; shape: string[] }, a: string, b: string): boolean {
  if (new URL(a).origin !== new URL(b).origin || one.shape.join('§') !== other.shape.join('§')) return false;
  return one.pieces.filter((piece, at) => piece.text !== other.pieces[at]?.text).length <= 1;
}

/** The last piece that looks like a code; a name such as `id=` speaks for it, an action's name against it. */
function likely(pieces: Piece[], moving: boolean[]): number {
  let best = -1;
  let most = 0;
  for (const [at, piece] of pieces.entries()) {
    const text = decoded(piece.text);
    const named = piece.name !== undefined && ID_NAME.test(decoded(piece.name));
    if (VERBS.test(text) || (piece.name !== undefined && !named)) continue;
    const code = CODE.test(text.replace(/^[\w.-]*::/, '')) || text.includes('::');
    const score = (named ? 4 : 0) + (code ? 3 : 0) + (moving[at] ? 2 : 0) - (/^v\d+$/i.test(text) ? 4 : 0);
    if (score >= Math.max(most, 3)) [best, most] = [at, score];
  }
  return best;
}

function patternOf(one: { pieces: Piece[]; shape: string[] }, place: number): string {
  const full =
    one.pieces.map((piece, at) => (one.shape[at] ?? '') + (at === place ? '{accountId}' : piece.text)).join('') +
    (one.shape[one.pieces.length] ?? '');
  const pathOnly = full.indexOf('{accountId}') < (full.search(/[?#]/) < 0 ? full.length : full.search(/[?#]/));
  const cut = pathOnly ? full.replace(/[?#].*$/, '') : full;
  // The part behind the id is another view of the same account.
  return cut.replace(/(\{accountId\}).+$/, (_, id: string) => `${id}*`);
}
