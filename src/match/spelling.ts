/**
 * How alike two parts of names are, or two runs of neighbouring parts read together, in [0, 1]. 1 is equal; what lies
 * between comes from the weighted edit distance per letter; 0 is another word.
 */
import {
  CHINESE,
  KOREAN,
  meetJoined,
  meetReadings,
  type NamePart,
  type Names,
  VIETNAMESE,
} from '../names/index.js';
import { GUESSED, STEADY, SYLLABLE, USUAL } from './edit-costs.js';
import type { EditDistance } from './edit-distance.js';
import { legalRelation, NEAR } from './legal-relation.js';
import { ANCESTOR, type LoadedName, OWN } from './loaded-name.js';
import { type NameRules, PERSON, TYPES, typeNumber, VESSEL } from './name-rules.js';

const PARTICLE = typeNumber('particle');
const WORD = typeNumber('word');
const PATRONYMIC = typeNumber('patronymic');
const GENERATION = typeNumber('generation');
const INITIAL = typeNumber('initial');
const LEGAL_FORM = typeNumber('legal-form');
const NUMBER = typeNumber('number');
/** Bits of the languages whose names are told syllable by syllable. */
const SPELLED_BY_SYLLABLE = (1 << CHINESE) | (1 << KOREAN) | (1 << VIETNAMESE);

/** Compares parts of two loaded names. */
export class Spelling {
  readonly #rules: NameRules;
  readonly #distance: EditDistance;
  readonly #names: Names;

  constructor(rules: NameRules, distance: EditDistance, names: Names) {
    this.#rules = rules;
    this.#distance = distance;
    this.#names = names;
  }

  /** Whether two parts have the same form. */
  sameForm(left: LoadedName, at: number, right: LoadedName, to: number): boolean {
    if (left.heads[at] !== right.heads[to]) return false;
    const form = left.parts[at]!.form;
    return form === '' ? sameNative(left.parts[at]!, right.parts[to]!) : form === right.parts[to]!.form;
  }

  /** How alike two parts with the same form are: less than 1 for Chinese signs read alike, or unlike slots. */
  ofEqual(left: LoadedName, at: number, right: LoadedName, to: number): number {
    const one = left.parts[at]!;
    const other = right.parts[to]!;
    if (one.script === 'Han' && other.script === 'Han' && one.native !== other.native)
      return this.#rules.homophone;
    if (isOwnAndFather(left, at, right, to)) return this.#rules.ownAsFather;
    return strangePatronymic(left, at, right, to) ? this.#rules.otherSlot : 1;
  }

  /** How alike two parts with unlike forms are; 0 where their types cannot be the same part of a name. */
  ofUnlike(left: LoadedName, at: number, right: LoadedName, to: number, kind: number): number {
    const type = left.types[at]!;
    const otherType = right.types[to]!;
    const slot = this.#rules.slot[type * TYPES + otherType]!;
    if (slot === 0 || strangePatronymic(left, at, right, to)) return 0;
    const one = left.parts[at]!;
    const other = right.parts[to]!;
    if (sameNative(one, other)) return 1;
    const read = this.#ofReadings(left, at, right, to);
    if (read >= this.#rules.asReading[0]!) return read;
    if (type === INITIAL || otherType === INITIAL) {
      if (read > 0) return read;
      if (type === otherType) return 0;
      return left.letters[left.from[at]!] === right.letters[right.from[to]!] ? this.#rules.initial : 0;
    }
    if (type === LEGAL_FORM && otherType === LEGAL_FORM) {
      const { legalForm } = this.#names;
      const relation = legalRelation(legalForm(one.form), legalForm(other.form));
      return relation === NEAR ? this.#rules.legalFamily : 0;
    }
    if (type === NUMBER || type === GENERATION || type === PARTICLE) return 0;
    if (kind === VESSEL) return this.ofRuns(left, at, at + 1, right, to, to + 1, this.#rules.vesselSpelling);
    if (isOwnAndFather(left, at, right, to)) return 0;
    const equivalence = this.#asGivenNames(left, at, right, to);
    let factor = this.#factor(left, at, right, to);
    const others = this.#areOtherNames(one.form, other.form) || areManAndWoman(one, other);
    if (equivalence === 0 && others) factor *= this.#rules.knownOther;
    const spelled = this.ofRuns(left, at, at + 1, right, to, to + 1, factor);
    const alike = Math.max(equivalence, read, spelled);
    return kind === PERSON && slot !== 1 && alike < HALF_ALIKE ? 0 : alike;
  }

  /** How alike two parts are by what they stand for in a language that both may be of. */
  #ofReadings(left: LoadedName, at: number, right: LoadedName, to: number): number {
    const shared = (left.syllable[at]! | left.syllables[at]!) & (right.syllable[to]! | right.syllables[to]!);
    if (shared === 0) return 0;
    const one = left.parts[at]!;
    const other = right.parts[to]!;
    // Chinese signs are read in one language or the other, and Latin letters say in which.
    const han = one.script === 'Han' || other.script === 'Han';
    return this.#asRead(meetReadings(one.readings, other.readings, han ? 0 : shared));
  }

  /** How alike two neighbours of one name, read together, and a part of the other are by their syllables alone. */
  ofJoinedReadings(left: LoadedName, at: number, right: LoadedName, to: number): number {
    if ((left.syllable[at]! & left.syllable[at + 1]! & right.syllables[to]!) === 0) return 0;
    const first = left.parts[at]!.readings;
    const last = left.parts[at + 1]!.readings;
    return this.#asRead(meetJoined(first, last, right.parts[to]!.readings));
  }

  #asRead(certainty: number): number {
    return certainty < 0 ? 0 : this.#rules.asReading[certainty]!;
  }

