/**
 * A British designation as an entity. Its rows are every combination of its names, addresses, birth dates and numbers,
 * so each group of cells is read once. One listing for each sanction imposed: the sanction is what decides a verdict.
 */
import { type IssueCode, issue } from '../../base/index.js';
import { type Entity, type Listing, PropertyBag } from '../../model/index.js';
import type { ListSink } from '../reader.js';
import type { UkField, UkRow } from './fields.js';
import { dayOf, GROUP_OF, GROUPS, type Placing } from './groups.js';
import { nameOf, propertyOf } from './names.js';
import type { UkTables } from './tables.js';

/** Where rows come from: the source, the file for issues, and how entity ids begin. */
export type UkOrigin = {
  readonly source: string;
  readonly file: string;
  readonly prefix: string;
  /** The sanction of every entry of a list that names none, else null. */
  readonly measure: string | null;
};

const SCHEMAS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    individual: 'Person',
    entity: 'Organization',
    ship: 'Vessel',
  }),
);
const NAME: readonly UkField[] = [
  'name6',
  'name1',
  'name2',
  'name3',
  'name4',
  'name5',
  'nameType',
  'strength',
  'shortName',
];

/** Characters of the longest group of cells that is taken apart: cells are lines, and patterns are made for lines. */
const LONGEST_GROUP = 8_000;

/** One designation, from its first row to its last. */
export class Designation {
  readonly id: string;
  readonly line: number;
  readonly #origin: UkOrigin;
  readonly #tables: UkTables;
  readonly #sink: Pick<ListSink, 'issue'>;
  readonly #bag = new PropertyBag();
  /** What each group was seen to say, by its place; most never say anything. */
  readonly #seen: (Set<string> | undefined)[] = [];
  readonly #names = new Set<string>();
  readonly #listings = new Map<string, Listing>();
  #kind = '';
  #caption = '';

  constructor(id: string, line: number, origin: UkOrigin, tables: UkTables, sink: Pick<ListSink, 'issue'>) {
    this.id = id;
    this.line = line;
    this.#origin = origin;
    this.#tables = tables;
    this.#sink = sink;
  }

  /** Takes a row: what was not said by a row before is added. */
  add(row: UkRow): void {
    if (this.#kind === '') this.#kind = row.get('kind');
    this.#addName(row);
    this.#addListings(row);
    const placing: Placing = {
      bag: this.#bag,
      schema: this.#schema(),
      tables: this.#tables,
      get: row.get,
      report: (code, field, value, message) => this.#report(row.line, code, field, value, message),
    };
    for (const at of groupsOf(row)) {
      const { fields, add } = GROUPS[at]!;
      let key = '';
      let empty = true;
      for (const field of fields) {
        const cell = row.get(field);
        if (cell !== '') empty = false;
        key = fields.length === 1 ? cell : `${key}\u0000${cell}`;
      }
      if (empty || this.#seen[at]?.has(key)) continue;
      this.#seen[at] ??= new Set();
      this.#seen[at].add(key);
      if (key.length > LONGEST_GROUP && fields[0] !== 'other') {
        this.#bag.add('notes', key.replaceAll('\u0000', ' '));
        this.#report(
          row.line,
          'unplaced-text',
          fields[0]!,
          key,
          'longer than any such cell; kept in the notes',
        );
        continue;
      }
      if (key.includes('\uFFFD'))
        this.#report(
          row.line,
          'bad-encoding',
          fields[0]!,
          key,
          'bytes that were no text when the list was made',
        );
      add(placing);
    }
  }

