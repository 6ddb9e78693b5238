/** The weighted distance, held against the textbook's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Certainty,
  type EditCosts,
  GUESSED,
  readEditCosts,
  STEADY,
  SYLLABLE,
  USUAL,
} from '../../src/match/edit-costs.js';
import { EditDistance } from '../../src/match/edit-distance.js';
import { layOutGraphemes } from '../../src/match/graphemes.js';
import { LETTERS, letterOf } from '../../src/match/letters.js';
import { LoadedName } from '../../src/match/loaded-name.js';
import { nameRules } from '../../src/match/name-rules.js';
import { Weights } from '../../src/match/weights.js';
import { names, tables } from './support.js';

const rules = nameRules(new Weights(tables));
const costs = readEditCosts(tables);
const ONE = {
  substitute: new Uint8Array(LETTERS * LETTERS).fill(100),
  drop: new Uint8Array(LETTERS).fill(100),
};
/** Costs of one edit each, so that any book's distance is the answer. */
const plain: EditCosts = {
  letters: [ONE, ONE, ONE, ONE],
  graphemes: layOutGraphemes([], [], []),
  double: 100,
  swap: 100,
  firstFactor: 1,
};

function distance(table: EditCosts, left: string, right: string, sure: Certainty = USUAL): number {
  const one = new LoadedName(rules, table, new Map());
  const other = new LoadedName(rules, table, new Map());
  one.load(names.parse(left, 'person'));
  other.load(names.parse(right, 'person'));
  const counter = new EditDistance(table);
  return counter.between(one, 0, one.to[0]!, other, 0, other.to[0]!, 10_000, sure) / 100;
}

/** Optimal string alignment as Wikipedia has it. */
function textbook(left: string, right: string): number {
  const rows = Array.from({ length: left.length + 1 }, (_, i) =>
    Array.from({ length: right.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= left.length; i += 1) {
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      let best = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = best;
    }
  }
  return rows[left.length]![right.length]!;
}

/** Words that are compared as they are written: names with one form for all their spellings (Abdarrab) are not. */
const word = fc
  .string({ unit: fc.constantFrom(...'abcdrq'), minLength: 2, maxLength: 9 })
  .filter((text) => names.parse(text, 'person').latin === text);

describe('the distance', () => {
  it('is the textbook’s when every edit costs one and no letter moves far', () =>
    fc.assert(
      fc.property(word, word, (left, right) => {
        const expected = textbook(left, right);
        const found = distance(plain, left, right);
        // Beyond the band only an upper bound is found.
        return expected <= 3 ? found === expected : found >= expected;
      }),
    ));

  it('of a word that only begins like a name with Abd is the textbook’s too', () => {
    expect(names.parse('abdarraa', 'person').latin).toBe('abdarraa');
    expect(distance(plain, 'aa', 'abdarraa')).toBe(textbook('aa', 'abdarraa'));
  });

  it('is the same from either side', () =>
    fc.assert(
      fc.property(
        word,
        word,
        fc.constantFrom(USUAL, GUESSED, STEADY, SYLLABLE),
        (left, right, sure) =>
          // Beyond the band only upper bounds are found, and the two sides may find unlike ones.
          textbook(left, right) > 3 ||
          Math.abs(distance(costs, left, right, sure) - distance(costs, right, left, sure)) < 1e-9,
      ),
    ));

  it.each([
    ['prigozhin', 'prigozin', 0.3],
    ['aleksandr', 'alexandr', 0.08],
    ['hassan', 'hasan', 0.1],
    ['sergei', 'sergej', 0.06],
    ['gorbachev', 'gorbatschew', 0.14],
    ['shcherbina', 'schtscherbina', 0.06],
    ['medvedev', 'medvedeff', 0.06],
    ['putin', 'pulin', 1],
    ['angela', 'anglea', 0.8],
  ])('%s to %s costs %s', (left, right, cost) => expect(distance(costs, left, right)).toBeCloseTo(cost, 5));

  it('takes a spelling for one sound only where it stands: -ou for -ov at the end', () => {
    expect(distance(costs, 'barsukov', 'barsukou')).toBeLessThan(0.2);
    expect(distance(costs, 'novakov', 'nouakov')).toBeGreaterThan(0.5);
  });

  it('finds a spelling of one sound however long, when it gives up early too', () => {
    const one = new LoadedName(rules, costs, new Map());
    const other = new LoadedName(rules, costs, new Map());
    one.load(names.parse('schtschukin', 'person'));
    other.load(names.parse('shchukin', 'person'));
    const counter = new EditDistance(costs);
    expect(counter.between(one, 0, 11, other, 0, 8, 10, USUAL)).toBe(6);
    expect(counter.between(other, 0, 8, one, 0, 11, 10, USUAL)).toBe(6);
  });

  it('knows in one syllable no sounds, and no slips of the finger', () => {
    expect(distance(costs, 'shen', 'chen', SYLLABLE)).toBeGreaterThan(distance(costs, 'shen', 'chen'));
    expect(distance(costs, 'lu', 'ku', SYLLABLE)).toBeGreaterThan(distance(costs, 'lu', 'ku'));
  });

  it('holds vowels for surer where an ending is Slavic', () =>
    expect(distance(costs, 'kolyagin', 'kulagin', STEADY)).toBeGreaterThan(
      distance(costs, 'kolyagin', 'kulagin'),
    ));

  it('takes vowels for little where a script does not write them', () =>
    expect(distance(costs, 'frnand', 'fernando', GUESSED)).toBeLessThan(
      distance(costs, 'frnand', 'fernando'),
    ));
});

it('knows letters, digits, and everything else', () => {
  expect(['a', 'z', '0', '9'].map((letter) => letterOf(letter.charCodeAt(0)))).toEqual([0, 25, 26, 35]);
  expect(letterOf('ж'.charCodeAt(0))).toBeGreaterThan(35);
});
