/**
 * Candidates: which listed names a query's name may be. The names that bear a word like one of the query's are collected
 * from the postings, and each is held against the coverage rule (`coverage.ts`). There is no "best fifty": what the rule
 * keeps is returned.
 *
 * Marks hang on forms: `#head[form]` begins a chain of entries, one for each unit of the query that the form answers to.
 *
 *     form ─ #head ─▶ entry ─ #next ─▶ entry ─▶ −1        entry: #entryUnit, #entryLikeness
 */
import type { ParsedName } from '../names/index.js';
import { balanceOf, isCovered, weigh, weightOf } from './coverage.js';
import type { DecodedNames } from './decoded-names.js';
import { type Views, WEIGHS } from './format.js';
import { bucketOf } from './neighbours.js';
import { type LookUp, type Unit, unitsOf } from './query.js';
import { hashSpelling, LONGEST_RUN, runsOf, spellingOfRun, writtenOf } from './runs.js';
import type { SimilarForms } from './similar.js';

/** A name of the index that may have a run of a unit's spelling: to be looked at, since only hashes met. */
type RunHit = { readonly name: number; readonly unit: number; readonly lookUp: LookUp };

/** Finds names for one index; holds the memory that a query works in, so it serves one query at a time. */
export class CandidateNames {
  readonly #views: Views;
  readonly #similar: SimilarForms;
  readonly #decoded: DecodedNames;
  readonly #weakProperty: number;

  readonly #head: Int32Array;
  #next = new Int32Array(1024);
  #entryUnit = new Int32Array(1024);
  #entryForm = new Int32Array(1024);
  #entryLikeness = new Float64Array(1024);
  #entries = 0;

  /** Per name, the number of the last search that collected it, and that met one of its runs. */
  readonly #collected: Uint32Array;
  readonly #hasRun: Uint32Array;
  #search = 0;
  #names: number[] = [];
  #runHits: RunHit[] = [];

  #units: Unit[] = [];
  /** All letters of the query, once a weak alias was compared with them. */
  #letters: string | null = null;
  /** Per part of the query: its weight, and the best balance that a part of the name at hand gives it. */
  #weights: Float64Array = new Float64Array(0);
  #balance = new Float64Array(0);
  #isMet = new Uint8Array(0);
  #metParts = new Int32Array(0);
  #metCount = 0;
  /** Balance of the query when no part of it is met. */
  #unmet = 0;

  /** @param weakProperty the number of the property that holds weak aliases, −1 when the index has none */
  constructor(views: Views, similar: SimilarForms, decoded: DecodedNames, weakProperty: number) {
    this.#views = views;
    this.#similar = similar;
    this.#decoded = decoded;
    this.#weakProperty = weakProperty;
    this.#head = new Int32Array(views.formText.length - 1).fill(-1);
    this.#collected = new Uint32Array(views.nameEntity.length);
    this.#hasRun = new Uint32Array(views.nameEntity.length);
  }

