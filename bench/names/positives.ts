/**
 * Recall: the people of positives_un_untreated.csv who stand on the loaded UN list, as written and with one typing error,
 * as the file has them and by their names alone. Found is who is hit at 0.7, and not just anybody on the list.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvLine, readTable } from '../../src/base/index.js';
import { diskStorage, openStore } from '../../src/lists/store/index.js';
import { NAME_PROPERTIES } from '../../src/model/index.js';
import { normalise, tokenise } from '../../src/text/index.js';
import { BENCHMARKS } from '../support/command.js';
import { seeded } from '../support/seeded.js';
import { screened } from './screened.js';
import type { Setting } from './setting.js';
import { percent, printTable } from './table.js';
import { TYPING_ERRORS, withTypingError } from './typing-error.js';

const LIST = 'un-sc';
const WRITTEN = 'as written';
const VARIANTS = [WRITTEN, ...TYPING_ERRORS] as const;
type Variant = (typeof VARIANTS)[number];

/** Somebody of the file; `entities` are those of the list who bear that name. */
type Listed = { readonly cells: Readonly<Record<string, string>>; readonly entities: ReadonlySet<string> };
type Asked = {
  readonly listed: Listed;
  readonly variant: Variant;
  readonly name: string;
  readonly nameOnly: boolean;
};
type Row = { readonly variant: string; readonly asked: number; readonly missed: number };

/** Prints recall by kind of error, and each miss. */
export async function run(setting: Setting): Promise<unknown> {
  const { listed, all } = listedPeople(setting.home());
  console.log(
    `${listed.length} of the ${all} people of the file stand on the loaded UN list under that name`,
  );
  const asked = [false, true].flatMap((nameOnly) =>
    listed.flatMap((one, at) => variantsOf(one, at, nameOnly)),
  );
  const found = await screen(setting.home(), asked);
  const results = [false, true].map((nameOnly) => {
    const rows = tally(asked, found, nameOnly);
    console.log(
      `Recall ${nameOnly ? 'by their names alone' : 'with birth date and nationality as in the file'}, aim 100 % as written, 98 % with an error`,
    );
    printTable(
      ['', 'asked', 'missed', 'recall'],
      rows.map((row) => [
        row.variant,
        String(row.asked),
        String(row.missed),
        percent(1 - row.missed / row.asked),
      ]),
    );
    return { nameOnly, rows };
  });
  const misses = asked.filter((_, at) => !found[at]);
  if (misses.length > 0) {
    console.log('Each miss (with facts, or by name alone)');
    printTable(
      ['on the list', 'asked for', 'error', 'with'],
      misses.map(({ listed: { cells }, name, variant, nameOnly }) => [
        cells.full_name ?? '',
        name.length > 40 ? `${name.slice(0, 39)}…` : name,
        variant,
        nameOnly ? 'name' : 'facts',
      ]),
    );
  }
  return { people: all, listed: listed.length, results };
}

/** People of the file whose normalised name is a name of a person on the list. */
function listedPeople(home: string): { listed: Listed[]; all: number } {
  const store = openStore(diskStorage(home));
  const list = store.current().find(({ source }) => source === LIST);
  if (list === undefined) throw new Error(`no list ${LIST} is loaded`);
  const bearers = new Map<string, Set<string>>();
  for (const { entity } of store.entities(list.hash)) {
    if (entity.schema !== 'Person') continue;
    for (const name of NAME_PROPERTIES.flatMap((property) => entity.properties[property] ?? [])) {
      const key = keyOf(name);
      bearers.set(key, (bearers.get(key) ?? new Set()).add(entity.id));
    }
  }
  const file = 'positives_un_untreated.csv';
  const rows = readTable(readFileSync(join(BENCHMARKS, file), 'utf8'), file).rows;
  const listed = rows.flatMap(({ cells }) => {
    const entities = bearers.get(keyOf(cells.full_name ?? ''));
    return entities === undefined ? [] : [{ cells, entities }];
  });
  return { listed, all: rows.length };
}

function keyOf(name: string): string {
  return tokenise(normalise(name))
    .map(({ text }) => text)
    .join(' ');
}

/** Each person draws from a seed of their own, so that nobody's errors depend on who else is listed. */
function variantsOf(listed: Listed, at: number, nameOnly: boolean): Asked[] {
  const written = listed.cells.full_name ?? '';
  return VARIANTS.flatMap((variant, kind) => {
    const name =
      variant === WRITTEN ? written : withTypingError(written, variant, seeded(at * VARIANTS.length + kind));
    return name === null ? [] : [{ listed, variant, name, nameOnly }];
  });
}

/** Whether each was found, in order. */
async function screen(home: string, asked: readonly Asked[]): Promise<boolean[]> {
  const file = join(home, 'positives.csv');
  const lines = asked.map(({ listed: { cells }, name, nameOnly }, at) =>
    csvLine([
      String(at),
      name,
      'Person',
      nameOnly ? '' : (cells.date_of_birth ?? ''),
      nameOnly ? '' : (cells.nationality ?? ''),
    ]),
  );
  writeFileSync(file, `${['id,name,schema,date_of_birth,nationality', ...lines].join('\n')}\n`);
  const found = new Array<boolean>(asked.length).fill(false);
  for await (const { id, hits } of screened(home, file, ['--regime', 'un'])) {
    const { entities } = asked[Number(id)]!.listed;
    found[Number(id)] = hits.some(({ list, entity }) => list === LIST && entities.has(entity));
  }
  return found;
}

function tally(asked: readonly Asked[], found: readonly boolean[], nameOnly: boolean): Row[] {
  const row = (label: string, takes: (variant: Variant) => boolean): Row => {
    const chosen = asked.flatMap((one, at) =>
      one.nameOnly === nameOnly && takes(one.variant) ? [found[at]!] : [],
    );
    return { variant: label, asked: chosen.length, missed: chosen.filter((hit) => !hit).length };
  };
  return [
    row(WRITTEN, (variant) => variant === WRITTEN),
    row('one typing error', (variant) => variant !== WRITTEN),
    ...TYPING_ERRORS.map((kind) => row(`  ${kind}`, (variant) => variant === kind)),
  ];
}
