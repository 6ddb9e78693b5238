/**
 * Whether a score says how likely two are the same: pairs by score, the calibration error, and what a hit is worth where
 * few of those asked for are listed.
 */
import { readFileSync } from 'node:fs';
import { accuracy, precisionAt, reliability, type Scored } from './figures.js';
import { type GeneratedPair, readPairs, THRESHOLD } from './labelled.js';
import { cells } from './pairs.js';
import { alarmRate } from './screened-negatives.js';
import type { Setting } from './setting.js';
import { figure, percent, printTable, whole } from './table.js';

const THRESHOLDS = [0.7, 0.8, 0.9];

/** Prints the tables of the labelled pairs, of generated ones where a file is given, and precision by base rate. */
export async function run(setting: Setting): Promise<unknown> {
  const { labelled, options, score } = setting;
  const generated =
    options.pairs === null ? null : readPairs(readFileSync(options.pairs, 'utf8'), options.pairs, score);
  const tables = { labelled: showBins('the labelled pairs', labelled), generated: null as unknown };
  if (generated === null) console.log('(--pairs FILE shows the same of generated pairs)\n');
  else {
    tables.generated = showBins('generated pairs', generated);
    showKinds(generated);
  }
  const { nameOnly, whole: withFacts } = await setting.falseAlarms();
  const precision = [
    { subjects: 'names alone', alarms: nameOnly },
    { subjects: 'with their facts', alarms: withFacts },
  ].flatMap(({ subjects, alarms }) =>
    THRESHOLDS.map((threshold) => {
      const { recall } = accuracy(labelled, threshold);
      const falseAlarms = alarmRate(alarms, threshold);
      const at = (rate: number) => precisionAt(rate, recall, falseAlarms);
      return { subjects, threshold, recall, falseAlarms, oneIn100: at(1 / 100), oneIn10000: at(1 / 10_000) };
    }),
  );
  console.log(
    'Precision by base rate b: b·R / (b·R + (1 − b)·F), with R the recall of same labelled pairs (names',
  );
  console.log(
    'alone) and F the share of invented people who hit any list, by their names alone or as in the file',
  );
  printTable(
    ['', 'recall R', 'false alarms F', 'b = 1 in 100', 'b = 1 in 10,000'],
    precision.map((row) => [
      `${row.subjects} ≥ ${row.threshold}`,
      figure(row.recall),
      percent(row.falseAlarms, 3),
      percent(row.oneIn100, 1),
      percent(row.oneIn10000, 1),
    ]),
  );
  return { ...tables, precision };
}

function showBins(of: string, scored: readonly Scored[]): unknown {
  const { bins, calibrationError } = reliability(scored);
  const { f1, brier } = accuracy(scored, THRESHOLD);
  console.log(
    `Reliability, ${of}: ${whole(scored.length)} pairs, calibration error ${figure(calibrationError)}, Brier ${figure(brier)}, F1 ${figure(f1)}`,
  );
  printTable(
    ['score', 'pairs', 'share same', 'mean score'],
    bins.map(({ from, to, pairs, shareSame, meanScore }) => [
      `${from.toFixed(1)}–${to.toFixed(1)}`,
      whole(pairs),
      figure(shareSame),
      figure(meanScore),
    ]),
  );
  return { pairs: scored.length, calibrationError, brier, f1, bins };
}

function showKinds(generated: readonly GeneratedPair[]): void {
  const kinds = [...new Set(generated.map(({ kind }) => kind))].sort();
  console.log(`Generated pairs by kind, at ${THRESHOLD}`);
  printTable(
    ['', 'pairs', 'same', 'F1', 'precision', 'recall', 'Brier'],
    kinds.map((kind) => {
      const figures = accuracy(
        generated.filter((pair) => pair.kind === kind),
        THRESHOLD,
      );
      return [kind, whole(figures.pairs), whole(figures.same), ...cells(figures)];
    }),
  );
}
