/**
 * One entry of the EU financial sanctions files, whatever the format: its acts and the blocks of facts about it. Fields
 * bear the names of XML 1.1's attributes, so that every format gives the same entity.
 */
import { type Day, isDay } from '../../base/index.js';

/** The kinds of blocks, by the names of XML 1.1's elements. */
export const BLOCKS = ['nameAlias', 'birthdate', 'citizenship', 'identification', 'address'] as const;

/** A kind of block. */
export type BlockKind = (typeof BLOCKS)[number];

/** Field → text as written; a field that is not there is undefined or ''. */
export type Fields = Readonly<Record<string, string | undefined>>;

/** A name, birth, citizenship, document or address; `contacts` are key and value of an address. */
export type FsfBlock = {
  readonly line: number;
  readonly fields: Fields;
  readonly remarks: readonly string[];
  readonly contacts: readonly (readonly [key: string, value: string])[];
};

/** An act that lists the entry; `fields` as the element's attributes. */
export type FsfRegulation = { readonly line: number; readonly fields: Fields; readonly url: string };

/**
 * An entry. `fields` are the attributes of `sanctionEntity`; `subject` is `person`, `enterprise`, `P` or `E`; `cited` the
 * day of the oldest act that any block names.
 */
export type FsfRecord = {
  readonly line: number;
  readonly logicalId: string;
  readonly fields: Fields;
  readonly subject: string;
  readonly remarks: readonly string[];
  readonly regulations: readonly FsfRegulation[];
  readonly blocks: Readonly<Record<BlockKind, readonly FsfBlock[]>>;
  readonly cited: Day | null;
  /** Text of elements that nobody knows, kept. */
  readonly unknown: readonly string[];
};

/** An entry under way: what rows or elements say of it is added one by one. */
export class RecordDraft {
  readonly logicalId: string;
  readonly line: number;
  readonly blocks: Record<BlockKind, FsfBlock[]> = {
    nameAlias: [],
    birthdate: [],
    citizenship: [],
    identification: [],
    address: [],
  };
  readonly regulations: FsfRegulation[] = [];
  readonly remarks: string[] = [];
  readonly unknown: string[] = [];
  fields: Fields = {};
  subject = '';
  #cited: Day | null = null;

  constructor(logicalId: string, line: number) {
    this.logicalId = logicalId;
    this.line = line;
  }

  /** The day of an act that a block names; the oldest is kept. */
  cite(day: string | undefined): void {
    if (day === undefined || !isDay(day)) return;
    if (this.#cited === null || day < this.#cited) this.#cited = day;
  }

  /** Adds an act unless it was said before: rows of the delimited files repeat it. */
  addRegulation(line: number, fields: Fields, url: string): void {
    const same = ({ fields: held }: FsfRegulation) =>
      held.numberTitle === fields.numberTitle && held.programme === fields.programme;
    if (!this.regulations.some(same)) this.regulations.push({ line, fields, url });
  }

  /** The entry as far as it was said. */
  finish(): FsfRecord {
    const { line, logicalId, fields, subject, remarks, regulations, blocks, unknown } = this;
    return { line, logicalId, fields, subject, remarks, regulations, blocks, cited: this.#cited, unknown };
  }
}
