/** The tables of names: rarity, equivalents, and that what is computed is fresh. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDataTable } from '../../src/base/index.js';
import { phraseLines } from '../../tools/make-name-phrases.js';
import { syllableLines } from '../../tools/make-syllables.js';
import { names } from './support.js';

const table = (path: string) => readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8');

describe('rarity', () => {
  it('grows from common to rare', () => {
    const rarities = ['muhammad', 'sergey', 'petrov', 'mishustin', 'khristoradnov'].map(names.rarity);
    expect(rarities).toEqual([...rarities].sort((a, b) => a - b));
    expect(rarities.at(-1)).toBe(12);
  });
  it('an unusual spelling of a common name is not as rare as a name nobody has', () => {
    expect(names.rarity('mouhammadd')).toBeLessThan(9);
  });
});

describe('given names that stand for each other', () => {
  const { equivalents } = names;
  it.each([
    ['mikhail', 'mykhailo', 'spelling'],
    ['mikhail', 'michael', 'cognate'],
    ['mikhail', 'misha', 'short'],
    ['aleksandr', 'sasha', 'short'],
    ['yevgeny', 'eugene', 'cognate'],
    ['muhammad', 'mohamed', 'spelling'],
    ['william', 'bill', 'short'],
    ['vladimir', 'volodymyr', 'spelling'],
    ['ivan', 'ivan', 'spelling'],
    ['ivan', 'sergei', null],
    ['abdkarim', 'karim', 'short'],
    ['abdkarim', 'rahim', null],
    ['salahaldin', 'salah', 'short'],
  ])('%s, %s: %s', (left, right, relation) => {
    expect(equivalents.relate(left, right)).toBe(relation);
    expect(equivalents.relate(right, left)).toBe(relation);
  });
  it('are listed, sorted, without the name itself', () => {
    const forms = equivalents.of('sasha');
    expect(forms).toContain('oleksandr');
    expect(forms).not.toContain('sasha');
    expect(forms).toEqual([...forms].sort());
    expect(equivalents.of('khristoradnov')).toEqual([]);
    expect(equivalents.of('abdkarim')).toContain('kareem');
    expect(equivalents.of('kareem')).toContain('abdkarim');
  });
});

describe('the tables themselves', () => {
  it('phrases.tsv is what tools/make-name-phrases.ts makes of the tables people edit', () =>
    expect(table('names/phrases.tsv')).toBe(`${phraseLines().join('\n')}\n`));
  it('syllables.tsv is what tools/make-syllables.ts makes of rules and the table people edit', () =>
    expect(table('names/syllables.tsv')).toBe(`${syllableLines().join('\n')}\n`));
  it('frequencies.tsv is sorted by code units, as it is searched, and under 300 KB', () => {
    const lines = table('names/frequencies.tsv').split('\n').slice(1, -1);
    expect(lines).toEqual([...lines].sort());
    expect(table('names/frequencies.tsv').length).toBeLessThan(300_000);
  });
  it('every line of frequencies.tsv is found where it stands', () => {
    const [head, ...lines] = table('names/frequencies.tsv').trimEnd().split('\n');
    const total = Number(head?.split('\t')[1]);
    for (const line of lines) {
      const [form, count] = line.split('\t') as [string, string];
      if (form.startsWith(':')) continue;
      expect(names.rarity(form)).toBeCloseTo(Math.min(12, Math.max(1, Math.log(total / Number(count)))), 9);
    }
  });
  it.each([
    ['names/words.csv', ['type', 'form', 'words', 'source']],
    ['names/legal-forms.csv', ['id', 'family', 'country', 'where', 'forms', 'source']],
    ['names/legal-forms-elf.csv', ['id', 'family', 'country', 'where', 'forms', 'source']],
    ['names/compounds.csv', ['kind', 'form', 'words', 'source']],
    ['names/legal-classes.csv', ['family', 'classes', 'case', 'source']],
    ['names/equivalents.csv', ['id', 'spellings', 'cognates', 'short', 'source']],
    ['names/usual-syllables.csv', ['language', 'reading', 'spellings', 'source']],
    ['text/han-variants.csv', ['variants', 'simplified', 'source']],
    ['text/spellings.csv', ['script', 'words', 'latin', 'source']],
    ['text/romanisation.csv', ['script', 'language', 'from', 'to', 'source']],
  ])('every row of %s names its source', (path, columns) => {
    for (const { line, cells } of readDataTable(table(path), path, columns))
      expect(cells.source, `${path}:${line}`).not.toBe('');
  });
});