  /** Ordinals of the names that `query` may be, into `kept`, in no order. */
  find(query: ParsedName, kept: number[]): void {
    if (query.parts.length === 0) return;
    this.#begin(query);
    for (let unit = 0; unit < this.#units.length; unit++) this.#mark(unit);
    this.#collectAll();
    for (const name of this.#names) if (this.#keeps(name, query)) kept.push(name);
    for (let entry = 0; entry < this.#entries; entry++) this.#head[this.#entryForm[entry]!] = -1;
  }

  #begin(query: ParsedName): void {
    const count = query.parts.length;
    this.#search++;
    this.#entries = 0;
    this.#names.length = 0;
    this.#runHits.length = 0;
    this.#weights = weigh(query.parts);
    this.#units = unitsOf(query, this.#weights, this.#similar);
    this.#letters = null;
    this.#unmet = 0;
    for (const weight of this.#weights) this.#unmet += balanceOf(0, weight, 0);
    if (this.#balance.length >= count) return;
    this.#balance = new Float64Array(count);
    this.#isMet = new Uint8Array(count);
    this.#metParts = new Int32Array(count);
  }

  /** Marks the forms that answer to a unit. */
  #mark(unit: number): void {
    const { forms, likeness } = this.#units[unit]!.like;
    for (let at = 0; at < forms.length; at++) {
      if (this.#entries === this.#next.length) this.#widen();
      const entry = this.#entries++;
      const form = forms[at]!;
      this.#next[entry] = this.#head[form]!;
      this.#entryUnit[entry] = unit;
      this.#entryForm[entry] = form;
      this.#entryLikeness[entry] = likeness[at]!;
      this.#head[form] = entry;
    }
  }

  #widen(): void {
    const size = this.#next.length * 2;
    const wider = (array: Int32Array) => {
      const copy = new Int32Array(size);
      copy.set(array);
      return copy;
    };
    this.#next = wider(this.#next);
    this.#entryUnit = wider(this.#entryUnit);
    this.#entryForm = wider(this.#entryForm);
    const likeness = new Float64Array(size);
    likeness.set(this.#entryLikeness);
    this.#entryLikeness = likeness;
  }

  /**
   * Collects every name that can be covered, by the shorter of two ways: all names with a strong pair, or the names with
   * any pair that is essential to the query or to the name (`coverage.ts` says why each is enough).
   */
  #collectAll(): void {
    let byStrength = 0;
    let byEssence = 0;
    for (const { like, essential } of this.#units) {
      byStrength += like.strongNames;
      byEssence += essential ? like.strongNames + like.weakNames : like.strongEssential + like.weakEssential;
    }
    const strongOnly = byStrength <= byEssence;
    this.#units.forEach(({ like, essential, lookUps }, unit) => {
      this.#collect(like.forms, strongOnly ? like.strong : like.forms.length, strongOnly || essential);
      for (const lookUp of lookUps) this.#lookUp(lookUp, unit);
    });
  }

  /** Collects the names of the first `count` forms: all of them, or those to which the form is essential. */
  #collect(forms: Uint32Array, count: number, all: boolean): void {
    const { formPosting, formEssential, posting } = this.#views;
    for (let at = 0; at < count; at++) {
      const form = forms[at]!;
      const start = formPosting[form]!;
      const end = all ? formPosting[form + 1]! : start + formEssential[form]!;
      for (let place = start; place < end; place++) this.#add(posting[place]!);
    }
  }

  #add(name: number): void {
    if (this.#collected[name] === this.#search) return;
    this.#collected[name] = this.#search;
    this.#names.push(name);
  }

