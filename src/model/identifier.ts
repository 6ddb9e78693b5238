/**
 * Identifiers: which properties hold them, how they are written alike, what kind of number it is and whether it proves
 * itself by a checksum. Which kinds confirm a hit is no matter of form and stands in data/match/identifiers.csv.
 */
import {
  isBic,
  isDuns,
  isEdrpou,
  isEin,
  isIban,
  isImo,
  isImoCompany,
  isInn,
  isIsin,
  isKazakhNumber,
  isKpp,
  isLei,
  isMmsi,
  isOgrn,
  isRnokpp,
  isRussianPassport,
  isSnils,
  isSsn,
  isUkCompany,
  isUnp,
  isUscc,
} from './check-digits.js';
import type { Properties } from './entity.js';
import { ftmModel } from './ftm.js';
import { isWallet, walletValue } from './wallet.js';

/**
 * One identifier of a party. `type` is the property, or what the number shows itself to be: `imo-ship` and `imo-company`
 * of `imoNumber`, `uscc` in any field. `valid` is the checksum's word; null where the type has none.
 */
export type Identifier = {
  readonly property: string;
  readonly type: string;
  readonly label: string;
  readonly value: string;
  readonly valid: boolean | null;
};

type Check = (value: string) => boolean | null;
type IdentifierType = { readonly label: string; readonly check: Check | null };

/** FollowTheMoney property → what it holds. */
const TYPES: Readonly<Record<string, IdentifierType>> = {
  innCode: { label: 'INN', check: isInn },
  ogrnCode: { label: 'OGRN', check: isOgrn },
  imoNumber: { label: 'IMO', check: (value) => isImo(value) || isImoCompany(value) },
  leiCode: { label: 'LEI', check: isLei },
  swiftBic: { label: 'BIC', check: isBic },
  mmsi: { label: 'MMSI', check: isMmsi },
  callSign: { label: 'call sign', check: null },
  passportNumber: { label: 'passport', check: null },
  idNumber: { label: 'identity number', check: null },
  socialSecurityNumber: { label: 'social security number', check: null },
  registrationNumber: { label: 'registration number', check: null },
  taxNumber: { label: 'tax number', check: null },
  vatCode: { label: 'VAT number', check: null },
  dunsCode: { label: 'D-U-N-S', check: isDuns },
  uniqueEntityId: { label: 'UEI', check: null },
  okpoCode: { label: 'OKPO', check: null },
  kppCode: { label: 'KPP', check: isKpp },
  bikCode: { label: 'BIK', check: null },
  isinCode: { label: 'ISIN', check: isIsin },
  iban: { label: 'IBAN', check: isIban },
  licenseNumber: { label: 'licence number', check: null },
  serialNumber: { label: 'serial number', check: null },
  icaoCode: { label: 'ICAO code', check: null },
  publicKey: { label: 'wallet', check: isWallet },
  cryptoWallets: { label: 'wallet', check: isWallet },
  phone: { label: 'phone', check: null },
  website: { label: 'website', check: null },
};

/** Fields into which any number may have been written. */
const ANY_NUMBER = ['idNumber', 'registrationNumber', 'taxNumber', 'vatCode', 'socialSecurityNumber'];
const REGISTER = ['idNumber', 'registrationNumber', 'taxNumber', 'vatCode'];
const PERSON = ['idNumber', 'socialSecurityNumber', 'taxNumber'];

/**
 * What a number in a field for any number is, when its form and check digit say so; of a nation's kinds only where the
 * party is of that nation, since ten digits are somebody's number everywhere. First row that fits.
 */
const SHOWN: readonly {
  readonly type: string;
  readonly label: string;
  readonly country: string | null;
  readonly fields: readonly string[];
  readonly check: (value: string) => boolean;
}[] = [
  { type: 'uscc', label: 'unified social credit code', country: null, fields: ANY_NUMBER, check: isUscc },
  { type: 'leiCode', label: 'LEI', country: null, fields: ANY_NUMBER, check: isLei },
  { type: 'iban', label: 'IBAN', country: null, fields: ['idNumber'], check: isIban },
  { type: 'ogrnCode', label: 'OGRN', country: 'ru', fields: ANY_NUMBER, check: isOgrn },
  { type: 'innCode', label: 'INN', country: 'ru', fields: ANY_NUMBER, check: isInn },
  { type: 'snils', label: 'SNILS', country: 'ru', fields: PERSON, check: isSnils },
  {
    type: 'ru-passport',
    label: 'Russian passport',
    country: 'ru',
    fields: ['passportNumber'],
    check: isRussianPassport,
  },
  { type: 'edrpou', label: 'EDRPOU', country: 'ua', fields: REGISTER, check: isEdrpou },
  { type: 'rnokpp', label: 'RNOKPP', country: 'ua', fields: ANY_NUMBER, check: isRnokpp },
  { type: 'unp', label: 'UNP', country: 'by', fields: REGISTER, check: isUnp },
  { type: 'kz-number', label: 'BIN/IIN', country: 'kz', fields: REGISTER, check: isKazakhNumber },
  {
    type: 'ssn',
    label: 'social security number',
    country: 'us',
    fields: ['socialSecurityNumber'],
    check: isSsn,
  },
  { type: 'ein', label: 'EIN', country: 'us', fields: ['taxNumber'], check: isEin },
  {
    type: 'uk-company',
    label: 'UK company number',
    country: 'gb',
    fields: ['registrationNumber'],
    check: isUkCompany,
  },
];

