/**
 * What two names say about sameness, in log-odds: they agree, how common what they share is, how their spellings differ,
 * which parts contradict, what one of them leaves out, in which order they stand. One run gives the score and, from the
 * same arrays, the explanation. A part that one name leaves out is little; two parts in one slot that differ are much.
 */
import type { MatchPart } from '../model/index.js';
import type { NamePart, Names, ParsedName } from '../names/index.js';
import { ACRONYM, Alignment, runInfo } from './alignment.js';
import type { EditCosts } from './edit-costs.js';
import { EditDistance } from './edit-distance.js';
import { MAX_PARTS } from './letters.js';
import { LoadedName } from './loaded-name.js';
import { KINDS, kindOfPair, type NameRules, PART_TYPES, PERSON, TYPES, typeNumber } from './name-rules.js';
import { Spelling } from './spelling.js';

/** The features of names, in the order of `NameScorer.contributions`. */
export const NAME_FEATURES = [
  'name',
  'commonness',
  'name-spelling',
  'name-conflict',
  'name-left-over',
  'name-order',
] as const;
const [AGREES, COMMONNESS, SPELLING, CONFLICT, LEFT_OVER, ORDER] = [0, 1, 2, 3, 4, 5] as const;

const WORD = typeNumber('word');
const UNITS = PART_TYPES.map((type) => {
  if (type === 'word' || type === 'given' || type === 'family' || type === 'place') return 1;
  if (type === 'initial' || type === 'sector') return 0.5;
  return type === 'patronymic' || type === 'generic' ? 0.25 : 0;
});
/** A title that both names bear is half a name: Janan Agha. */
const HONORIFIC = typeNumber('honorific');
const FULL_NAME = 1.5;
/** Under this a pair counts as a contradiction, over it as another spelling. */
const HALF_ALIKE = 0.5;

/** Scores pairs of names. Not to be shared between threads; allocates nothing while it scores. */
export class NameScorer {
  /** What each of `NAME_FEATURES` contributed to the last pair, in log-odds. */
  readonly contributions = new Float64Array(NAME_FEATURES.length);
  readonly #rules: NameRules;
  readonly #alignment: Alignment;
  #one: LoadedName;
  #other: LoadedName;
  #turned = false;
  #kind = PERSON;
  // Parts without a partner that contradict each other, and those that are left over.
  #conflicts = 0;
  readonly #conflictLeft = new Int32Array(MAX_PARTS);
  readonly #conflictRight = new Int32Array(MAX_PARTS);

  constructor(rules: NameRules, costs: EditCosts, fillers: ReadonlySet<string>, names: Names) {
    this.#rules = rules;
    this.#alignment = new Alignment(rules, new Spelling(rules, new EditDistance(costs), names));
    this.#one = new LoadedName(rules, costs, fillers);
    this.#other = new LoadedName(rules, costs, fillers);
  }

  /**
   * Scores two names. Names are brought into one order first, so that either way round gives the same bits.
   *
   * @returns the sum of the contributions, in log-odds, without the bias
   */
  score(left: ParsedName, right: ParsedName): number {
    this.#turned = comesAfter(left, right);
    const first = this.#turned ? right : left;
    const second = this.#turned ? left : right;
    if (this.#one.name === second || this.#other.name === first) {
      const spare = this.#one;
      this.#one = this.#other;
      this.#other = spare;
    }
    this.#one.load(first);
    this.#other.load(second);
    const businessWords = this.#one.businessWords || this.#other.businessWords;
    this.#kind = kindOfPair(left.kind, right.kind, businessWords);
    this.#alignment.align(this.#one, this.#other, this.#kind);
    return this.#weigh();
  }