  /** Collects the names that may have a run with this spelling. */
  #lookUp(lookUp: LookUp, unit: number): void {
    const { run, runNames, runTags } = this.#views;
    const hash = hashSpelling(lookUp.spelling);
    const bucket = bucketOf(hash, run.length - 1);
    for (let place = run[bucket]!; place < run[bucket + 1]!; place++) {
      if (runTags[place] !== hash >>> 24) continue;
      const name = runNames[place]!;
      this.#add(name);
      this.#hasRun[name] = this.#search;
      this.#runHits.push({ name, unit, lookUp });
    }
  }

  #keeps(name: number, query: ParsedName): boolean {
    const { namePart, partToken, partType, tokenForm, tokenWritten, tokenRarity, nameProperty } = this.#views;
    if (nameProperty[name] === this.#weakProperty) return this.#isSame(name, query);
    const first = namePart[name]!;
    const end = namePart[name + 1]!;
    const byRuns = this.#hasRun[name] === this.#search ? this.#meetRuns(name) : null;
    let balance = 0;
    let most = 0;
    for (let part = first; part < end; part++) {
      const token = partToken[part]!;
      const weight = (partType[part]! & WEIGHS) === 0 ? 0 : weightOf(tokenRarity[token]!);
      let best = balanceOf(0, weight, 0);
      if (byRuns !== null) best = Math.max(best, byRuns[part - first]!);
      const form = tokenForm[token]!;
      const written = tokenWritten[token]!;
      best = this.#meetForm(form, weight, best);
      if (written !== form) best = this.#meetForm(written, weight, best);
      balance += best;
      most = Math.max(most, best);
    }
    return this.#coversQuery() || (most > 0 && isCovered(balance));
  }

  /** Meets the units that a form answers to; the better of `best` and what they give a part of this weight. */
  #meetForm(form: number, weight: number, best: number): number {
    let better = best;
    for (let entry = this.#head[form]!; entry >= 0; entry = this.#next[entry]!) {
      const unit = this.#units[this.#entryUnit[entry]!]!;
      const likeness = this.#entryLikeness[entry]!;
      const pair = Math.min(unit.weight, weight);
      better = Math.max(better, balanceOf(likeness, weight, pair));
      this.#meet(unit, likeness, unit.weight > 0 ? pair / unit.weight : 0);
    }
    return better;
  }

  /** The unit's parts meet a part of the name at hand that weighs `ratio` of them. */
  #meet({ from, to }: Unit, likeness: number, ratio: number): void {
    for (let part = from; part < to; part++) {
      const weight = this.#weights[part]!;
      const balance = balanceOf(likeness, weight, weight * ratio);
      if (this.#isMet[part] === 0) {
        this.#isMet[part] = 1;
        this.#metParts[this.#metCount++] = part;
        this.#balance[part] = balance;
      } else if (balance > this.#balance[part]!) this.#balance[part] = balance;
    }
  }

  /** Whether the parts met cover the query; forgets them. */
  #coversQuery(): boolean {
    let balance = this.#unmet;
    let most = 0;
    for (let at = 0; at < this.#metCount; at++) {
      const part = this.#metParts[at]!;
      const unmet = balanceOf(0, this.#weights[part]!, 0);
      const best = Math.max(this.#balance[part]!, unmet);
      balance += best - unmet;
      most = Math.max(most, best);
      this.#isMet[part] = 0;
    }
    this.#metCount = 0;
    return most > 0 && isCovered(balance);
  }

  /**
   * Meets the runs of a listed name that are words or runs of the query. Rare, so the name is decoded for it.
   *
   * @returns balance per part of the name, −∞ where it is in no such run
   */
  #meetRuns(name: number): Float64Array {
    const parsed = this.#decoded.at(name);
    const weights = weigh(parsed.parts);
    const balances = new Float64Array(parsed.parts.length).fill(Number.NEGATIVE_INFINITY);
    const runs = runsOf(parsed).map((run) => ({ run, spelling: spellingOfRun(run) }));
    for (const hit of this.#runHits) {
      if (hit.name !== name) continue;
      const unit = this.#units[hit.unit]!;
      const { letters, spelling: wanted } = hit.lookUp;
      for (const { run, spelling } of runs) {
        if (spelling.kind !== wanted.kind || spelling.text !== wanted.text) continue;
        if (run.kind === 'initials') {
          // The initials stand for the whole name, but say nothing of its words.
          this.#meet(unit, 1, 1);
          continue;
        }
        const likeness = run.kind === 'reading' ? 1 : this.#similar.likeness(letters, run.text);
        let whole = 0;
        for (let part = run.from; part < run.to; part++) whole += weights[part]!;
        const pair = Math.min(unit.weight, whole);
        this.#meet(unit, likeness, unit.weight > 0 ? pair / unit.weight : 0);
        for (let part = run.from; part < run.to; part++) {
          const share = whole > 0 ? (weights[part]! * pair) / whole : 0;
          balances[part] = Math.max(balances[part]!, balanceOf(likeness, weights[part]!, share));
        }
      }
    }
    return balances;
  }

  /** Weak aliases count when every part that weighs is there on the other side, or all letters are the same. */
  #isSame(name: number, query: ParsedName): boolean {
    const { namePart, partToken, partType, tokenForm, tokenWritten, formText } = this.#views;
    const end = namePart[name + 1]!;
    let size = 0;
    let met = true;
    for (let part = namePart[name]!; part < end; part++) {
      const token = partToken[part]!;
      const written = tokenWritten[token]!;
      size += formText[written + 1]! - formText[written]!;
      if ((partType[part]! & WEIGHS) !== 0 && this.#head[tokenForm[token]!]! < 0) met = false;
    }
    this.#letters ??= lettersOf(query);
    const alike = size <= LONGEST_RUN && size === Buffer.byteLength(this.#letters);
    if (!met && !alike) return false;
    const listed = this.#decoded.at(name);
    if (alike && this.#letters === lettersOf(listed)) return true;
    return hasForms(listed, query) && hasForms(query, listed);
  }
}

/** Whether every part of `name` that weighs is a part of `other`. */
function hasForms(name: ParsedName, other: ParsedName): boolean {
  const weights = weigh(name.parts);
  return name.parts.every(
    ({ form }, at) => weights[at] === 0 || other.parts.some((part) => part.form === form),
  );
}

function lettersOf(name: ParsedName): string {
  return name.parts.map(writtenOf).join('');
}
