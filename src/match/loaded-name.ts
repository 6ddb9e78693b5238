/**
 * A name as the inner loop reads it: its letters in one array, part after part, so that neighbouring parts read
 * together are one run of letters. A `LoadedName` is scratch: it is filled again for the next name and allocates nothing.
 * Words that have one form in all languages (trading, torgovaya) are equal by their form, but their letters are those
 * written, so that "Tradng" is still a slip for "Trading" and "Tradinggroup" for the two words.
 *
 *   letters  | m i s h u s t i n | m i k h a i l |
 *   from, to   0               9   9            16
 */
import { isOneSyllable, languageOf, latinInitial, type NamePart, type ParsedName } from '../names/index.js';
import type { BusinessWords } from './business-words.js';
import type { EditCosts } from './edit-costs.js';
import { LETTERS, letterOf, MAX_LETTERS, MAX_PART_LETTERS, MAX_PARTS } from './letters.js';
import { type NameRules, typeNumber } from './name-rules.js';

const WORD = typeNumber('word');
const GENERIC = typeNumber('generic');
const SECTOR = typeNumber('sector');
const BROAD = typeNumber('broad');
const GIVEN = typeNumber('given');
const PARTICLE = typeNumber('particle');

/** Abu Hamza, Umm Hamza: a name by which a parent goes. */
const KUNYA = /^(?:abu|umm)[a-z]/;

/** Whose name a part is, where the name itself says so: its bearer's, or an ancestor's. */
export const OWN = 1;
export const ANCESTOR = 2;
const PLACE = typeNumber('place');
const COUNTRY = typeNumber('country');
const ACRONYM = typeNumber('acronym');

/**
 * Bits of the classes of consonants that no cheap edit leads out of: b p v f, d t, c k q g s z x, l, m, n, r. Vowels, h,
 * j, w, y and digits come and go too easily to be counted.
 */
const SOUNDS = Uint8Array.from({ length: LETTERS }, (_, letter) => {
  const sound = 'bpvf|dt|ckqgszx|l|m|n|r'
    .split('|')
    .findIndex((letters) => [...letters].some((one) => letterOf(one.charCodeAt(0)) === letter));
  return sound < 0 ? 0 : 1 << sound;
});

const VOWEL = Uint8Array.from({ length: LETTERS }, (_, letter) =>
  [...'aeiouy'].some((one) => letterOf(one.charCodeAt(0)) === letter) ? 1 : 0,
);

