/**
 * Letters that stand together for one sound: ч is ch in English, tch in French, tsch in German, cz in Polish. Pairs of such
 * spellings with what one costs for the other, and an automaton (Aho & Corasick 1975) that finds all that end at a
 * letter of a word in one step a letter. "^" and "$" in a spelling are the ends of the word.
 *
 *   letter  | m  e  d  v  e  d  e  f  f
 *   ends                             f, ff, ff$, eff$
 */
import { LETTERS, letterOf } from './letters.js';

/**
 * Spellings by number: a letter is its own, others follow. Which of them end at a letter is a list: `items` and `lengths`
 * from `starts[list]` to `starts[list + 1]`, the letter itself first. `cost[a * count + b]` is what spelling a costs for b in
 * hundredths, 0 where it is not to be had; `syllableCost` the same for words of one syllable; `meets[list * lists + other]` is 1 where two lists have a pair to be had;
 * `longest[list]` the letters of the longest spelling.
 */
export type Graphemes = {
  readonly count: number;
  readonly cost: Uint8Array;
  readonly syllableCost: Uint8Array;
  readonly lists: number;
  readonly starts: Uint16Array;
  readonly items: Uint16Array;
  readonly lengths: Uint8Array;
  readonly longest: Uint8Array;
  readonly meets: Uint8Array;
  /** 1 for a list with an ending that makes the vowels of a word sure. */
  readonly steady: Uint8Array;
  /** Letters of the ending, shared by many names, that a list has; 0 for none. */
  readonly ending: Uint8Array;
  /** State before the first letter of a word; `next[state * LETTERS + letter]` the state behind a letter. */
  readonly start: number;
  readonly next: Uint16Array;
  /** The list of a state: inside a word, and where the word ends. */
  readonly inner: Uint16Array;
  readonly final: Uint16Array;
};

/**
 * One pair of spellings (letters `a-z0-9`, perhaps "^" before or "$" behind), its cost in hundredths, and whether it
 * holds between words of one syllable too.
 */
export type GraphemePair = {
  readonly from: string;
  readonly to: string;
  readonly cost: number;
  readonly syllable: boolean;
};

const BEGIN = LETTERS;
const END = LETTERS + 1;
const SYMBOLS = LETTERS + 2;

type Trie = { readonly next: number[][]; readonly ends: number[][] };

/**
 * Lays pairs of spellings out for the inner loop. A pair given twice costs the less of the two.
 *
 * @param endings spellings with "$" behind that make the vowels of a word sure
 * @param shared spellings with "$" behind that many names end in
 */
export function layOutGraphemes(
  pairs: readonly GraphemePair[],
  endings: readonly string[],
  shared: readonly string[],
): Graphemes {
  const numbers = new Map<string, number>();
  const sizes: number[] = [];
  for (let letter = 0; letter < LETTERS; letter += 1) sizes.push(1);
  const numberOf = (spelling: string): number => {
    if (spelling.length === 1) return letterOf(spelling.charCodeAt(0));
    const known = numbers.get(spelling);
    if (known !== undefined) return known;
    numbers.set(spelling, sizes.length);
    sizes.push(spelling.replace(/[$^]/g, '').length);
    return sizes.length - 1;
  };
  const numbered = pairs.map(({ from, to, cost, syllable }) => ({
    a: numberOf(from),
    b: numberOf(to),
    cost,
    syllable,
  }));
  const steadyEndings = new Set(endings.map(numberOf));
  const sharedEndings = new Set(shared.map(numberOf));
  const count = sizes.length;
  const cost = new Uint8Array(count * count);
  const syllableCost = new Uint8Array(count * count);
  for (const { a, b, cost: price, syllable } of numbered) {
    for (const at of [a * count + b, b * count + a]) {
      cost[at] = lesser(cost[at]!, price);
      if (syllable) syllableCost[at] = lesser(syllableCost[at]!, price);
    }
  }
  const trie = buildTrie(numbers);
  const states = trie.next.length;
  const next = new Uint16Array(states * LETTERS);
  const inner = new Uint16Array(states);
  const final = new Uint16Array(states);
  const lists = new Map<string, { number: number; items: readonly number[] }>();
  const listOf = (items: readonly number[]): number => {
    const key = items.join();
    const list = lists.get(key) ?? { number: lists.size, items };
    lists.set(key, list);
    return list.number;
  };
  for (let state = 0; state < states; state += 1) {
    const to = trie.next[state]!;
    for (let letter = 0; letter < LETTERS; letter += 1) next[state * LETTERS + letter] = to[letter]!;
    const here = [...trie.ends[state]!].sort((a, b) => a - b);
    const atEnd = [...trie.ends[to[END]!]!].sort((a, b) => a - b);
    inner[state] = listOf(here);
    final[state] = listOf([...here, ...atEnd]);
  }
  const itemsOfLists = [...lists.values()].map(({ items }) => items);
  return {
    count,
    cost,
    syllableCost,
    ...layOutLists(itemsOfLists, sizes, cost, count),
    steady: Uint8Array.from(itemsOfLists, (items) => (items.some((item) => steadyEndings.has(item)) ? 1 : 0)),
    ending: Uint8Array.from(itemsOfLists, (items) =>
      Math.max(0, ...items.filter((item) => sharedEndings.has(item)).map((item) => sizes[item]!)),
    ),
    start: trie.next[0]![BEGIN]!,
    next,
    inner,
    final,
  };
}