  /** The pairs, contradictions and left-over parts of the pair last scored, left name first. */
  parts(): MatchPart[] {
    const { count, leftFirst, leftEnd, rightFirst, rightEnd, similarity } = this.#alignment;
    const rows: { left: string | null; right: string | null; type: string; info: number; alike: number }[] = [];
    for (let pair = 0; pair < count; pair += 1) {
      rows.push({
        left: textOf(this.#one.parts, leftFirst[pair]!, leftEnd[pair]!),
        right: textOf(this.#other.parts, rightFirst[pair]!, rightEnd[pair]!),
        type: this.#typeOf(pair),
        info: this.#infoOf(pair),
        alike: similarity[pair]!,
      });
    }
    for (let at = 0; at < this.#conflicts; at += 1) {
      const left = this.#conflictLeft[at]!;
      const right = this.#conflictRight[at]!;
      const info = Math.min(this.#one.info[left]!, this.#other.info[right]!);
      const type = PART_TYPES[this.#milder(this.#one.types[left]!, this.#other.types[right]!)]!;
      rows.push({
        left: this.#one.parts[left]!.form,
        right: this.#other.parts[right]!.form,
        type,
        info,
        alike: 0,
      });
    }
    for (const [name, taken, isLeft] of [
      [this.#one, this.#alignment.leftTaken, true],
      [this.#other, this.#alignment.rightTaken, false],
    ] as const) {
      for (let part = 0; part < name.count; part += 1) {
        if (taken[part] !== 0) continue;
        const form = name.parts[part]!.form;
        const type = PART_TYPES[name.types[part]!]!;
        rows.push({ left: isLeft ? form : null, right: isLeft ? null : form, type, info: name.info[part]!, alike: 0 });
      }
    }
    const total = rows.reduce((sum, row) => sum + row.info, 0);
    return rows.map(({ left, right, type, info, alike }) => ({
      left: this.#turned ? right : left,
      right: this.#turned ? left : right,
      type,
      weight: total === 0 ? 0 : round(info / total),
      similarity: round(alike),
    }));
  }

  /** Whether, in the pair last scored, every part that names somebody agrees and none is left over. */
  get allAgree(): boolean {
    return this.#conflicts === 0 && this.contributions[SPELLING] === 0 && this.contributions[LEFT_OVER] === 0;
  }

  #weigh(): number {
    const rules = this.#rules;
    const kind = this.#kind;
    const contributions = this.contributions.fill(0);
    const { count, similarity } = this.#alignment;
    let agreed = 0;
    let units = 0;
    let core = false;
    for (let pair = 0; pair < count; pair += 1) {
      const alike = similarity[pair]!;
      const against = this.#conflictOf(pair) * (1 - alike);
      contributions[alike < HALF_ALIKE ? CONFLICT : SPELLING]! -= against;
      agreed += this.#infoOf(pair) * alike;
      const pairUnits = this.#unitsOf(pair);
      units += (this.#pairType(pair) === HONORIFIC ? HALF_ALIKE : pairUnits) * alike;
      if (pairUnits > 0) core = true;
    }
    if (core || this.#sameThroughout()) {
      contributions[AGREES] = rules.agrees[kind]!;
      contributions[COMMONNESS] = rules.perNat * Math.min(agreed, rules.most);
    }
    this.#findConflicts();
    this.#weighLeftOvers(agreed, units);
    if (!this.#keepsOrder()) contributions[ORDER] = -rules.order[kind]!;
    let sum = 0;
    for (let feature = 0; feature < contributions.length; feature += 1) sum += contributions[feature]!;
    if (sum < rules.mostAgainst) {
      contributions[CONFLICT]! += rules.mostAgainst - sum;
      sum = rules.mostAgainst;
    }
    return sum;
  }

  /** Names of particles and business words only ("The Trading Company Ltd") agree when nothing else is there. */
  #sameThroughout(): boolean {
    const { count } = this.#alignment;
    return count > 0 && count === this.#one.count && count === this.#other.count;
  }

  /** Pairs parts without a partner that stand in one slot: parts of one type first, then the rest in order. */
  #findConflicts(): void {
    const { leftTaken, rightTaken } = this.#alignment;
    const rules = this.#rules;
    this.#conflicts = 0;
    for (let pass = 0; pass < 2; pass += 1) {
      for (let left = 0; left < this.#one.count; left += 1) {
        if (leftTaken[left] !== 0) continue;
        const type = this.#one.types[left]!;
        for (let right = 0; right < this.#other.count; right += 1) {
          if (rightTaken[right] !== 0) continue;
          const other = this.#other.types[right]!;
          if (pass === 0 ? type !== other : rules.slot[type * TYPES + other] !== 1) continue;
          this.#conflictLeft[this.#conflicts] = left;
          this.#conflictRight[this.#conflicts] = right;
          this.#conflicts += 1;
          leftTaken[left] = 1;
          rightTaken[right] = 1;
          this.contributions[CONFLICT]! -= rules.conflict[this.#kind * TYPES + this.#milder(type, other)]!;
          break;
        }
      }
    }
  }

  #weighLeftOvers(agreed: number, units: number): void {
    const rules = this.#rules;
    const base = this.#kind * TYPES;
    let against = 0;
    let shares = 0;
    let info = 0;
    let core = 0;
    for (let side = 0; side < 2; side += 1) {
      const name = side === 0 ? this.#one : this.#other;
      const taken = side === 0 ? this.#alignment.leftTaken : this.#alignment.rightTaken;
      for (let part = 0; part < name.count; part += 1) {
        if (taken[part] !== 0) continue;
        const type = name.types[part]!;
        against += rules.leftOver[base + type]!;
        shares += rules.leftOverShare[base + type]! * name.info[part]!;
        info += name.info[part]!;
        core += UNITS[type]!;
      }
    }
    if (info + agreed > 0) against += shares / (info + agreed);
    if (this.#kind === PERSON && core >= 1 && units < FULL_NAME)
      against += rules.onePart * Math.min(1, (FULL_NAME - units) * 2);
    this.contributions[LEFT_OVER]! -= against;
  }

  /** People: family and given names may change places as a whole; others: the order is kept. */
  #keepsOrder(): boolean {
    const { count, leftFirst, rightFirst } = this.#alignment;
    let last = -1;
    let first = -1;
    let drops = 0;
    for (let pair = 0; pair < count; pair += 1) {
      if (UNITS[this.#one.types[leftFirst[pair]!]!]! < HALF_ALIKE) continue;
      const at = rightFirst[pair]!;
      if (first < 0) first = at;
      if (at < last) drops += 1;
      last = at;
    }
    if (this.#kind !== PERSON) return drops === 0;
    return drops === 0 || (drops === 1 && last < first);
  }

  #typeOf(pair: number): string {
    if (this.#alignment.how[pair] === ACRONYM) return 'acronym';
    return PART_TYPES[this.#pairType(pair)]!;
  }

  #conflictOf(pair: number): number {
    return this.#rules.conflict[this.#kind * TYPES + this.#pairType(pair)]!;
  }

  /** The type a pair counts as: of two single parts the milder one, of joined parts a word. */
  #pairType(pair: number): number {
    const { leftFirst, leftEnd, rightFirst, rightEnd } = this.#alignment;
    const left = leftFirst[pair]!;
    const right = rightFirst[pair]!;
    if (leftEnd[pair] !== left + 1 || rightEnd[pair] !== right + 1) return WORD;
    return this.#milder(this.#one.types[left]!, this.#other.types[right]!);
  }

  #milder(one: number, other: number): number {
    const base = this.#kind * TYPES;
    return this.#rules.conflict[base + one]! <= this.#rules.conflict[base + other]! ? one : other;
  }

  #infoOf(pair: number): number {
    const { leftFirst, leftEnd, rightFirst, rightEnd, how } = this.#alignment;
    const left = runInfo(this.#one, leftFirst[pair]!, leftEnd[pair]!);
    const right = runInfo(this.#other, rightFirst[pair]!, rightEnd[pair]!);
    if (how[pair] !== ACRONYM) return Math.min(left, right);
    const parts = Math.max(leftEnd[pair]! - leftFirst[pair]!, rightEnd[pair]! - rightFirst[pair]!);
    return this.#rules.acronymInfo * parts;
  }

  #unitsOf(pair: number): number {
    const { leftFirst, leftEnd, rightFirst, rightEnd } = this.#alignment;
    let left = 0;
    for (let part = leftFirst[pair]!; part < leftEnd[pair]!; part += 1) left += UNITS[this.#one.types[part]!]!;
    let right = 0;
    for (let part = rightFirst[pair]!; part < rightEnd[pair]!; part += 1) right += UNITS[this.#other.types[part]!]!;
    return leftEnd[pair]! - leftFirst[pair]! === rightEnd[pair]! - rightFirst[pair]!
      ? Math.min(left, right)
      : Math.max(left, right);
  }

  /** The kind whose rules the pair last scored was weighed by. */
  get kind(): string {
    return KINDS[this.#kind]!;
  }
}

/** Whether the left name comes after the right one in an order that depends on nothing but what scoring looks at. */
function comesAfter(left: ParsedName, right: ParsedName): boolean {
  if (left === right) return false;
  if (left.parts.length !== right.parts.length) return left.parts.length > right.parts.length;
  if (left.latin !== right.latin) return left.latin > right.latin;
  for (let at = 0; at < left.parts.length; at += 1) {
    const one = left.parts[at]!;
    const other = right.parts[at]!;
    if (one.native !== other.native) return one.native > other.native;
    if (one.type !== other.type) return one.type > other.type;
    if (one.key !== other.key) return one.key > other.key;
    if (one.rarity !== other.rarity) return one.rarity > other.rarity;
    if (one.script !== other.script) return one.script > other.script;
  }
  return false;
}

function textOf(parts: readonly NamePart[], first: number, end: number): string {
  return parts
    .slice(first, end)
    .map((part) => (part.form === '' ? part.native : part.form))
    .join(' ');
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** Score of log-odds, in (0, 1). */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
