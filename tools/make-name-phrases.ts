/**
 * Makes data/names/phrases.tsv, the phrases as they are looked up, from the tables people edit: legal-forms.csv,
 * words.csv, legal-forms-elf.csv, legal-classes.csv. What stands in an earlier table wins. Same input, same bytes; a test
 * holds it to them.
 *
 *   node --import tsx tools/make-name-phrases.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readDataTable } from '../src/base/index.js';
import { phoneticKey } from '../src/names/key.js';
import { lookupWords } from '../src/names/lookup.js';
import { openRomaniser, TEXT_TABLES } from '../src/text/index.js';

const data = new URL('../data/names/', import.meta.url);

type Entry = { words: string[]; type: string; form: string; where: string };

/** Letters a key must have to stand for one word only. */
const SAFE_KEY = 6;

/** The lines of phrases.tsv; see `src/names/lexicon.ts` for the format. */
export function phraseLines(): string[] {
  const texts = TEXT_TABLES.map(
    (path) => [path, readFileSync(new URL(`../data/${path}`, import.meta.url), 'utf8')] as const,
  );
  const romaniser = openRomaniser(new Map(texts));
  const phrases = new Map<string, Entry[]>();
  const byKey: Entry[] = [];
  const forms = new Map<string, { family: string; countries: string[] }>();
  const classes = new Map(
    rows('legal-classes.csv', ['family', 'classes', 'case', 'source']).map(({ cells }) => [
      cells.family,
      cells.classes,
    ]),
  );
  let longestHan = 1;
  const add = (text: string, type: string, form: string, where: string): void => {
    const words = lookupWords(text);
    const first = words[0];
    if (first === undefined || words.length > 9) return;
    if (words.length === 1 && /^\p{Script=Han}+$/u.test(first))
      longestHan = Math.max(longestHan, first.length);
    const list = phrases.get(first) ?? [];
    const known = list.some((phrase) => phrase.type === type && phrase.words.join(' ') === words.join(' '));
    if (!known) list.push({ words, type, form, where });
    phrases.set(first, list);
    if (!words.every((word) => /^\p{Script=Cyrillic}+$/u.test(word))) return;
    const keys = words.map((word) => phoneticKey(romaniser.romanise(word, 'Cyrillic')));
    if (keys.join('').length >= SAFE_KEY)
      byKey.push({ words: [`~${keys[0]}`, ...keys.slice(1)], type, form, where });
  };
  const addForms = (file: string): void => {
    const before = new Set(forms.keys());
    for (const { cells } of rows(file, ['id', 'family', 'country', 'where', 'forms', 'source'])) {
      const known = forms.get(cells.id);
      if (known === undefined) forms.set(cells.id, { family: cells.family, countries: [cells.country] });
      else if (!before.has(cells.id)) known.countries.push(cells.country);
      for (const form of cells.forms.split(';')) add(form, 'legal-form', cells.id, cells.where);
    }
  };
  addForms('legal-forms.csv');
  for (const { cells } of rows('words.csv', ['type', 'form', 'words', 'source'])) {
    for (const word of cells.words.split(';')) add(word, cells.type, cells.form.replace(/ /g, ''), 'both');
  }
  addForms('legal-forms-elf.csv');
  for (const entry of byKey) {
    const list = phrases.get(entry.words[0] as string) ?? [];
    if (!list.some(({ words }) => words.join(' ') === entry.words.join(' '))) list.push(entry);
    phrases.set(entry.words[0] as string, list);
  }
  const lines = [`#longest-han\t${longestHan}`];
  for (const id of [...forms.keys()].sort()) {
    const { family, countries } = forms.get(id) as { family: string; countries: string[] };
    // A form with a row for any country is bound to none.
    const bound = countries.includes('') ? [] : [...new Set(countries.flatMap((list) => list.split(' ')))];
    lines.push(`=${id}\t${family}>${classes.get(family) ?? ''}>${bound.sort().join(' ')}`);
  }
  for (const first of [...phrases.keys()].sort()) {
    const list = (phrases.get(first) ?? []).sort((a, b) => b.words.length - a.words.length);
    const entries = list.map(({ words, type, form, where }) =>
      [words.slice(1).join(' '), type, form, where].join('>'),
    );
    lines.push(`${first}\t${entries.join('|')}`);
  }
  return lines;
}

function rows<Column extends string>(file: string, columns: readonly Column[]) {
  return readDataTable(readFileSync(new URL(file, data), 'utf8'), file, columns);
}

if (process.argv[1]?.endsWith('make-name-phrases.ts')) {
  writeFileSync(new URL('phrases.tsv', data), `${phraseLines().join('\n')}\n`);
}