/** Words of a name whose first letters are kept. */
const MAX_INITIALS = 32;
/** The code of a: letters are at it, or over it, in small letters. */
const LEAST_LETTER = 0x61;
const APOSTROPHE = 0x27;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** One name, loaded. Arrays are by part up to `count`, or by letter. */
export class LoadedName {
  name: ParsedName | null = null;
  count = 0;
  businessWords = false;
  /** The part that is an acronym of words of this name, -1 for none; the parts it stands for, the end exclusive. */
  acronym = -1;
  acronymFirst = 0;
  acronymEnd = 0;
  readonly letters = new Uint8Array(MAX_LETTERS);
  /** 1 for a letter that is the one before it once more. */
  readonly doubled = new Uint8Array(MAX_LETTERS);
  /** The list of spellings of one sound that end here. */
  readonly graphemes = new Uint16Array(MAX_LETTERS);
  readonly from = new Int32Array(MAX_PARTS + 1);
  readonly to = new Int32Array(MAX_PARTS + 1);
  /** Length and first letter of a part's form: parts that differ in it are not equal. */
  readonly heads = new Int32Array(MAX_PARTS);
  readonly masks = new Int32Array(MAX_PARTS);
  /** Classes of consonants that occur in a part, a bit each; the second of those that stand for themselves alone. */
  readonly sounds = new Uint8Array(MAX_PARTS);
  readonly ownSounds = new Uint8Array(MAX_PARTS);
  readonly types = new Uint8Array(MAX_PARTS);
  readonly abjad = new Uint8Array(MAX_PARTS);
  /** Languages of which a part is one syllable, or more than one, and of any part, a bit each. */
  readonly syllable = new Uint8Array(MAX_PARTS);
  readonly syllables = new Uint8Array(MAX_PARTS);
  languages = 0;
  /** 1 for a part whose ending makes its vowels sure. */
  readonly steady = new Uint8Array(MAX_PARTS);
  /** Letters of an ending that many names share (-ovich, -dottir), 0 for none. */
  readonly ending = new Uint8Array(MAX_PARTS);
  /** 1 for a part of one syllable. */
  readonly oneSyllable = new Uint8Array(MAX_PARTS);
  /** `OWN` for the first given name, `ANCESTOR` behind bin and before oglu, else 0. */
  readonly line = new Uint8Array(MAX_PARTS);
  /** 1 for names with Abd: Abd al-Karim. */
  readonly servant = new Uint8Array(MAX_PARTS);
  /** 1 for a part with more letters than are looked at. */
  readonly cut = new Uint8Array(MAX_PARTS);
  /** The forms of parts behind `MAX_PARTS`, '' for almost every name. */
  rest = '';
  /** The part that is `OWN`, -1 for none. */
  own = -1;
  readonly rarity = new Float64Array(MAX_PARTS);
  /** Nats that agreement on the part gives. */
  readonly info = new Float64Array(MAX_PARTS);
  readonly parts: NamePart[] = [];
  /**
   * First letters of all words as written (a part may be several: Research Institute), and whose they are, once
   * `loadInitials` was called.
   */
  initialCount = -1;
  readonly initials = new Uint8Array(MAX_INITIALS);
  readonly initialPart = new Uint8Array(MAX_INITIALS);

  readonly #rules: NameRules;
  readonly #costs: EditCosts;
  readonly #words: BusinessWords;

  constructor(rules: NameRules, costs: EditCosts, words: BusinessWords) {
    this.#rules = rules;
    this.#costs = costs;
    this.#words = words;
  }

  /** Fills the arrays from a name; nothing happens when it is the one already loaded. */
  load(name: ParsedName): void {
    if (this.name === name) return;
    this.name = name;
    const rules = this.#rules;
    const count = Math.min(name.parts.length, MAX_PARTS);
    let end = 0;
    this.businessWords = false;
    this.languages = 0;
    for (let at = 0; at < count; at += 1) {
      const part = name.parts[at]!;
      this.parts[at] = part;
      const type = name.kind === 'person' ? typeNumber(part.type) : this.#typeOf(name, at);
      this.types[at] = type;
      this.#loadReadings(part.readings, at);
      this.rarity[at] = part.rarity;
      const nats = Math.min(part.rarity - rules.floor, rules.perLetter * part.form.length);
      this.info[at] =
        part.type === 'initial' ? rules.initialInfo : Math.max(rules.least, nats) * rules.typeInfo[type]!;
      this.abjad[at] = part.script === 'Arabic' || part.script === 'Hebrew' ? 1 : 0;
      if (part.type === 'legal-form' || part.type === 'generic') this.businessWords = true;
      this.servant[at] = part.form.length > 5 && part.form.startsWith('abd') ? 1 : 0;
      this.from[at] = end;
      this.heads[at] = (part.form.length << 8) | (part.form.charCodeAt(0) & 0xff);
      const written = writtenOf(part);
      end = this.#loadLetters(written, at, end);
      this.to[at] = end;
      this.cut[at] = written.length > this.to[at]! - this.from[at]! ? 1 : 0;
    }
    this.rest = '';
    for (let at = count; at < name.parts.length; at += 1) this.rest += ` ${name.parts[at]!.form}`;
    this.count = count;
    this.initialCount = -1;
    this.acronym = -1;
    for (let at = 0; at < count; at += 1) if (this.types[at] === ACRONYM) this.#spellOut(at);
    this.#findLine();
  }

