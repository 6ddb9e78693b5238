/**
 * Which parts of one name are which parts of the other: the best one-to-one pairing, where neighbouring parts may stand
 * together for one (Ming liang / Mingliang) and an acronym for the words it is made of. Everything lies in arrays that
 * the next pair of names reuses; the explanation reads the same arrays.
 */
import { Assignment } from './assignment.js';
import { MAX_PARTS } from './letters.js';
import type { LoadedName } from './loaded-name.js';
import { ORGANIZATION, type NameRules, PERSON, TYPES, typeNumber } from './name-rules.js';
import type { Spelling } from './spelling.js';

const PARTICLE = typeNumber('particle');
const WORD = typeNumber('word');
const NUMBER = typeNumber('number');
const INITIAL = typeNumber('initial');

/** Joined readings that are weighed against each other; more than these never occur together in real names. */
const MAX_RUNS = 4;
const LONGEST_JOIN = 4;
/** Letters by which a joined reading may be longer or shorter. */
const JOIN_SLACK = 2;
/** How alike a joined reading must be to be looked at. */
const LEAST_JOINED = 0.6;
const SHORTEST_ACRONYM = 3;
const LONGEST_ACRONYM = 6;
const GAIN_UNIT = 1000;
/** Bits of a, e, i, o, u. */
const VOWEL_MASK = (1 << 0) | (1 << 4) | (1 << 8) | (1 << 14) | (1 << 20);

/** How a pair was found. */
export const PLAIN = 0;
export const JOINED = 1;
export const ACRONYM = 2;

/** Pairs of two names; all arrays by pair up to `count`, or by part. */
export class Alignment {
  count = 0;
  readonly leftFirst = new Int32Array(MAX_PARTS);
  readonly leftEnd = new Int32Array(MAX_PARTS);
  readonly rightFirst = new Int32Array(MAX_PARTS);
  readonly rightEnd = new Int32Array(MAX_PARTS);
  readonly similarity = new Float64Array(MAX_PARTS);
  readonly how = new Uint8Array(MAX_PARTS);
  /** 1 where a part stands in a pair. */
  readonly leftTaken = new Uint8Array(MAX_PARTS);
  readonly rightTaken = new Uint8Array(MAX_PARTS);

  readonly #rules: NameRules;
  readonly #spelling: Spelling;
  readonly #assignment = new Assignment();
  readonly #alike = new Float64Array(MAX_PARTS * MAX_PARTS);
  readonly #gains = new Float64Array(MAX_PARTS * MAX_PARTS);
  readonly #leftExact = new Uint8Array(MAX_PARTS);
  readonly #rightExact = new Uint8Array(MAX_PARTS);
  readonly #best = new Int32Array(MAX_PARTS);
  // Joined readings, best first: left first and end, right first and end, how.
  #runs = 0;
  readonly #runAt = new Int32Array(MAX_RUNS * 5);
  readonly #runAlike = new Float64Array(MAX_RUNS);
  readonly #runGain = new Float64Array(MAX_RUNS);

  constructor(rules: NameRules, spelling: Spelling) {
    this.#rules = rules;
    this.#spelling = spelling;
  }

  /** Pairs the parts of two loaded names by the rules of a kind. */
  align(left: LoadedName, right: LoadedName, kind: number): void {
    const open = this.#compareParts(left, right, kind);
    this.#runs = 0;
    if (open) {
      this.#findRuns(left, right, kind, false);
      this.#findRuns(right, left, kind, true);
    }
    const chosen = this.#chooseRuns(left.count, right.count);
    this.#collect(chosen, left.count);
  }

  /**
   * Fills the similarities and gains of single parts. A part with an equal partner is compared with no unlike one.
   *
   * @returns whether both names have parts without an equal partner
   */
  #compareParts(left: LoadedName, right: LoadedName, kind: number): boolean {
    const spelling = this.#spelling;
    const rows = left.count;
    const columns = right.count;
    this.#leftExact.fill(0, 0, rows);
    this.#rightExact.fill(0, 0, columns);
    let leftOpen = rows;
    let rightOpen = columns;
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const at = row * MAX_PARTS + column;
        if (!spelling.sameLetters(left, row, right, column)) {
          this.#alike[at] = -1;
          this.#gains[at] = 0;
          continue;
        }
        const alike = spelling.ofEqual(left, row, right, column);
        this.#alike[at] = alike;
        this.#gains[at] = this.#gain(left, row, right, column, alike, kind);
        if (this.#leftExact[row] === 0) leftOpen -= 1;
        if (this.#rightExact[column] === 0) rightOpen -= 1;
        this.#leftExact[row] = 1;
        this.#rightExact[column] = 1;
      }
    }
    if (leftOpen === 0 || rightOpen === 0) return false;
    for (let row = 0; row < rows; row += 1) {
      if (this.#leftExact[row] !== 0) continue;
      for (let column = 0; column < columns; column += 1) {
        if (this.#rightExact[column] !== 0) continue;
        const at = row * MAX_PARTS + column;
        const alike = spelling.ofUnlike(left, row, right, column);
        this.#alike[at] = alike;
        if (alike > 0) this.#gains[at] = this.#gain(left, row, right, column, alike, kind);
      }
    }
    return true;
  }

  /** What a pair is worth against leaving both parts to contradict each other, in thousandths. */
  #gain(left: LoadedName, row: number, right: LoadedName, column: number, alike: number, kind: number): number {
    const { conflict, perNat } = this.#rules;
    const one = conflict[kind * TYPES + left.types[row]!]!;
    const other = conflict[kind * TYPES + right.types[column]!]!;
    const info = Math.min(left.info[row]!, right.info[column]!);
    return Math.round(GAIN_UNIT * alike * (Math.min(one, other) + perNat * info)) + 1;
  }

