/**
 * What two names say about sameness, in log-odds: they agree, how common what they share is, how their spellings differ,
 * which parts contradict, what one of them leaves out, in which order they stand. One run gives the score and, from the
 * same arrays, the explanation. A part that one name leaves out is little; two parts in one slot that differ are much.
 */
import type { MatchPart } from '../model/index.js';
import { CHINESE, KOREAN, type NameKind, type Names, type ParsedName } from '../names/index.js';
import { Alignment } from './alignment.js';
import type { BusinessWords } from './business-words.js';
import { ComparedNames } from './compared-names.js';
import type { EditCosts } from './edit-costs.js';
import { EditDistance } from './edit-distance.js';
import { LoadedName } from './loaded-name.js';
import { kindOfPair, type NameRules, ORGANIZATION, PERSON, TYPES, typeNumber } from './name-rules.js';
import { PLAIN } from './runs.js';
import { Spelling } from './spelling.js';

/** The features of names, in the order of `NameScorer.contributions`. */
const NAME_FEATURES = [
  'name',
  'commonness',
  'name-spelling',
  'name-conflict',
  'name-left-over',
  'name-order',
  'name-floor',
] as const;
const [AGREES, COMMONNESS, SPELLING, CONFLICT, LEFT_OVER, ORDER, FLOOR] = [0, 1, 2, 3, 4, 5, 6] as const;

const WORD = typeNumber('word');
const FAMILY = typeNumber('family');
const MATRONYMIC = typeNumber('matronymic');
const HONORIFIC = typeNumber('honorific');
const INITIAL = typeNumber('initial');
const SECTOR = typeNumber('sector');
const BROAD = typeNumber('broad');
/** Under this a pair counts as a contradiction, over it as another spelling. */
const HALF_ALIKE = 0.5;
/** How many names stay loaded, six kilobytes each: a customer meets the same listed names again and again. */
const RECENT = 2048;
/** Languages in which no part of a given name is left out. */
const WITHOUT_MIDDLE = (1 << CHINESE) | (1 << KOREAN);

/** Names of a line (own, father's, grandfather's) that two chains must share to be surely one line. */
const LINE = 2;

/** Scores pairs of names. Not to be shared between threads; allocates nothing while it scores names it has met lately. */
export class NameScorer {
  /** What each of `NAME_FEATURES` contributed to the last pair, in log-odds. */
  readonly contributions = new Float64Array(NAME_FEATURES.length);
  readonly #rules: NameRules;
  readonly #compared: ComparedNames;
  readonly #inLines: (form: string) => boolean;
  readonly #names: Names;
  /** Names of which nobody says what they are, read as what the other name is. */
  readonly #readAs = new WeakMap<ParsedName, ParsedName>();
  readonly #newLoaded: () => LoadedName;
  /** Names met again and loaded, by name and in a ring: the oldest makes room for the next. */
  readonly #recent = new Map<ParsedName, LoadedName>();
  readonly #ring: LoadedName[] = [];
  #oldest = 0;
  /** Names met once, most of which never come again: two at a time are loaded. */
  readonly #met = new WeakSet<ParsedName>();
  readonly #once: readonly [LoadedName, LoadedName];
  #spare = 0;
  #turned = false;

  constructor(rules: NameRules, costs: EditCosts, words: BusinessWords, names: Names) {
    this.#rules = rules;
    this.#names = names;
    this.#inLines = names.equivalents.inLines;
    const alignment = new Alignment(rules, new Spelling(rules, new EditDistance(costs), names));
    this.#newLoaded = () => new LoadedName(rules, costs, words);
    this.#once = [this.#newLoaded(), this.#newLoaded()];
    this.#compared = new ComparedNames(rules, names, alignment, ...this.#once);
  }

