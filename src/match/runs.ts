/**
 * Readings in which neighbouring parts of one name stand together for one part, or two, of the other (Ming liang /
 * Mingliang, Siemens AG / SiemensAG), and acronyms for the words they are made of. A few are kept, best first;
 * `alignment.ts` weighs them against pairing the parts one by one.
 */
import type { LoadedName } from './loaded-name.js';
import { type NameRules, ORGANIZATION, PERSON, TYPES, typeNumber } from './name-rules.js';
import type { Spelling } from './spelling.js';

const PARTICLE = typeNumber('particle');
const WORD = typeNumber('word');
const NUMBER = typeNumber('number');
const INITIAL = typeNumber('initial');
const LEGAL_FORM = typeNumber('legal-form');

/** More readings than these never occur together in real names. */
const MAX_RUNS = 4;
const LONGEST_JOIN = 4;
/** Letters by which a joined reading may be longer or shorter. */
const JOIN_SLACK = 2;
/** How alike a joined reading must be, and how many letters it must have unless it is equal. */
const LEAST_JOINED = 0.8;
const SHORTEST_UNEQUAL_JOIN = 7;
const SHORTEST_ACRONYM = 3;
const LONGEST_ACRONYM = 6;
/** Bits of a, e, i, o, u. */
const VOWEL_MASK = (1 << 0) | (1 << 4) | (1 << 8) | (1 << 14) | (1 << 20);
/** Gains are whole thousandths, so that sums are exact. */
export const GAIN_UNIT = 1000;

/** How a pair of the alignment was found. */
export const PLAIN = 0;
const JOINED = 1;
export const ACRONYM = 2;

/** The joined readings of two names; arrays are by reading up to `count`. */
export class Runs {
  count = 0;
  readonly leftFirst = new Int32Array(MAX_RUNS);
  readonly leftEnd = new Int32Array(MAX_RUNS);
  readonly rightFirst = new Int32Array(MAX_RUNS);
  readonly rightEnd = new Int32Array(MAX_RUNS);
  readonly how = new Uint8Array(MAX_RUNS);
  readonly alike = new Float64Array(MAX_RUNS);
  readonly gain = new Float64Array(MAX_RUNS);

  readonly #rules: NameRules;
  readonly #spelling: Spelling;
  #kind = PERSON;
  /** Whether `many` is the right name. */
  #turned = false;

  constructor(rules: NameRules, spelling: Spelling) {
    this.#rules = rules;
    this.#spelling = spelling;
  }

  /** Finds the readings of two names whose parts with an equal partner are marked. */
  find(
    left: LoadedName,
    leftExact: Uint8Array,
    right: LoadedName,
    rightExact: Uint8Array,
    kind: number,
  ): void {
    this.count = 0;
    this.#kind = kind;
    this.#turned = false;
    this.#findWithin(left, leftExact, right, rightExact);
    this.#turned = true;
    this.#findWithin(right, rightExact, left, leftExact);
  }

  /** Looks for neighbouring parts of `many` that read as one part, or two, of `few`; and for acronyms. */
  #findWithin(many: LoadedName, manyExact: Uint8Array, few: LoadedName, fewExact: Uint8Array): void {
    for (let part = 0; part < few.count; part += 1) {
      if (closed(few, fewExact, part, part + 1)) continue;
      const length = few.to[part]! - few.from[part]!;
      if (length < 2) continue;
      const acronym = mayBeAcronym(few, part, this.#kind);
      for (let first = 0; first < many.count - 1; first += 1) {
        if (few.syllables[part] !== 0) this.#tryReadings(many, manyExact, first, few, part);
        for (let end = first + 2; end <= many.count && end <= first + LONGEST_JOIN; end += 1) {
          const long = many.to[end - 1]! - many.from[first]!;
          if (long > length + JOIN_SLACK) break;
          if (long >= length - JOIN_SLACK && !closed(many, manyExact, first, end))
            this.#tryRun(many, first, end, few, part, part + 1);
        }
      }
      if (!acronym) continue;
      many.loadInitials();
      const letter = few.acronymLetter(part, 0);
      for (let start = 0; start + 1 < many.initialCount; start += 1) {
        const sameWord = start > 0 && many.initialPart[start - 1] === many.initialPart[start];
        if (!sameWord && many.initials[start] === letter) this.#tryAcronym(many, start, few, part);
      }
    }
    for (let part = 0; part + 1 < few.count; part += 1) {
      if (closed(few, fewExact, part, part + 2)) continue;
      const length = few.to[part + 1]! - few.from[part]!;
      for (let first = 0; first + 2 < many.count; first += 1) {
        const long = many.to[first + 2]! - many.from[first]!;
        if (long > length + JOIN_SLACK || long < length - JOIN_SLACK) continue;
        if (!closed(many, manyExact, first, first + 3))
          this.#tryRun(many, first, first + 3, few, part, part + 2);
      }
    }
  }

