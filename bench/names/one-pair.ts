/** The time of one pair of names of three parts, names parsed before, by how alike they are. */
import { measure } from 'mitata';
import type { Knowledge } from '../../src/screening/index.js';
import { figure, printTable } from './table.js';

const NAME = 'Mikhail Vladimirovich Mishustin';
const OTHERS = {
  equal: NAME,
  'one letter off': 'Mikhail Vladimirovich Mishustyn',
  'another person': 'Mikhail Viktorovich Murashko',
};

/** Prints microseconds a pair; they are the clock's. */
export async function showOnePair({ names, matcher }: Knowledge): Promise<unknown> {
  const left = names.parse(NAME, 'person');
  const rows: { label: string; microseconds: number }[] = [];
  for (const [label, name] of Object.entries(OTHERS)) {
    const right = names.parse(name, 'person');
    const { p50 } = await measure(() => matcher.scoreNames(left, right));
    rows.push({ label, microseconds: p50 / 1000 });
  }
  console.log('One pair of three parts, median');
  printTable(
    ['', 'µs'],
    rows.map(({ label, microseconds }) => [label, figure(microseconds, 2)]),
  );
  return rows;
}
