/**
 * A query's name taken apart into units. A unit is what listed words can answer to: one part, a run of parts joined, or
 * the initials of all. Each unit knows the words of the index that it may stand for.
 */
import {
  isTwoSyllables,
  type NameKind,
  NO_READINGS,
  type ParsedName,
  phoneticKey,
  readingOf,
} from '../names/index.js';
import { essentialParts } from './coverage.js';
import {
  FEWEST_INITIALS,
  MOST_INITIALS,
  type Run,
  runsOf,
  type Spelling,
  spellingOf,
  writtenOf,
} from './runs.js';
import type { Similar, SimilarForms } from './similar.js';

/** Letters by whose spelling listed names are found: names that are these letters when joined, or shortened. */
export type LookUp = { readonly letters: string; readonly spelling: Spelling };

/**
 * The parts `from` … `to − 1` of the query; none for initials, which stand for the name without being any of its words.
 */
export type Unit = {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly essential: boolean;
  readonly like: Similar;
  readonly lookUps: readonly LookUp[];
};

/** The most slips between a part, or parts joined, and a listed word. */
const SLIPS = 2;

/**
 * The units of a name with these weights, parts first. Parts as written, where that differs, and runs are essential
 * always: few names answer to them.
 */
export function unitsOf(query: ParsedName, weights: Float64Array, similar: SimilarForms): Unit[] {
  const essential = essentialParts(weights);
  const named = query.kind === 'person' || query.kind === 'any';
  const units: Unit[] = query.parts.map((part, at) => {
    const weight = weights[at]!;
    const like = similar.of(
      part.form,
      part.key,
      part.native,
      weight > 0 ? SLIPS : 0,
      named && weight > 0,
      part.readings,
    );
    const lookUps = [...lookUpsOf(part.form, query.kind), ...readingsOf(part.form, part.readings)];
    return { from: at, to: at + 1, weight, essential: essential[at] === 1, like, lookUps };
  });
  query.parts.forEach((part, at) => {
    const text = writtenOf(part);
    if (text === part.form) return;
    const weight = weights[at]!;
    const like = similar.of(text, phoneticKey(text), '', weight > 0 ? SLIPS : 0, false, NO_READINGS);
    const lookUps = lookUpsOf(text, query.kind);
    units.push({ from: at, to: at + 1, weight, essential: true, like, lookUps });
  });
  for (const run of runsOf(query)) units.push(unitOfRun(run, weights, similar));
  return units;
}

function unitOfRun(run: Run, weights: Float64Array, similar: SimilarForms): Unit {
  let weight = 0;
  for (let at = run.from; at < run.to; at++) weight += weights[at]!;
  if (run.kind === 'initials') {
    const like = similar.of(run.text, '', '', 0, false, NO_READINGS);
    return { from: 0, to: 0, weight, essential: true, like, lookUps: [] };
  }
  if (run.kind === 'reading') {
    const like = similar.of('', '', '', 0, false, [Number(run.text) << 2]);
    return { from: run.from, to: run.to, weight, essential: true, like, lookUps: [] };
  }
  const like = similar.of(run.text, '', '', SLIPS, false, NO_READINGS);
  return { from: run.from, to: run.to, weight, essential: true, like, lookUps: [lookUp(run.text)] };
}

/** A word may be a listed name's words joined, or its initials if it is not a person's. */
function lookUpsOf(letters: string, kind: NameKind): LookUp[] {
  const joined = lookUp(letters);
  const mayBeInitials = letters.length >= FEWEST_INITIALS && letters.length <= MOST_INITIALS;
  if (kind === 'person' || !mayBeInitials) return [joined];
  return [joined, { letters, spelling: { kind: 'initials', text: letters } }];
}

/** A word of two syllables may be a listed name's two words: Zedong, Tse tung. */
function readingsOf(letters: string, readings: readonly number[]): LookUp[] {
  return readings
    .filter(isTwoSyllables)
    .map((reading) => ({ letters, spelling: { kind: 'reading', text: String(readingOf(reading)) } }));
}

function lookUp(letters: string): LookUp {
  return { letters, spelling: spellingOf(letters) };
}
