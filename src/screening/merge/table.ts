/**
 * What makes two list entries one party, and what never does: data/match/same-party.csv. The rows of links stand
 * strongest first, and their order is the rank of a link.
 */
import { CordonError, type DataTables, dataTable, readDataTable } from '../../base/index.js';

/** Where the rules stand under `data/`. */
export const SAME_PARTY_TABLE = 'match/same-party.csv';

/**
 * What a rule asks of the names: nothing, a score of their own, a full name that confirms, every word but the legal form
 * (of two names that are no aliases, or of one and an alias).
 */
export type NameDemand = 'any' | 'alike' | 'full' | 'own-core' | 'core';

/**
 * One reason to hold two entries for one party. `fact` is a property, or `entity-id`, `referent`, `birth-day`, `birth-year`, `country`, `list`; `least` the
 * score to reach (of the names alone where they must be alike, else of the whole comparison); `quotes` the regime whose
 * entries the property names, '' for none.
 */
export type LinkRule = {
  readonly rank: number;
  readonly kind: string;
  readonly fact: string;
  readonly names: NameDemand;
  readonly least: number;
  readonly quotes: string;
};

/** The rules, strongest first; facts that contradict as `kind fact`; limits by name. */
export type MergeRules = {
  readonly links: readonly LinkRule[];
  readonly contradictions: ReadonlySet<string>;
  readonly limits: {
    readonly coreLetters: number;
    readonly numberLength: number;
    readonly namesAlike: number;
    /** Entries over which what they share is no reason to compare them. */
    readonly blockSize: number;
  };
};

const COLUMNS = ['row', 'kind', 'fact', 'names', 'least', 'quotes', 'case', 'source'] as const;

/** Reads the rules. @throws CordonError `table-invalid` */
export function readMergeRules(tables: DataTables): MergeRules {
  const rows = readDataTable(dataTable(tables, SAME_PARTY_TABLE), SAME_PARTY_TABLE, COLUMNS);
  const links: LinkRule[] = [];
  const contradictions = new Set<string>();
  const limits = new Map<string, number>();
  for (const { line, cells } of rows) {
    const { row, kind, fact, names, quotes } = cells;
    const least = Number(cells.least);
    const linked = row === 'link' && /^(?:any|alike|full|own-core|core)$/.test(names) && cells.least !== '';
    if (linked && least >= 0)
      links.push({ rank: links.length, kind, fact, names: names as NameDemand, least, quotes });
    else if (row === 'contradiction') contradictions.add(`${kind} ${fact}`);
    else if (row === 'limit' && least > 0) limits.set(fact, least);
    else
      throw new CordonError('table-invalid', `${SAME_PARTY_TABLE}:${line}: row, names or least is not known`);
  }
  const limit = (name: string): number => {
    const value = limits.get(name);
    if (value === undefined)
      throw new CordonError('table-invalid', `${SAME_PARTY_TABLE}: limit ${name} is missing`);
    return value;
  };
  return {
    links,
    contradictions,
    limits: {
      coreLetters: limit('core-letters'),
      numberLength: limit('number-length'),
      namesAlike: limit('names-alike'),
      blockSize: limit('block-size'),
    },
  };
}
