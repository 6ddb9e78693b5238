/**
 * Claim: a name written in Cyrillic, Georgian, Armenian or Greek is found whatever Latin dress it wears, by 28 letter
 * tables of standards and the habits of Europe's languages, and however Russian, Ukrainian and Belarusian turn it; and
 * people who share a given name or a patronymic and whose family names merely look alike stay apart. Real listed people
 * and popular names, drawn with a fixed seed, each dress compared with each other.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readTable } from '../src/base/index.js';
import { MATCH_TABLES, openMatcher } from '../src/match/index.js';
import { NAMES_TABLES, type Names, openNames, type ParsedName } from '../src/names/index.js';
import { IndexBuilder, openIndex } from '../src/search/index.js';
import { TEXT_TABLES } from '../src/text/index.js';
import type { Dress } from './support/dresses.js';
import * as dresses from './support/dresses.js';
import { lentNames, nearStrangers } from './support/near-strangers.js';

const root = new URL('../', import.meta.url);
const shared = new URL('../shared/data/', root);
const PEOPLE = 120;
/** The popular Armenian given names are listed in Latin letters only. */
const ARMENIAN_GIVEN = 'Արմեն Հակոբ Գևորգ Սարգիս Տիգրան Հովհաննես Կարապետ Աննա Մարիամ Վարդան Պետրոս'.split(
  ' ',
);
const STRANGERS = 20_000;

type Result = { name: string; pairs: number; found: number; sure: number; byPair: Map<string, Tally> };
type Tally = { pairs: number; found: number; example: string };
/** One name in its dresses: dress → text. */
type Dressed = ReadonlyMap<string, string>;

/** Prints, per language, the share of pairs found, and the worst pairs of dresses; then the false alarms. */
export async function run(): Promise<void> {
  if (!existsSync(new URL('lists/ua-war-sanctions/', shared))) {
    console.log('romanisations: the shared lists are not here; nothing was measured');
    return;
  }
  const tables = new Map(
    [...TEXT_TABLES, ...NAMES_TABLES, ...MATCH_TABLES].map((path) => [
      path,
      readFileSync(new URL(`data/${path}`, root), 'utf8'),
    ]),
  );
  const names = openNames(tables);
  const matcher = openMatcher(tables, names);
  const score = (left: ParsedName, right: ParsedName) => matcher.scoreNames(left, right);
  const parse = (text: string) => names.parse(text, 'person');

  const east = readEastSlavic();
  const russian = [...schemes(), ...dresses.RUSSIAN];
  const ru = sample(
    east.filter(({ ru }) => ru !== ''),
    PEOPLE,
  ).map(({ ru }) => dressed(short(ru), russian));
  report(
    'Russian',
    ru.map((one) => allPairs(one)),
    parse,
    score,
    names,
  );
  report(
    'Russian, with patronymic',
    sample(
      east.filter(({ ru }) => ru !== ''),
      PEOPLE,
    ).map(({ ru }) => allPairs(dressed(ru, russian))),
    parse,
    score,
    names,
  );
  const uk = sample(
    east.filter(({ uk }) => uk !== ''),
    PEOPLE,
  );
  report(
    'Ukrainian',
    uk.map(({ uk }) => allPairs(dressed(short(uk), dresses.UKRAINIAN))),
    parse,
    score,
    names,
  );
  report(
    'Russian with Ukrainian',
    uk
      .filter(({ ru }) => ru !== '')
      .map(({ ru, uk }) =>
        crossed(dressed(short(ru), dresses.RUSSIAN), dressed(short(uk), dresses.UKRAINIAN)),
      ),
    parse,
    score,
    names,
  );
  const be = sample(
    east.filter(({ be, ru }) => be !== '' && ru !== ''),
    PEOPLE,
  );
  report(
    'Belarusian',
    be.map(({ be }) => allPairs(dressed(short(be), dresses.BELARUSIAN))),
    parse,
    score,
    names,
  );
  report(
    'Russian with Belarusian',
    be.map(({ ru, be }) =>
      crossed(dressed(short(ru), dresses.RUSSIAN), dressed(short(be), dresses.BELARUSIAN)),
    ),
    parse,
    score,
    names,
  );
  for (const [title, countries, own] of [
    ['Bulgarian, Serbian, Macedonian', 'BG RS MK', dresses.BALKAN],
    ['Kazakh', 'KZ KG', dresses.KAZAKH],
    ['Georgian', 'GE', dresses.GEORGIAN],
    ['Armenian', 'AM', dresses.ARMENIAN],
    ['Greek', 'GR CY', dresses.GREEK],
  ] as const)
    report(
      title,
      popularNames(countries.split(' ')).map((name) => allPairs(dressed(name, own))),
      parse,
      score,
      names,
    );

  const english = (dresses.RUSSIAN[0] as Dress).write;
  const lent = lentNames(
    east.map(({ ru }) => ru).filter((name) => name !== ''),
    english,
    STRANGERS,
  );
  const strangers = nearStrangers(shared, parse, STRANGERS);
  strangers.push([
    'War & Sanctions, given name lent',
    lent.map(([left, right]) => [parse(left), parse(right)]),
  ]);
  for (const [title, pairs] of strangers) {
    const alarms = pairs.filter(([left, right]) => score(left, right) >= 0.7);
    console.log(
      `${title}: ${pairs.length} pairs of people who share a given name or patronymic, family names within two edits: ${percent(alarms.length, pairs.length)} at 0.7 or more`,
    );
    for (const [left, right] of sample(alarms, 25))
      console.log(`  ${left.text} / ${right.text}: ${score(left, right).toFixed(2)}`);
  }
}

