/** False alarms: how many of the 50,000 invented people hit anybody on any list, on which, and the ten worst. */
import type { Answer, Hit } from './screened.js';
import { type Alarms, alarmRate } from './screened-negatives.js';
import type { Setting } from './setting.js';
import { cut, figure, percent, printTable } from './table.js';

const THRESHOLDS = [0.7, 0.8, 0.9];
const SHOWN = 10;
const LISTS_SHOWN = 12;

/** Prints shares over three thresholds, lists, and the highest scores. */
export async function run(setting: Setting): Promise<unknown> {
  const { whole, nameOnly } = await setting.falseAlarms();
  const rates = [
    { label: 'as the file has them (birth date, gender, nationality)', alarms: whole },
    { label: 'by their names alone', alarms: nameOnly },
  ].map(({ label, alarms }) => ({ label, rates: THRESHOLDS.map((at) => alarmRate(alarms, at)) }));
  console.log(
    `False alarms: share of ${whole.asked} invented people with a hit on any list, aim under 0.5 % at 0.7`,
  );
  printTable(
    ['', ...THRESHOLDS.map((threshold) => `≥ ${threshold}`)],
    rates.map(({ label, rates: shares }) => [label, ...shares.map((share) => percent(share))]),
  );
  const lists = byList(whole);
  console.log('By list, as the file has them (one person may hit several)');
  printTable(
    ['', ...THRESHOLDS.map((threshold) => `≥ ${threshold}`)],
    lists.slice(0, LISTS_SHOWN).map(({ list, counts }) => [list, ...counts.map(String)]),
  );
  for (const [title, alarms] of [
    ['Highest scores, as the file has them', whole],
    ['Highest scores, by names alone', nameOnly],
  ] as const) {
    console.log(title);
    printTable(
      ['invented name', 'listed name', 'list', 'score'],
      highest(alarms).map(({ label, hit }) => [
        cut(label, 32),
        cut(hit.right ?? '', 36),
        cut(hit.list, 18),
        figure(hit.score, 4),
      ]),
    );
  }
  return { asked: whole.asked, rates, lists };
}

function byList({ hit }: Alarms): { list: string; counts: number[] }[] {
  const lists = [...new Set(hit.flatMap(({ hits }) => hits.map(({ list }) => list)))];
  const hits = (list: string, from: number) => (one: Answer) =>
    one.hits.some((each) => each.list === list && each.score >= from);
  return lists
    .map((list) => ({ list, counts: THRESHOLDS.map((from) => hit.filter(hits(list, from)).length) }))
    .sort((a, b) => b.counts[0]! - a.counts[0]! || (a.list < b.list ? -1 : 1));
}

function highest({ hit }: Alarms): { label: string; hit: Hit }[] {
  // Some names were invented twice.
  const names = new Map(hit.map(({ label, hits }) => [label, { label, hit: hits[0]! }]));
  return [...names.values()].sort((a, b) => b.hit.score - a.hit.score).slice(0, SHOWN);
}
