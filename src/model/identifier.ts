/**
 * Identifiers: which properties hold them, how they are written alike, and which can prove themselves by a checksum.
 *
 * `unique` marks identifiers that name one party in the world (or within a country); only those can confirm a hit.
 */
import type { Properties } from './entity.js';

/** One identifier of a party. `valid` is the checksum's word; null where the type has none. */
export type Identifier = {
  readonly property: string;
  readonly label: string;
  readonly value: string;
  readonly valid: boolean | null;
  readonly unique: boolean;
};

type IdentifierType = {
  readonly label: string;
  readonly unique: boolean;
  readonly check: ((value: string) => boolean) | null;
};

/** FollowTheMoney property → what it holds. `registrationNumber`, `idNumber` and `taxNumber` are unique per country. */
const TYPES: Readonly<Record<string, IdentifierType>> = {
  innCode: { label: 'INN', unique: true, check: isInn },
  ogrnCode: { label: 'OGRN', unique: true, check: isOgrn },
  imoNumber: { label: 'IMO', unique: true, check: isImoOfAny },
  leiCode: { label: 'LEI', unique: true, check: isLei },
  swiftBic: { label: 'BIC', unique: true, check: isBic },
  mmsi: { label: 'MMSI', unique: false, check: isMmsi },
  callSign: { label: 'call sign', unique: false, check: null },
  passportNumber: { label: 'passport', unique: true, check: null },
  idNumber: { label: 'identity number', unique: true, check: null },
  socialSecurityNumber: { label: 'social security number', unique: true, check: null },
  registrationNumber: { label: 'registration number', unique: true, check: null },
  taxNumber: { label: 'tax number', unique: true, check: null },
  vatCode: { label: 'VAT number', unique: true, check: null },
  dunsCode: { label: 'D-U-N-S', unique: true, check: isDuns },
  uniqueEntityId: { label: 'UEI', unique: true, check: null },
  okpoCode: { label: 'OKPO', unique: true, check: null },
  kppCode: { label: 'KPP', unique: false, check: null },
  bikCode: { label: 'BIK', unique: true, check: null },
  isinCode: { label: 'ISIN', unique: true, check: isIsin },
  licenseNumber: { label: 'licence number', unique: false, check: null },
  serialNumber: { label: 'serial number', unique: false, check: null },
  icaoCode: { label: 'ICAO code', unique: false, check: null },
  publicKey: { label: 'wallet', unique: true, check: null },
  cryptoWallets: { label: 'wallet', unique: true, check: null },
};

/** The properties that hold identifiers. */
export const IDENTIFIER_PROPERTIES: readonly string[] = Object.keys(TYPES);

/**
 * An identifier as it is compared: capitals and digits only, `IMO` dropped before seven digits. Wallets keep their
 * letters' case, since in them it counts.
 *
 * @returns null where nothing is left, or the property holds no identifiers
 */
export function readIdentifier(property: string, text: string): Identifier | null {
  const type = TYPES[property];
  if (type === undefined) return null;
  const value = type.label === 'wallet' ? text.trim() : normalise(property, text);
  if (value === '') return null;
  return { property, label: type.label, value, valid: type.check?.(value) ?? null, unique: type.unique };
}

/** Every identifier among the properties, each once. */
export function identifiersOf(properties: Properties): Identifier[] {
  const found = new Map<string, Identifier>();
  for (const property of IDENTIFIER_PROPERTIES) {
    for (const text of properties[property] ?? []) {
      const identifier = readIdentifier(property, text);
      if (identifier !== null) found.set(`${property} ${identifier.value}`, identifier);
    }
  }
  return [...found.values()];
}

/** Whether seven digits carry the check digit of an IMO ship number (IMO Resolution A.1117(30)). */
export function isImo(value: string): boolean {
  if (!/^\d{7}$/.test(value)) return false;
  const sum = [...value.slice(0, 6)].reduce((total, digit, at) => total + Number(digit) * (7 - at), 0);
  return sum % 10 === Number(value[6]);
}

/**
 * Whether seven digits carry the check digit of an IMO company number, which lists give for owners and managers of
 * ships (scheme: MSC.160(78); the weights hold for all sixteen company numbers of the UN list of 2026).
 */
export function isImoCompany(value: string): boolean {
  if (!/^\d{7}$/.test(value)) return false;
  const weights = [8, 6, 4, 2, 9, 7];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(value[at]), 0);
  return (11 - (sum % 11)) % 10 === Number(value[6]);
}

/** Russian taxpayer number: 10 digits for companies, 12 for people (Order of the Federal Tax Service ED-7-14/559). */
export function isInn(value: string): boolean {
  if (/^\d{10}$/.test(value)) return weighted(value, [2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(value[9]);
  if (!/^\d{12}$/.test(value)) return false;
  return (
    weighted(value, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(value[10]) &&
    weighted(value, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(value[11])
  );
}

/** Russian state registration number: OGRN of 13 digits, OGRNIP of 15; the last digit is the rest modulo 11 or 13. */
export function isOgrn(value: string): boolean {
  if (/^\d{13}$/.test(value)) return Number(BigInt(value.slice(0, 12)) % 11n) % 10 === Number(value[12]);
  if (/^\d{15}$/.test(value)) return Number(BigInt(value.slice(0, 14)) % 13n) % 10 === Number(value[14]);
  return false;
}

/** Legal Entity Identifier, ISO 17442: 20 characters, ISO 7064 modulo 97-10. */
export function isLei(value: string): boolean {
  return /^[A-Z0-9]{18}\d{2}$/.test(value) && modulo97(value) === 1;
}

/** Business Identifier Code, ISO 9362: form only, it carries no check digit. */
export function isBic(value: string): boolean {
  return /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(value);
}

/** One property holds numbers of ships and of companies. */
function isImoOfAny(value: string): boolean {
  return isImo(value) || isImoCompany(value);
}

function isMmsi(value: string): boolean {
  return /^\d{9}$/.test(value);
}

function isDuns(value: string): boolean {
  return /^\d{9}$/.test(value);
}

/** ISIN, ISO 6166: letters as two digits, then Luhn. */
function isIsin(value: string): boolean {
  if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(value)) return false;
  const digits = [...value].map((sign) => Number.parseInt(sign, 36).toString()).join('');
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

function normalise(property: string, text: string): string {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return property === 'imoNumber' ? plain.replace(/^IMO(?=\d)/, '') : plain;
}

function weighted(value: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(value[at]), 0);
  return (sum % 11) % 10;
}

function modulo97(value: string): number {
  let rest = 0;
  for (const sign of value) {
    const digits = Number.parseInt(sign, 36);
    rest = (digits > 9 ? rest * 100 + digits : rest * 10 + digits) % 97;
  }
  return rest;
}
