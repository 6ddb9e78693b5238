/**
 * What a place name is worth where it stands: is it the place, a street named after it, or another place of that name?
 * Context decides: "Damascus, Maryland" is not in Syria, "Havana Street, Denver" not in Cuba.
 */
import type { TextToken } from '../../text/index.js';
import {
  hitKey,
  type Place,
  type PlaceHit,
  type PlaceIndex,
  type WalkedText,
  walkPlaces,
} from './place-index.js';

/** `sure` it is the place · `open` a person has to look, `doubt` says why · `outside` a town that does not belong to it. */
export type Reading = {
  readonly place: Place;
  readonly territory: string;
  readonly written: string;
  readonly text: string;
  readonly grade: 'sure' | 'open' | 'outside';
  readonly doubt: string | null;
};

/** Country codes (capitals) and territory ids that a text or a set of fields names; `region` one that lies elsewhere. */
export type Context = { readonly codes: ReadonlySet<string>; readonly region: boolean };

const NO_CONTEXT: Context = { codes: new Set(), region: false };
const BREAK = /[,;\n\r\t|()،؛、，；]|\s[-–—]\s/u;
const DROPPED = Symbol('not the place');
/** No address is longer; what lies behind is not read, so that a hostile one costs no more than a page. */
const LONGEST_TEXT = 10_000;
/** A dropped name holds shorter ones, and those hardly ever others. */
const MOST_ROUNDS = 4;

/**
 * Reads a free text (an address, a city).
 *
 * @param fields what the subject's country fields name, for names that other places bear too
 * @param town whether the text is a field for towns, and whether another field names one: both settle bare names
 */
export function readText(
  text: string,
  index: PlaceIndex,
  fields: Context = NO_CONTEXT,
  town: { field: boolean; given: boolean } = { field: false, given: false },
): Reading[] {
  const { walked, kept } = judged(text.slice(0, LONGEST_TEXT), index, fields, town.given);
  const readings = new Map<string, Reading>();
  for (const { hit, doubt } of kept) {
    const { place } = hit;
    if (place.territory === null) continue;
    const written = text.slice(hit.start, hit.end);
    const reading = {
      place,
      territory: place.territory,
      written,
      text,
      ...grade(place, written, doubt, !town.field && isAlone(hit, walked)),
    };
    const key = `${place.id} ${reading.grade} ${written}`;
    if (!readings.has(key)) readings.set(key, reading);
  }
  return [...readings.values()];
}

/**
 * The hits of a text that count, each with its doubt. A name of several words that turns out to be nothing here is left
 * out and the text is walked again, so that it does not swallow the names inside it ("Donetsk, DPR").
 */
function judged(
  text: string,
  index: PlaceIndex,
  fields: Context,
  townGiven: boolean,
): { walked: WalkedText; kept: readonly { hit: PlaceHit; doubt: string | null }[] } {
  const except = new Set<string>();
  for (let round = 0; ; round += 1) {
    const walked = walkPlaces(text, index, except);
    const named = namedIn(walked, index);
    const kept: { hit: PlaceHit; doubt: string | null }[] = [];
    let again = false;
    for (const hit of walked.hits) {
      if (hit.place.territory === null || hit.place.kind === 'nationality') continue;
      const doubt = judge(hit, walked, index, besides(hit, named, index), fields, townGiven);
      if (doubt !== DROPPED) kept.push({ hit, doubt });
      else if (hit.last > hit.first && besideWord(hit, walked, index) === null) {
        except.add(hitKey(hit.place, hit.first, hit.last));
        again = true;
      }
    }
    if (!again || round === MOST_ROUNDS) return { walked, kept };
  }
}

/** Whether a text says nothing but this name and names of countries. */
function isAlone(hit: PlaceHit, walked: WalkedText): boolean {
  const countries = walked.hits.filter(({ place }) => place.kind === 'country');
  const said = [hit, ...countries];
  return walked.tokens.every((token) =>
    said.some(({ start, end }) => start <= token.start && token.end <= end),
  );
}

/** Reads a country field: a code (`KP`, `prk`, `UA-43`) or a name. `demonyms` lets nationality words count. */
export function readCountry(value: string, index: PlaceIndex, demonyms = false): Reading[] {
  const coded = index.codes.get(value.trim().toUpperCase());
  const found =
    coded === undefined
      ? walkPlaces(value, index).hits.map(({ place, start, end }) => ({
          place,
          written: value.slice(start, end),
        }))
      : [{ place: coded, written: value.trim() }];
  return found.flatMap(({ place, written }) => {
    if (place.territory === null || (place.kind === 'nationality' && !demonyms)) return [];
    return [
      { place, territory: place.territory, written, text: value, ...grade(place, written, null, true) },
    ];
  });
}