  /**
   * Scores two names. Names are brought into one order first, so that either way round gives the same bits.
   *
   * @returns the sum of the contributions, in log-odds, without the bias
   */
  score(left: ParsedName, right: ParsedName): number {
    const one = this.#as(right.kind, left);
    const other = this.#as(left.kind, right);
    const compared = this.#compared;
    this.#turned = comesAfter(one, other);
    const first = this.#turned ? other : one;
    const second = this.#turned ? one : other;
    compared.one = this.#loaded(first);
    compared.other = this.#loaded(second);
    const businessWords = compared.one.businessWords || compared.other.businessWords;
    compared.kind = kindOfPair(left.kind, right.kind, businessWords);
    compared.alignment.align(compared.one, compared.other, compared.kind);
    return this.#weigh();
  }

  #loaded(name: ParsedName): LoadedName {
    const known = this.#recent.get(name);
    if (known !== undefined) return known;
    if (!this.#met.has(name)) {
      this.#met.add(name);
      this.#spare = 1 - this.#spare;
      const once = this.#once[this.#spare]!;
      once.load(name);
      return once;
    }
    let loaded = this.#ring[this.#oldest];
    if (loaded === undefined) {
      loaded = this.#newLoaded();
      this.#ring.push(loaded);
    } else if (loaded.name !== null) this.#recent.delete(loaded.name);
    this.#oldest = (this.#oldest + 1) % RECENT;
    loaded.load(name);
    this.#recent.set(name, loaded);
    return loaded;
  }

  /** "Petro Zyma" may be a firm or a man; beside a man's name it is read as a man's. */
  #as(kind: NameKind, name: ParsedName): ParsedName {
    if (name.kind !== 'any' || kind === 'any') return name;
    const known = this.#readAs.get(name);
    if (known !== undefined && known.kind === kind) return known;
    const read = this.#names.parse(name.text, kind);
    this.#readAs.set(name, read);
    return read;
  }

  /** The pairs, contradictions and left-over parts of the pair last scored, left name first. */
  parts(): MatchPart[] {
    return this.#compared.parts(this.#turned);
  }

  #weigh(): number {
    const rules = this.#rules;
    const { kind, alignment } = this.#compared;
    const contributions = this.contributions;
    for (let feature = 0; feature < contributions.length; feature += 1) contributions[feature] = 0;
    let agreed = 0;
    let units = 0;
    let core = false;
    let words = 0;
    let proper = false;
    for (let pair = 0; pair < alignment.count; pair += 1) {
      const alike = alignment.similarity[pair]!;
      const against = this.#compared.pairWeight(pair) * (1 - alike);
      contributions[alike < HALF_ALIKE ? CONFLICT : SPELLING]! -= against;
      agreed += this.#compared.pairInfo(pair) * alike;
      const pairUnits = this.#compared.pairUnits(pair);
      units += pairUnits * alike;
      if (pairUnits > 0) core = true;
      if (this.#compared.isProper(pair)) proper = true;
      if (pairUnits >= HALF_ALIKE) words += 1;
    }
    if (words === 1 && this.#onlyLooksAlike()) contributions[SPELLING]! -= rules.loneWord;
    if (core || this.#sameThroughout()) {
      contributions[AGREES] = rules.agrees[kind]!;
      contributions[COMMONNESS] = rules.perNat * Math.min(agreed, rules.most);
    }
    contributions[CONFLICT]! -= this.#compared.servantConflict();
    this.#compared.takeSpelledOut();
    this.#compared.findConflicts();
    for (let at = 0; at < this.#compared.conflicts; at += 1)
      contributions[CONFLICT]! -= this.#compared.conflictWeight(at);
    if (this.#compared.one.rest !== this.#compared.other.rest)
      contributions[CONFLICT]! -= rules.conflict[kind * TYPES + WORD]!;
    contributions[LEFT_OVER]! -= this.#leftOver(agreed, units, proper);
    if (kind !== PERSON) contributions[COMMONNESS]! *= this.#asOneOfGroup();
    if (!this.#keepsOrder())
      contributions[ORDER] = -(this.#bySyllables() ? rules.syllableOrder : rules.order[kind]!);
    let sum = 0;
    for (let feature = 0; feature < contributions.length; feature += 1) sum += contributions[feature]!;
    if (sum >= rules.mostAgainst) return sum;
    contributions[FLOOR] = rules.mostAgainst - sum;
    return rules.mostAgainst;
  }

  /**
   * What rarity is still worth: sister companies and ships of one fleet share their rare words by design, so where
   * something tells the two apart these say less. Something is what counts 1 or more against.
   */
  #asOneOfGroup(): number {
    const against = -this.contributions[CONFLICT]! - this.contributions[LEFT_OVER]!;
    return 1 - (1 - this.#rules.ofGroup) * Math.min(1, against);
  }

  /** Names of particles and business words only ("The Trading Company Ltd") agree when nothing else is there. */
  #sameThroughout(): boolean {
    const { one, other, alignment } = this.#compared;
    return alignment.count > 0 && alignment.count === one.count && alignment.count === other.count;
  }

  /** Whether a pair of short words in one script, the only one that tells anything, is spelled otherwise. */
  #onlyLooksAlike(): boolean {
    const { one, other, alignment } = this.#compared;
    const { loneLetters, asSpelling } = this.#rules;
    for (let pair = 0; pair < alignment.count; pair += 1) {
      if (this.#compared.pairUnits(pair) < HALF_ALIKE || alignment.similarity[pair]! >= asSpelling) continue;
      const left = alignment.leftFirst[pair]!;
      const right = alignment.rightFirst[pair]!;
      if (alignment.how[pair] !== PLAIN || one.parts[left]!.script !== other.parts[right]!.script) continue;
      return Math.min(one.parts[left]!.form.length, other.parts[right]!.form.length) <= loneLetters;
    }
    return false;
  }

  /**
   * What left-over parts count against: some by the part, some by their share of all that the names say. A line of
   * business counts more where nothing proper to the name agrees (Bank of China, China Construction Bank).
   */
  #leftOver(agreed: number, units: number, proper: boolean): number {
    const rules = this.#rules;
    const { one, other, alignment, kind } = this.#compared;
    const base = kind * TYPES;
    let against = 0;
    let shares = 0;
    let info = 0;
    let core = 0;
    let sides = 0;
    let noFamily = false;
    let trades = 0;
    for (let side = 0; side < 2; side += 1) {
      const name = side === 0 ? one : other;
      const taken = side === 0 ? alignment.leftTaken : alignment.rightTaken;
      const others = (side === 0 ? other : one).languages & WITHOUT_MIDDLE;
      let families = 0;
      let familiesLeft = 0;
      const coreBefore = core;
      for (let part = 0; part < name.count; part += 1) {
        const type = name.types[part]!;
        const isFamily = type === FAMILY || type === MATRONYMIC;
        if (isFamily) families += 1;
        if (taken[part] !== 0) continue;
        if (isFamily) familiesLeft += 1;
        const syllable = (name.syllable[part]! & others) !== 0 && kind === PERSON && type !== INITIAL;
        against += syllable ? rules.syllableLeftOver : rules.leftOver[base + type]!;
        shares += rules.leftOverShare[base + type]! * name.info[part]!;
        info += name.info[part]!;
        if (type !== HONORIFIC) core += rules.units[type]!;
        if (type === SECTOR || type === BROAD) trades += 1;
      }
      if (core - coreBefore >= HALF_ALIKE) sides += 1;
      if (families > 0 && families === familiesLeft) noFamily = true;
    }
    if (info + agreed > 0) against += shares / (info + agreed);
    if (kind === ORGANIZATION && sides === 2) against += rules.bothSides;
    if (kind === ORGANIZATION && !proper) against += rules.noProper * trades;
    if (kind !== PERSON) return against;
    if (noFamily) against += rules.noFamily;
    against += this.#ownNameLeftOver();
    if (core >= 1 && units < rules.fullName)
      against += rules.onePart * Math.min(1, (rules.fullName - units) * 2);
    return against;
  }

  /** Whether both are names of one language that is told syllable by syllable: Su Gil is not Gil Su. */
  #bySyllables(): boolean {
    const { one, other, kind } = this.#compared;
    return kind === PERSON && (one.languages & other.languages & WITHOUT_MIDDLE) !== 0;
  }

  /**
   * "Omar Sabawi Ibrahim" and "Sabawi Ibrahim": the own name of one is left over while that of the other stands for a
   * name behind it, so they are son and father, among peoples who string names so. Less where it is a name as common as Muhammad, that is often
   * left out, and where they share one name of the line only: many are called by their second given name.
   */
  #ownNameLeftOver(): number {
    const { one, other, alignment } = this.#compared;
    if (one.own < 0 || other.own < 0) return 0;
    const left = alignment.leftTaken[one.own] === 0;
    if (left === (alignment.rightTaken[other.own] === 0)) return 0;
    const { count, leftFirst, leftEnd, rightFirst, rightEnd, similarity } = alignment;
    let chain = 0;
    let behind = false;
    let inLine = false;
    for (let pair = 0; pair < count; pair += 1) {
      if (similarity[pair]! < HALF_ALIKE) continue;
      if (one.types[leftFirst[pair]!] !== FAMILY && other.types[rightFirst[pair]!] !== FAMILY)
        chain += this.#compared.pairUnits(pair);
      const part = leftFirst[pair]!;
      if (one.servant[part] === 1 || this.#inLines(one.parts[part]!.form)) inLine = true;
      const first = left ? rightFirst[pair]! : leftFirst[pair]!;
      const end = left ? rightEnd[pair]! : leftEnd[pair]!;
      const own = left ? other.own : one.own;
      if (own >= first && own < end) behind = true;
    }
    if (!behind || !inLine) return 0;
    const info = left ? one.info[one.own]! : other.info[other.own]!;
    const { ownName, ownNameAlone, ownNats } = this.#rules;
    return (chain < LINE ? ownNameAlone : ownName) * Math.min(1, info / ownNats);
  }

  /** People: family and given names may change places as a whole; others: the order is kept. */
  #keepsOrder(): boolean {
    const { one, other, alignment, kind } = this.#compared;
    const { units } = this.#rules;
    let last = -1;
    let lastLeft = -1;
    let first = -1;
    let drops = 0;
    for (let pair = 0; pair < alignment.count; pair += 1) {
      const left = alignment.leftFirst[pair]!;
      if (units[one.types[left]!]! < HALF_ALIKE) continue;
      const at = alignment.rightFirst[pair]!;
      if (first < 0) first = at;
      // Chang Chang Ha: of two equal parts it makes no difference which is paired first.
      if (at < last && one.heads[left] !== one.heads[lastLeft] && other.heads[at] !== other.heads[last])
        drops += 1;
      last = at;
      lastLeft = left;
    }
    if (kind !== PERSON) return drops === 0;
    return drops === 0 || (drops === 1 && last < first);
  }
}

/** Whether the left name comes after the right one in an order that depends on nothing but what scoring looks at. */
function comesAfter(left: ParsedName, right: ParsedName): boolean {
  if (left === right) return false;
  if (left.parts.length !== right.parts.length) return left.parts.length > right.parts.length;
  if (left.latin !== right.latin) return left.latin > right.latin;
  if (left.kind !== right.kind) return left.kind > right.kind;
  for (let at = 0; at < left.parts.length; at += 1) {
    const one = left.parts[at]!;
    const other = right.parts[at]!;
    if (one.text !== other.text) return one.text > other.text;
    if (one.native !== other.native) return one.native > other.native;
    if (one.type !== other.type) return one.type > other.type;
    if (one.key !== other.key) return one.key > other.key;
    if (one.rarity !== other.rarity) return one.rarity > other.rarity;
    if (one.script !== other.script) return one.script > other.script;
  }
  return false;
}

/** Score of log-odds, in (0, 1). */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