/** The automaton: every letter has a state of its own, so that each list begins with the letter it ends at. */
function buildTrie(numbers: ReadonlyMap<string, number>): Trie {
  const next: number[][] = [[]];
  const ends: number[][] = [[]];
  const add = (symbols: readonly number[], number: number): void => {
    let state = 0;
    for (const symbol of symbols) {
      let to = next[state]![symbol];
      if (to === undefined) {
        to = next.push([]) - 1;
        ends.push([]);
        next[state]![symbol] = to;
      }
      state = to;
    }
    if (number >= 0) ends[state]!.push(number);
  };
  for (let letter = 0; letter < LETTERS; letter += 1) add([letter], letter);
  add([BEGIN], -1);
  for (const [spelling, number] of numbers) add([...spelling].map(symbolOf), number);
  const fallback = next.map(() => 0);
  const queue: number[] = [0];
  for (const state of queue) {
    for (let symbol = 0; symbol < SYMBOLS; symbol += 1) {
      const to = next[state]![symbol];
      const other = state === 0 ? 0 : next[fallback[state]!]![symbol]!;
      if (to === undefined) {
        next[state]![symbol] = other;
        continue;
      }
      fallback[to] = other;
      ends[to]!.push(...ends[other]!);
      queue.push(to);
    }
  }
  return { next, ends };
}

/** The less of two costs, of which 0 is none. */
function lesser(known: number, price: number): number {
  return known === 0 ? price : Math.min(known, price);
}

function symbolOf(sign: string): number {
  return sign === '^' ? BEGIN : sign === '$' ? END : letterOf(sign.charCodeAt(0));
}

function layOutLists(
  lists: readonly (readonly number[])[],
  sizes: readonly number[],
  cost: Uint8Array,
  count: number,
): Pick<Graphemes, 'lists' | 'starts' | 'items' | 'lengths' | 'longest' | 'meets'> {
  const items = Uint16Array.from(lists.flat());
  const starts = new Uint16Array(lists.length + 1);
  lists.forEach((list, at) => {
    starts[at + 1] = starts[at]! + list.length;
  });
  const longest = Uint8Array.from(lists, (list) => Math.max(1, ...list.map((item) => sizes[item]!)));
  const meets = new Uint8Array(lists.length * lists.length);
  lists.forEach((list, at) => {
    lists.forEach((other, to) => {
      if (list.some((a) => other.some((b) => cost[a * count + b] !== 0))) meets[at * lists.length + to] = 1;
    });
  });
  return {
    lists: lists.length,
    starts,
    items,
    lengths: Uint8Array.from(items, (item) => sizes[item]!),
    longest,
    meets,
  };
}