  /** Two neighbours that are the syllables of one word in another spelling: Tse tung, Zedong. */
  #tryReadings(many: LoadedName, manyExact: Uint8Array, first: number, few: LoadedName, part: number): void {
    const alike = this.#spelling.ofJoinedReadings(many, first, few, part) * this.#rules.joined;
    if (alike === 0 || closed(many, manyExact, first, first + 2)) return;
    this.#keep(many, first, first + 2, few, part, part + 1, alike, 1, JOINED);
  }

  /** Joined readings begin or end with the same letter; looking at no others saves most of the work. */
  #tryRun(
    many: LoadedName,
    first: number,
    end: number,
    few: LoadedName,
    fewFirst: number,
    fewEnd: number,
  ): void {
    const from = few.from[fewFirst]!;
    const to = few.to[fewEnd - 1]!;
    const sameStart = many.letters[many.from[first]!] === few.letters[from];
    if (!sameStart && many.letters[many.to[end - 1]! - 1] !== few.letters[to - 1]) return;
    const { joined, joinedSlip, syllable } = this.#rules;
    // Syllables of Chinese or Korean, joined, are near to many others.
    const factor = (many.languages & few.languages) === 0 ? joinedSlip : syllable;
    const alike = this.#spelling.ofRuns(many, first, end, few, fewFirst, fewEnd, factor) * joined;
    if (alike < LEAST_JOINED) return;
    // Alagri, al-Ajri: an article is no word that two names could share by chance.
    const article = end === first + 2 && many.types[first] === PARTICLE;
    if (alike < joined && to - from < SHORTEST_UNEQUAL_JOIN && !article) return;
    this.#keep(
      many,
      first,
      end,
      few,
      fewFirst,
      fewEnd,
      alike,
      Math.min(end - first, fewEnd - fewFirst),
      JOINED,
    );
  }

  /** Particles may be passed over: "MoD" is "Ministry of Defence". */
  #tryAcronym(many: LoadedName, start: number, few: LoadedName, part: number): void {
    const length = few.acronymLength(part);
    const first = many.initialPart[start]!;
    let letter = 0;
    let legal = 0;
    let at = start;
    for (; at < many.initialCount && letter < length; at += 1) {
      const type = many.types[many.initialPart[at]!]!;
      if (many.initials[at] === few.acronymLetter(part, letter) && type !== INITIAL) {
        letter += 1;
        if (type === LEGAL_FORM) legal += 1;
      } else if (letter === 0 || type !== PARTICLE) return;
    }
    if (letter < length || at - start < 2) return;
    const end = many.initialPart[at - 1]! + 1;
    // A part is spelled out in whole: "research institute" has two letters.
    if (at < many.initialCount && many.initialPart[at] === end - 1) return;
    const { acronym, acronymLong, acronymLetters, initial } = this.#rules;
    // Letters of a legal form are anybody's: NSCL would be every "N… S… Company Limited".
    const ofFirm = length - legal >= acronymLetters ? acronymLong : acronym;
    const alike = this.#kind === ORGANIZATION ? ofFirm : initial;
    this.#keep(many, first, end, few, part, part + 1, alike, 1, ACRONYM);
  }

  /** Keeps the readings that gain most, in falling order; of equal ones the first found. */
  #keep(
    many: LoadedName,
    first: number,
    end: number,
    few: LoadedName,
    fewFirst: number,
    fewEnd: number,
    alike: number,
    units: number,
    how: number,
  ): void {
    const { conflict, perNat } = this.#rules;
    const info = Math.min(runInfo(many, first, end), runInfo(few, fewFirst, fewEnd));
    const gain = Math.round(
      GAIN_UNIT * alike * (conflict[this.#kind * TYPES + WORD]! * units + perNat * info),
    );
    let slot = this.count;
    if (slot === MAX_RUNS) {
      slot -= 1;
      if (gain <= this.gain[slot]!) return;
    } else this.count += 1;
    for (; slot > 0 && this.gain[slot - 1]! < gain; slot -= 1) this.#move(slot - 1, slot);
    this.gain[slot] = gain;
    this.alike[slot] = alike;
    this.how[slot] = how;
    this.leftFirst[slot] = this.#turned ? fewFirst : first;
    this.leftEnd[slot] = this.#turned ? fewEnd : end;
    this.rightFirst[slot] = this.#turned ? first : fewFirst;
    this.rightEnd[slot] = this.#turned ? end : fewEnd;
  }

  #move(from: number, to: number): void {
    this.gain[to] = this.gain[from]!;
    this.alike[to] = this.alike[from]!;
    this.how[to] = this.how[from]!;
    this.leftFirst[to] = this.leftFirst[from]!;
    this.leftEnd[to] = this.leftEnd[from]!;
    this.rightFirst[to] = this.rightFirst[from]!;
    this.rightEnd[to] = this.rightEnd[from]!;
  }
}

/** Nats of a run of parts. */
export function runInfo(name: LoadedName, first: number, end: number): number {
  let info = 0;
  for (let part = first; part < end; part += 1) info += name.info[part]!;
  return info;
}

/** Whether a run may not be joined: a number in it, or a part (no particle) with an equal partner of its own. */
function closed(name: LoadedName, exact: Uint8Array, first: number, end: number): boolean {
  for (let part = first; part < end; part += 1)
    if (name.types[part] === NUMBER || (exact[part] !== 0 && name.types[part] !== PARTICLE)) return true;
  return false;
}

/** Three letters of a firm (NPW), or two or three of a person without a vowel among them (JC, but not Ji). */
function mayBeAcronym(name: LoadedName, part: number, kind: number): boolean {
  const length = name.acronymLength(part);
  if (length > LONGEST_ACRONYM) return false;
  if (kind === ORGANIZATION) return length >= SHORTEST_ACRONYM;
  return kind === PERSON && length <= SHORTEST_ACRONYM && (name.masks[part]! & VOWEL_MASK) === 0;
}