  /** Looks for neighbouring parts of `many` that read as one part, or two, of `few`; and for acronyms. */
  #findRuns(many: LoadedName, few: LoadedName, kind: number, turned: boolean): void {
    const manyExact = turned ? this.#rightExact : this.#leftExact;
    const fewExact = turned ? this.#leftExact : this.#rightExact;
    for (let part = 0; part < few.count; part += 1) {
      const length = few.to[part]! - few.from[part]!;
      if (fewExact[part] !== 0 || few.types[part] === NUMBER || length < 2) continue;
      for (let first = 0; first < many.count - 1; first += 1) {
        for (let size = 2; size <= LONGEST_JOIN && first + size <= many.count; size += 1) {
          const long = many.to[first + size - 1]! - many.from[first]!;
          if (long > length + JOIN_SLACK) break;
          if (this.#closed(many, manyExact, first, size)) continue;
          if (long >= length - JOIN_SLACK) this.#tryRun(many, first, first + size, few, part, part + 1, kind, turned);
        }
        if (length <= LONGEST_ACRONYM && mayBeAcronym(few, part, kind))
          this.#tryAcronym(many, first, few, part, kind, turned);
      }
    }
    for (let part = 0; part + 1 < few.count; part += 1) {
      if (this.#closed(few, fewExact, part, 2)) continue;
      const length = few.to[part + 1]! - few.from[part]!;
      for (let first = 0; first + 2 < many.count; first += 1) {
        const long = many.to[first + 2]! - many.from[first]!;
        if (Math.abs(long - length) > JOIN_SLACK || this.#closed(many, manyExact, first, 3)) continue;
        this.#tryRun(many, first, first + 3, few, part, part + 2, kind, turned);
      }
    }
  }

  /** Whether a run may not be joined: a number in it, or a part (no particle) with an equal partner of its own. */
  #closed(name: LoadedName, exact: Uint8Array, first: number, size: number): boolean {
    for (let part = first; part < first + size; part += 1)
      if (name.types[part] === NUMBER || (exact[part] !== 0 && name.types[part] !== PARTICLE)) return true;
    return false;
  }

  #tryRun(
    many: LoadedName,
    first: number,
    end: number,
    few: LoadedName,
    fewFirst: number,
    fewEnd: number,
    kind: number,
    turned: boolean,
  ): void {
    if (!sameEnds(many, first, end, few, fewFirst, fewEnd)) return;
    const alike = this.#spelling.ofRuns(many, first, end, few, fewFirst, fewEnd, 1) * this.#rules.joined;
    if (alike < LEAST_JOINED) return;
    const units = Math.min(end - first, fewEnd - fewFirst);
    this.#keepRun(many, first, end, few, fewFirst, fewEnd, alike, units, kind, turned, JOINED);
  }