/** What the country fields name together; a country that no table knows counts under its own spelling. */
export function contextOf(countries: readonly string[], index: PlaceIndex): Context {
  const codes = new Set<string>();
  for (const value of countries) {
    const code = value.trim().toUpperCase();
    if (code === '') continue;
    const coded = index.codes.get(code);
    const places = coded === undefined ? walkPlaces(value, index).hits.map((hit) => hit.place) : [coded];
    for (const place of places) for (const named of namedBy(place, index)) codes.add(named);
    if (places.length === 0) codes.add(/^[A-Z]{2}(?:-|$)/.test(code) ? code.slice(0, 2) : code);
  }
  return { codes, region: false };
}

function grade(
  place: Place,
  written: string,
  doubt: string | null,
  alone: boolean,
): { grade: Reading['grade']; doubt: string | null } {
  if (doubt !== null) return { grade: place.standing === 'outside' ? 'outside' : 'open', doubt };
  if (place.standing === 'outside') return { grade: 'outside', doubt: null };
  if (place.standing === 'partly' || (place.standing === 'namesake' && alone))
    return {
      grade: 'open',
      doubt: `"${written}" names a region of which only a part is meant: ask for the town`,
    };
  if (place.standing === 'unclear')
    return {
      grade: 'open',
      doubt: `"${written}" may name a region of which only a part is meant, or its city, whose holder the table knows from memory only: ask for the town`,
    };
  if (place.standing === 'contested')
    return { grade: 'open', doubt: `who holds "${written}" has changed: ask who does on the day` };
  return { grade: 'sure', doubt: null };
}

/** Null where the name is the place, a doubt where a person has to look, DROPPED where it is something else. */
function judge(
  hit: PlaceHit,
  walked: WalkedText,
  index: PlaceIndex,
  beside: Context,
  fields: Context,
  townGiven: boolean,
): string | null | typeof DROPPED {
  const { place } = hit;
  const written = walked.text.slice(hit.start, hit.end);
  const needs = place.needs.length > 0 ? place.needs : (index.named.get(place.territory ?? '') ?? []);
  const context = beside.codes.size > 0 || beside.region ? beside : fields;
  const fits = needs.some((need) => context.codes.has(need));
  const silent = context.codes.size === 0 && !context.region;

  const street = besideWord(hit, walked, index);
  if (street !== null) {
    if (street === 'named' && (townGiven || hasOtherWords(hit, walked))) return DROPPED;
    if (street !== 'house' && !silent && !fits) return DROPPED;
    return `"${written}" may be the name of a street or a house`;
  }
  const contradicted = `"${written}" stands beside the name of another country`;
  if (place.shared === '') {
    const elsewhere = beside.codes.size > 0 && !needs.some((need) => beside.codes.has(need));
    return elsewhere || (!silent && !fits && insidePhrase(hit, walked)) ? contradicted : null;
  }
  if (fits) return null;
  if (context.region) return DROPPED;
  if (place.shared === 'rare')
    return silent && !numbered(hit, walked)
      ? null
      : silent
        ? `"${written}" may be the name of a street or a house`
        : contradicted;
  if (place.doubtWith.some((code) => context.codes.has(code)) || (silent && place.shared === 'yes'))
    return `"${written}" is the name of other places too: ask for the country and the region`;
  return DROPPED;
}

/** What a text names: places that are no streets, a two-letter code at its end, a US state before a ZIP code. */
type Named = { readonly hits: readonly PlaceHit[]; readonly code: string | null; readonly state: boolean };

function namedIn(walked: WalkedText, index: PlaceIndex): Named {
  const { tokens, text } = walked;
  const hits = new Map<string, PlaceHit>();
  for (const hit of walked.hits) {
    if (hit.place.kind === 'nationality' || hits.has(hit.place.id)) continue;
    if (besideWord(hit, walked, index) === null) hits.set(hit.place.id, hit); // Argentina Square is in Tehran
  }
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  const coded = last !== undefined && before !== undefined && /^[A-Z]{2}$/.test(last.text);
  const code = coded && BREAK.test(text.slice(before.end, last.start)) ? last.text : null;
  const states = index.role('us-state');
  const state = tokens.some(
    (token, at) => states.has(token.text) && /^\d{5}$/.test(tokens[at + 1]?.text ?? ''),
  );
  return { hits: [...hits.values()], code, state };
}

