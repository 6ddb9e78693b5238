/** One cell of a Journal row with all that reading it needs. */
import { type Issue, type IssueCode, issue } from '../../base/index.js';
import type { PropertyBag } from '../../model/index.js';
import type { Countries } from '../wording/countries.js';
import type { NumberLabels } from '../wording/printed-numbers.js';
import type { NameLabels } from './name-labels.js';
import type { JournalRow } from './read.js';

/** The tables that cells are read with. */
export type CellTables = {
  readonly countries: Countries;
  readonly labels: NumberLabels;
  readonly nameLabels: NameLabels;
};

/** A cell: its row and column, the schema it is for, and where its values and issues go. */
export type Cell = {
  readonly row: JournalRow;
  readonly column: string;
  readonly text: string;
  readonly schema: string;
  readonly bag: PropertyBag;
  readonly tables: CellTables;
  readonly issues: Issue[];
};

/** Whether the row is about a party, and not a ship or an asset. */
export function isParty(cell: Cell): boolean {
  return cell.schema !== 'Vessel' && cell.schema !== 'Asset';
}

/** An issue at the cell. */
export function report(cell: Cell, code: IssueCode, value: string, message: string): void {
  const { file, line } = cell.row;
  cell.issues.push(issue(code, { file, line, field: cell.column, value }, message));
}
