/**
 * Two loaded names with their alignment: what each pair, contradiction and left-over part is, how much it says, and how
 * much of a full name it makes. The scorer weighs from here, the explanation reads the same.
 */
import type { MatchPart } from '../model/index.js';
import type { NamePart, Names } from '../names/index.js';
import type { Alignment } from './alignment.js';
import { LEGAL_RELATIONS, legalRelation } from './legal-relation.js';
import { MAX_PARTS } from './letters.js';
import type { LoadedName } from './loaded-name.js';
import { type NameRules, PART_TYPES, PERSON, TYPES, typeNumber } from './name-rules.js';
import { areNear } from './numbers.js';
import { ACRONYM, PLAIN, runInfo } from './runs.js';

const WORD = typeNumber('word');
/** Types that the name before the second half of a name with Abd may have. */
const BESIDE_HALF = Uint8Array.from({ length: TYPES }, (_, type) =>
  type === WORD || type === typeNumber('given') || type === typeNumber('patronymic') ? 1 : 0,
);
const LEGAL_FORM = typeNumber('legal-form');
const NUMBER = typeNumber('number');

/** Two names, aligned. Filled anew for each pair of names. */
export class ComparedNames {
  one: LoadedName;
  other: LoadedName;
  kind = PERSON;
  /** Parts without a partner that stand in one slot, up to `conflicts`. */
  conflicts = 0;
  readonly conflictLeft = new Int32Array(MAX_PARTS);
  readonly conflictRight = new Int32Array(MAX_PARTS);
  readonly alignment: Alignment;
  readonly #rules: NameRules;
  readonly #names: Pick<Names, 'legalForm'>;

  constructor(
    rules: NameRules,
    names: Pick<Names, 'legalForm'>,
    alignment: Alignment,
    one: LoadedName,
    other: LoadedName,
  ) {
    this.#rules = rules;
    this.#names = names;
    this.alignment = alignment;
    this.one = one;
    this.other = other;
  }

  /**
   * Abdul Karim and Wali Karim: a name with Abd is called by its second half, but not beside another name. What that
   * counts against; 0 where nothing is left beside the half.
   */
  servantConflict(): number {
    const { count, leftFirst, leftEnd, rightFirst, rightEnd, leftTaken, rightTaken } = this.alignment;
    for (let pair = 0; pair < count; pair += 1) {
      const left = leftFirst[pair]!;
      const right = rightFirst[pair]!;
      if (leftEnd[pair] !== left + 1 || rightEnd[pair] !== right + 1) continue;
      if (this.one.servant[left] === this.other.servant[right]) continue;
      const bare = this.one.servant[left] === 1 ? this.other : this.one;
      const taken = bare === this.other ? rightTaken : leftTaken;
      const half = bare === this.other ? right : left;
      if (half > 0 && taken[half - 1] === 0 && BESIDE_HALF[bare.types[half - 1]!] === 1)
        return this.#rules.conflict[this.kind * TYPES + bare.types[half - 1]!]!;
    }
    return 0;
  }

  /** Pairs parts without a partner that stand in one slot: parts of one type first, then the rest in order. */
  findConflicts(): void {
    const { leftTaken, rightTaken } = this.alignment;
    const { slot } = this.#rules;
    this.conflicts = 0;
    for (let pass = 0; pass < 2; pass += 1) {
      for (let left = 0; left < this.one.count; left += 1) {
        if (leftTaken[left] !== 0) continue;
        const type = this.one.types[left]!;
        for (let right = 0; right < this.other.count; right += 1) {
          if (rightTaken[right] !== 0) continue;
          const otherType = this.other.types[right]!;
          if (pass === 0 ? type !== otherType : slot[type * TYPES + otherType] !== 1) continue;
          this.conflictLeft[this.conflicts] = left;
          this.conflictRight[this.conflicts] = right;
          this.conflicts += 1;
          leftTaken[left] = 1;
          rightTaken[right] = 1;
          break;
        }
      }
    }
  }

