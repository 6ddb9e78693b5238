/**
 * OFAC's CSV rows → records: columns to fields, remarks to pieces. An entry behind the end mark that the list itself
 * holds too adds nothing new and is passed over; rows of no entry are issues.
 */
import { type Issue, issue } from '../../base/index.js';
import { singleSpaced } from '../../text/index.js';
import type { ListSink } from '../reader.js';
import { splitRemarks } from '../wording/us-remarks.js';
import { type OfacTables, openMapping } from './entity.js';
import { type DirectiveMode, splitProgrammes } from './listings.js';
import type { OfacJoins, OfacRow, Satellites, Taken } from './read.js';
import {
  NO_TERMS,
  type OfacAddress,
  type OfacAt,
  type OfacKind,
  type OfacName,
  type OfacRecord,
} from './record.js';

/** OFAC cuts a remark here; the comments file holds the rest. */
const REMARK_LIMIT = 1_000;
const KINDS: ReadonlyMap<string, OfacKind> = new Map(
  Object.entries<OfacKind>({
    individual: 'Person',
    vessel: 'Vessel',
    aircraft: 'Airplane',
  }),
);

/**
 * Maps entries as they come, in the order of their file. What is joined to no entry is told at the end.
 *
 * @param list `mode`: how directives of the list's own entries stand to their programmes
 */
export async function mapOfac(
  entries: AsyncIterable<Iterable<Taken>>,
  joins: OfacJoins,
  list: { readonly source: string; readonly mode: DirectiveMode },
  tables: OfacTables,
  sink: ListSink,
): Promise<void> {
  const mapping = openMapping(list.source, list.mode, tables, sink);
  const seen = new Set<string>();
  for await (const taken of entries)
    for (const { row, behind } of taken) {
      const id = row.cells[0]!;
      if (behind && seen.has(id)) continue;
      seen.add(id);
      mapping.take(toRecord(row, joins.of(id), sink), behind ? 'instead' : list.mode);
    }
  for (const id of joins.ids())
    if (!seen.has(id)) for (const row of joins.rowsOf(id)) sink.issue(orphan(row));
}

function toRecord(row: OfacRow, satellites: Satellites, sink: ListSink): OfacRecord {
  const [id, name, type, programmes, title, callSign, vesselType, tonnage, grossTonnage, flag, owner] =
    row.cells as [string, string, string, string, string, string, string, string, string, string, string];
  const { texts, cut } = remarksOf(row, satellites.comment, sink);
  const inRemarks = at(row, 'remarks');
  return {
    id,
    kind: KINDS.get(type) ?? 'Organization',
    at: at(row, 'ent_num'),
    names: namesOf(name, satellites.alt),
    title: singleSpaced(title),
    vessel: { callSign, type: vesselType, tonnage, grossTonnage, flag, owner },
    addresses: satellites.add.map(addressOf),
    pieces: texts.map((text) => ({ text: singleSpaced(text), at: inRemarks })),
    programmes: splitProgrammes(programmes),
    notes: cut === null ? [] : [cut],
    terms: NO_TERMS,
    links: [],
  };
}

function namesOf(name: string, aliases: readonly OfacRow[]): OfacName[] {
  const others = aliases.map(
    ({ cells }): OfacName => ({
      property: cells[2] === 'fka' ? 'previousName' : 'alias',
      text: singleSpaced(cells[3]!),
    }),
  );
  return [{ property: 'name', text: singleSpaced(name) }, ...others];
}

function addressOf(row: OfacRow): OfacAddress {
  const [, , street, place, country, remark] = row.cells as [string, string, string, string, string, string];
  const [one, two] = [singleSpaced(street), singleSpaced(place)];
  return { street: one, place: two, country, remark, at: at(row, 'country') };
}

/** The pieces that can be relied on, and a last one that was cut. */
function remarksOf(
  row: OfacRow,
  comment: OfacRow | null,
  sink: ListSink,
): { texts: readonly string[]; cut: string | null } {
  const remark = row.cells[11]!;
  const pieces = splitRemarks(remark + (comment?.cells[1] ?? ''));
  const rest = pieces.at(-1);
  if (comment !== null || remark.length < REMARK_LIMIT || /\.$/.test(remark) || rest === undefined)
    return { texts: pieces, cut: null };
  const message = `the remark stops at ${REMARK_LIMIT} characters and no row of a comments file continues it (its last piece was kept as a note)`;
  sink.issue(issue('unplaced-text', { ...at(row, 'remarks'), value: rest }, message));
  return { texts: pieces.slice(0, -1), cut: rest };
}

function orphan(row: OfacRow): Issue {
  const where = { ...at(row, 'ent_num'), value: row.cells[0]! };
  return issue('orphan-row', where, 'no entry of this number is in the list (row skipped)');
}

function at(row: OfacRow, field: string): OfacAt {
  return { file: row.file, line: row.line, field };
}