/** How many pairs that score a match the index loses: it holds the second name, and is asked for the first. */
function lostByIndex(pairs: readonly [ParsedName, ParsedName][], names: Names): string[] {
  const held = [...new Set(pairs.map(([, right]) => right))];
  const place = new Map(held.map((name, at) => [name, at]));
  const builder = new IndexBuilder();
  held.forEach((parsed, at) => {
    const own = [{ property: 'name' as const, parsed }];
    builder.add({ list: 0, offset: at, length: 1, schema: 'Person', names: own, identifiers: [] });
  });
  const index = openIndex(builder.freeze({}).buffer as ArrayBuffer, names.equivalents);
  const byLeft = new Map<ParsedName, ParsedName[]>();
  for (const [left, right] of pairs) byLeft.set(left, [...(byLeft.get(left) ?? []), right]);
  return [...byLeft].flatMap(([left, rights]) => {
    const found = new Set(index.candidates({ names: [left], identifiers: [] }).map(({ entity }) => entity));
    return rights
      .filter((right) => !found.has(place.get(right) as number))
      .map((right) => `${left.text} / ${right.text}`);
  });
}

function report(
  title: string,
  people: [string, string, string, string][][],
  parse: (text: string) => ParsedName,
  score: (left: ParsedName, right: ParsedName) => number,
  names: Names,
): void {
  const matches: [ParsedName, ParsedName][] = [];
  const result: Result = { name: title, pairs: 0, found: 0, sure: 0, byPair: new Map() };
  const misses: string[] = [];
  const byName = new Map<string, ParsedName>();
  const parsed = (text: string) => {
    const known = byName.get(text) ?? parse(text);
    byName.set(text, known);
    return known;
  };
  for (const pairs of people)
    for (const [one, left, other, right] of pairs) {
      const value = score(parsed(left), parsed(right));
      const key = `${one} / ${other}`;
      const tally = result.byPair.get(key) ?? { pairs: 0, found: 0, example: '' };
      result.pairs += 1;
      tally.pairs += 1;
      if (value >= 0.9) result.sure += 1;
      if (value >= 0.7) {
        result.found += 1;
        matches.push([parsed(left), parsed(right)]);
        tally.found += 1;
      } else {
        tally.example = `${left} / ${right} ${value.toFixed(2)}`;
        misses.push(tally.example);
      }
      result.byPair.set(key, tally);
    }
  console.log(
    `${title}: ${people.length} names, ${result.pairs} pairs, ${percent(result.found, result.pairs)} at 0.7, ${percent(result.sure, result.pairs)} at 0.9`,
  );
  const worst = [...result.byPair]
    .filter(([, tally]) => tally.found < tally.pairs)
    .sort((a, b) => a[1].found / a[1].pairs - b[1].found / b[1].pairs);
  for (const [pair, tally] of worst.slice(0, 5))
    console.log(`  ${pair}: ${percent(tally.found, tally.pairs)}, ${tally.example}`);
  const lost = lostByIndex(matches, names);
  console.log(
    `  the index loses ${lost.length} of ${matches.length} matches${lost.length === 0 ? '' : `: ${sample(lost, 8).join('; ')}`}`,
  );
  for (const miss of sample(misses, 5)) console.log(`    ${miss}`);
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;

/** Each dress of a name with each other one and with the name in its own script. */
function allPairs(one: Dressed): [string, string, string, string][] {
  const entries = [...one];
  return entries.flatMap(([name, text], at) =>
    entries
      .slice(at + 1)
      .filter(([, other]) => other !== text)
      .map(([other, right]) => [name, text, other, right] as [string, string, string, string]),
  );
}

function crossed(left: Dressed, right: Dressed): [string, string, string, string][] {
  return [...left].flatMap(([name, text]) =>
    [...right].map(
      ([other, otherText]) => [name, text, other, otherText] as [string, string, string, string],
    ),
  );
}

function dressed(name: string, ways: readonly Dress[]): Dressed {
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  const texts = ways.map(
    ({ name: way, write }) =>
      [
        way,
        name
          .split(' ')
          .map((word) => capital(write(word)))
          .join(' '),
      ] as const,
  );
  return new Map([['own script', name], ...texts]);
}

/** Given and family name of "FAMILY Given Patronymic". */
function short(name: string): string {
  const [family, given] = name.split(' ') as [string, string];
  return `${given} ${family}`;
}

/** The letter tables of standards as dresses; marks and signs that are no letters fall away. */
function schemes(): Dress[] {
  const folder = new URL('names/cyrillic-romanisation/', shared);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      type Map = Readonly<Record<string, string>> | null;
      const scheme = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
        mapping: Map;
        prev_mapping: Map;
        next_mapping: Map;
        ending_mapping: Map;
      };
      const write = (word: string) => {
        const text = word.toLowerCase();
        const ending = scheme.ending_mapping?.[text.slice(-2)];
        const stem = ending === undefined ? text : text.slice(0, -2);
        let result = '';
        for (let at = 0; at < stem.length; at += 1) {
          const letter = stem[at] as string;
          const withLast = at === 0 ? letter : text.slice(at - 1, at + 1);
          result +=
            scheme.prev_mapping?.[withLast] ??
            scheme.next_mapping?.[text.slice(at, at + 2)] ??
            scheme.mapping?.[letter] ??
            letter;
        }
        return (result + (ending ?? '')).replace(/[^\p{Script=Latin}\p{M}]/gu, '').toLowerCase();
      };
      return { name: file.replace('.json', ''), write };
    });
}