  /** What a contradiction counts against. */
  conflictWeight(at: number): number {
    const type = this.#conflictType(at);
    const rules = this.#rules;
    if (type !== LEGAL_FORM && type !== NUMBER) return rules.conflict[this.kind * TYPES + type]!;
    const one = this.one.parts[this.conflictLeft[at]!]!;
    const other = this.other.parts[this.conflictRight[at]!]!;
    if (one.type !== other.type) return rules.conflict[this.kind * TYPES + type]!;
    if (type === NUMBER)
      return areNear(one.form, other.form)
        ? rules.numberNear[this.kind]!
        : rules.conflict[this.kind * TYPES + NUMBER]!;
    const { legalForm } = this.#names;
    const relation = legalRelation(legalForm(one.form), legalForm(other.form));
    return rules.legalConflict[this.kind * LEGAL_RELATIONS.length + relation]!;
  }

  /**
   * Widens the pair of an acronym to the words of its own name that it stands for (Northern Pipe Works (NPW) / NPW),
   * unless one of them has a partner too: the other name calls itself by the acronym.
   */
  takeSpelledOut(): void {
    const { leftFirst, leftEnd, leftTaken, rightFirst, rightEnd, rightTaken, how } = this.alignment;
    const ofLeft = widenAcronym(this.one, this.alignment.count, leftFirst, leftEnd, leftTaken);
    if (ofLeft >= 0) how[ofLeft] = ACRONYM;
    const ofRight = widenAcronym(this.other, this.alignment.count, rightFirst, rightEnd, rightTaken);
    if (ofRight >= 0) how[ofRight] = ACRONYM;
  }

  /** What a pair would count against, were it wholly unlike. */
  pairWeight(pair: number): number {
    return this.#rules.conflict[this.kind * TYPES + this.#pairType(pair)]!;
  }

  /** Whether a pair is proper to its bearer: a word, an acronym or a number, no business word and no place. */
  isProper(pair: number): boolean {
    const type = this.one.types[this.alignment.leftFirst[pair]!]!;
    return type === WORD || type === NUMBER || this.alignment.how[pair] !== PLAIN;
  }

  /** Nats that agreement on a pair gives. */
  pairInfo(pair: number): number {
    const { leftFirst, leftEnd, rightFirst, rightEnd, how } = this.alignment;
    const left = runInfo(this.one, leftFirst[pair]!, leftEnd[pair]!);
    const right = runInfo(this.other, rightFirst[pair]!, rightEnd[pair]!);
    if (how[pair] !== ACRONYM) return Math.min(left, right);
    const parts = Math.max(leftEnd[pair]! - leftFirst[pair]!, rightEnd[pair]! - rightFirst[pair]!);
    return this.#rules.acronymInfo * parts;
  }

  /** How much of a full name a pair is; a joined reading counts as the parts it joins. */
  pairUnits(pair: number): number {
    const { leftFirst, leftEnd, rightFirst, rightEnd } = this.alignment;
    const left = this.#units(this.one, leftFirst[pair]!, leftEnd[pair]!);
    const right = this.#units(this.other, rightFirst[pair]!, rightEnd[pair]!);
    const sameCount = leftEnd[pair]! - leftFirst[pair]! === rightEnd[pair]! - rightFirst[pair]!;
    return sameCount ? Math.min(left, right) : Math.max(left, right);
  }

