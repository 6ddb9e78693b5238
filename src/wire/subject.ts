/**
 * A subject as it crosses the border: cells of a row, keys of a JSON line or options of a command become a `Party`.
 * What cannot be read is said and left out; the rest is screened.
 */
import { isDay, readDate } from '../base/index.js';
import {
  ftmModel,
  IDENTIFIER_PROPERTIES,
  isImo,
  isImoCompany,
  isInn,
  isLei,
  isOgrn,
  type Party,
  PropertyBag,
  readIdentifier,
} from '../model/index.js';
import type { SubjectField } from './headings.js';

/** Values per field, as text. */
export type SubjectFields = Readonly<Partial<Record<SubjectField, readonly string[]>>>;

/** A subject, or why there is none. `remarks` say which values could not be used and so were not compared. */
export type ReadSubject =
  | {
      readonly ok: true;
      readonly id: string | null;
      readonly party: Party;
      readonly label: string;
      readonly remarks: readonly string[];
    }
  | { readonly ok: false; readonly id: string | null; readonly reason: string };

/** What people write for a schema, beside FollowTheMoney's own names. */
const SCHEMA_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    person: 'Person',
    individual: 'Person',
    natural: 'Person',
    naturalperson: 'Person',
    human: 'Person',
    company: 'Company',
    corporate: 'Company',
    firm: 'Company',
    business: 'Company',
    legal: 'LegalEntity',
    organization: 'Organization',
    organisation: 'Organization',
    entity: 'LegalEntity',
    legalentity: 'LegalEntity',
    publicbody: 'PublicBody',
    bank: 'Company',
    vessel: 'Vessel',
    ship: 'Vessel',
    airplane: 'Airplane',
    aircraft: 'Airplane',
    cryptowallet: 'CryptoWallet',
    wallet: 'CryptoWallet',
    thing: 'Thing',
    asset: 'Asset',
    security: 'Security',
  }),
);

/** What people write before an identifier (`INN:7707083893`), beside FollowTheMoney's own property names. */
const IDENTIFIER_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    inn: 'innCode',
    ogrn: 'ogrnCode',
    ogrnip: 'ogrnCode',
    snils: 'socialSecurityNumber',
    uscc: 'registrationNumber',
    edrpou: 'registrationNumber',
    unp: 'taxNumber',
    bin: 'registrationNumber',
    iin: 'idNumber',
    ein: 'taxNumber',
    iban: 'iban',
    imo: 'imoNumber',
    lei: 'leiCode',
    bic: 'swiftBic',
    swift: 'swiftBic',
    mmsi: 'mmsi',
    callsign: 'callSign',
    passport: 'passportNumber',
    id: 'idNumber',
    nationalid: 'idNumber',
    ssn: 'socialSecurityNumber',
    reg: 'registrationNumber',
    registration: 'registrationNumber',
    company: 'registrationNumber',
    tax: 'taxNumber',
    taxid: 'taxNumber',
    vat: 'vatCode',
    duns: 'dunsCode',
    uei: 'uniqueEntityId',
    okpo: 'okpoCode',
    kpp: 'kppCode',
    bik: 'bikCode',
    isin: 'isinCode',
    wallet: 'publicKey',
  }),
);

/** Where lists hold wallet addresses: on the wallet itself, or on whoever holds it. */
const WALLETS = ['publicKey', 'cryptoWallets'];
/** No other identifier is as long; most wallets are addresses of 26 to 95 signs, whose case counts. */
const LIKE_A_WALLET = /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{26,106}$/;

/** Longest name that is compared, in characters; longer ones are cut and the cut is said. */
const LONGEST_NAME = 1000;

/**
 * Reads a subject from its fields. Without a schema, a birth date, gender or given name makes it a person, an IMO
 * number a vessel, else it is a `Thing`: anything.
 *
 * @param hint what the file or command says about all subjects (a schema)
 */
export function readSubject(fields: SubjectFields): ReadSubject {
  const id = first(fields.id);
  const bag = new PropertyBag();
  const remarks: string[] = [];
  const names = namesOf(fields, remarks);
  bag.add('name', ...names);
  bag.add('firstName', ...clean(fields.firstName));
  bag.add('lastName', ...clean(fields.lastName));
  addBirthDates(fields, bag, remarks);
  addGender(fields, bag, remarks);
  bag.add('country', ...clean(fields.country));
  bag.add('nationality', ...clean(fields.nationality));
  bag.add('address', ...clean(fields.address));
  bag.add('city', ...clean(fields.city));
  for (const text of clean(fields.imo)) addIdentifier(`IMO:${text}`, bag, remarks);
  for (const text of clean(fields.identifier)) addIdentifier(text, bag, remarks);
  const properties = bag.freeze();
  const identified = IDENTIFIER_PROPERTIES.some((property) => properties[property] !== undefined);
  if (names.length === 0 && !identified) return { ok: false, id, reason: 'no name and no identifier' };
  const schema = schemaOf(fields, properties, remarks);
  const label = names[0] ?? IDENTIFIER_PROPERTIES.flatMap((property) => properties[property] ?? [])[0] ?? '';
  return { ok: true, id, party: { schema, properties }, label, remarks };
}

