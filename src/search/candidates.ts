/**
 * Candidates: which listed names a query's names may be. Every word of the query is widened to the words it may stand
 * for, the names that bear one are collected from the postings, and each is held against the coverage rule
 * (`coverage.ts`). There is no "best fifty": what the rule keeps is returned.
 *
 * A unit is what a listed word can answer to: one part of the query, a run of parts joined, or the query's initials.
 * Marks hang on forms: `#head[form]` begins a chain of entries, each naming a unit that the form answers to.
 *
 *     form ─ #head ─▶ entry ─ #next ─▶ entry ─▶ −1        entry ─ #entryUnit ─▶ unit: #from, #to, #weight
 */
import type { ParsedName } from '../names/index.js';
import { WEIGHS } from './builder.js';
import { covers, essentialParts, weigh, weightOf } from './coverage.js';
import type { DecodedNames } from './decoded-names.js';
import type { Views } from './format.js';
import { bucketOf } from './neighbours.js';
import {
  FEWEST_INITIALS,
  hashRun,
  LONGEST_RUN,
  MOST_INITIALS,
  type Run,
  type RunKind,
  runKey,
  runsOf,
} from './runs.js';
import type { SimilarForms } from './similar.js';

/** A name of the index whose runs may hold a unit's text: to be looked at, since only hashes met. */
type RunHit = { readonly name: number; readonly unit: number; readonly kind: RunKind; readonly text: string };

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
  #entries = 0;

  #from: number[] = [];
  #to: number[] = [];
  #weight: number[] = [];

  /** Per name, the number of the last search that collected it, and that met one of its runs. */
  readonly #collected: Uint32Array;
  readonly #hasRun: Uint32Array;
  #search = 0;
  #names: number[] = [];
  #runHits: RunHit[] = [];

  /** Per part of the query: its weight, its form's ordinal or −1, and how much of the weight the name shares. */
  #weights: Float64Array = new Float64Array(0);
  #forms = new Int32Array(0);
  #shared = new Float64Array(0);
  #isShared = new Uint8Array(0);
  #sharedParts = new Int32Array(0);
  #sharedCount = 0;
  #total = 0;

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
    const essential = essentialParts(this.#weights);
    const named = query.kind === 'person' || query.kind === 'any';
    query.parts.forEach((part, at) => {
      const weight = this.#weights[at]!;
      const unit = this.#addUnit(at, at + 1, weight);
      this.#forms[at] = this.#similar.ordinal(part.form);
      const like = this.#similar.of(
        part.form,
        part.key,
        part.native,
        weight > 0 ? 2 : 0,
        named && weight > 0,
      );
      this.#answer(like, unit, essential[at] === 1);
      this.#lookUp('form', part.form, unit);
      this.#lookUp('key', part.key, unit);
      const letters = part.form.length;
      if (query.kind !== 'person' && letters >= FEWEST_INITIALS && letters <= MOST_INITIALS)
        this.#lookUp('initials', part.form, unit);
    });
    for (const run of runsOf(query)) this.#addRun(run);
    for (const name of this.#names) if (this.#keeps(name, query)) kept.push(name);
    for (let entry = 0; entry < this.#entries; entry++) this.#head[this.#entryForm[entry]!] = -1;
  }

  #begin(query: ParsedName): void {
    const count = query.parts.length;
    this.#search++;
    this.#entries = 0;
    this.#from.length = 0;
    this.#to.length = 0;
    this.#weight.length = 0;
    this.#names.length = 0;
    this.#runHits.length = 0;
    this.#weights = weigh(query.parts);
    this.#total = this.#weights.reduce((sum, weight) => sum + weight, 0);
    if (this.#forms.length >= count) return;
    this.#forms = new Int32Array(count);
    this.#shared = new Float64Array(count);
    this.#isShared = new Uint8Array(count);
    this.#sharedParts = new Int32Array(count);
  }

  #addUnit(from: number, to: number, weight: number): number {
    this.#from.push(from);
    this.#to.push(to);
    return this.#weight.push(weight) - 1;
  }

  /** A run of the query answers to words (joined) and to other runs (both joined, elsewhere); initials to words. */
  #addRun(run: Run): void {
    if (run.kind === 'initials') {
      // The unit covers no part of the query: a name is not the query because one of its words is the initials.
      const unit = this.#addUnit(0, 0, this.#total);
      this.#answer(this.#similar.of(run.text, '', '', 0, false), unit, true);
      return;
    }
    let weight = 0;
    for (let at = run.from; at < run.to; at++) weight += this.#weights[at]!;
    const unit = this.#addUnit(run.from, run.to, weight);
    const key = runKey(run.text);
    this.#answer(this.#similar.of(run.text, key, '', 1, false), unit, true);
    this.#lookUp('form', run.text, unit);
    if (key !== '') this.#lookUp('key', key, unit);
  }

  /** Marks forms as answers to a unit and collects the names that bear them. */
  #answer(forms: Uint32Array, unit: number, all: boolean): void {
    const { formPosting, formEssential, posting } = this.#views;
    for (let at = 0; at < forms.length; at++) {
      const form = forms[at]!;
      if (this.#entries === this.#next.length) this.#widen();
      const entry = this.#entries++;
      this.#next[entry] = this.#head[form]!;
      this.#entryUnit[entry] = unit;
      this.#entryForm[entry] = form;
      this.#head[form] = entry;
      const start = formPosting[form]!;
      const end = all ? formPosting[form + 1]! : start + formEssential[form]!;
      for (let place = start; place < end; place++) this.#collect(posting[place]!);
    }
  }

  #widen(): void {
    const wider = (array: Int32Array) => {
      const copy = new Int32Array(array.length * 2);
      copy.set(array);
      return copy;
    };
    this.#next = wider(this.#next);
    this.#entryUnit = wider(this.#entryUnit);
    this.#entryForm = wider(this.#entryForm);
  }

  #collect(name: number): void {
    if (this.#collected[name] === this.#search) return;
    this.#collected[name] = this.#search;
    this.#names.push(name);
  }

  /** Collects the names that may have `text` among their runs. */
  #lookUp(kind: RunKind, text: string, unit: number): void {
    const { run, runNames, runTags } = this.#views;
    const hash = hashRun(kind, text);
    const bucket = bucketOf(hash, run.length - 1);
    for (let place = run[bucket]!; place < run[bucket + 1]!; place++) {
      if (runTags[place] !== hash >>> 24) continue;
      const name = runNames[place]!;
      this.#collect(name);
      this.#hasRun[name] = this.#search;
      this.#runHits.push({ name, unit, kind, text });
    }
  }

  #keeps(name: number, query: ParsedName): boolean {
    const { namePart, partToken, partType, tokenForm, tokenRarity, nameProperty } = this.#views;
    if (nameProperty[name] === this.#weakProperty) return this.#isSame(name, query);
    const first = namePart[name]!;
    const end = namePart[name + 1]!;
    const runShare = this.#hasRun[name] === this.#search ? this.#shareRuns(name) : null;
    let shared = 0;
    let rest = 0;
    for (let part = first; part < end; part++) {
      const token = partToken[part]!;
      const weight = (partType[part]! & WEIGHS) === 0 ? 0 : weightOf(tokenRarity[token]!);
      let best = runShare === null ? -1 : runShare[part - first]!;
      for (let entry = this.#head[tokenForm[token]!]!; entry >= 0; entry = this.#next[entry]!) {
        const unit = this.#entryUnit[entry]!;
        const whole = this.#weight[unit]!;
        const pair = Math.min(whole, weight);
        if (pair > best) best = pair;
        this.#share(unit, whole > 0 ? pair / whole : 0);
      }
      if (best < 0) rest += weight;
      else shared += best;
    }
    return this.#sharesEnough() || covers(shared, rest);
  }

  /** Counts a unit's parts as shared with the name at hand, each with this much of its weight. */
  #share(unit: number, ratio: number): void {
    const to = this.#to[unit]!;
    for (let part = this.#from[unit]!; part < to; part++) {
      const weight = this.#weights[part]! * ratio;
      if (this.#isShared[part] === 0) {
        this.#isShared[part] = 1;
        this.#sharedParts[this.#sharedCount++] = part;
        this.#shared[part] = weight;
      } else if (weight > this.#shared[part]!) this.#shared[part] = weight;
    }
  }

  /** Whether the parts counted as shared cover the query; clears the count. */
  #sharesEnough(): boolean {
    let shared = 0;
    let rest = this.#total;
    for (let at = 0; at < this.#sharedCount; at++) {
      const part = this.#sharedParts[at]!;
      shared += this.#shared[part]!;
      rest -= this.#weights[part]!;
      this.#isShared[part] = 0;
    }
    this.#sharedCount = 0;
    return covers(shared, rest);
  }

  /**
   * Shares by runs of the listed name that are words or runs of the query. Rare, so the name is decoded for it.
   *
   * @returns per part of the name what it shares, −1 where nothing
   */
  #shareRuns(name: number): Float64Array {
    const parsed = this.#decoded.at(name);
    const weights = weigh(parsed.parts);
    const shares = new Float64Array(parsed.parts.length).fill(-1);
    const runs = runsOf(parsed);
    for (const hit of this.#runHits) {
      if (hit.name !== name) continue;
      for (const run of runs) {
        const same =
          hit.kind === 'key'
            ? run.kind === 'form' && runKey(run.text) === hit.text
            : run.kind === hit.kind && run.text === hit.text;
        if (!same) continue;
        if (run.kind === 'initials') {
          // The initials stand for the whole name, but say nothing of its words.
          this.#share(hit.unit, 1);
          continue;
        }
        let weight = 0;
        for (let part = run.from; part < run.to; part++) weight += weights[part]!;
        const whole = this.#weight[hit.unit]!;
        const pair = Math.min(whole, weight);
        this.#share(hit.unit, whole > 0 ? pair / whole : 0);
        for (let part = run.from; part < run.to; part++)
          shares[part] = Math.max(shares[part]!, weight > 0 ? (weights[part]! * pair) / weight : 0);
      }
    }
    return shares;
  }

  /** Weak aliases count when every part that weighs is there on the other side, or all letters are the same. */
  #isSame(name: number, query: ParsedName): boolean {
    const { namePart, partToken, partType, tokenForm } = this.#views;
    const first = namePart[name]!;
    const end = namePart[name + 1]!;
    const count = query.parts.length;
    let same = true;
    for (let part = first; part < end && same; part++)
      same =
        (partType[part]! & WEIGHS) === 0 ||
        this.#forms.subarray(0, count).includes(tokenForm[partToken[part]!]!);
    for (let at = 0; at < count && same; at++) {
      if (this.#weights[at] === 0) continue;
      same = false;
      for (let part = first; part < end && !same; part++)
        same = tokenForm[partToken[part]!] === this.#forms[at];
    }
    if (same) return true;
    const letters = lettersOf(query);
    return letters.length <= LONGEST_RUN && letters === lettersOf(this.#decoded.at(name));
  }
}

function lettersOf(name: ParsedName): string {
  return name.latin.replaceAll(' ', '');
}