  /** The pairs, contradictions and left-over parts; `turned` when the left name is the one asked for second. */
  parts(turned: boolean): MatchPart[] {
    const rows = [...this.#pairRows(), ...this.#conflictRows(), ...this.#leftOverRows()];
    const total = rows.reduce((sum, row) => sum + row.weight, 0);
    return rows.map(({ left, right, type, weight, similarity }) => ({
      left: turned ? right : left,
      right: turned ? left : right,
      type,
      weight: total === 0 ? 0 : round(weight / total),
      similarity: round(similarity),
    }));
  }

  #pairRows(): MatchPart[] {
    const { count, leftFirst, leftEnd, rightFirst, rightEnd, similarity, how } = this.alignment;
    return Array.from({ length: count }, (_, pair) => ({
      left: textOf(this.one.parts, leftFirst[pair]!, leftEnd[pair]!),
      right: textOf(this.other.parts, rightFirst[pair]!, rightEnd[pair]!),
      type: how[pair] === ACRONYM ? 'acronym' : PART_TYPES[this.#pairType(pair)]!,
      weight: this.pairInfo(pair),
      similarity: similarity[pair]!,
    }));
  }

  #conflictRows(): MatchPart[] {
    return Array.from({ length: this.conflicts }, (_, at) => {
      const left = this.conflictLeft[at]!;
      const right = this.conflictRight[at]!;
      return {
        left: textOf(this.one.parts, left, left + 1),
        right: textOf(this.other.parts, right, right + 1),
        type: PART_TYPES[this.#conflictType(at)]!,
        weight: Math.min(this.one.info[left]!, this.other.info[right]!),
        similarity: 0,
      };
    });
  }

  #leftOverRows(): MatchPart[] {
    const { leftTaken, rightTaken } = this.alignment;
    const rowsOf = (name: LoadedName, taken: Uint8Array, isLeft: boolean): MatchPart[] =>
      Array.from({ length: name.count }, (_, part) => {
        const text = textOf(name.parts, part, part + 1);
        const type = PART_TYPES[name.types[part]!]!;
        return {
          left: isLeft ? text : null,
          right: isLeft ? null : text,
          type,
          weight: name.info[part]!,
          similarity: 0,
        };
      }).filter((_, part) => taken[part] === 0);
    return [...rowsOf(this.one, leftTaken, true), ...rowsOf(this.other, rightTaken, false)];
  }

  #conflictType(at: number): number {
    return this.#milder(this.one.types[this.conflictLeft[at]!]!, this.other.types[this.conflictRight[at]!]!);
  }

  /** The type a pair counts as: of two single parts the milder one, of joined parts a word. */
  #pairType(pair: number): number {
    const { leftFirst, leftEnd, rightFirst, rightEnd } = this.alignment;
    const left = leftFirst[pair]!;
    const right = rightFirst[pair]!;
    if (leftEnd[pair] !== left + 1 || rightEnd[pair] !== right + 1) return WORD;
    return this.#milder(this.one.types[left]!, this.other.types[right]!);
  }

  #milder(one: number, other: number): number {
    const { conflict } = this.#rules;
    const base = this.kind * TYPES;
    return conflict[base + one]! <= conflict[base + other]! ? one : other;
  }

  #units(name: LoadedName, first: number, end: number): number {
    let units = 0;
    for (let part = first; part < end; part += 1) units += this.#rules.units[name.types[part]!]!;
    return units;
  }
}

/** @returns the pair that was widened, -1 for none */
function widenAcronym(
  name: LoadedName,
  count: number,
  first: Int32Array,
  end: Int32Array,
  taken: Uint8Array,
): number {
  const { acronym, acronymFirst, acronymEnd } = name;
  if (acronym < 0 || taken[acronym] === 0) return -1;
  for (let part = acronymFirst; part < acronymEnd; part += 1) if (taken[part] !== 0) return -1;
  for (let pair = 0; pair < count; pair += 1) {
    if (first[pair] !== acronym || end[pair] !== acronym + 1) continue;
    first[pair] = Math.min(acronym, acronymFirst);
    end[pair] = Math.max(acronym + 1, acronymEnd);
    for (let part = acronymFirst; part < acronymEnd; part += 1) taken[part] = 1;
    return pair;
  }
  return -1;
}

/** The Latin form; where a script has none the form is made of numbers of signs, and the signs themselves say more. */
function readable({ form, native }: NamePart): string {
  return form === '' || (/^x\d/.test(form) && native !== '') ? native : form;
}

/** The words as written, in small letters; of other scripts the Latin form, so that both sides can be read. */
function textOf(parts: readonly NamePart[], first: number, end: number): string {
  return parts
    .slice(first, end)
    .map((part) => (part.script === 'Latin' ? part.text.toLowerCase() : readable(part)))
    .join(' ');
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
