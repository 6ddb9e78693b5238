/** What becomes of an entry of the EU list; every party is invented. */
import { expect, it } from 'vitest';
import { entryOf, mapped } from './support.js';

const NAME =
  '<nameAlias firstName="Ivo" middleName="" lastName="PROBAN" wholeName="Ivo PROBAN" gender="M" title="Dr" function="Minister" strong="true"/>';

it('the first strong name is the name; weak names stay weak; the same name in another language comes once', async () => {
  const { entity, issues } = await mapped(
    entryOf(
      '<nameAlias wholeName="The Probe" strong="false"/>' +
        NAME +
        '<nameAlias wholeName="Iwo  PROBAN" nameLanguage="PL" strong="true"/><nameAlias wholeName="Ivo PROBAN" nameLanguage="DE" strong="false"/>',
    ),
  );
  expect(issues).toEqual([]);
  expect(entity).toMatchObject({ id: 'eu-fsf-700', caption: 'Ivo PROBAN', schema: 'Person' });
  expect(entity.properties).toMatchObject({
    name: ['Ivo PROBAN'],
    alias: ['Iwo PROBAN'],
    weakAlias: ['The Probe'],
    firstName: ['Ivo'],
    lastName: ['PROBAN'],
    gender: ['male'],
    title: ['Dr'],
    position: ['Minister'],
  });
});

it('a name without parts that holds two is taken apart, an acronym in brackets is weak', async () => {
  const { entity } = await mapped(
    entryOf(
      '<nameAlias wholeName="Proba Trading Bureau (PTB) / Bureau Proba" strong="true"/>',
      'logicalId="7"',
      'E',
    ),
  );
  expect(entity.properties).toMatchObject({
    name: ['Proba Trading Bureau'],
    alias: ['Bureau Proba'],
    weakAlias: ['PTB'],
  });
});

it.each([
  // what the listing says, day of designation, older act cited, start
  ['the day of designation', 'designationDate="2014-03-17"', '2015-01-01', '2014-03-17'],
  ['the oldest act cited', 'designationDate=""', '2015-01-01', '2015-01-01'],
  ['its own entry into force', '', '2024-05-06', '2024-05-07'],
])('a listing starts on %s', async (_, designation, cited, start) => {
  const name = `<nameAlias wholeName="Ivo PROBAN"><regulationSummary publicationDate="${cited}" numberTitle="x"/></nameAlias>`;
  const { entity } = await mapped(entryOf(name, `logicalId="700" ${designation}`));
  expect(entity.listings).toEqual([
    {
      source: 'eu-fsf',
      entry: 'EU.70.1',
      programme: 'UKR',
      annex: null,
      measure: null,
      act: '2024/1 (OJ L1)',
      start,
      end: null,
      reason: null,
      url: 'https://example.org/act',
    },
  ]);
});

it.each([
  ['birthdate="1965-12-12" year="1965"', '1965-12-12'],
  ['year="1958" circa="true"', '1958~'],
  ['year="1958" monthOfYear="3"', '1958-03'],
  ['yearRangeFrom="1951" yearRangeTo="1953"', '1951/1953'],
  ['yearRangeFrom="1951" yearRangeTo="1953" circa="true"', '1951~/1953~'],
])('a birth of %s is %s', async (attributes, date) => {
  const { entity, issues } = await mapped(
    entryOf(`${NAME}<birthdate calendarType="GREGORIAN" ${attributes}/>`),
  );
  expect(entity.properties.birthDate).toEqual([date]);
  expect(issues).toEqual([]);
});

it('a day of another calendar is no birth date of ours, and is told', async () => {
  const { entity, issues } = await mapped(
    entryOf(
      `${NAME}<birthdate calendarType="ISLAMIC" year="1380" city="Proba" countryIso2Code="00" countryDescription="UNKNOWN"/>`,
    ),
  );
  expect(entity.properties.birthDate).toBeUndefined();
  expect(entity.properties.birthPlace).toEqual(['Proba']);
  expect(entity.properties.notes).toEqual(['Date of birth: 1380 (islamic calendar)']);
  expect(issues).toMatchObject([{ code: 'bad-date', field: 'birthdate' }]);
});

it.each([
  ['passport', 'P', 'National passport', '', 'A 123', 'DZ', { passportNumber: ['A 123'] }],
  ['id', 'P', 'National identification card', '', '77', 'DZ', { idNumber: ['77'] }],
  ['regnumber', 'E', 'Registration Number', '', '1027700132195', 'RU', { ogrnCode: ['1027700132195'] }],
  ['other', 'E', 'Other identification number', 'INN', '7707083893', 'RU', { innCode: ['7707083893'] }],
  ['swiftbic', 'E', 'SWIFT/BIC', '', 'PROBRUMM', '', { swiftBic: ['PROBRUMM'] }],
  ['regnumber', 'E', 'Registration Number', '', '123456', 'SY', { registrationNumber: ['123456'] }],
] as const)(
  'a number of kind %s (%s, %s %s) goes where its kind says',
  async (code, kind, description, remark, number, country, expected) => {
    const remarks = remark === '' ? '' : `<remark>${remark}</remark>`;
    const { entity, issues } = await mapped(
      entryOf(
        `<nameAlias wholeName="Proba"/><identification identificationTypeCode="${code}" identificationTypeDescription="${description}" number="${number}" countryIso2Code="${country}">${remarks}</identification>`,
        'logicalId="7"',
        kind,
      ),
    );
    expect(entity.properties).toMatchObject(expected);
    expect(issues).toEqual([]);
  },
);

