/**
 * Makes data/names/frequencies.tsv: how often a form stands in names, and whether it is a given or a family name.
 *
 *   node --import tsx tools/make-name-frequencies.ts OFAC_FOLDER… POPULAR_FOLDER CENSUS_FOLDER
 *
 * OFAC folders hold sdn.csv and alt.csv, cons_prim.csv and cons_alt.csv, or names-*.json (US government works, public
 * domain); POPULAR_FOLDER the two files of popular-names-by-country-dataset (CC0); CENSUS_FOLDER the files dist.all.last,
 * dist.female.first and dist.male.first of the US Census of 1990 (public domain; the PyPI package "names" carries them). A
 * name is as common as it is where it is commonest: the census counts where its share is the larger one. An entity counts once however many
 * aliases and snapshots repeat a word: repetition on lists says nothing about how common a name is. A popular name
 * counts more the higher it ranks in its country. Same input, same bytes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readDataTable, readRecords, readTable } from '../src/base/index.js';
import { NAMES_TABLES, type NameKind, openNames } from '../src/names/index.js';
import { TEXT_TABLES } from '../src/text/index.js';

type Names = Map<string, { kind: NameKind; names: Set<string> }>;

const FEWEST = 3;
/** A key is listed when it stands for forms that are common together. */
const FEWEST_OF_KEY = 12;

const data = new URL('../data/', import.meta.url);
const tables = new Map(
  [...TEXT_TABLES, ...NAMES_TABLES].map((path) => [
    path,
    path === 'names/frequencies.tsv' ? 'names\t1\t\n' : readFileSync(new URL(path, data), 'utf8'),
  ]),
);
const names = openNames(tables);
const counts = new Map<string, { count: number; given: number; family: number; key: string }>();
let total = 0;

const folders = process.argv.slice(2);
const census = folders.pop();
const popular = folders.pop();
if (census === undefined || popular === undefined || folders.length === 0) {
  throw new Error('usage: make-name-frequencies.ts OFAC_FOLDER… POPULAR_FOLDER CENSUS_FOLDER');
}
countEntities(readOfac(folders));
countPopular(popular);
countCensus(census);
addGivenNames();
write();

function readOfac(paths: readonly string[]): Names {
  const entities: Names = new Map();
  const add = (uid: string, type: string, name: string): void => {
    const kind = type.startsWith('individual')
      ? 'person'
      : /^(vessel|aircraft)/.test(type)
        ? 'vessel'
        : 'organization';
    const entity = entities.get(uid) ?? { kind, names: new Set<string>() };
    if (name !== '') entity.names.add(name);
    entities.set(uid, entity);
  };
  for (const path of paths) {
    const files = readdirSync(path).sort();
    for (const file of files.filter((name) => /^(sdn|cons_prim)\.csv$/.test(name))) {
      for (const { cells } of readRecords(readFileSync(`${path}/${file}`, 'utf8'), file).rows) {
        if (/^\d+$/.test(cells[0] ?? ''))
          add(cells[0] as string, (cells[2] ?? '').trim(), (cells[1] ?? '').trim());
      }
    }
    for (const file of files.filter((name) => /^(alt|cons_alt)\.csv$/.test(name))) {
      for (const { cells } of readRecords(readFileSync(`${path}/${file}`, 'utf8'), file).rows) {
        // An alias without its entity (no sdn.csv beside it) says nothing about whose name it is.
        if (entities.has(cells[0] ?? ''))
          entities.get(cells[0] as string)?.names.add((cells[3] ?? '').trim());
      }
    }
    for (const file of files.filter((name) => /^names.*\.json$/.test(name))) {
      const { entries } = JSON.parse(readFileSync(`${path}/${file}`, 'utf8')) as {
        entries: { uid: number; name: string; type: string; alternateNames: string[] }[];
      };
      for (const entry of entries) {
        for (const name of [entry.name, ...entry.alternateNames]) add(String(entry.uid), entry.type, name);
      }
    }
  }
  return entities;
}

function countEntities(entities: Names): void {
  for (const { kind, names: written } of entities.values()) {
    const forms = new Map<string, { given: boolean; family: boolean; key: string }>();
    for (const name of written) {
      for (const part of names.parse(name, kind).parts) {
        const seen = forms.get(part.form) ?? { given: false, family: false, key: part.key };
        if (part.type === 'given') seen.given = true;
        if (part.type === 'family') seen.family = true;
        forms.set(part.form, seen);
      }
    }
    for (const [form, seen] of forms) count(form, seen.key, 1, seen.given ? 1 : 0, seen.family ? 1 : 0);
    total += 1;
  }
}