  /** The entity of all rows. */
  entity(): Entity {
    const bag = this.#bag;
    if (this.#caption === '') this.#nameless();
    bag.add('topics', 'sanction');
    const properties = bag.freeze();
    const schema = this.#schema();
    if (schema === 'LegalEntity')
      this.#report(this.line, 'bad-value', 'kind', this.#kind, 'neither individual, entity nor ship');
    return {
      id: this.#origin.prefix + this.id,
      caption: this.#caption || this.id,
      schema: schema === 'Organization' ? this.#tables.organisation(properties) : schema,
      properties,
      datasets: [this.#origin.source],
      listings: [...this.#listings.values()],
    };
  }

  /** A designation without a primary name goes by its first alias. */
  #nameless(): void {
    const { name = [], alias = [], previousName = [], weakAlias = [] } = this.#bag.freeze();
    const [first] = [...alias, ...previousName, ...weakAlias, ...name];
    if (first === undefined) {
      this.#report(this.line, 'missing-name', 'name6', null, 'no name at all');
      return;
    }
    this.#caption = first;
    this.#report(this.line, 'missing-field', 'nameType', null, 'no primary name; called by its first alias');
  }

  #addName(row: UkRow): void {
    let key = '';
    for (const field of NAME) key = `${key}\u0000${row.get(field)}`;
    if (this.#names.has(key)) return;
    this.#names.add(key);
    const isPerson = this.#schema() === 'Person';
    const name = nameOf(row, isPerson);
    if (name === null) return;
    const type = row.get('nameType');
    const strength = row.get('strength');
    const property = propertyOf(type, strength);
    if (property === null) {
      const value = `${type} ${strength}`.trim();
      this.#report(
        row.line,
        'bad-value',
        'nameType',
        value,
        'a kind of name that is not known; kept as an alias',
      );
    }
    this.#bag.add(property ?? 'alias', name.full);
    if (property !== 'name') return;
    if (this.#caption === '') this.#caption = name.full;
    if (!isPerson) return;
    this.#bag.add('firstName', name.given);
    this.#bag.add('lastName', name.family);
  }

  #addListings(row: UkRow): void {
    const regimeName = row.get('regime');
    const sanctions = row.get('sanctions');
    // In XML only the first row of a designation speaks of these.
    if (regimeName === '' && sanctions === '' && this.#listings.size > 0) return;
    const key = `${regimeName}\u0000${sanctions}`;
    const reason = row.get('reasons');
    const held = this.#listings.get(`${key}\u00000`);
    // Reasons come with one row of many; the first that are given stand with every listing.
    if (held !== undefined && (held.reason !== null || reason === '')) return;
    const regime = this.#tables.regimes(regimeName);
    if (held === undefined && regimeName === '')
      this.#report(row.line, 'missing-field', 'regime', null, 'a designation without a regime');
    const start = dayOf(row.get('designated'));
    if (held === undefined && start === null)
      this.#report(row.line, 'bad-date', 'designated', row.get('designated'), 'no day that can be read');
    for (const [at, measure] of this.#measures(sanctions).entries()) {
      this.#listings.set(`${key}\u0000${at}`, {
        source: this.#origin.source,
        entry: this.id,
        programme: regime.programme || null,
        annex: null,
        measure,
        act: regime.act,
        start,
        end: null,
        reason: reason || null,
        url: null,
      });
    }
  }

  #measures(sanctions: string): readonly (string | null)[] {
    const words = sanctions
      .replace(/["‘’“”]/g, "'")
      // Blanks are trimmed below: to look for them here takes hours in a cell that is full of them.
      .split(/\||,\s/)
      .map((word) => word.trim())
      .filter((word) => /\p{L}/u.test(word));
    return words.length === 0 ? [this.#origin.measure] : [...new Set(words)];
  }

  #schema(): string {
    return SCHEMAS.get(this.#kind.toLowerCase()) ?? 'LegalEntity';
  }

  #report(line: number, code: IssueCode, field: UkField, value: string | null, message: string): void {
    this.#sink.issue(issue(code, { file: this.#origin.file, line, field, value }, message));
  }
}

const EVERY: readonly number[] = GROUPS.map((_, at) => at);

/** The groups that a row may hold, in their order: later ones build on earlier ones. */
function groupsOf({ filled }: UkRow): readonly number[] {
  if (filled === null) return EVERY;
  const places = new Set<number>();
  for (const field of filled) {
    const at = GROUP_OF.get(field);
    if (at !== undefined) places.add(at);
  }
  return [...places].sort((a, b) => a - b);
}