  /**
   * What the cost of unlike letters is multiplied by: less for words with one skeleton; more, the better known both are as
   * names, since then one is less likely a slip for the other.
   */
  #factor(left: LoadedName, at: number, right: LoadedName, to: number): number {
    const { sameKey, keyLetters, knownFully, knownPerNat } = this.#rules;
    const { syllable, syllables } = this.#rules;
    // Zhang Wei and Zhang Hui, Gao Yan and Gao Yanni: every syllable is near to others that mean somebody else.
    const either = left.syllable[at]! | right.syllable[to]!;
    const shared =
      (left.syllable[at]! | left.syllables[at]!) &
      (right.syllable[to]! | right.syllables[to]!) &
      SPELLED_BY_SYLLABLE;
    if (shared !== 0) return (shared & either) !== 0 ? syllable : syllables;
    const one = left.parts[at]!;
    const other = right.parts[to]!;
    // One skeleton says little where vowels are sure: Danchenko, Donchenko.
    const sure = left.steady[at] !== 0 && right.steady[to] !== 0;
    if (!sure && one.key === other.key && Math.min(one.form.length, other.form.length) >= keyLetters)
      return sameKey;
    const rarer = Math.max(left.rarity[at]!, right.rarity[to]!);
    return rarer >= knownFully ? 1 : 1 + (knownFully - rarer) * knownPerNat;
  }

  /** Given names that stand for each other, whatever their letters: Ted and Theodore, Juan and John. */
  #asGivenNames(left: LoadedName, at: number, right: LoadedName, to: number): number {
    const one = left.parts[at]!;
    const other = right.parts[to]!;
    const { asSpelling, asShort, asCognate } = this.#rules;
    const relation = this.#names.equivalents.relate(one.form, other.form);
    if (relation === null) return 0;
    // Hussein and Husayn are one as a father's or a family's name too, Ivan and John are not.
    const servant = left.servant[at] !== right.servant[to];
    if (relation !== 'spelling' && !servant && (!mayBeGiven(one) || !mayBeGiven(other))) return 0;
    return relation === 'spelling' ? asSpelling : relation === 'short' ? asShort : asCognate;
  }

  /** Both stand in the table of given names, and not together: Hasan, Husayn. */
  #areOtherNames(one: string, other: string): boolean {
    const { knows } = this.#names.equivalents;
    return knows(one) && knows(other) && this.#names.equivalents.relate(one, other) === null;
  }

  /**
   * How alike two runs of parts are when read without the spaces between them.
   *
   * @param factor what the cost is multiplied by: over 1 where a slip is less likely than another name
   */
  ofRuns(
    left: LoadedName,
    leftFirst: number,
    leftEnd: number,
    right: LoadedName,
    rightFirst: number,
    rightEnd: number,
    factor: number,
  ): number {
    if (left.cut[leftEnd - 1] !== 0 || right.cut[rightEnd - 1] !== 0) return 0;
    const leftFrom = left.from[leftFirst]!;
    const leftTo = left.to[leftEnd - 1]!;
    const rightFrom = right.from[rightFirst]!;
    const rightTo = right.to[rightEnd - 1]!;
    const leftLength = leftTo - leftFrom;
    const rightLength = rightTo - rightFrom;
    const longest = Math.max(leftLength, rightLength);
    const shortest = leftLength + rightLength - longest;
    if (shortest === 0 || longest > 2 * shortest) return 0;
    // Jónsdóttir, Tómasdóttir: of an ending that both have one letter counts, since it is no sign of sameness.
    const ending = Math.min(left.ending[leftEnd - 1]!, right.ending[rightEnd - 1]!);
    const letters = ending === 0 || shortest <= ending ? longest : longest - ending + 1;
    const limit = this.#rules.reach[letters]! / factor;
    if (!sharesSounds(left, leftFirst, leftEnd, right, rightFirst, rightEnd, limit)) return 0;
    const guessed = left.abjad[leftFirst] !== right.abjad[rightFirst];
    const steady = left.steady[leftEnd - 1] !== 0 && right.steady[rightEnd - 1] !== 0;
    const single = leftEnd - leftFirst === 1 && rightEnd - rightFirst === 1;
    const syllable = single && left.oneSyllable[leftFirst] !== 0 && right.oneSyllable[rightFirst] !== 0;
    const sure = guessed ? GUESSED : steady ? STEADY : syllable ? SYLLABLE : USUAL;
    const cost = this.#distance.between(left, leftFrom, leftTo, right, rightFrom, rightTo, limit, sure);
    return cost >= limit ? 0 : 1 - (cost / limit) ** this.#rules.exponent;
  }
}