/** The properties that hold identifiers. */
export const IDENTIFIER_PROPERTIES: readonly string[] = Object.keys(TYPES);

/** Every type that `Identifier.type` may have. */
export const IDENTIFIER_TYPES: readonly string[] = [
  ...new Set([...IDENTIFIER_PROPERTIES, 'imo-ship', 'imo-company', ...SHOWN.map(({ type }) => type)]),
];

/** Whose number it is: a FollowTheMoney schema, and country codes in small letters. */
export type Holder = { readonly schema: string | null; readonly countries: readonly string[] };

const NOBODY: Holder = { schema: null, countries: [] };

/**
 * An identifier as it is compared: capitals and digits only, `IMO` dropped before seven digits, a branch `XXX` before
 * nothing. Wallets keep their letters' case where it counts.
 *
 * @param holder what is known of the party: it tells a ship's IMO number from a company's, and whose nation's number it is
 * @returns null where nothing is left, or the property holds no identifiers
 */
export function readIdentifier(property: string, text: string, holder: Holder = NOBODY): Identifier | null {
  const type = TYPES[property];
  if (type === undefined) return null;
  const wallet = type.check === isWallet;
  const value = wallet ? walletValue(text) : (WRITTEN[property] ?? plainValue)(text);
  if (value === '') return null;
  const valid = type.check?.(wallet ? text : value) ?? null;
  if (property === 'imoNumber') return imoNumber(value, valid === true, holder.schema);
  const shown = SHOWN.find(
    ({ country, fields, check }) =>
      fields.includes(property) && (country === null || holder.countries.includes(country)) && check(value),
  );
  if (shown !== undefined) return { property, type: shown.type, label: shown.label, value, valid: true };
  return { property, type: property, label: type.label, value, valid };
}

/** Every identifier among the properties, each once. */
export function identifiersOf(properties: Properties, holder: Holder = NOBODY): Identifier[] {
  const found = new Map<string, Identifier>();
  for (const property of IDENTIFIER_PROPERTIES) {
    for (const text of properties[property] ?? []) {
      const identifier = readIdentifier(property, text, holder);
      if (identifier !== null) found.set(`${property} ${identifier.value}`, identifier);
    }
  }
  return [...found.values()];
}

/** A ship's number and a company's are two schemes of seven digits; who holds it tells them apart, else the check digit. */
function imoNumber(value: string, either: boolean, schema: string | null): Identifier {
  const [ship, company] = [isImo(value), isImoCompany(value)];
  const isVessel = schema !== null && ftmModel().isA(schema, 'Vessel');
  const isHolder = schema !== null && ftmModel().isA(schema, 'LegalEntity');
  const of = (type: string, label: string, valid: boolean): Identifier => ({
    property: 'imoNumber',
    type,
    label,
    value,
    valid,
  });
  if (isVessel || (!isHolder && ship && !company)) return of('imo-ship', 'IMO', ship);
  if (isHolder || (company && !ship)) return of('imo-company', 'IMO company number', company);
  return of('imoNumber', 'IMO', either);
}

/** What stands before or in a number of a kind and is no part of it. */
const WRITTEN: Readonly<Record<string, (text: string) => string>> = {
  imoNumber: (text) => plainValue(text).replace(/^IMO(?=\d)/, ''),
  swiftBic: (text) => plainValue(text).replace(/^([A-Z0-9]{8})XXX$/, '$1'),
  iban: (text) => plainValue(text).replace(/^IBAN(?=[A-Z]{2}\d\d)/, ''),
  passportNumber: (text) =>
    plainValue(text.replace(/\b(?:passport|series|number|no)\b\.?|паспорт|серия|номер|№/giu, ' ')),
  phone: phoneValue,
  website: (text) =>
    text
      .trim()
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, '')
      .replace(/^www\./, '')
      .replace(/[/?#]+$/, ''),
};

function plainValue(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Digits with the country's code; extensions and what is too short for a number are dropped. */
function phoneValue(text: string): string {
  const digits = text
    .normalize('NFKC')
    .replace(/(?:ext|x|доб)\.?\s*\d+\s*$/iu, '')
    .replace(/\(0\)/g, '')
    .replace(/\D/g, '')
    .replace(/^00/, '');
  return digits.length < 7 ? '' : digits;
}