  /** Particles may be passed over: "MoD" is "Ministry of Defence". */
  #tryAcronym(many: LoadedName, first: number, few: LoadedName, part: number, kind: number, turned: boolean): void {
    const from = few.from[part]!;
    const length = few.to[part]! - from;
    let letter = 0;
    let at = first;
    for (; at < many.count && letter < length; at += 1) {
      if (many.letters[many.from[at]!] === few.letters[from + letter] && many.types[at] !== INITIAL) letter += 1;
      else if (letter === 0 || many.types[at] !== PARTICLE) return;
    }
    if (letter < length) return;
    const alike = kind === ORGANIZATION ? this.#rules.acronym : this.#rules.initial;
    this.#keepRun(many, first, at, few, part, part + 1, alike, 1, kind, turned, ACRONYM);
  }

  /** Keeps the readings that gain most, in falling order; of equal ones the first found. */
  #keepRun(
    many: LoadedName,
    first: number,
    end: number,
    few: LoadedName,
    fewFirst: number,
    fewEnd: number,
    alike: number,
    units: number,
    kind: number,
    turned: boolean,
    how: number,
  ): void {
    const { conflict, perNat } = this.#rules;
    const info = Math.min(runInfo(many, first, end), runInfo(few, fewFirst, fewEnd));
    const gain = Math.round(GAIN_UNIT * alike * (conflict[kind * TYPES + WORD]! * units + perNat * info));
    let slot = Math.min(this.#runs, MAX_RUNS - 1);
    if (this.#runs === MAX_RUNS && gain <= this.#runGain[slot]!) return;
    while (slot > 0 && this.#runGain[slot - 1]! < gain) {
      this.#runGain[slot] = this.#runGain[slot - 1]!;
      this.#runAlike[slot] = this.#runAlike[slot - 1]!;
      this.#runAt.copyWithin(slot * 5, (slot - 1) * 5, slot * 5);
      slot -= 1;
    }
    if (this.#runs < MAX_RUNS) this.#runs += 1;
    this.#runGain[slot] = gain;
    this.#runAlike[slot] = alike;
    this.#runAt[slot * 5] = turned ? fewFirst : first;
    this.#runAt[slot * 5 + 1] = turned ? fewEnd : end;
    this.#runAt[slot * 5 + 2] = turned ? first : fewFirst;
    this.#runAt[slot * 5 + 3] = turned ? end : fewEnd;
    this.#runAt[slot * 5 + 4] = how;
  }

  /** Tries every set of joined readings that do not overlap, with the best pairing of the rest; the fewest win a tie. */
  #chooseRuns(rows: number, columns: number): number {
    let chosen = 0;
    let most = -1;
    for (let set = 0; set < 1 << this.#runs; set += 1) {
      const gain = this.#takeRuns(set, rows, columns);
      if (gain < 0) continue;
      const total =
        gain + this.#assignment.solve(this.#gains, rows, columns, this.leftTaken, this.rightTaken);
      if (total <= most) continue;
      most = total;
      chosen = set;
      this.#best.set(this.#assignment.columnOf);
    }
    return chosen;
  }

  /** Marks the parts of a set of readings as taken. @returns their gain, -1 when two overlap */
  #takeRuns(set: number, rows: number, columns: number): number {
    this.leftTaken.fill(0, 0, rows);
    this.rightTaken.fill(0, 0, columns);
    let gain = 0;
    for (let run = 0; run < this.#runs; run += 1) {
      if ((set & (1 << run)) === 0) continue;
      const at = run * 5;
      for (let part = this.#runAt[at]!; part < this.#runAt[at + 1]!; part += 1) {
        if (this.leftTaken[part] !== 0) return -1;
        this.leftTaken[part] = 1;
      }
      for (let part = this.#runAt[at + 2]!; part < this.#runAt[at + 3]!; part += 1) {
        if (this.rightTaken[part] !== 0) return -1;
        this.rightTaken[part] = 1;
      }
      gain += this.#runGain[run]!;
    }
    return gain;
  }

  /** Writes the pairs in the order of the left name. */
  #collect(set: number, rows: number): void {
    this.#takeRuns(set, rows, MAX_PARTS);
    this.count = 0;
    for (let row = 0; row < rows; row += 1) {
      for (let run = 0; run < this.#runs; run += 1) {
        const at = run * 5;
        if ((set & (1 << run)) === 0 || this.#runAt[at] !== row) continue;
        const end = this.#runAt[at + 1]!;
        this.#write(row, end, this.#runAt[at + 2]!, this.#runAt[at + 3]!, this.#runAlike[run]!, this.#runAt[at + 4]!);
      }
      const column = this.#best[row]!;
      if (this.leftTaken[row] !== 0 || column < 0) continue;
      this.#write(row, row + 1, column, column + 1, this.#alike[row * MAX_PARTS + column]!, PLAIN);
      this.leftTaken[row] = 1;
      this.rightTaken[column] = 1;
    }
  }

  #write(leftFirst: number, leftEnd: number, rightFirst: number, rightEnd: number, alike: number, how: number): void {
    const at = this.count;
    this.leftFirst[at] = leftFirst;
    this.leftEnd[at] = leftEnd;
    this.rightFirst[at] = rightFirst;
    this.rightEnd[at] = rightEnd;
    this.similarity[at] = alike;
    this.how[at] = how;
    this.count = at + 1;
  }
}

/** Joined readings begin or end with the same letter; looking at no others saves most of the work. */
function sameEnds(
  many: LoadedName,
  first: number,
  end: number,
  few: LoadedName,
  fewFirst: number,
  fewEnd: number,
): boolean {
  const sameStart = many.letters[many.from[first]!] === few.letters[few.from[fewFirst]!];
  return sameStart || many.letters[many.to[end - 1]! - 1] === few.letters[few.to[fewEnd - 1]! - 1];
}

/** Three letters of a firm (NPW), or two or three of a person without a vowel among them (JC, but not Ji). */
function mayBeAcronym(name: LoadedName, part: number, kind: number): boolean {
  if (kind === ORGANIZATION) return name.to[part]! - name.from[part]! >= SHORTEST_ACRONYM;
  if (kind !== PERSON || name.to[part]! - name.from[part]! > SHORTEST_ACRONYM) return false;
  return (name.masks[part]! & VOWEL_MASK) === 0;
}

/** Nats of a run of parts. */
export function runInfo(name: LoadedName, first: number, end: number): number {
  let info = 0;
  for (let part = first; part < end; part += 1) info += name.info[part]!;
  return info;
}
