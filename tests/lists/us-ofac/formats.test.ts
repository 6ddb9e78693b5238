/**
 * Two formats of one list must give the same entities: the real files, where they lie beside the checkout, compared
 * property by property. What is pinned is explained in `KINDS`; a new row or an unexplained difference fails.
 */
import { expect, it } from 'vitest';
import { type Difference, differences } from '../../../bench/support/ofac-differences.js';
import { CONSOLIDATED, readFormats, SDN } from '../../../bench/support/ofac-formats.js';
import { hasReal } from '../tables.js';

const absent = (list: { readonly folders: Readonly<Record<string, string>> }) =>
  !Object.values(list.folders).every(hasReal);

/** Kind → property → how many only the one and only the other format gives. */
function tally(found: readonly Difference[], first: string): Record<string, Record<string, string>> {
  const counts: Record<string, Record<string, [number, number]>> = {};
  for (const { kind, property, only } of found) {
    const rows = counts[kind] ?? {};
    const row = rows[property] ?? [0, 0];
    row[only === first ? 0 : 1] += 1;
    rows[property] = row;
    counts[kind] = rows;
  }
  return Object.fromEntries(
    Object.entries(counts).map(([kind, rows]) => [
      kind,
      Object.fromEntries(Object.entries(rows).map(([property, row]) => [property, row.join(' : ')])),
    ]),
  );
}

it.skipIf(absent(CONSOLIDATED))(
  'the consolidated list (skipped where it is absent): CSV, XML and advanced XML differ by their dates alone',
  async () => {
    const { formats, countries } = await readFormats(CONSOLIDATED);
    const [csv, xml, advanced] = formats;
    const newer = differences(csv!, xml!, countries);
    // The CSV is of late 2025: eleven parties came onto the SDN list after the XML, under a programme tag here.
    expect(tally(newer, 'CSV')).toEqual({
      'not in the other file': {
        address: '5 : 2',
        alias: '6 : 0',
        innCode: '9 : 0',
        leiCode: '1 : 0',
        listing: '11 : 1',
        name: '1 : 1',
        notes: '32 : 0',
        ogrnCode: '9 : 0',
        weakAlias: '2 : 0',
      },
      'other signs': { address: '1 : 1', alias: '1 : 1' },
      'other kind of name': { alias: '1 : 0' },
      'kind of number': { innCode: '1 : 0', taxNumber: '0 : 1' },
    });
    const touched = new Set(newer.filter(({ kind }) => kind === 'not in the other file').map(({ id }) => id));
    expect(touched.size).toBeLessThan(15);

    const older = differences(xml!, advanced!, countries);
    expect(older.filter(({ kind }) => kind === 'unexplained')).toEqual([]);
    expect(differences(csv!, advanced!, countries).filter(({ kind }) => kind === 'unexplained')).toEqual([]);
    // Five years lie between these two: what the other file does not say is left out of the table.
    const { 'not in the other file': changed, ...kinds } = tally(older, 'XML');
    expect(Object.keys(changed ?? {})).toContain('address');
    expect(kinds).toEqual({
      'advanced only': {
        'listing act': '0 : 386',
        'listing start': '0 : 390',
        notes: '0 : 1008',
        parent: '0 : 272',
      },
      'other signs': {
        address: '51 : 51',
        alias: '58 : 59',
        name: '9 : 9',
        notes: '18 : 18',
        previousName: '38 : 38',
        registrationNumber: '1 : 1',
      },
      'other kind of name': {
        alias: '23 : 14',
        name: '7 : 30',
        previousName: '14 : 1',
        weakAlias: '1 : 1',
      },
      'kind of number': { innCode: '15 : 0', taxNumber: '0 : 15' },
      'a city there': { country: '1 : 0' },
      'follows from names and numbers': { schema: '2 : 2' },
    });
  },
);

it.skipIf(absent(SDN))(
  'the sample of the SDN list in XML (skipped where it is absent) says what the CSV of the next year says',
  async () => {
    const { formats, countries } = await readFormats(SDN);
    const [csv, xml] = formats;
    expect([...xml!.entities.keys()].filter((id) => csv!.entities.has(id))).toHaveLength(7);
    expect(differences(csv!, xml!, countries)).toEqual([]);
  },
);
