/**
 * Names of places in a text: one walk over its tokens, the longest name wins. Whole words only, so that
 * "Simferopolskaya street" is not Simferopol; Han and Thai, which write no spaces, are walked sign by sign.
 */
import { normalise, type TextToken, tokenise } from '../../text/index.js';

/**
 * A row of `places.csv`: one place in all its spellings.
 *
 * `territory` is null for names that only tell where an address lies. `standing`: `inside` the territory · `partly`, a
 * region of which only a part belongs to it · `namesake`, a town inside that bears the name of such a region ·
 * `unclear`, a town outside that does · `outside`, a town of the region that does not belong to it · `contested`.
 * `shared` says what the name is worth alone: '' there is no other place of the name · `rare` there are, hardly known · `yes` there are · `only` it is nothing
 * without context. `needs` are the country codes and territories that make it this place, `doubtWith` those that leave
 * it open.
 */
export type Place = {
  readonly id: string;
  readonly territory: string | null;
  readonly kind: string;
  readonly standing: string;
  readonly shared: string;
  readonly needs: readonly string[];
  readonly doubtWith: readonly string[];
  readonly codes: readonly string[];
  readonly names: readonly string[];
};

/** A name found: its tokens `first` to `last` (both included), offsets in UTF-16 code units, end exclusive. */
export type PlaceHit = {
  readonly place: Place;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
};

/** A text as walked: `keys` are the comparable spellings of `tokens`. */
export type WalkedText = {
  readonly text: string;
  readonly tokens: readonly TextToken[];
  readonly keys: readonly string[];
  readonly hits: readonly PlaceHit[];
};

type Spelling = { readonly keys: readonly string[]; readonly place: Place };

const RUN_SCRIPTS = new Set(['Han', 'Thai']);
const NONE: readonly Spelling[] = [];

/**
 * Spellings → places. Names are brought to their comparable spelling letter by letter of the alphabet, when a text first
 * holds a word of that letter: an address needs a few of them, and a cold start should not pay for two thousand.
 */
export class PlaceIndex {
  readonly places: readonly Place[];
  /** Codes in capitals (`KP`, `PRK`, `UA-43`) → place. */
  readonly codes: ReadonlyMap<string, Place>;
  /** Territory → what naming a place of it says: the territory and its countries. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  readonly #words: readonly { role: string; words: readonly string[] }[];
  readonly #names = new Map<string, { name: string; place: Place }[]>();
  readonly #spellings = new Map<string, Spelling[]>();
  readonly #runs = new Map<string, Spelling[]>();
  #roles: Map<string, Set<string>> | null = null;

  constructor(places: readonly Place[], words: readonly { role: string; words: readonly string[] }[]) {
    const codes = new Map<string, Place>();
    const named = new Map<string, string[]>();
    const firsts = new Map<string, string>();
    for (const place of places) {
      for (const code of place.codes) if (!codes.has(code)) codes.set(code, place);
      for (const name of place.names) {
        let first = firsts.get(name[0]!);
        if (first === undefined) {
          first = keyOf(name[0]!)[0] ?? '';
          firsts.set(name[0]!, first);
        }
        const held = this.#names.get(first);
        if (held === undefined) this.#names.set(first, [{ name, place }]);
        else held.push({ name, place });
      }
      if (place.territory === null) continue;
      const held = named.get(place.territory) ?? [place.territory];
      for (const code of place.codes) {
        const country = code.slice(0, 2);
        if ((code.length === 2 || code[2] === '-') && !held.includes(country)) held.push(country);
      }
      named.set(place.territory, held);
    }
    this.places = places;
    this.codes = codes;
    this.named = named;
    this.#words = words;
  }

  /** Spellings whose first word is `key`, longest first. */
  spellings(key: string): readonly Spelling[] {
    this.#read(key[0] ?? '');
    return this.#spellings.get(key) ?? NONE;
  }

  /** Spellings in scripts without spaces that begin with `sign`, longest first. */
  runs(sign: string): readonly Spelling[] {
    this.#read(sign);
    return this.#runs.get(sign) ?? NONE;
  }

  /** Words that play a role beside a place (`data/rules/place-words.csv`). */
  role(name: string): ReadonlySet<string> {
    if (this.#roles === null) {
      this.#roles = new Map();
      for (const { role, words } of this.#words) {
        const held = this.#roles.get(role) ?? new Set<string>();
        for (const word of words) held.add(role === 'us-state' ? word : keyOf(word));
        this.#roles.set(role, held);
      }
    }
    return this.#roles.get(name) ?? new Set();
  }