/** Listed people as "FAMILY Given Patronymic" in Russian, Ukrainian, Belarusian; '' where a list does not give it. */
function readEastSlavic(): { ru: string; uk: string; be: string }[] {
  const people: { ru: string; uk: string; be: string }[] = [];
  const take = (texts: readonly string[], familyFirst: boolean) => {
    const one = { ru: '', uk: '', be: '' };
    for (const text of texts) {
      const words = text.trim().toLowerCase().replace(/ё/g, 'е').replace(/[’]/g, "'").split(/\s+/);
      if (words.length !== 3 || !words.every((word) => /^[а-яіїєґў'i]{2,}$/.test(word))) continue;
      const all = words.join(' ').replace(/i/g, 'і');
      const language = /[ў]|дзі|чны|эй |[цз]і[чк]|авіч|аўна|еўна/.test(all)
        ? 'be'
        : /[іїєґ]/.test(all)
          ? 'uk'
          : 'ru';
      const ordered = familyFirst ? all.split(' ') : [all.split(' ')[2], ...all.split(' ').slice(0, 2)];
      if (one[language] === '')
        one[language] = ordered.map((word) => word!.slice(0, 1).toUpperCase() + word!.slice(1)).join(' ');
    }
    people.push(one);
  };
  const war = new URL('lists/ua-war-sanctions/targets.simple.csv', shared);
  for (const { cells } of readTable(readFileSync(war, 'utf8'), 'targets').rows)
    if (cells.schema === 'Person') take((cells.aliases ?? '').split(';'), true);
  const belarus = new URL('lists/eu-journal/consolidated/32006R0765.csv', shared);
  for (const { cells } of readTable(readFileSync(belarus, 'utf8'), '765').rows)
    if (cells.schema === 'Person') take((cells.alias ?? '').split(';'), false);
  return people;
}

/** Popular given and family names of countries in their own script, paired at random. */
function popularNames(countries: readonly string[]): string[] {
  const read = (file: string) =>
    readTable(readFileSync(new URL(`names/popular-names-by-country/${file}`, shared), 'utf8'), file)
      .rows.filter(({ cells }) => countries.includes(cells.Country ?? ''))
      .map(({ cells }) => ({
        country: cells.Country,
        name: ((cells['Localized Name'] ?? '').split(/[ ,/]/)[0] ?? '')
          .normalize('NFD')
          .replace(/\u0301/g, '')
          .normalize('NFC'),
      }))
      .filter(({ name }) => /^[^a-z]{3,}$/i.test(name) && !/[A-Za-zÀ-ž]/.test(name));
  const popular = read('common-forenames-by-country.csv');
  const given = popular.some(({ country }) => country === 'AM')
    ? popular
    : [...popular, ...ARMENIAN_GIVEN.map((name) => ({ country: 'AM', name }))];
  const family = read('common-surnames-by-country.csv');
  return sample(
    given.flatMap((one) =>
      family.filter(({ country }) => country === one.country).map(({ name }) => `${one.name} ${name}`),
    ),
    PEOPLE,
  );
}

/** Some of a list, the same ones each time. */
function sample<T>(all: readonly T[], count: number): T[] {
  let state = 20_26;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return all
    .map((one) => [random(), one] as const)
    .sort((a, b) => a[0] - b[0])
    .slice(0, count)
    .map(([, one]) => one);
}
