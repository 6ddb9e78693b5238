/** Identifiers, one specification each: published examples pass, one digit changed fails, and all spellings are one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Holder, IDENTIFIER_PROPERTIES, identifiersOf, readIdentifier } from '../../src/model/index.js';

const of = (schema: string, ...countries: string[]): Holder => ({ schema, countries });
const read = (property: string, text: string, holder?: Holder) => readIdentifier(property, text, holder);

type Example = readonly [
  what: string,
  property: string,
  holder: Holder | undefined,
  right: string,
  wrong: string,
];

const ru = of('Company', 'ru');
const PROVEN: readonly Example[] = [
  ['INN of a company (Gazprom)', 'innCode', undefined, '7736050003', '7736050004'],
  ['INN of a person (example of the tax service)', 'innCode', undefined, '500100732259', '500100732258'],
  ['OGRN (Sberbank)', 'ogrnCode', undefined, '1027700132195', '1027700132196'],
  ['OGRNIP of a sole trader', 'ogrnCode', undefined, '304500116000157', '304500116000158'],
  ['KPP', 'kppCode', undefined, '773601001', '77360100'],
  [
    'IMO number of a ship (example of Resolution A.1117)',
    'imoNumber',
    of('Vessel'),
    'IMO 9074729',
    'IMO 9074728',
  ],
  ['MMSI with the digits of a state', 'mmsi', undefined, '273123456', '173123456'],
  ['LEI (example of GLEIF)', 'leiCode', undefined, '506700GE1G29325QX363', '506700GE1G29325QX364'],
  ['BIC', 'swiftBic', undefined, 'DEUTDEFF500', 'DEUTDEF'],
  [
    'IBAN (example of the registry)',
    'iban',
    undefined,
    'GB29 NWBK 6016 1331 9268 19',
    'GB29 NWBK 6016 1331 9268 18',
  ],
  ['IBAN of Germany', 'iban', undefined, 'DE89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 01'],
  ['ISIN (Apple)', 'isinCode', undefined, 'US0378331005', 'US0378331006'],
  [
    'Bitcoin address, Base58Check (the first block’s)',
    'publicKey',
    undefined,
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
  ],
  [
    'Bitcoin address, Bech32 (BIP 173)',
    'publicKey',
    undefined,
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5',
  ],
  [
    'Bitcoin address, Bech32m (BIP 350)',
    'publicKey',
    undefined,
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd',
  ],
  [
    'Ethereum address in two cases (EIP-55)',
    'publicKey',
    undefined,
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD',
  ],
  [
    'TRON address of a token',
    'publicKey',
    undefined,
    'TLa2f6VPqDgRE67v1736s7bJ8Ray5wYjU7',
    'TLa2f6VPqDgRE67v1736s7bJ8Ray5wYjU8',
  ],
];

it.each(PROVEN)('%s', (_, property, holder, right, wrong) => {
  expect(read(property, right, holder)?.valid).toBe(true);
  expect(read(property, wrong, holder)?.valid).toBe(false);
});

const SHOWN: readonly (readonly [string, string, Holder, string, string, string])[] = [
  [
    'Chinese unified social credit code',
    'registrationNumber',
    of('Company'),
    'uscc',
    '91350100M000100Y43',
    '91350100M000100Y44',
  ],
  [
    'Chinese unified social credit code (Huawei)',
    'taxNumber',
    of('Company', 'cn'),
    'uscc',
    '914403001922038216',
    '914403001922038217',
  ],
  [
    'LEI written as a registration number',
    'registrationNumber',
    of('Company'),
    'leiCode',
    '506700GE1G29325QX363',
    '506700GE1G29325QX364',
  ],
  ['INN written as a tax number', 'taxNumber', ru, 'innCode', '7707083893', '7707083894'],
  [
    'OGRN written as a registration number',
    'registrationNumber',
    ru,
    'ogrnCode',
    '1027700132195',
    '1027700132196',
  ],
  [
    'SNILS (example of the pension fund)',
    'socialSecurityNumber',
    of('Person', 'ru'),
    'snils',
    '112-233-445 95',
    '112-233-445 96',
  ],
  ['EDRPOU (Naftogaz)', 'registrationNumber', of('Company', 'ua'), 'edrpou', '20077720', '20077721'],
  [
    'EDRPOU of the middle range (PrivatBank has one below)',
    'registrationNumber',
    of('Company', 'ua'),
    'edrpou',
    '32855961',
    '32855962',
  ],
  ['UNP (Belarusbank)', 'taxNumber', of('Company', 'by'), 'unp', '100325912', '100325913'],
  [
    'BIN (Kazakhtelecom)',
    'registrationNumber',
    of('Company', 'kz'),
    'kz-number',
    '941240000193',
    '941240000194',
  ],
  ['EIN', 'taxNumber', of('Company', 'us'), 'ein', '12-3456789', '07-3456789'],
  [
    'social security number of the USA',
    'socialSecurityNumber',
    of('Person', 'us'),
    'ssn',
    '219-09-9999',
    '666-09-9999',
  ],
  ['UK company number', 'registrationNumber', of('Company', 'gb'), 'uk-company', 'SC095000', 'ZZ095000'],
  [
    'Russian passport',
    'passportNumber',
    of('Person', 'ru'),
    'ru-passport',
    '45 03 № 123456',
    '45 03 № 1234567',
  ],
  [
    'Russian passport for abroad',
    'passportNumber',
    of('Person', 'ru'),
    'ru-passport',
    '75 1234567',
    '75 123456',
  ],
];

describe('a number in a field for any number is what it shows itself to be', () => {
  it.each(SHOWN)('%s', (_, property, holder, type, right, wrong) => {
    expect(read(property, right, holder)).toMatchObject({ type, valid: true });
    expect(read(property, wrong, holder)).toMatchObject({ type: property, valid: null });
  });

  it('a nation’s numbers only where the party is of that nation', () => {
    expect(read('taxNumber', '7707083893', of('Company', 'pl'))?.type).toBe('taxNumber');
    expect(read('taxNumber', '7707083893')?.type).toBe('taxNumber');
  });
});

describe('a ship’s IMO number and a company’s are two kinds', () => {
  it('told by who holds it', () => {
    expect(read('imoNumber', '9074729', of('Vessel'))).toMatchObject({ type: 'imo-ship', valid: true });
    expect(read('imoNumber', '9074729', of('Company'))).toMatchObject({ type: 'imo-company', valid: false });
  });

  it('else by the check digit', () => {
    expect(read('imoNumber', '9074729')).toMatchObject({ type: 'imo-ship', valid: true });
    expect(read('imoNumber', '9074728')).toMatchObject({ type: 'imoNumber', valid: false });
  });
});

it.each([
  ['innCode', 'ИНН is not part of it', '77 36-050 003', '7736050003'],
  ['imoNumber', 'with its letters', 'IMO9074729', '9074729'],
  ['swiftBic', 'XXX is the head office', 'SABRRUMMXXX', 'SABRRUMM'],
  ['iban', 'in groups, with its letters', 'IBAN DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
  ['passportNumber', 'series and number in words', 'серия 45 03 номер 123456', '4503123456'],
  ['passportNumber', 'No. is no part of it', 'Passport No. AB 123456', 'AB123456'],
  [
    'publicKey',
    'case of Ethereum is a checksum only',
    ' 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed',
  ],
  [
    'publicKey',
    'capitals of Bech32 say nothing',
    'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
  ],
  [
    'publicKey',
    'case of Bitcoin counts',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
  ],
  ['phone', 'signs and extension', '+357 (0)25 12-34-56 ext. 7', '35725123456'],
  ['website', 'protocol and www', 'https://www.Velora.example/', 'velora.example'],
])('%s is written one way: %s', (property, _, text, value) =>
  expect(read(property, text)?.value).toBe(value),
);

describe('wallets without a word on themselves', () => {
  it.each([
    ['Ethereum in small letters', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'],
    ['Ripple', 'rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh'],
    [
      'Monero',
      '44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A',
    ],
  ])('%s', (_, address) => expect(read('publicKey', address)?.valid).toBe(null));

  it('Bech32 of two cases is refused, as BIP 173 says', () =>
    expect(read('publicKey', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8F3T4')?.valid).toBe(false));
});

it('any text is read without an error, and twice the same', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...IDENTIFIER_PROPERTIES),
      fc.string({ unit: 'grapheme' }),
      (property, text) => {
        const once = read(property, text);
        if (once !== null) expect(read(property, once.value)?.value).toBe(once.value);
      },
    ),
  ));

it('each identifier once', () =>
  expect(
    identifiersOf({ innCode: ['7736050003', '77 36050003'], phone: ['12'] }).map(({ value }) => value),
  ).toEqual(['7736050003']));