it('a forged passport keeps its number and says so; a number that fails its check digit is told', async () => {
  const { entity, issues } = await mapped(
    entryOf(
      `${NAME}<identification identificationTypeCode="passport" identificationTypeDescription="National passport" number="Z9" knownFalse="true" nameOnDocument="Anders Proba" issuedBy="-"/>` +
        '<identification identificationTypeCode="inn" number="7707083890" countryIso2Code="RU"/>' +
        '<identification identificationTypeCode="moonpass" number="M1"/>',
    ),
  );
  expect(entity.properties).toMatchObject({
    passportNumber: ['Z9'],
    innCode: ['7707083890'],
    idNumber: ['M1'],
  });
  expect(entity.properties.notes).toContain(
    'National passport Z9: known to be false; in the name of Anders Proba',
  );
  expect(issues.map(({ code }) => code)).toEqual(['bad-checksum', 'unplaced-text']);
});

it('an address is one line with its country; ways to reach a party are its own', async () => {
  const { entity, issues } = await mapped(
    entryOf(
      `${NAME}<address street="1 Proba Street" poBox="12" city="Tunis" zipCode="-" countryIso2Code="TN" countryDescription="TUNISIA"><contactInfo key="PHONE" value="+216 1"/><contactInfo key="EMAIL" value="a@example.org"/><contactInfo key="PIGEON" value="white"/></address>` +
        '<address countryIso2Code="DZ" countryDescription="ALGERIA"/>',
    ),
  );
  expect(entity.properties).toMatchObject({
    address: ['1 Proba Street, P.O. Box 12, Tunis, TUNISIA'],
    country: ['tn', 'dz'],
    phone: ['+216 1'],
    email: ['a@example.org'],
    notes: ['PIGEON: white'],
  });
  expect(issues).toEqual([]);
});

it.each([
  ['Italian Fiscal Code: PRBVIO65T12Z301X', { taxNumber: ['PRBVIO65T12Z301X'] }],
  ['(a) born twice; (b) Passport number: A1234567, expired', { passportNumber: ['A1234567'] }],
  ['Date of registration: 2003-05-06; Tel: 123456', {}],
  ['INN: 7707083890', {}], // fails its own check: stays words
] as const)('the remark %j keeps its words and gives %j', async (remark, numbers) => {
  const { entity, issues } = await mapped(entryOf(`${NAME}<address><remark>${remark}</remark></address>`));
  const { taxNumber, passportNumber, idNumber, registrationNumber, innCode, notes } = entity.properties;
  const found = { taxNumber, passportNumber, idNumber, registrationNumber, innCode };
  expect(JSON.parse(JSON.stringify(found))).toEqual(numbers);
  expect(notes).toEqual([remark]);
  expect(issues).toEqual([]);
});

it('the UN reference, remarks and details of the designation stay with the entry', async () => {
  const { entity } = await mapped(
    entryOf(
      `<remark>listed  twice</remark>${NAME}`,
      'logicalId="700" unitedNationId="QDi.999" designationDetails="by request"',
    ),
  );
  expect(entity.properties.unscId).toEqual(['QDi.999']);
  expect(entity.properties.notes).toEqual(['listed twice', 'by request']);
});

it('a ship among the enterprises is a ship; what a ship cannot have becomes a note', async () => {
  const ship = (name: string) =>
    mapped(
      entryOf(
        `<nameAlias wholeName="${name}"/><identification identificationTypeCode="imo" number="9074729"/><address><contactInfo key="PHONE" value="+1"/></address>`,
        'logicalId="7"',
        'E',
      ),
    );
  const { entity, issues } = await ship('PROBA STAR');
  expect(entity).toMatchObject({
    schema: 'Vessel',
    properties: { imoNumber: ['9074729'], notes: ['phone: +1'] },
  });
  expect(issues).toEqual([]);
  expect((await ship('Proba Shipping Co. Ltd')).entity.schema).toBe('Company');
});

it('what nobody knows is told and kept', async () => {
  const { entity, issues } = await mapped(
    entryOf(
      `${NAME.replace('/>', ' aura="blue"/>')}<starSign key="Leo">rising</starSign><citizenship countryIso2Code="QQ"/>`,
      'logicalId="7"',
      'X',
    ),
  );
  expect(entity.schema).toBe('LegalEntity');
  expect(entity.properties.notes).toEqual([
    'title: Dr',
    'function: Minister',
    'Country: QQ',
    'starSign: key Leo rising',
  ]);
  expect(issues.map(({ code, field }) => [code, field])).toEqual([
    ['unknown-element', 'nameAlias/@aura'],
    ['unknown-element', 'sanctionEntity/starSign'],
    ['bad-value', 'country'],
    ['unknown-schema', 'subjectType'],
  ]);
});
