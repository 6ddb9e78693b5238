/** One piece of an OFAC remark into its property, by the rule its row gives. */
import { issue, readDate } from '../../base/index.js';
import { isImo, isImoCompany, isLei, type PropertyBag } from '../../model/index.js';
import type { ListSink } from '../reader.js';
import type { Countries } from '../wording/countries.js';
import { placeNumber } from '../wording/identity-numbers.js';
import { readPersonName } from '../wording/us-person-name.js';
import type { RemarkRule } from '../wording/us-remarks.js';
import type { OfacAt, OfacPiece } from './record.js';

/** The tables and the sink of an entry under way. */
export type Place = {
  readonly countries: Countries;
  readonly sink: Pick<ListSink, 'issue'>;
  /** Adds the code of a country name; an unknown name is kept as a note with an issue. */
  addCountry(bag: PropertyBag, property: string, name: string, at: OfacAt): void;
};

/** The place of the entry of this number. */
export function placeOf(id: string, countries: Countries, sink: Pick<ListSink, 'issue'>): Place {
  return {
    countries,
    sink,
    addCountry: (bag, property, name, at) => {
      if (name === '') return;
      const code = countries.codeOf(name);
      if (code !== null) return bag.add(property, code);
      bag.add('notes', `${at.field}: ${name}`);
      // "possibly Palestinian": the country counts, the doubt is kept in the note.
      const { codes } = countries.readAll(name);
      if (codes.length > 0) return bag.add(property, ...codes);
      const message = `not a country that the table knows (entry ${id}; kept as a note)`;
      sink.issue(issue('bad-value', { ...at, value: name }, message));
    },
  };
}

/** Puts a piece where its rule says; a piece without a rule, or one its rule cannot read, goes to the notes with an issue. */
export function placePiece(
  bag: PropertyBag,
  piece: OfacPiece,
  kind: string,
  rule: RemarkRule | null,
  place: Place,
): void {
  if (rule !== null && readPiece(bag, piece, kind, rule, place)) return;
  bag.add('notes', piece.text);
  report(place, 'unplaced-text', piece, 'no row of the table of remarks fits (kept as a note)');
}

/** @returns false where the rule cannot read the piece */
function readPiece(
  bag: PropertyBag,
  piece: OfacPiece,
  kind: string,
  rule: RemarkRule,
  place: Place,
): boolean {
  const { property, rest } = rule;
  const { text } = piece;
  switch (rule.reading) {
    case 'note':
      bag.add('notes', text);
      return true;
    case 'whole':
      bag.add(property, text.replace(/:\s+/, ': '));
      return true;
    case 'text':
      bag.add(property, bare(rest));
      return bare(rest) !== '';
    case 'date':
      return addDate(bag, piece, property, rest, place);
    case 'country':
      place.addCountry(bag, property, rest.replace(/\. .*$/, '').replace(/\.$/, ''), piece.at);
      if (/\. /.test(rest)) bag.add('notes', text);
      return rest !== '';
    case 'gender':
      bag.add('gender', /^(?:fe)?male$/i.test(rest) ? rest.toLowerCase() : null);
      return /^(?:fe)?male$/i.test(rest);
    case 'contact':
      bag.add(property, contactOf(text, rest));
      return contactOf(text, rest) !== '';
    case 'quoted':
      return addAlias(bag, property, kind, rest);
    case 'wallet':
      return addWallet(bag, text, kind, property, rest);
    case 'imo':
      return addImo(bag, piece, kind, rest, place);
    case 'lei':
      return addNumber(
        bag,
        piece,
        isLei(numberOf(rest)) ? 'leiCode' : 'registrationNumber',
        rest,
        kind,
        place,
      );
    case 'number':
      return addNumber(bag, piece, property, rest, kind, place);
  }
}

function addDate(bag: PropertyBag, piece: OfacPiece, property: string, rest: string, place: Place): boolean {
  const date = readDate(bare(rest).replace(/\.$/, ''));
  if (date !== null) {
    bag.add(property, wholeYears(date));
    return true;
  }
  bag.add('notes', piece.text);
  report(place, 'bad-date', piece, 'no date that can be read (kept as a note)');
  return true;
}

