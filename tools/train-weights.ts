/**
 * Fits the rows of data/match/weights.csv that have a `prior` to pairs that are known to be the same or not.
 *
 *   node --import tsx tools/train-weights.ts OFAC_FOLDER POPULAR_FOLDER [--pairs FILE] [--dry-run]
 *
 * OFAC_FOLDER holds names-*.json (US government work, public domain), POPULAR_FOLDER the two files of
 * popular-names-by-country-dataset (CC0). Pairs are made from seven of ten entries (training/pairs.ts); those of the other
 * three are scored before and after, and written to FILE as `same<TAB>kind<TAB>left<TAB>right<TAB>how`. Logistic loss
 * with a normal prior around the reasoned figure (a ridge): rows of which the pairs say little stay where reason put
 * them. Each step measures how every row moves every score, solves for the best small change, and keeps it if the loss
 * falls. Same input, same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type DataTables, readTable } from '../src/base/index.js';
import { MATCH_TABLES, openMatcher } from '../src/match/index.js';
import { NAMES_TABLES, openNames, type ParsedName } from '../src/names/index.js';
import { TEXT_TABLES } from '../src/text/index.js';
import { solve } from './training/linear.js';
import { makePairs, type Pair } from './training/pairs.js';
import { readListed, readPopular } from './training/sources.js';

const SEED = 20_261_124;
const STEPS = 5;
/** What all pairs together count for beside the prior, in pairs: made pairs are not customers. */
const EVIDENCE = 300;
/** How far a row may move in one step, as a share of its prior's width. */
const STRIDE = 0.6;

type Row = { feature: string; level: string; prior: number; value: number; width: number; most: number };

const data = new URL('../data/', import.meta.url);
const weightsFile = new URL('match/weights.csv', data);
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { pairs: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
});
const [ofac, popularFolder] = positionals;
if (ofac === undefined || popularFolder === undefined)
  throw new Error('usage: train-weights.ts OFAC_FOLDER POPULAR_FOLDER [--pairs FILE] [--dry-run]');

const tables: Map<string, string> = new Map(
  [...TEXT_TABLES, ...NAMES_TABLES, ...MATCH_TABLES].map((path) => [
    path,
    readFileSync(new URL(path, data), 'utf8'),
  ]),
);
const names = openNames(tables);
const rows = readRows(tables.get('match/weights.csv') as string);
const listed = readListed(ofac);
const popular = readPopular(popularFolder);
const made = (heldBack: boolean, same: number, other: number, seed: number) =>
  makePairs(
    listed.filter((entry) => entry.heldBack === heldBack),
    popular,
    { same, other },
    seed,
    names,
    openMatcher(withWeights(startingRows()), names),
  );
const training = ready(made(false, 7_000, 7_000, SEED));
const measuring = made(true, 4_000, 4_000, SEED + 1);
const measured = ready(measuring);
if (options.pairs !== undefined)
  writeFileSync(
    options.pairs,
    measuring
      .map((pair) => [pair.same ? 1 : 0, pair.kind, pair.left, pair.right, pair.how].join('\t'))
      .join('\n'),
  );

report('before, made of other entries', measuring, logits(rows, measured));
for (let step = 0; step < STEPS; step += 1) if (!improve()) break;
report('after, made of other entries', measuring, logits(rows, measured));
for (const { feature, level, prior, value } of rows)
  if (Math.abs(value - prior) > 0.05 * Math.abs(prior))
    console.log(`${feature},${level}: ${prior} -> ${value}`);
if (!options['dry-run']) writeRows();

type Ready = { left: ParsedName; right: ParsedName; same: number; weight: number };

function ready(pairs: readonly Pair[]): Ready[] {
  const same = pairs.filter((pair) => pair.same).length;
  return pairs.map((pair) => ({
    left: names.parse(pair.left, pair.kind),
    right: names.parse(pair.right, pair.kind),
    same: pair.same ? 1 : 0,
    weight: 0.5 / (pair.same ? same : pairs.length - same),
  }));
}

function startingRows(): Row[] {
  return rows.map((row) => ({ ...row, value: row.prior }));
}

/** Rows with a prior. What counts as alike stays less than equal; other figures stay between nothing and 2.5 priors. */
function readRows(text: string): Row[] {
  return readTable(text, 'weights.csv').rows.flatMap(({ cells }) => {
    const { feature = '', level = '' } = cells;
    if (!cells.prior) return [];
    const prior = Number(cells.prior);
    const similarity = feature === 'spelling' && prior < 1 && !['reach', 'length-power'].includes(level);
    const most = similarity ? (1 + prior) / 2 : 2.5 * prior + 0.5;
    return [{ feature, level, prior, value: prior, width: Math.max(0.1, 0.4 * prior), most }];
  });
}

function withWeights(changed: readonly Row[]): DataTables {
  const figures = new Map(changed.map((row) => [`${row.feature},${row.level},`, row.value]));
  const text = (tables.get('match/weights.csv') as string)
    .split('\n')
    .map((line) => {
      const head = /^[^,]*,[^,]*,/.exec(line)?.[0] ?? '';
      const figure = figures.get(head);
      return figure === undefined
        ? line
        : line.replace(/^([^,]*,[^,]*,)[^,]*/, (_, key) => `${key}${figure}`);
    })
    .join('\n');
  return new Map([...tables, ['match/weights.csv', text]]);
}

