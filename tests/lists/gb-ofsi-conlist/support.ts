/** Invented copies of OFSI's former list. */
import { csvLine } from '../../../src/base/index.js';
import type { ListFile } from '../../../src/lists/index.js';
import { listFile } from '../tables.js';

const HEADINGS =
  'Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,Passport Details,National Identification Number,NI Details,Position,Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,UK Sanctions List Date Designated,Last Updated,Group ID'.split(
    ',',
  );

/** Cells of a row by heading; what every row of a group needs is filled in. */
export const row = (cells: Readonly<Record<string, string>>) => ({
  'Name 6': 'MUSTER',
  'Group Type': 'Individual',
  'Alias Type': 'Prime Alias',
  Regime: 'Syria',
  'Listed On': '22/01/2019',
  'Group ID': '99001',
  ...cells,
});

/** A copy of the list as OFSI wrote it. */
export function conList(rows: readonly Readonly<Record<string, string>>[]): ListFile {
  const lines = rows.map((cells) => csvLine(HEADINGS.map((heading) => cells[heading] ?? '')));
  const title = csvLine(HEADINGS.map((_, at) => ['Last Updated', '27/04/2020'][at] ?? ''));
  return listFile('ConList.csv', [title, csvLine(HEADINGS), ...lines, ''].join('\r\n'));
}
