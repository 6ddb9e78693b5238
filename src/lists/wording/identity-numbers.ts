/**
 * Which property a number belongs to once its country and its checksum are known: Russian tax and registration numbers
 * are INN and OGRN whatever the list calls them, and a legal entity number is an LEI only if it looks like one.
 */
import { isInn, isOgrn } from '../../model/index.js';

/** A number with the property it belongs to; `failed` where it should carry a checksum and does not. */
export type PlacedNumber = { readonly property: string; readonly value: string; readonly failed: boolean };

/** Properties whose numbers may be an INN or OGRN under another name. */
const GENERAL: ReadonlySet<string> = new Set(['taxNumber', 'registrationNumber', 'idNumber', 'vatCode']);

/**
 * Places a number of a party.
 *
 * @param property what the list calls it, as a FollowTheMoney property
 * @param russian whether the number is Russian: `yes`, `likely` (read as such if its checksum agrees), `no`, `unknown`
 */
export function placeNumber(
  property: string,
  text: string,
  russian: 'yes' | 'likely' | 'no' | 'unknown',
): PlacedNumber {
  const value = text.trim();
  const digits = value.replace(/[\s-]/g, '');
  const kept = { property, value, failed: false };
  if (russian === 'no') return property === 'innCode' || property === 'ogrnCode' ? renamed(kept) : kept;
  if (property === 'innCode') return { property, value: digits, failed: !isInn(digits) };
  if (property === 'ogrnCode') return { property, value: digits, failed: !isOgrn(digits) };
  if (!GENERAL.has(property)) return kept;
  const known = russian === 'yes' || russian === 'likely';
  // A chance number passes the OGRN's check digit one time in eleven, so one of unknown country must begin like one.
  if (/^\d{13}$|^\d{15}$/.test(digits)) {
    if (isOgrn(digits) && (known || /^[1235]\d\d/.test(digits)))
      return { property: 'ogrnCode', value: digits, failed: false };
    return {
      ...kept,
      failed: russian === 'yes' && digits.length === 13 && property === 'registrationNumber',
    };
  }
  if (known && /^\d{10}$|^\d{12}$/.test(digits)) {
    if (isInn(digits)) return { property: 'innCode', value: digits, failed: false };
    return { ...kept, failed: russian === 'yes' && property === 'taxNumber' };
  }
  return kept;
}

/** Other states call their tax number INN too; in the model that name is Russia's. */
function renamed(number: PlacedNumber): PlacedNumber {
  return { ...number, property: number.property === 'innCode' ? 'taxNumber' : 'registrationNumber' };
}
