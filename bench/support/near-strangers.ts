/** Pairs of different listed people who are easily taken for each other. */
import { existsSync, readFileSync } from 'node:fs';
import { readTable } from '../../src/base/index.js';
import type { ParsedName } from '../../src/names/index.js';

type Person = { given: string; family: string; patronymic: string; parsed: ParsedName };

/**
 * Pairs of people of one list who share their given name or their patronymic, with unlike family names at most two
 * letters apart: a title and at most `most` pairs, drawn with a fixed seed, for each list that is there.
 */
export function nearStrangers(
  shared: URL,
  parse: (text: string) => ParsedName,
  most: number,
): [string, [ParsedName, ParsedName][]][] {
  return [...readLists(shared)].map(([title, texts]) => {
    const people = texts.map((text) => personOf(parse(text))).filter((person) => person !== null);
    const pairs = new Map<string, [ParsedName, ParsedName]>();
    for (const key of ['given', 'patronymic'] as const) {
      const groups = new Map<string, Person[]>();
      for (const person of people)
        if (person[key] !== '') groups.set(person[key], [...(groups.get(person[key]) ?? []), person]);
      for (const group of groups.values())
        for (let one = 0; one < group.length; one += 1)
          for (let other = one + 1; other < group.length; other += 1) {
            const [left, right] = [group[one] as Person, group[other] as Person];
            if (left.family === right.family || !withinTwo(left.family, right.family)) continue;
            pairs.set(`${left.parsed.text}\t${right.parsed.text}`, [left.parsed, right.parsed]);
          }
    }
    return [title, drawn([...pairs.values()], most)];
  });
}

/**
 * Pairs as above, but the second person is lent the given name of the first: few listed people share one by chance.
 * The names are Cyrillic (`family given patronymic`), since there two family names that differ are two names; the
 * feminine of a family name counts as the same one. `write` puts them into Latin letters.
 */
export function lentNames(
  people: readonly string[],
  write: (word: string) => string,
  most: number,
): [string, string][] {
  const families = [...new Set(people.map((name) => name.split(' ')[0] as string))].sort();
  const givenOf = new Map(people.map((name) => [name.split(' ')[0] as string, name.split(' ')[1] as string]));
  const pairs: [string, string][] = [];
  for (let one = 0; one < families.length; one += 1)
    for (let other = one + 1; other < families.length; other += 1) {
      const [left, right] = [families[one] as string, families[other] as string];
      if (masculine(left) === masculine(right) || !withinTwo(write(left), write(right))) continue;
      const given = write(givenOf.get(left) as string);
      pairs.push([`${given} ${write(left)}`, `${given} ${write(right)}`]);
    }
  return drawn(pairs, most);
}

const masculine = (family: string) =>
  family
    .replace(/([оеё]в|ин|ын)а$/, '$1')
    .replace(/[ая]я$/, 'ий')
    .replace(/ый$/, 'ий')
    .replace(/ё/g, 'е');

/** One name per entry, with family, given and patronymic names told apart where the name shows them. */
function* readLists(shared: URL): Generator<[string, string[]]> {
  const ofac = new URL('lists/us-ofac-sdn-2026/names-2026-08.json', shared);
  if (existsSync(ofac)) {
    const { entries } = JSON.parse(readFileSync(ofac, 'utf8')) as {
      entries: { name: string; type: string; programs: string[] }[];
    };
    const people = entries.filter(({ type }) => type === 'individual');
    const east = people.filter(({ programs }) => programs.some((one) => /RUSSIA|UKRAINE|BELARUS/.test(one)));
    yield ['OFAC', people.map(({ name }) => name)];
    yield ['OFAC, Russia and Belarus', east.map(({ name }) => name)];
  }
  const war = new URL('lists/ua-war-sanctions/targets.simple.csv', shared);
  if (existsSync(war)) {
    const { rows } = readTable(readFileSync(war, 'utf8'), 'targets');
    const people = rows.filter(({ cells }) => cells.schema === 'Person');
    yield ['War & Sanctions', people.map(({ cells }) => cells.name ?? '')];
    const own = (text: string) =>
      text.split(';').find((alias) => /^[А-ЯЁ]+ [А-Я][а-яё]+ [а-яё]+$/i.test(alias)) ?? '';
    yield [
      'War & Sanctions, Cyrillic',
      people.map(({ cells }) => own(cells.aliases ?? '')).filter((text) => text !== ''),
    ];
  }
}

function personOf(parsed: ParsedName): Person | null {
  const of = (type: string) =>
    parsed.parts
      .filter((part) => part.type === type)
      .map((part) => part.form)
      .join(' ');
  const [given, family, patronymic] = [of('given'), of('family'), of('patronymic')];
  return given === '' || family === '' ? null : { given, family, patronymic, parsed };
}

function withinTwo(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 2) return false;
  let above = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = above[column - 1]! + (left[row - 1] === right[column - 1] ? 0 : 1);
      here.push(Math.min(change, above[column]! + 1, here[column - 1]! + 1));
    }
    above = here;
  }
  return above[right.length]! <= 2;
}

function drawn<T>(all: readonly T[], most: number): T[] {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  return all
    .map((one) => [random(), one] as const)
    .sort((a, b) => a[0] - b[0])
    .slice(0, most)
    .map(([, one]) => one);
}
