/**
 * Compares the tabled costs of edits (data/match/edit-costs.csv) with what aliases teach: how often a letter of a listed
 * name is another one in an alias of the same party (Ristad & Yianilos 1998, counts with smoothing instead of a trained
 * transducer).
 *
 *   node --import tsx tools/learn-edit-costs.ts NAMES_JSON
 *
 * NAMES_JSON is OFAC's list as names-*.json (US government work, public domain). Used are pairs of names of one person
 * that differ in one part only, whose spellings are at most half their letters apart and which the table of given names
 * does not already know. Of these parts the best alignment with plain costs is taken, spellings of one sound
 * (`pair`, `sound` rows) included as single steps. Printed are, per edit, how often it was met, the share of its
 * chances, and a cost: −ln of that share against that of a consonant for any other, which is 1. Where lists of one
 * region differ from all, their cost stands beside. Nothing is written: rows are changed by hand where the evidence is clear.
 */
import { readFileSync } from 'node:fs';
import { readEditCosts } from '../src/match/edit-costs.js';
import { MATCH_TABLES } from '../src/match/index.js';
import { LETTERS, letterOf } from '../src/match/letters.js';
import { NAMES_TABLES, openNames, type ParsedName } from '../src/names/index.js';
import { TEXT_TABLES } from '../src/text/index.js';

/** Counts of edits in one region's aliases: by letter, by pair of letters ("ab"), by kind of place. */
type Counts = {
  parts: number;
  letters: Map<string, number>;
  substituted: Map<string, number>;
  dropped: Map<string, number>;
  doubled: number;
  swapped: number;
  doubles: number;
  first: number;
  inside: number;
  last: number;
  firstLetters: number;
  insideLetters: number;
  lastLetters: number;
};

const REGIONS: readonly (readonly [string, RegExp])[] = [
  ['slavic', /RUSSIA|UKRAINE|BELARUS|BALKAN|MAGNIT/],
  ['arabic', /SDGT|IRAQ|SYRIA|LEBANON|YEMEN|LIBYA|IRAN|IFSR|HAMAS|SUDAN/],
];
/** Added to each count, so that what was never met costs no more than it should. */
const SMOOTHING = 0.5;
/** Edits met less often are not printed. */
const FEWEST = 4;
const VOWELS = 'aeiouy';

const data = new URL('../data/', import.meta.url);
const tables = new Map(
  [...TEXT_TABLES, ...NAMES_TABLES, ...MATCH_TABLES].map((path) => [
    path,
    readFileSync(new URL(path, data), 'utf8'),
  ]),
);
const names = openNames(tables);
const costs = readEditCosts(tables);
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: learn-edit-costs.ts NAMES_JSON');

const { entries } = JSON.parse(readFileSync(file, 'utf8')) as {
  entries: { name: string; type: string; programs: string[]; alternateNames: string[] }[];
};
const counts = new Map<string, Counts>([
  ['all', emptyCounts()],
  ...REGIONS.map(([name]) => [name, emptyCounts()] as const),
]);
for (const { name, type, programs, alternateNames } of entries) {
  if (type !== 'individual') continue;
  const region = REGIONS.find(([, pattern]) => programs.some((one) => pattern.test(one)))?.[0];
  const spellings = new Set<string>();
  const parsed = [name, ...alternateNames].map((text) => names.parse(text, 'person'));
  for (const [at, left] of parsed.entries())
    for (const right of parsed.slice(at + 1)) {
      const pair = oneDifference(left, right);
      // The same two spellings in ten aliases of one person are one piece of evidence.
      if (pair === null || spellings.has(pair.join())) continue;
      spellings.add(pair.join());
      count(counts.get('all') as Counts, pair);
      if (region !== undefined) count(counts.get(region) as Counts, pair);
    }
}
print();