/** Under this two names that stand in unlike slots are two names. */
const HALF_ALIKE = 0.5;

/** Mario and Maria, Karim and Karima: given names that differ by a last a, or by a for o, are a man's and a woman's. */
function areManAndWoman(one: NamePart, other: NamePart): boolean {
  if (one.type !== 'given' || other.type !== 'given') return false;
  return isWomanOf(one.form, other.form) || isWomanOf(other.form, one.form);
}

function isWomanOf(woman: string, man: string): boolean {
  if (!woman.endsWith('a') || woman.length - man.length > 1 || woman.length < man.length) return false;
  const stem = woman.length - 1;
  return man.startsWith(woman.slice(0, stem)) && (man.length === stem || man.endsWith('o'));
}

/** Whether one part is its bearer's own name, and the other an ancestor's: Ibrahim bin Khalid, Khalid bin Ibrahim. */
function isOwnAndFather(left: LoadedName, at: number, right: LoadedName, to: number): boolean {
  return left.line[at]! + right.line[to]! === OWN + ANCESTOR && left.line[at] !== 0 && right.line[to] !== 0;
}

/** Whether one part only is a father's name, in a form made for fathers: Petrovich is no Petrov, bin Hasan may be Hasan. */
function strangePatronymic(left: LoadedName, at: number, right: LoadedName, to: number): boolean {
  const one = left.types[at] === PATRONYMIC;
  const other = right.types[to] === PATRONYMIC;
  if (one === other) return false;
  const type = one ? right.types[to] : left.types[at];
  if (type === WORD || type === INITIAL) return false;
  return one ? left.line[at] !== ANCESTOR : right.line[to] !== ANCESTOR;
}

/** Least cost, in hundredths, of a consonant that has no like in the other word: none of the table's is lower. */
const UNLIKE_CONSONANT = 80;

/**
 * Sounds that only one side has cost an edit each; where that alone is over the limit nothing more is looked at. Letters in
 * a spelling of several are not counted: t and s of "tsch" may stand for one c.
 */
function sharesSounds(
  left: LoadedName,
  leftFirst: number,
  leftEnd: number,
  right: LoadedName,
  rightFirst: number,
  rightEnd: number,
  limit: number,
): boolean {
  let leftSounds = 0;
  let leftOwn = 0;
  for (let part = leftFirst; part < leftEnd; part += 1) {
    leftSounds |= left.sounds[part]!;
    leftOwn |= left.ownSounds[part]!;
  }
  let rightSounds = 0;
  let rightOwn = 0;
  for (let part = rightFirst; part < rightEnd; part += 1) {
    rightSounds |= right.sounds[part]!;
    rightOwn |= right.ownSounds[part]!;
  }
  const missing = bits(leftOwn & ~rightSounds);
  const added = bits(rightOwn & ~leftSounds);
  return Math.max(missing, added) * UNLIKE_CONSONANT <= limit;
}

function sameNative(one: NamePart, other: NamePart): boolean {
  return one.native !== '' && one.native === other.native;
}

function mayBeGiven(part: NamePart): boolean {
  return part.type === 'given' || part.type === 'word';
}

/** How many of the lower eight bits are set. */
function bits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55);
  const nibbles = (pairs & 0x33) + ((pairs >>> 2) & 0x33);
  return (nibbles + (nibbles >>> 4)) & 0x0f;
}
