/**
 * The first of two passes over a dataset: which ids there are, which come again, and the records that others are joined
 * with (Sanctions, addresses, papers, wallets). Those are held, every other record only by its id.
 */
import type { Issue } from '../../base/index.js';
import { ftmModel } from '../../model/index.js';
import type { ListFile } from '../reader.js';
import type { FtmForm } from './form.js';
import type { FtmRecord } from './record.js';
import { Tally } from './tally.js';

const JOINED: ReadonlySet<string> = new Set([
  'Sanction',
  'Address',
  'Passport',
  'Identification',
  'CryptoWallet',
]);

/** What a pass over a file found. */
export class Survey {
  /** Id → the record where others are joined with it, else null. */
  readonly #ids = new Map<string, FtmRecord | null>();
  readonly #again = new Set<string>();
  /** The newest moment that a record was seen at, '' where none says. */
  lastSeen = '';
  /** The datasets that every entity names alike; null where they differ or some name none. */
  datasets: readonly string[] | null = null;

  add(record: FtmRecord, tally: Tally): void {
    if (record.lastSeen > this.lastSeen) this.lastSeen = record.lastSeen;
    if (this.#ids.size === 0) this.datasets = record.datasets;
    else if (this.datasets !== null && !sameList(this.datasets, record.datasets)) this.datasets = null;
    const held = this.#ids.get(record.id);
    if (held === undefined) {
      this.#ids.set(record.id, JOINED.has(record.schema) ? record : null);
      return;
    }
    this.#again.add(record.id);
    if (held !== null) this.#ids.set(record.id, merged(held, record));
    const at = { line: record.line, field: 'id', value: record.id };
    tally.add('duplicate-entry', at, 'an id that came before; merged with the first of it');
  }

  get size(): number {
    return this.#ids.size;
  }

  /** Whether the id comes more than once: its records are fragments of one entity. */
  isAgain(id: string): boolean {
    return this.#again.has(id);
  }

  /** Whether a Sanction can be about the id. */
  isTarget(id: string): boolean {
    const held = this.#ids.get(id);
    return held !== undefined && held?.schema !== 'Sanction';
  }

  held(id: string): FtmRecord | null {
    return this.#ids.get(id) ?? null;
  }

  *joinable(): Generator<FtmRecord> {
    for (const held of this.#ids.values()) if (held !== null) yield held;
  }
}

/** A file's survey and what was odd in it. @throws CordonError what the form throws */
export async function surveyFile(
  file: ListFile,
  form: FtmForm,
): Promise<{ readonly file: ListFile; readonly survey: Survey; readonly issues: readonly Issue[] }> {
  const tally = new Tally(file.name);
  const survey = new Survey();
  const issues: Issue[] = [];
  const sink = { issue: (one: Issue) => issues.push(one) };
  for await (const records of form.records(file, tally, sink))
    for (const record of records) survey.add(record, tally);
  return { file, survey, issues: [...issues, ...tally.issues()] };
}

/** Two records of one id: the values of both, under the first one's name and the narrower schema. */
export function merged(first: FtmRecord, next: FtmRecord): FtmRecord {
  for (const [property, values] of Object.entries(next.properties)) {
    // `constructor` may be a property's name, and is one of every object.
    const held = Object.hasOwn(first.properties, property) ? (first.properties[property] ?? []) : [];
    first.properties[property] = [...new Set([...held, ...values])];
  }
  const schema = ftmModel().isA(next.schema, first.schema) ? next.schema : first.schema;
  return {
    ...first,
    schema,
    datasets: [...new Set([...first.datasets, ...next.datasets])],
    sanctions: [...first.sanctions, ...next.sanctions],
  };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