  #read(first: string): void {
    const names = this.#names.get(first);
    if (names === undefined) return;
    this.#names.delete(first);
    const touched = new Set<Spelling[]>();
    for (const { name, place } of names) {
      const tokens = tokenise(name);
      if (tokens.length === 0) continue;
      const run = tokens.length === 1 && RUN_SCRIPTS.has(tokens[0]!.script);
      const keys = tokens.map((token) => keyOf(token.text));
      const map = run ? this.#runs : this.#spellings;
      const head = run ? keys[0]![0]! : keys[0]!;
      const held = map.get(head) ?? [];
      map.set(head, held);
      touched.add(held);
      const repeats = held.some((other) => other.place === place && other.keys.join(' ') === keys.join(' '));
      if (!repeats) held.push({ keys, place });
    }
    for (const held of touched) held.sort((a, b) => lengthOf(b) - lengthOf(a));
  }
}

/** A reading of words `first` to `last` as a place, for leaving it out. */
export function hitKey(place: Place, first: number, last: number): string {
  return `${place.id} ${first} ${last}`;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Every place named in a text, in order; where two names overlap the longer one stands. Never throws.
 *
 * @param except readings (`hitKey`) that turned out to be nothing: shorter names inside them stand instead
 */
export function walkPlaces(
  text: string,
  index: PlaceIndex,
  except: ReadonlySet<string> = NOTHING,
): WalkedText {
  const tokens = tokenise(text);
  const keys = tokens.map((token) => keyOf(token.text));
  const hits: PlaceHit[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at]!;
    if (RUN_SCRIPTS.has(token.script)) {
      walkRun(token, at, index, hits);
      at += 1;
      continue;
    }
    const found = index
      .spellings(keys[at]!)
      .filter(
        (spelling) =>
          matchesAt(spelling, keys, at) &&
          (except.size === 0 || !except.has(hitKey(spelling.place, at, at + spelling.keys.length - 1))),
      );
    const longest = found[0];
    if (longest === undefined) {
      if (token.script === 'Hangul') readHangul(token, keys[at]!, at, index, hits);
      at += 1;
      continue;
    }
    const last = at + longest.keys.length - 1;
    for (const { keys: own, place } of found) {
      if (own.length === longest.keys.length)
        hits.push({ place, first: at, last, start: token.start, end: tokens[last]!.end });
    }
    at = last + 1;
  }
  return { text, tokens, keys, hits };
}

/** A word as names and texts are compared: normalised, without apostrophes (Ukrainian soft signs, Korean breaks). */
function keyOf(word: string): string {
  return normalise(word).replaceAll("'", '');
}

function lengthOf(spelling: Spelling): number {
  return spelling.keys.length > 1 ? spelling.keys.length * 100 : spelling.keys[0]!.length;
}

function matchesAt(spelling: Spelling, keys: readonly string[], at: number): boolean {
  for (let step = 1; step < spelling.keys.length; step += 1)
    if (spelling.keys[step] !== keys[at + step]) return false;
  return true;
}

function walkRun(token: TextToken, at: number, index: PlaceIndex, hits: PlaceHit[]) {
  const text = token.text;
  let pos = 0;
  while (pos < text.length) {
    const found = index.runs(text[pos]!).filter(({ keys }) => text.startsWith(keys[0]!, pos));
    const length = found[0]?.keys[0]?.length ?? 1;
    for (const { keys, place } of found) {
      if (keys[0]!.length !== length) break;
      const start = token.start + pos;
      hits.push({ place, first: at, last: at, start, end: start + length });
    }
    pos += length;
  }
}

/** A Korean word is a name with nothing, or a word of administration, joined to it: 북한강로 is a river's street. */
function readHangul(token: TextToken, key: string, at: number, index: PlaceIndex, hits: PlaceHit[]) {
  const endings = index.role('admin-hangul');
  for (let length = key.length - 1; length >= 2; length -= 1) {
    const place = index.spellings(key.slice(0, length)).find(({ keys }) => keys.length === 1)?.place;
    if (place === undefined || !endings.has(key.slice(length))) continue;
    hits.push({
      place,
      first: at,
      last: at,
      start: token.start,
      end: Math.min(token.end, token.start + length),
    });
    return;
  }
}