function logits(at: readonly Row[], pairs: readonly Ready[]): Float64Array {
  const matcher = openMatcher(withWeights(at), names);
  return Float64Array.from(pairs, ({ left, right }) => {
    const score = matcher.scoreNames(left, right);
    return Math.log(score / (1 - score));
  });
}

function loss(at: readonly Row[], scores: Float64Array): number {
  let sum = 0;
  training.forEach(({ same, weight }, pair) => {
    const signed = same === 1 ? -(scores[pair] as number) : (scores[pair] as number);
    sum += weight * Math.log1p(Math.exp(Math.min(30, signed)));
  });
  return (
    EVIDENCE * sum + at.reduce((prior, row) => prior + 0.5 * ((row.value - row.prior) / row.width) ** 2, 0)
  );
}

/** One step of Newton's method on the linearised scores, halved until the loss falls. @returns false when none does */
function improve(): boolean {
  const size = rows.length;
  const scores = logits(rows, training);
  const before = loss(rows, scores);
  const slopes = rows.map((row, at) => {
    const step = Math.max(0.02, 0.05 * Math.abs(row.value));
    const up = Math.min(row.most, row.value + step);
    const down = Math.max(0, row.value - step);
    const moved = (value: number) =>
      logits(
        rows.map((one, place) => (place === at ? { ...one, value } : one)),
        training,
      );
    const high = moved(up);
    const low = moved(down);
    return high.map((value, pair) => (value - (low[pair] as number)) / (up - down));
  });
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  const gradient = new Float64Array(size);
  for (let pair = 0; pair < training.length; pair += 1) {
    const { same, weight } = training[pair] as Ready;
    const chance = 1 / (1 + Math.exp(-(scores[pair] as number)));
    const error = EVIDENCE * weight * (chance - same);
    const curve = EVIDENCE * weight * Math.max(1e-4, chance * (1 - chance));
    for (let one = 0; one < size; one += 1) {
      const slope = slopes[one]?.[pair] as number;
      if (slope === 0) continue;
      gradient[one] = (gradient[one] as number) + error * slope;
      const line = hessian[one] as Float64Array;
      for (let other = 0; other <= one; other += 1)
        line[other] = (line[other] as number) + curve * slope * (slopes[other]?.[pair] as number);
    }
  }
  rows.forEach((row, one) => {
    gradient[one] = (gradient[one] as number) + (row.value - row.prior) / row.width ** 2;
    for (let other = 0; other < one; other += 1)
      (hessian[other] as Float64Array)[one] = hessian[one]?.[other] as number;
    const line = hessian[one] as Float64Array;
    line[one] = (line[one] as number) + 1 / row.width ** 2;
  });
  const change = solve(hessian, gradient);
  for (let share = 1; share > 0.05; share /= 2) {
    const next = rows.map((row, at) => {
      const stride = Math.max(
        -STRIDE * row.width,
        Math.min(STRIDE * row.width, -share * (change[at] as number)),
      );
      return { ...row, value: Math.max(0, Math.min(row.most, row.value + stride)) };
    });
    const after = loss(next, logits(next, training));
    if (after >= before - 0.01) continue;
    next.forEach((row, at) => {
      (rows[at] as Row).value = row.value;
    });
    console.log(`loss ${before.toFixed(2)} -> ${after.toFixed(2)} (step ${share})`);
    return true;
  }
  return false;
}

function report(label: string, pairs: readonly Pair[], scores: Float64Array): void {
  console.log(label);
  const sorts = new Map<string, { count: number; hits: number }>();
  const bins = Array.from({ length: 10 }, () => ({ count: 0, same: 0, sum: 0 }));
  pairs.forEach((pair, at) => {
    const score = 1 / (1 + Math.exp(-(scores[at] as number)));
    const bin = bins[Math.min(9, Math.floor(score * 10))] as (typeof bins)[number];
    bin.count += 1;
    bin.same += pair.same ? 1 : 0;
    bin.sum += score;
    const key = `${pair.same ? 'same ' : 'other'} ${pair.kind.padEnd(12)} ${pair.how.split(',')[0]}`;
    const sort = sorts.get(key) ?? { count: 0, hits: 0 };
    sort.count += 1;
    sort.hits += score >= 0.7 ? 1 : 0;
    sorts.set(key, sort);
  });
  for (const [key, { count, hits }] of [...sorts].sort())
    console.log(
      `  ${key.padEnd(48)} ${String(count).padStart(5)}  at 0.7: ${((100 * hits) / count).toFixed(1)} %`,
    );
  bins.forEach(({ count, same, sum }, at) => {
    if (count > 0)
      console.log(
        `  ${(at / 10).toFixed(1)}-${((at + 1) / 10).toFixed(1)}  ${String(count).padStart(5)} pairs, mean ${(sum / count).toFixed(3)}, same ${(same / count).toFixed(3)}`,
      );
  });
}

function writeRows(): void {
  const figures = new Map(rows.map((row) => [`${row.feature},${row.level},`, row]));
  const text = readFileSync(weightsFile, 'utf8')
    .split('\n')
    .map((line) => {
      const row = figures.get(/^[^,]*,[^,]*,/.exec(line)?.[0] ?? '');
      return row === undefined
        ? line
        : line.replace(/^([^,]*,[^,]*,)[^,]*/, (_, key) => `${key}${Number(row.value.toPrecision(3))}`);
    })
    .join('\n');
  writeFileSync(weightsFile, text);
}
