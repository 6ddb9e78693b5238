/** The real lists of 2021, 2023 and later, where they lie beside the checkout. */
import ftm from '@alephdata/followthemoney';
import { expect, it } from 'vitest';
import { dateSpan, readDate } from '../../../src/base/index.js';
import { LISTS_TABLES, type ListContent, openCountries, readWholeList } from '../../../src/lists/index.js';
import { readEntries, readJoins } from '../../../src/lists/us-ofac/read.js';
import { splitRemarks } from '../../../src/lists/wording/us-remarks.js';
import type { Entity } from '../../../src/model/index.js';
import { hasReal, realFiles, tablesOf } from '../tables.js';
import { reader } from './support.js';

type Source = 'us-ofac-sdn' | 'us-ofac-consolidated';
const absent = (folder: string) => !hasReal(folder);
const load = (folder: string, source: Source): Promise<ListContent> => {
  const files = reader(source).recognise(realFiles(folder));
  return readWholeList(reader(source), files);
};
const countBy = (content: ListContent, code: string) =>
  content.issues.filter((each) => each.code === code).length;

it.skipIf(absent('us-ofac-sdn'))(
  'the SDN list of 2021 (skipped where it is absent): every piece of every remark arrives',
  async () => {
    const files = reader().recognise(realFiles('us-ofac-sdn'));
    const content = await readWholeList(reader(), files);
    const byId = new Map(content.entities.map((entity) => [entity.id, entity]));
    const joins = await readJoins(files, { issue: () => undefined });
    const lost: string[] = [];
    let pieces = 0;
    for await (const taken of readEntries(files, { issue: () => undefined }))
      for (const { row } of taken) {
        const rest = joins.of(row.cells[0]!).comment?.cells[1] ?? '';
        for (const piece of splitRemarks(row.cells[11]! + rest)) {
          pieces++;
          if (!arrives(piece, byId.get(`ofac-${row.cells[0]}`)!)) lost.push(`${row.cells[0]}: ${piece}`);
        }
      }
    expect(lost).toEqual([]);
    expect(pieces).toBeGreaterThan(30_000);
    expect(countBy(content, 'unplaced-text') / pieces).toBeLessThan(0.001);
  },
);

it.skipIf(absent('us-ofac-sdn'))(
  'the SDN list of 2021 (skipped where it is absent): counts and known facts',
  async () => {
    const content = await load('us-ofac-sdn', 'us-ofac-sdn');
    expect(content.entities).toHaveLength(8_976);
    expect(content.published).toBeNull();
    const values = (property: string) =>
      content.entities.reduce((sum, entity) => sum + (entity.properties[property]?.length ?? 0), 0);
    expect(values('alias') + values('previousName')).toBeGreaterThan(11_850);
    expect(values('address')).toBeGreaterThan(9_000);
    const wagner = content.entities.find((entity) => entity.caption === "PRIVATE MILITARY COMPANY 'WAGNER'");
    expect(wagner?.listings.map((listing) => listing.programme)).toContain('UKRAINE-EO13660');
  },
);

it.skipIf(absent('us-ofac-sdn') || absent('us-ofac-sdn-2023'))(
  'ids stay from 2021 to 2023 (skipped where the lists are absent), and what is glued behind the list stays apart',
  async () => {
    const before = await load('us-ofac-sdn', 'us-ofac-sdn');
    const after = await load('us-ofac-sdn-2023', 'us-ofac-sdn');
    const later = new Map(after.entities.map((entity) => [entity.id, entity]));
    const same = before.entities.filter((entity) => later.get(entity.id)?.caption === entity.caption);
    expect(same.length / before.entities.length).toBeGreaterThan(0.9);
    expect(new Set(after.entities.map((entity) => entity.id)).size).toBe(after.entities.length);
    // Huawei is on the list of military companies only: its shares are barred, its property is not blocked.
    const huawei = after.entities.find((entity) => entity.caption === 'HUAWEI TECHNOLOGIES CO., LTD.');
    expect(huawei?.listings.map((listing) => listing.programme)).toEqual(['CMIC-EO13959']);
  },
);

it.skipIf(absent('us-ofac-consolidated'))(
  'the consolidated list (skipped where it is absent): Sberbank by its numbers, under its directives, without an issue',
  async () => {
    const content = await load('us-ofac-consolidated', 'us-ofac-consolidated');
    expect(content.entities).toHaveLength(442);
    expect(content.issues).toEqual([]);
    const bank = content.entities.find((entity) => entity.id === 'ofac-17018');
    expect(bank?.properties).toMatchObject({ innCode: ['7707083893'], ogrnCode: ['1027700132195'] });
    expect(bank?.listings.map(({ programme, annex, start }) => [programme, annex, start])).toEqual([
      ['UKRAINE-EO13662', 'Directive 1', null],
      ['RUSSIA-EO14024', 'Directive 2', '2022-03-26'],
      ['RUSSIA-EO14024', 'Directive 3', '2022-03-26'],
    ]);
  },
);

it.skipIf(absent('us-ofac-sdn-2026'))(
  'a folder without the file of entries (skipped where it is absent) is no list',
  () => {
    expect(reader().recognise(realFiles('us-ofac-sdn-2026'))).toEqual([]);
  },
);

it.skipIf(absent('us-ofac-sdn') || absent('us-ofac-consolidated'))(
  'every property is one of the FollowTheMoney model (skipped where the lists are absent)',
  async () => {
    const model = new ftm.Model(ftm.defaultModel);
    const strange = new Set<string>();
    for (const content of [
      await load('us-ofac-sdn', 'us-ofac-sdn'),
      await load('us-ofac-consolidated', 'us-ofac-consolidated'),
    ]) {
      for (const { schema, properties } of content.entities) {
        const known = model.getSchema(schema).getProperties();
        for (const name of Object.keys(properties)) if (!known.has(name)) strange.add(`${schema}.${name}`);
      }
    }
    expect([...strange]).toEqual([]);
  },
);

const countries = openCountries(tablesOf(LISTS_TABLES));

/** A piece arrived if the notes hold it, or some value of the entity is the piece, or what its last words say. */
function arrives(piece: string, entity: Entity): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, '');
  const turned = (text: string) =>
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.sort()
      .join('') ?? '';
  const values = Object.values(entity.properties).flat();
  if (values.includes(piece) || entity.properties.notes?.some((note) => plain(note) === plain(piece)))
    return true;
  const tails = piece
    .replace(/ \((?:website|email)\)$/, '')
    .split(/(?<=:)| /)
    .map((_word, at, words) => words.slice(at).join(' '));
  return tails.some((tail) => {
    const quoted = tail.replace(/^'|'$/g, '');
    const date = readDate(tail);
    const code = countries.codeOf(tail);
    return values.some(
      (value) =>
        plain(value) === plain(tail) ||
        (tail.startsWith("'") && turned(value) === turned(quoted)) ||
        sameDays(value, date) ||
        (code !== null && (value === code || code === '')),
    );
  });
}

/** `01 Jan 1976 to 31 Dec 1978` and `1976 to 1978` are the same days. */
function sameDays(value: string, date: string | null): boolean {
  const [a, b] = [dateSpan(value), date === null ? null : dateSpan(date)];
  return a !== null && b !== null && a.from === b.from && a.to === b.to;
}