/** What the rest of the text names, the hit itself and other readings of its words left out. */
function besides(hit: PlaceHit, named: Named, index: PlaceIndex): Context {
  const codes = new Set<string>(named.code === null ? [] : [named.code]);
  if (named.state) codes.add('US');
  let region = named.state;
  for (const other of named.hits) {
    if (other.place === hit.place || (other.start === hit.start && other.end === hit.end)) continue;
    for (const code of namedBy(other.place, index)) codes.add(code);
    if (other.place.territory === null && other.place.kind === 'region') region = true;
  }
  return { codes, region };
}

function namedBy(place: Place, index: PlaceIndex): readonly string[] {
  return place.territory === null ? place.needs : (index.named.get(place.territory) ?? []);
}

/**
 * A word beside the name that makes it a street or a house: `named` where nothing else is said in that part of the
 * text, `unsure` where more words follow ("Sevastopol street Lenina"), `house` where it may as well stand in the place
 * ("Tehran Office").
 */
function besideWord(
  hit: PlaceHit,
  walked: WalkedText,
  index: PlaceIndex,
): 'named' | 'unsure' | 'house' | null {
  const { tokens, keys, text } = walked;
  const has = (role: string, key: string | undefined) => key !== undefined && index.role(role).has(key);
  const joined = (a: TextToken, b: TextToken) => !BREAK.test(text.slice(a.end, b.start));

  const token = tokens[hit.last]!;
  if (hit.end < token.end) {
    const rest = text.slice(hit.end, token.end);
    return [...index.role('street-han')].some((word) => rest.startsWith(word)) ? 'named' : null;
  }
  const next = tokens[hit.last + 1];
  if (next !== undefined && joined(token, next)) {
    const key = keys[hit.last + 1];
    if (has('premises-unsure', key)) return 'house';
    if (has('premises', key) || (next.touches && has('street-suffix', key))) return 'named';
    if (has('street-after', key)) {
      for (let at = hit.last + 2; at < tokens.length && joined(tokens[at - 1]!, tokens[at]!); at += 1)
        if (tokens[at]!.kind === 'word' && !/\d/.test(tokens[at]!.text)) return 'unsure';
      return 'named';
    }
    if (/^(?:路|街|道|通り)/u.test(next.text) && next.start === token.end) return 'named';
  }
  let at = hit.first - 1;
  while (at >= 0 && joined(tokens[at]!, tokens[at + 1]!) && has('article', keys[at])) at -= 1;
  if (at < 0 || !joined(tokens[at]!, tokens[at + 1]!)) return null;
  return has('street-before', keys[at]) || has('premises', keys[at]) ? 'named' : null;
}

/** Whether another part of the text (parts end at commas and the like) holds a word. */
function hasOtherWords(hit: PlaceHit, walked: WalkedText): boolean {
  const { tokens, text } = walked;
  let part = 0;
  let own = -1;
  const wordy = new Set<number>();
  tokens.forEach((token, at) => {
    const last = tokens[at - 1];
    if (last !== undefined && BREAK.test(text.slice(last.end, token.start))) part += 1;
    if (at === hit.first) own = part;
    if (token.kind === 'word' && !(hit.first <= at && at <= hit.last)) wordy.add(part);
  });
  if (RUN.test(tokens[hit.first]!.text)) return hit.start > tokens[hit.first]!.start || wordy.size > 0;
  wordy.delete(own);
  return wordy.size > 0;
}

const RUN = /^\p{Script=Han}+$/u;

/** A country's name with a word behind it is hardly the end of an address: "Bank Melli Iran Building". */
function insidePhrase(hit: PlaceHit, walked: WalkedText): boolean {
  const next = walked.tokens[hit.last + 1];
  if (hit.place.kind !== 'country' || next === undefined || next.kind !== 'word') return false;
  return !BREAK.test(walked.text.slice(hit.end, next.start));
}

/** A house number right behind a bare name: "Cuba 235" is a street in Mexico, "Damascus 1234" hardly a town. */
function numbered(hit: PlaceHit, walked: WalkedText): boolean {
  const next = walked.tokens[hit.last + 1];
  if (next === undefined || next.kind !== 'number' || next.text.length > 4) return false;
  return !BREAK.test(walked.text.slice(hit.end, next.start));
}
