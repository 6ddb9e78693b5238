/**
 * Claim: OFAC's three formats give the same entities. Reads the consolidated list as CSV, XML (2025) and advanced XML
 * (2020) from ../shared/data/lists, compares the shared entries property by property and prints each difference's kind:
 * what the other file does not say is a change between their dates; `unexplained` must stay at none.
 */
import { type Difference, differences, type Format, KINDS } from './support/ofac-differences.js';
import { CONSOLIDATED, readFormats, SDN, type TimedFormat } from './support/ofac-formats.js';

export async function run(): Promise<void> {
  for (const list of [CONSOLIDATED, SDN]) {
    console.log(`${list.source}\n`);
    const { formats, countries } = await readFormats(list);
    for (const format of formats) console.log(sizeOf(format));
    for (const [at, a] of formats.entries())
      for (const b of formats.slice(at + 1)) print(a, b, differences(a, b, countries));
    console.log('');
  }
  for (const [kind, why] of Object.entries(KINDS)) console.log(`${kind}: ${why}`);
}

function sizeOf({ name, entities, seconds, megabytes }: TimedFormat): string {
  const listings = [...entities.values()].reduce((sum, entity) => sum + entity.listings.length, 0);
  const rate = (megabytes / seconds).toFixed(0);
  return `${name}: ${entities.size} entities, ${listings} listings, ${seconds.toFixed(2)} s (${rate} MB/s, cold)`;
}

function print(a: Format, b: Format, found: readonly Difference[]): void {
  const shared = [...a.entities.keys()].filter((id) => b.entities.has(id)).length;
  console.log(`\n${a.name} and ${b.name}: ${shared} shared entries, ${found.length} differences`);
  const rows = new Map<string, { a: number; b: number }>();
  for (const { kind, property, only } of found) {
    const key = `${kind.padEnd(30)} ${property.padEnd(20)}`;
    const row = rows.get(key) ?? { a: 0, b: 0 };
    rows.set(key, row);
    row[only === a.name ? 'a' : 'b'] += 1;
  }
  const line = (key: string, left: string | number, right: string | number) =>
    console.log(`${key} ${String(left).padStart(9)} ${String(right).padStart(9)}`);
  line(`${'kind'.padEnd(30)} ${'property'.padEnd(20)}`, `only ${a.name}`, `only ${b.name}`);
  for (const [key, row] of [...rows].sort()) line(key, row.a, row.b);
  for (const { id, property, value, only } of found.filter(({ kind }) => kind === 'unexplained'))
    console.log(`unexplained: ${id} ${property} "${value}" only in ${only}`);
}