/** The forms in which two names differ, in order; null unless it is one part of each, of like spelling. */
function oneDifference(left: ParsedName, right: ParsedName): [string, string] | null {
  const forms = ({ parts }: ParsedName) =>
    parts.filter(({ type }) => type !== 'particle' && type !== 'honorific').map(({ form }) => form);
  const [one, other] = [forms(left), forms(right)];
  if (one.length < 2 || one.length !== other.length) return null;
  const rest = [...other];
  const alone = one.filter((form) => {
    const at = rest.indexOf(form);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  const [a = '', b = ''] = [alone[0], rest[0]].sort();
  if (alone.length !== 1 || !/^[a-z]{3,}$/.test(a) || !/^[a-z]{3,}$/.test(b)) return null;
  return plainDistance(a, b) <= Math.max(a.length, b.length) / 2 ? [a, b] : null;
}

function plainDistance(left: string, right: string): number {
  return align(left, right, false).cost;
}

type Step = { readonly from: string; readonly to: string; readonly at: number };

/** The cheapest steps from one word to another with every edit at 1; spellings of one sound at a tenth if `sounds`. */
function align(left: string, right: string, sounds: boolean): { cost: number; steps: Step[] } {
  type Cell = { cost: number; back: Cell | null; from: string; to: string; at: number };
  const table: Cell[][] = [];
  const { graphemes } = costs;
  const listsOf = (word: string) => {
    let state = graphemes.start;
    return [...word].map((letter, at) => {
      state = graphemes.next[state * LETTERS + letterOf(letter.charCodeAt(0))]!;
      return at === word.length - 1 ? graphemes.final[state]! : graphemes.inner[state]!;
    });
  };
  const [leftLists, rightLists] = [listsOf(left), listsOf(right)];
  for (let row = 0; row <= left.length; row += 1) {
    table.push([]);
    for (let column = 0; column <= right.length; column += 1) {
      let best: Cell | null = row + column === 0 ? { cost: 0, back: null, from: '', to: '', at: 0 } : null;
      const offer = (up: number, aside: number, price: number) => {
        const back = table[row - up]?.[column - aside];
        if (back === undefined || (best !== null && back.cost + price >= best.cost)) return;
        const from = left.slice(row - up, row);
        const to = right.slice(column - aside, column);
        best = { cost: back.cost + price, back, from, to, at: row - up };
      };
      if (row > 0 && column > 0) offer(1, 1, left[row - 1] === right[column - 1] ? 0 : 1);
      if (row > 0) offer(1, 0, 1);
      if (column > 0) offer(0, 1, 1);
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1])
        offer(2, 2, 1);
      if (sounds && row > 0 && column > 0) {
        const { starts, items, lengths, cost, count: size } = graphemes;
        const [list, other] = [leftLists[row - 1]!, rightLists[column - 1]!];
        for (let a = starts[list]!; a < starts[list + 1]!; a += 1)
          for (let b = starts[other]!; b < starts[other + 1]!; b += 1)
            if (cost[items[a]! * size + items[b]!] !== 0) offer(lengths[a]!, lengths[b]!, 0.1);
      }
      table[row]![column] = best as unknown as Cell;
    }
  }
  const end = table[left.length]![right.length] as Cell;
  const steps: Step[] = [];
  for (let cell: Cell | null = end; cell?.back; cell = cell.back)
    if (cell.from !== cell.to) steps.push({ from: cell.from, to: cell.to, at: cell.at });
  return { cost: end.cost, steps: steps.reverse() };
}

function count(into: Counts, [left, right]: [string, string]): void {
  into.parts += 1;
  for (const word of [left, right]) {
    for (const [at, letter] of [...word].entries()) {
      add(into.letters, letter);
      if (letter === word[at - 1]) into.doubles += 1;
    }
    into.firstLetters += 1;
    into.lastLetters += 1;
    into.insideLetters += word.length - 2;
  }
  for (const { from, to, at } of align(left, right, true).steps) {
    if (at === 0) into.first += 1;
    else if (at + from.length >= left.length) into.last += 1;
    else into.inside += 1;
    if (from.length === 1 && to.length === 1) add(into.substituted, [from, to].sort().join(''));
    else if (from.length + to.length === 1) {
      const letter = from + to;
      if (letter === left[at - 1]) into.doubled += 1;
      else add(into.dropped, letter);
    } else if (from.length === 2 && to === `${from[1]}${from[0]}`) into.swapped += 1;
    else add(into.substituted, [from, to].sort().join('/'));
  }
}