  /** A given name is a bearer's own when no word stands before it of which nobody knows what it is. */
  #findLine(): void {
    this.own = -1;
    let open = false;
    let behindSon = false;
    for (let at = 0; at < this.count; at += 1) {
      this.line[at] = 0;
      const type = this.types[at]!;
      if (type === PARTICLE) {
        const { form } = this.parts[at]!;
        if (form === 'bin') behindSon = true;
        else if (form !== 'al') behindSon = false;
        if (at > 0 && (form === 'oglu' || form === 'kyzy')) this.line[at - 1] = ANCESTOR;
        continue;
      }
      if (behindSon) this.line[at] = ANCESTOR;
      else if (type === GIVEN && this.own < 0 && !open && !KUNYA.test(this.parts[at]!.form)) {
        this.own = at;
        this.line[at] = OWN;
      }
      if (type === WORD) open = true;
      behindSon = false;
    }
  }

  #loadReadings(readings: readonly number[], at: number): void {
    let one = 0;
    let more = 0;
    for (let reading = 0; reading < readings.length; reading += 1) {
      const bit = 1 << languageOf(readings[reading]!);
      if (isOneSyllable(readings[reading]!)) one |= bit;
      else more |= bit;
    }
    this.syllable[at] = one;
    this.syllables[at] = more;
    this.languages |= one | more;
  }

  /** Fills the first letters; few names need them. */
  loadInitials(): void {
    if (this.initialCount >= 0) return;
    this.initialCount = 0;
    for (let at = 0; at < this.count; at += 1) this.#loadInitials(this.parts[at]!, at);
  }

  /** Letter of an acronym as the Latin letter it stands for; it is read as written, in whatever alphabet. */
  acronymLetter(part: number, at: number): number {
    return latinInitial(this.#writtenOf(part).charCodeAt(at));
  }

  /** How many letters a part has as an acronym. */
  acronymLength(part: number): number {
    return this.#writtenOf(part).length;
  }

  #writtenOf(part: number): string {
    const { native, text, form } = this.parts[part]!;
    if (native !== '') return native;
    return text.length === this.to[part]! - this.from[part]! ? text : form;
  }

  #loadInitials(part: NamePart, at: number): void {
    const { text, form } = part;
    let inside = false;
    for (let place = 0; place < text.length && this.initialCount < MAX_INITIALS; place += 1) {
      const code = text.charCodeAt(place);
      const between = code < LEAST_LETTER ? !isDigit(code) && (code | 0x20) < LEAST_LETTER : false;
      if (between && code !== APOSTROPHE) inside = false;
      else if (!inside) {
        inside = true;
        this.initials[this.initialCount] = latinInitial(code) || form.charCodeAt(0);
        this.initialPart[this.initialCount] = at;
        this.initialCount += 1;
      }
    }
  }

  #typeOf(name: ParsedName, at: number): number {
    const part = name.parts[at]!;
    const type = typeNumber(part.type);
    if (type === PLACE)
      return this.#words.get(part.form) === 'country' && standsBehind(name, at) ? COUNTRY : PLACE;
    if (type !== WORD && type !== GENERIC) return type;
    const known = this.#words.get(part.form);
    if (known === undefined || known === 'country') return type === WORD ? WORD : SECTOR;
    return known === 'filler' ? GENERIC : BROAD;
  }

  /** Finds the parts before an acronym, or behind it, that begin with its letters; particles may be passed over. */
  #spellOut(acronym: number): void {
    this.loadInitials();
    const length = this.acronymLength(acronym);
    let letter = length - 1;
    let at = this.initialCount - 1;
    while (at >= 0 && this.initialPart[at]! >= acronym) at -= 1;
    let first = acronym;
    for (; at >= 0 && letter >= 0; at -= 1) {
      first = this.initialPart[at]!;
      if (this.initials[at] === this.acronymLetter(acronym, letter)) letter -= 1;
      else if (this.types[first] !== PARTICLE) break;
    }
    if (letter < 0) {
      this.acronym = acronym;
      this.acronymFirst = first;
      this.acronymEnd = acronym;
      return;
    }
    letter = 0;
    let end = acronym + 1;
    for (at = 0; at < this.initialCount && letter < length; at += 1) {
      if (this.initialPart[at]! <= acronym) continue;
      if (this.initials[at] === this.acronymLetter(acronym, letter)) letter += 1;
      else if (this.types[this.initialPart[at]!] !== PARTICLE) return;
      end = this.initialPart[at]! + 1;
    }
    if (letter < length) return;
    this.acronym = acronym;
    this.acronymFirst = acronym + 1;
    this.acronymEnd = end;
  }

  #loadLetters(text: string, part: number, start: number): number {
    const { graphemes } = this.#costs;
    const { letters } = this;
    const end = Math.min(start + Math.min(text.length, MAX_PART_LETTERS), MAX_LETTERS);
    let mask = 0;
    let sounds = 0;
    let ownSounds = 0;
    let last = -1;
    let syllables = 0;
    let state = graphemes.start;
    // The leftmost letter of the spellings that end at or behind the letter looked at.
    let open = end;
    for (let at = start; at < end; at += 1) {
      const letter = letterOf(text.charCodeAt(at - start));
      letters[at] = letter;
      mask |= 1 << (letter & 31);
      sounds |= SOUNDS[letter]!;
      if (VOWEL[letter] !== 0 && (last < 0 || VOWEL[last] === 0)) syllables += 1;
      this.doubled[at] = letter === last ? 1 : 0;
      state = graphemes.next[state * LETTERS + letter]!;
      this.graphemes[at] = at === end - 1 ? graphemes.final[state]! : graphemes.inner[state]!;
      last = letter;
    }
    for (let at = end - 1; at >= start; at -= 1) {
      const list = this.graphemes[at]!;
      if (graphemes.starts[list + 1]! - graphemes.starts[list]! > 1)
        open = Math.min(open, at + 1 - graphemes.longest[list]!);
      if (at < open) ownSounds |= SOUNDS[letters[at]!]!;
    }
    this.steady[part] = end > start ? graphemes.steady[this.graphemes[end - 1]!]! : 0;
    this.ending[part] = end > start ? graphemes.ending[this.graphemes[end - 1]!]! : 0;
    this.oneSyllable[part] = syllables <= 1 ? 1 : 0;
    this.masks[part] = mask;
    this.sounds[part] = sounds;
    this.ownSounds[part] = ownSounds;
    return end;
  }
}