function countPopular(path: string): void {
  for (const [file, role] of [
    ['common-forenames-by-country.csv', 'given'],
    ['common-surnames-by-country.csv', 'family'],
  ] as const) {
    for (const { cells } of readTable(readFileSync(`${path}/${file}`, 'utf8'), file).rows) {
      const rank = Number(cells.Rank || cells.Index);
      const weight = Math.max(FEWEST, Math.round(12 / (1 + rank / 5)));
      const forms = new Set<string>();
      for (const name of [cells['Romanized Name'], cells['Localized Name']]) {
        const { parts } = names.parse(name ?? '', 'person');
        const script = parts[0]?.script;
        // Kanji and hanja have other readings than pinyin.
        if (script === 'Han' && cells.Country !== 'CN') continue;
        for (const part of parts) if (/^[a-z]{2,}$/.test(part.form)) forms.add(part.form);
      }
      for (const form of forms) {
        const key = names.parse(form, 'person').parts[0]?.key ?? form;
        count(form, key, weight, role === 'given' ? weight : 0, role === 'family' ? weight : 0);
      }
      total += weight;
    }
  }
}

/** Shares of the people of a country, in per cent: SMITH 1.006 1.006 1. Given names are halved, each sex being counted apart. */
function countCensus(path: string): void {
  for (const [file, role, share] of [
    ['dist.all.last', 'family', 1],
    ['dist.female.first', 'given', 0.5],
    ['dist.male.first', 'given', 0.5],
  ] as const) {
    for (const line of readFileSync(`${path}/${file}`, 'utf8').split('\n')) {
      const [name, percent] = line.trim().split(/\s+/);
      const times = Math.round((total * share * Number(percent)) / 100);
      if (name === undefined || !(times >= FEWEST)) continue;
      const form = name.toLowerCase();
      const seen = counts.get(form);
      const more = times - (seen?.count ?? 0);
      const key = seen?.key ?? names.parse(form, 'vessel').parts[0]?.key ?? form;
      if (more > 0) count(form, key, more, role === 'given' ? more : 0, role === 'family' ? more : 0);
    }
  }
}

/** Given names of our own table are known as such, however seldom they were counted, unless they are family names. */
function addGivenNames(): void {
  const file = 'names/equivalents.csv';
  const columns = ['id', 'spellings', 'cognates', 'short', 'source'] as const;
  for (const { cells } of readDataTable(readFileSync(new URL(file, data), 'utf8'), file, columns)) {
    if (!cells.source.includes('given names')) continue;
    for (const form of `${cells.spellings} ${cells.cognates} ${cells.short}`.split(' ')) {
      const seen = counts.get(form);
      if (form.length < 3 || (seen !== undefined && seen.family > seen.given)) continue;
      const key = seen?.key ?? names.parse(form, 'vessel').parts[0]?.key ?? form;
      const known = seen ?? { count: 1, given: 0, family: 0, key };
      counts.set(form, {
        ...known,
        count: Math.max(known.count, FEWEST),
        given: Math.max(known.given, FEWEST),
      });
    }
  }
}

function count(form: string, key: string, times: number, given: number, family: number): void {
  const seen = counts.get(form) ?? { count: 0, given: 0, family: 0, key };
  seen.count += times;
  seen.given += given;
  seen.family += family;
  counts.set(form, seen);
}

/** First line: the word "names" and how many names were counted. Then forms; behind a colon, keys with their sums. */
function write(): void {
  const lines: string[] = [];
  const keys = new Map<string, number>();
  for (const form of [...counts.keys()].sort()) {
    const {
      count: times,
      given,
      family,
      key,
    } = counts.get(form) as { count: number; given: number; family: number; key: string };
    keys.set(key, (keys.get(key) ?? 0) + times);
    if (times < FEWEST || form.length < 2) continue;
    const role = given >= 2 && given > 2 * family ? 'g' : family >= 2 && family > 2 * given ? 'f' : '';
    lines.push(`${form}\t${times}\t${role}`);
  }
  for (const key of [...keys.keys()].sort()) {
    const times = keys.get(key) as number;
    if (times >= FEWEST_OF_KEY && !/\d/.test(key)) lines.push(`:${key}\t${times}\t`);
  }
  // Sorted as the reader compares: by code units, the tab behind the word first.
  lines.sort();
  writeFileSync(new URL('names/frequencies.tsv', data), `names\t${total}\t\n${lines.join('\n')}\n`);
  console.error(`${lines.length} lines of ${counts.size} forms in ${total} names`);
}
