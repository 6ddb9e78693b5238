/**
 * The gender that a Slavic name tells: a patronymic (Ivanovich, Ivanovna) or, less surely, a family name (-skaya, -ova).
 * Endings stand in data/match/gender-endings.csv. A sign, where nobody gives the gender.
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../base/index.js';
import type { ParsedName } from '../names/index.js';

/** Where the endings stand under `data/`. */
export const GENDER_ENDINGS_TABLE = 'match/gender-endings.csv';

export type GenderEnding = { readonly part: string; readonly ending: string; readonly gender: string };

/** Reads which ending of which part tells which gender; the longest first. @throws CordonError `table-invalid` */
export function readGenderEndings(tables: DataTables): readonly GenderEnding[] {
  const columns = ['part', 'ending', 'gender', 'case', 'source'] as const;
  const rows = readDataTable(dataTable(tables, GENDER_ENDINGS_TABLE), GENDER_ENDINGS_TABLE, columns);
  return rows
    .map(({ line, cells: { part, ending, gender } }) => {
      if (!/^(?:patronymic|family)$/.test(part) || !/^(?:male|female)$/.test(gender) || ending === '')
        throw new CordonError(
          'table-invalid',
          `${GENDER_ENDINGS_TABLE}:${line}: part or gender is not known`,
        );
      return { part, ending, gender };
    })
    .sort((a, b) => b.ending.length - a.ending.length);
}

/**
 * The gender that all names of a person tell alike; null where none tells, or they disagree. A patronymic outweighs a
 * family name, which foreign registers often leave in a man's form.
 */
export function toldGender(names: readonly ParsedName[], endings: readonly GenderEnding[]): string | null {
  return toldBy('patronymic', names, endings) ?? toldBy('family', names, endings);
}

function toldBy(part: string, names: readonly ParsedName[], endings: readonly GenderEnding[]): string | null {
  let told: string | null = null;
  for (const { parts } of names) {
    for (const { type, form } of parts) {
      if (type !== part) continue;
      const row = endings.find(
        (one) => one.part === part && form.endsWith(one.ending) && form.length > one.ending.length + 1,
      );
      if (row === undefined) continue;
      if (told !== null && told !== row.gender) return null;
      told = row.gender;
    }
  }
  return told;
}