/** FollowTheMoney's schema for what people write ("individual", "Ship"); null for what names no kind of party. */
export function readSchema(word: string): string | null {
  const schema = SCHEMA_WORDS.get(word.toLowerCase().replace(/[^\p{L}]/gu, ''));
  return schema ?? (ftmModel().isMatchable(word) ? word : null);
}

function namesOf(fields: SubjectFields, remarks: string[]): string[] {
  const given = clean(fields.name);
  const joined = [first(fields.firstName), first(fields.lastName)].filter((part) => part !== null).join(' ');
  return (given.length > 0 ? given : joined === '' ? [] : [joined])
    .filter(hasLetters)
    .map((name) => cutName(name, remarks));
}

/** A name as it is compared: over 1,000 characters it is cut, and that is said. */
export function cutName(name: string, remarks: string[]): string {
  if (name.length <= LONGEST_NAME) return name;
  remarks.push(`a name of ${name.length} characters was cut to ${LONGEST_NAME}`);
  return name.slice(0, LONGEST_NAME);
}

function addBirthDates(fields: SubjectFields, bag: PropertyBag, remarks: string[]): void {
  for (const text of clean(fields.birthDate)) {
    const date = readDate(text);
    if (date === null) remarks.push(`birth date "${text}" could not be read and was not compared`);
    else bag.add('birthDate', date);
    if (date !== null && /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(text) && isDay(date)) {
      const swapped = readDate(text, 'mdy');
      if (swapped !== null && swapped !== date)
        remarks.push(`birth date "${text}" was read as day before month`);
    }
  }
}

function addGender(fields: SubjectFields, bag: PropertyBag, remarks: string[]): void {
  for (const text of clean(fields.gender)) {
    const word = text.toLowerCase();
    if (/^(m|male|man|männlich|homme|h|hombre|masculino|м|муж|мужской|男)$/.test(word))
      bag.add('gender', 'male');
    else if (/^(f|w|female|woman|weiblich|femme|mujer|femenino|ж|жен|женский|女)$/.test(word))
      bag.add('gender', 'female');
    else remarks.push(`gender "${text}" could not be read and was not compared`);
  }
}

/** `[TYPE:]VALUE`. A value without a type is filed under every type whose checksum it passes, else as an id number. */
function addIdentifier(text: string, bag: PropertyBag, remarks: string[]): void {
  const typed = /^\s*([\p{L} -]+?)\s*[:#]\s*(.*)$/u.exec(text);
  if (!/[\p{L}\p{N}]/u.test(typed?.[2] ?? text)) {
    remarks.push(`identifier "${text}" is empty`);
    return;
  }
  if (typed !== null) {
    const word = typed[1]!.toLowerCase().replace(/[^\p{L}]/gu, '');
    const property =
      IDENTIFIER_WORDS.get(word) ?? IDENTIFIER_PROPERTIES.find((name) => name.toLowerCase() === word);
    if (property !== undefined) {
      const identifier = readIdentifier(property, typed[2]!);
      if (identifier?.valid === false)
        remarks.push(`${identifier.label} "${typed[2]}" fails its check digit and cannot confirm anything`);
      if (WALLETS.includes(property)) for (const wallet of WALLETS) bag.add(wallet, typed[2]);
      else bag.add(property, typed[2]);
      return;
    }
    remarks.push(`identifier type "${typed[1]}" is not known; the value was compared with all types`);
    addUntyped(typed[2]!, bag);
    return;
  }
  addUntyped(text, bag);
}

function addUntyped(text: string, bag: PropertyBag): void {
  const value = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (value === '') return;
  if (isLei(value)) bag.add('leiCode', value);
  if (isInn(value)) bag.add('innCode', value);
  if (isOgrn(value)) bag.add('ogrnCode', value);
  if (/^IMO\d{7}$/.test(value) && (isImo(value.slice(3)) || isImoCompany(value.slice(3))))
    bag.add('imoNumber', value.slice(3));
  if (readIdentifier('iban', text)?.valid === true) bag.add('iban', text);
  if (LIKE_A_WALLET.test(text.trim())) for (const wallet of WALLETS) bag.add(wallet, text.trim());
  bag.add('idNumber', text);
}

function schemaOf(fields: SubjectFields, properties: Party['properties'], remarks: string[]): string {
  const word = first(fields.schema);
  if (word !== null) {
    const schema = readSchema(word);
    if (schema !== null) return schema;
    remarks.push(`type "${word}" is not known; compared with parties of every type`);
  }
  if (properties.birthDate ?? properties.gender ?? properties.firstName) return 'Person';
  const [imo] = properties.imoNumber ?? [];
  return imo === undefined || properties.innCode !== undefined ? 'Thing' : holderOfImo(imo);
}

/** Ships and companies have numbers of two schemes; one that could be of either is anybody's. */
function holderOfImo(text: string): string {
  const { type, valid } = readIdentifier('imoNumber', text) ?? { type: '', valid: null };
  if (type === 'imo-company') return 'LegalEntity';
  return type === 'imoNumber' && valid === true ? 'Thing' : 'Vessel';
}

function clean(values: readonly string[] | undefined): string[] {
  return (values ?? []).map((value) => value.trim()).filter((value) => value !== '');
}

function first(values: readonly string[] | undefined): string | null {
  return clean(values)[0] ?? null;
}

/** Whether there is anything in it that a name could be made of. */
export function hasLetters(name: string): boolean {
  return /[\p{L}\p{N}]/u.test(name);
}