/** `01 Jan 1976 to 31 Dec 1978` is `1976 to 1978`: the formats write either for the same years. */
function wholeYears(date: string): string {
  const [, from, to] = /^(\d{4})-01-01\/(\d{4})-12-31$/.exec(date) ?? [];
  return from === undefined ? date : from === to ? from : `${from}/${to}`;
}

/** `'ABU-'UMAR'`: apostrophes may stand inside, so the last one closes. */
function addAlias(bag: PropertyBag, property: string, kind: string, rest: string): boolean {
  const name = rest.replace(/'\.?$/, '').trim();
  bag.add(property, kind === 'Person' ? readPersonName(name).full : name);
  return name !== '';
}

/** `XBT 12Qt…`: the currency is kept in the note, the address must stay searchable as it is. */
function addWallet(bag: PropertyBag, piece: string, kind: string, property: string, rest: string): boolean {
  const [, address] = /^\S+ (\S+)$/.exec(rest) ?? [];
  bag.add('notes', piece);
  // The model gives wallets to legal entities only.
  if (address === undefined || kind === 'Vessel' || kind === 'Airplane') return false;
  bag.add(property, address);
  return true;
}

/** Ships' and companies' IMO numbers, each with its check digit. A register's own number is kept as such. */
function addImo(bag: PropertyBag, piece: OfacPiece, kind: string, rest: string, place: Place): boolean {
  const [digits] = /\b\d{7}\b/.exec(rest) ?? [];
  const stated = /IMO|Maritime/.test(piece.text);
  if (digits === undefined || (!stated && !isImo(digits)))
    return addNumber(bag, piece, 'registrationNumber', rest, kind, place);
  bag.add('imoNumber', digits);
  if (!(kind === 'Vessel' ? isImo(digits) : isImoCompany(digits)))
    report(place, 'bad-checksum', piece, 'an IMO number that fails its check digit (kept)');
  return true;
}

function addNumber(
  bag: PropertyBag,
  piece: OfacPiece,
  property: string,
  rest: string,
  kind: string,
  place: Place,
): boolean {
  const text = numberOf(rest);
  if (!/[\p{L}\p{N}]/u.test(text) || (kind !== 'Person' && PERSONAL.has(property))) return false;
  const names = [...rest.matchAll(/\(([^()]+)\)/g)].map((match) => match[1]!);
  const codes = names
    .map((name) => place.countries.codeOf(name))
    .filter((code) => code !== null && code !== '');
  const russian = codes.includes('ru') ? 'yes' : codes.length > 0 ? 'no' : 'unknown';
  const placed = placeNumber(property, text, russian);
  bag.add(placed.property, placed.value);
  if (kind !== 'Airplane' && kind !== 'Vessel') bag.add('country', ...codes);
  // Who issued it and until when has no property beside the number.
  if (rest !== text) bag.add('notes', piece.text);
  if (placed.failed)
    report(place, 'bad-checksum', piece, 'a Russian number that fails its check digit (kept)');
  return true;
}

/** Properties that the model gives to people only. */
const PERSONAL: ReadonlySet<string> = new Set(['passportNumber', 'socialSecurityNumber']);

/** The number itself: without `#`, the country in brackets and the days of issue and expiry. */
function numberOf(rest: string): string {
  return rest
    .replace(/^[#:\s]+/, '')
    .replace(/(?<=\S)\s+\(.*$/, '')
    .replace(/,?\s*(?:issued|expires|expired)\b.*$/, '')
    .trim();
}

function contactOf(piece: string, rest: string): string {
  const text = /^(?:www\.|http)/i.test(piece) ? piece : rest;
  return bare(text.replace(/\s*\((?:website|email)\)$/, ''));
}

function bare(text: string): string {
  return text.replace(/^[:,\s]+/, '').trim();
}

function report(
  place: Place,
  code: 'unplaced-text' | 'bad-date' | 'bad-checksum',
  { text, at }: OfacPiece,
  message: string,
): void {
  place.sink.issue(issue(code, { ...at, value: text }, message));
}