/**
 * Whether a country stands behind the name proper, as it does in the names of subsidiaries (Delta Chile, Delta Bank
 * (Austria) AG): only legal forms and the like follow, and no "of" ties it to the name (Sberbank of Russia).
 */
function standsBehind(name: ParsedName, at: number): boolean {
  const { parts } = name;
  if (at === 0 || parts[at - 1]!.form === 'of') return false;
  for (let later = at + 1; later < parts.length; later += 1)
    if (!BEHIND.has(parts[later]!.type) && parts[later]!.form !== 'company') return false;
  for (let earlier = 0; earlier < at; earlier += 1) if (parts[earlier]!.type === 'word') return true;
  return false;
}

const BEHIND: ReadonlySet<string> = new Set(['legal-form', 'particle', 'number', 'place']);

/** Small letters and digits of a part as written where that is plain Latin, else its form, else its own script. */
function writtenOf(part: NamePart): string {
  if (part.form === '') return part.native;
  if (part.script !== 'Latin' || !ONE_FORM.has(part.type) || !PLAIN.test(part.text)) return part.form;
  return part.text.toLowerCase().replace(/[^a-z0-9]/g, '') || part.form;
}

/** Types whose form stands for a word in many languages. */
const ONE_FORM: ReadonlySet<string> = new Set(['generic', 'legal-form', 'place', 'honorific']);
const PLAIN = /^[ -~]+$/;