function print(): void {
  const all = counts.get('all') as Counts;
  for (const [region, { parts, first, inside, last, firstLetters, insideLetters, lastLetters }] of counts) {
    const share = (met: number, chances: number) => ((100 * met * 2) / chances).toFixed(1);
    console.log(
      `${region}: ${parts} pairs of spellings; edits per 100 letters: first ${share(first, firstLetters)}, inside ${share(inside, insideLetters)}, last ${share(last, lastLetters)}`,
    );
  }
  console.log('edit       tabled learned  met  by region');
  const edits = [
    ...[...all.substituted].map(([pair, met]) => [pair, met] as const),
    ...[...all.dropped].map(([letter, met]) => [`-${letter}`, met] as const),
    ['double', all.doubled] as const,
    ['swap', all.swapped] as const,
  ].sort((a, b) => b[1] - a[1]);
  for (const [edit, met] of edits) {
    if (met < FEWEST) continue;
    const regions = REGIONS.map(
      ([name]) => `${name} ${learned(counts.get(name) as Counts, edit).toFixed(2)}`,
    );
    console.log(
      `${edit.padEnd(10)} ${tabled(edit).padStart(6)} ${learned(all, edit).toFixed(2).padStart(7)} ${String(met).padStart(4)}  ${regions.join(', ')}`,
    );
  }
}

/** −ln of an edit's share of its chances, in units of that of one consonant for any other. */
function learned(from: Counts, edit: string): number {
  const of = (letter: string) => from.letters.get(letter) ?? 0;
  const share = (met: number, chances: number) => (met + SMOOTHING) / (chances + 40);
  let consonants = 0;
  let chances = 0;
  for (const [pair, met] of from.substituted)
    if (/^[a-z]{2}$/.test(pair) && ![...pair].some((letter) => VOWELS.includes(letter))) consonants += met;
  for (const [letter, met] of from.letters) if (!VOWELS.includes(letter)) chances += met;
  // A consonant may turn into twenty others.
  const unit = -Math.log(share(consonants / 20, chances));
  const own = (): number => {
    if (edit === 'double') return share(from.doubled, from.doubles);
    if (edit === 'swap') return share(from.swapped, from.insideLetters);
    if (edit.startsWith('-')) return share(from.dropped.get(edit.slice(1)) ?? 0, of(edit.slice(1)));
    const [a = '', b = ''] = edit.includes('/') ? edit.split('/') : [edit[0], edit[1]];
    return share(from.substituted.get(edit) ?? 0, Math.min(of(a[0] ?? ''), of(b[0] ?? '')));
  };
  return -Math.log(own()) / unit;
}

function tabled(edit: string): string {
  const letter = (sign: string) => letterOf(sign.charCodeAt(0));
  if (edit === 'double') return (costs.double / 100).toFixed(2);
  if (edit === 'swap') return (costs.swap / 100).toFixed(2);
  if (edit.startsWith('-')) return (costs.letters[0].drop[letter(edit.slice(1))]! / 100).toFixed(2);
  if (edit.includes('/')) return '';
  return (
    costs.letters[0].substitute[letter(edit.slice(0, 1)) * LETTERS + letter(edit.slice(1))]! / 100
  ).toFixed(2);
}

function add(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function emptyCounts(): Counts {
  return {
    parts: 0,
    letters: new Map(),
    substituted: new Map(),
    dropped: new Map(),
    doubled: 0,
    swapped: 0,
    doubles: 0,
    first: 0,
    inside: 0,
    last: 0,
    firstLetters: 0,
    insideLetters: 0,
    lastLetters: 0,
  };
}
