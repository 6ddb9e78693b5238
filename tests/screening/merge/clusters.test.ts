/** Grouping, whatever the entries: no contradiction inside a party, and no order of lists that would change one. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Entry } from '../../../src/screening/index.js';
import { company, compareEntries, merge, person, tools } from './support.js';

const NAMES = [
  'Valery Zabolotskikh',
  'Zabolotskikh Valerij',
  'Valery Petrovich Zabolotskikh',
  'Zenon Kvitkovych',
];
const FIRMS = [
  'Severnye Truboprovody',
  'Severnye Truboprovody JSC',
  'Truboprovody Trading',
  'Severnye Truboprovody LLC',
];
const maybe = <Value>(...values: Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const given = (facts: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;

const people = fc.record({
  list: fc.constantFrom('us', 'eu', 'un', 'ch'),
  name: fc.constantFrom(...NAMES),
  birthDate: maybe('1961-04-17', '1961-04-18', '1961', '1931-02-01'),
  gender: maybe('male', 'female'),
  nationality: maybe('ru', 'ua'),
  passportNumber: maybe('AB1234567', 'CD7654321'),
});
const firms = fc.record({
  list: fc.constantFrom('us', 'eu', 'un', 'ch'),
  name: fc.constantFrom(...FIRMS),
  jurisdiction: maybe('ru', 'kz'),
  innCode: maybe('7707083893', '7702070139'),
  ogrnCode: maybe('1027700132195', '1027739609391'),
});

const entries = fc
  .tuple(fc.array(people, { maxLength: 6 }), fc.array(firms, { maxLength: 6 }))
  .map(([some, others]): Entry[] => [
    ...some.map(({ list, name, ...facts }, at) => person(`${list}/p${at}`, name, given(facts))),
    ...others.map(({ list, name, ...facts }, at) => company(`${list}/c${at}`, name, given(facts))),
  ]);

it('gives the same parties and links in whatever order lists and entries come', () => {
  fc.assert(
    fc.property(
      entries.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(merge(shuffled)).toEqual(merge(all));
      },
    ),
    { numRuns: 150 },
  );
});

it('holds no two entries in one party that contradict each other', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const byKey = new Map(all.map((one) => [`${one.list.source}/${one.entity.id}`, one]));
      for (const party of merge(all).parties)
        for (const [at, left] of party.entries())
          for (const right of party.slice(at + 1))
            expect(compareEntries(byKey.get(left)!, byKey.get(right)!, tools).contradictions).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('finds the same links without a list, but for those of its own entries', () => {
  const found = (all: Entry[]) => {
    const { links, leftOut } = merge(all);
    return [...links, ...leftOut].map((text) => text.split(/[:]/)[0]!.replace('≠', '=')).sort();
  };
  fc.assert(
    fc.property(entries, fc.constantFrom('us', 'eu', 'un', 'ch'), (all, gone) => {
      const rest = all.filter(({ list }) => list.source !== gone);
      expect(found(rest)).toEqual(found(all).filter((link) => !link.includes(`${gone}/`)));
    }),
    { numRuns: 150 },
  );
});
