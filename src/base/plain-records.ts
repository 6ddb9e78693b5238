/**
 * The fast way through delimited text. Nearly every record of every file is plain: cells without a quote, or wholly in
 * quotes. Those are cut out of the text here, at several times the parser's speed; from the first record that is anything
 * else on, the text is the parser's.
 */
import { LONGEST_RECORD, type RawRow } from './table.js';

const [LF, CR, QUOTE, MARK] = [10, 13, 34, 0xfeff];
/** A plain record is shorter: the parser counts bytes, of which a character has three at the most. */
const LONGEST_PLAIN = LONGEST_RECORD / 4;
/** From this length on the engine makes no copy of a part, but keeps the whole text for it. */
const SHORTEST_VIEW = 13;

/** Takes text cut anywhere. Once `done`, `rest` is for the parser, and begins in `line`. */
export class PlainRecords {
  /** Text that is no whole record yet, or none for us. */
  rest = '';
  /** The line in which `rest` begins. */
  line = 1;
  /** Whether a record came that only the parser can read. */
  done = false;
  readonly #delimiter: number;
  /** Whether nothing was read yet, so that a byte order mark may come. */
  #fresh = true;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.done = delimiter.length !== 1;
  }

  /** The records that the text completes. */
  take(text: string): RawRow[] {
    const all = this.rest === '' ? text : this.rest + text;
    const rows: RawRow[] = [];
    let at = this.#fresh && all.charCodeAt(0) === MARK ? 1 : 0;
    this.#fresh &&= all === '';
    while (!this.done && at < all.length) {
      const end = this.#record(all, at, rows);
      if (end === -1) break;
      at = end;
    }
    this.rest = at === 0 ? all : all.slice(at);
    if (this.rest.length > LONGEST_PLAIN) this.done = true;
    return rows;
  }

  /** Reads one record, or a blank line. @returns where the next begins; -1 where this one is not whole, or not plain */
  #record(all: string, from: number, rows: RawRow[]): number {
    const cells: string[] = [];
    let lines = 1;
    for (let at = from; ; at += 1) {
      let sign: number;
      if (all.charCodeAt(at) === QUOTE) {
        const end = closingQuote(all, at);
        if (end === -1) return -1;
        const cell = all.slice(at + 1, end);
        const breaks = breaksIn(cell);
        if (breaks === -1) return this.#leave();
        lines += breaks;
        cells.push(own(cell.includes('"') ? cell.replaceAll('""', '"') : cell));
        at = end + 1;
        sign = all.charCodeAt(at);
        if (sign !== this.#delimiter && sign !== LF && sign !== CR) return this.#leave();
      } else {
        const start = at;
        sign = all.charCodeAt(at);
        while (sign !== this.#delimiter && sign !== LF && sign !== CR) {
          if (sign === QUOTE) return this.#leave();
          // Behind the end there is no sign.
          if (Number.isNaN(sign)) return -1;
          at += 1;
          sign = all.charCodeAt(at);
        }
        if (at === from && sign !== this.#delimiter) cells.length = 0;
        else cells.push(own(all.slice(start, at)));
      }
      if (sign === this.#delimiter) continue;
      if (sign === CR) {
        at += 1;
        if (at === all.length) return -1;
        if (all.charCodeAt(at) !== LF) return this.#leave();
      }
      if (at - from > LONGEST_PLAIN) return this.#leave();
      if (cells.length > 0) rows.push({ line: this.line, cells });
      this.line += lines;
      return at + 1;
    }
  }

  #leave(): -1 {
    this.done = true;
    return -1;
  }
}

/** The quote that ends a quoted cell, with a sign behind it; -1 where it has not come yet. */
function closingQuote(all: string, open: number): number {
  let end = all.indexOf('"', open + 1);
  while (end !== -1 && all.charCodeAt(end + 1) === QUOTE) end = all.indexOf('"', end + 2);
  return end + 1 < all.length ? end : -1;
}

/** Line ends in a cell; -1 where one is of another kind than the parser counts alike. */
function breaksIn(cell: string): number {
  let breaks = 0;
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) breaks += 1;
  for (let at = cell.indexOf('\r'); at !== -1; at = cell.indexOf('\r', at + 1))
    if (cell.charCodeAt(at + 1) !== LF) return -1;
  return breaks;
}

/** A cell that does not keep the text it was cut out of: whoever holds one id would hold the file. */
function own(cell: string): string {
  return cell.length < SHORTEST_VIEW ? cell : ` ${cell}`.slice(1);
}
