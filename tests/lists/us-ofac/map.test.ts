import { describe, expect, it } from 'vitest';
import { entityOf, prim, readSet } from './support.js';

describe('a person', async () => {
  const remarks =
    "DOB 30 Nov 1962; alt. DOB circa 1960; alt. DOB 1958 to 1959; POB Zanjan, Iran; nationality Iran; citizen Russia; Gender Male; Passport G1051274 (Iran) issued 12 Aug 1991 expires 11 Aug 2001; National ID No. 123-45 (Iran); Tax ID No. 500100732259 (Russia); Email Address a@b.ru; a.k.a. 'ABU-'UMAR'; Linked To: HAMAS.";
  const person = await entityOf({
    id: 1,
    name: 'DOE, Ivan Petrovich',
    type: 'individual',
    title: 'Minister of Oil; Major General',
    remarks,
  });

  it('is named in reading order, with its parts', () => {
    expect(person).toMatchObject({ id: 'ofac-1', caption: 'Ivan Petrovich DOE', schema: 'Person' });
    expect(person.properties).toMatchObject({ firstName: ['Ivan Petrovich'], lastName: ['DOE'] });
  });

  it('has every fact of its remarks', () => {
    expect(person.properties).toMatchObject({
      birthDate: ['1962-11-30', '1960~', '1958/1959'],
      birthPlace: ['Zanjan, Iran'],
      nationality: ['ir'],
      citizenship: ['ru'],
      gender: ['male'],
      position: ['Minister of Oil', 'Major General'],
      passportNumber: ['G1051274'],
      idNumber: ['123-45'],
      innCode: ['500100732259'],
      email: ['a@b.ru'],
      weakAlias: ["ABU-'UMAR"],
    });
  });

  it('keeps what a property cannot say: who issued a number and until when, and links', () => {
    expect(person.properties.notes).toContain(
      'Passport G1051274 (Iran) issued 12 Aug 1991 expires 11 Aug 2001',
    );
    expect(person.properties.notes).toContain('Linked To: HAMAS');
  });

  it.each([
    ['DELOS REYES, Juan, Jr.', 'Juan DELOS REYES Jr.'],
    ['MEZA, JR., Arturo', 'Arturo MEZA JR.'],
    ['ABU ZUBAYDAH', 'ABU ZUBAYDAH'],
    ['MARUF, Taha, Muhyi al-Din', 'Taha Muhyi al-Din MARUF'],
  ])('%s reads %s', async (name, read) => {
    expect((await entityOf({ id: 1, name, type: 'individual' })).properties.name).toEqual([read]);
  });

  it('is born in whole years, however the list writes them', async () => {
    const remarks =
      'DOB 01 Jan 1976 to 31 Dec 1978; alt. DOB 1976 to 1978; alt. DOB 02 Jan 1980 to 31 Dec 1981.';
    const { properties } = await entityOf({ id: 1, name: 'A, B', type: 'individual', remarks });
    expect(properties.birthDate).toEqual(['1976/1978', '1980-01-02/1981-12-31']);
  });

  it('holds a position that only the remarks tell', async () => {
    const remark = 'DOB 1960; Brigadier General, Syrian Air Force; Spouse of X; Haji.';
    const { properties } = await entityOf({ id: 1, name: 'A, B', type: 'individual', remarks: remark });
    expect(properties).toMatchObject({ position: ['Brigadier General, Syrian Air Force'], title: ['Haji'] });
    expect(properties.notes).toEqual(['Spouse of X']);
  });
});

describe('an organisation', () => {
  it('gets INN and OGRN by their checksums, whatever OFAC calls them', async () => {
    const remarks =
      'Tax ID No. 7707083893 (Russia); Registration Number 1027700132195 (Russia); Government Gazette Number 00032537 (Russia); SWIFT/BIC SABRRUMM; Organization Established Date 22 Mar 1991; Target Type State-Owned Enterprise.';
    const bank = await entityOf({
      id: 17018,
      name: 'PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA',
      remarks,
    });
    expect(bank.schema).toBe('Company');
    expect(bank.properties).toMatchObject({
      innCode: ['7707083893'],
      ogrnCode: ['1027700132195'],
      okpoCode: ['00032537'],
      swiftBic: ['SABRRUMM'],
      incorporationDate: ['1991-03-22'],
      classification: ['State-Owned Enterprise'],
      country: ['ru'],
    });
  });

  it('keeps a Russian number that fails its checksum, and says so', async () => {
    const { entities, issues } = await readSet({
      'sdn.csv': [prim({ id: 1, name: 'X', remarks: 'Tax ID No. 7707083894 (Russia).' })],
    });
    expect(entities[0]?.properties.taxNumber).toEqual(['7707083894']);
    expect(issues).toMatchObject([{ code: 'bad-checksum', file: 'sdn.csv', line: 1, field: 'remarks' }]);
  });

  it('tells an LEI from another legal entity number', async () => {
    const lei = await entityOf({ id: 1, name: 'X', remarks: 'Legal Entity Number 253400V1H6ART1UQ0N98.' });
    expect(lei.properties.leiCode).toEqual(['253400V1H6ART1UQ0N98']);
    const other = await entityOf({
      id: 1,
      name: 'X',
      remarks: 'Legal Entity Number 851683897 (Netherlands).',
    });
    expect(other.properties).toMatchObject({ registrationNumber: ['851683897'], country: ['nl'] });
  });

  it('is a company where a form or a number that only companies have says so', async () => {
    const schema = async (name: string, remarks = '') => (await entityOf({ id: 1, name, remarks })).schema;
    expect(await schema('ANGLO-CARIBBEAN CO., LTD.')).toBe('Company');
    expect(await schema('HIZBALLAH')).toBe('Organization');
    expect(await schema('NATIONAL FUND', 'ISIN RU0007796926.')).toBe('Company');
  });

  it('has a wallet that can be searched as it is written, its currency in the notes', async () => {
    const address = '12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h';
    const { properties } = await entityOf({
      id: 1,
      name: 'X',
      remarks: `Digital Currency Address - XBT ${address}.`,
    });
    expect(properties.cryptoWallets).toEqual([address]);
    expect(properties.notes).toEqual([`Digital Currency Address - XBT ${address}`]);
  });

  it('has addresses on one line with their country, and a country alone as a country', async () => {
    const { entities } = await readSet({
      'sdn.csv': [prim({ id: 1, name: 'X' })],
      'add.csv': [
        '1,1,"Ibex House, The Minories","London EC3N 1DY","United Kingdom",-0- ',
        '1,2,-0- ,-0- ,"Haiti",-0- ',
        '1,3,-0- ,"Gaza City","Region: Gaza",-0- ',
        '1,4,-0- ,-0- ,"undetermined",-0- ',
      ],
    });
    expect(entities[0]?.properties).toMatchObject({
      address: ['Ibex House, The Minories, London EC3N 1DY, United Kingdom', 'Gaza City, Gaza'],
      country: ['gb', 'ht', 'ps'],
    });
  });

  it('keeps a country it does not know as a note with an issue', async () => {
    const { entities, issues } = await readSet({
      'sdn.csv': [prim({ id: 1, name: 'X' })],
      'add.csv': ['1,1,-0- ,"Nowhere","Atlantis",-0- '],
    });
    expect(entities[0]?.properties.notes).toEqual(['country: Atlantis']);
    expect(issues).toMatchObject([{ code: 'bad-value', file: 'add.csv', line: 1, value: 'Atlantis' }]);
  });
});

describe('aliases', () => {
  it('a former name is one, a new name and others are aliases', async () => {
    const { entities } = await readSet({
      'sdn.csv': [prim({ id: 1, name: 'DOE, Ivan', type: 'individual' })],
      'alt.csv': ['1,1,"aka","DOE, John",-0- ', '1,2,"fka","ROE, Ivan",-0- ', '1,3,"nka","MOE, Ivan",-0- '],
    });
    expect(entities[0]?.properties).toMatchObject({
      alias: ['John DOE', 'Ivan MOE'],
      previousName: ['Ivan ROE'],
    });
  });

  it("names in quotes are the list's weak aliases; a ship's are its former names", async () => {
    const remarks = "f.k.a. 'ANA I'; a.k.a. 'BEE'.";
    expect((await entityOf({ id: 1, name: 'X', remarks })).properties.weakAlias).toEqual(['ANA I', 'BEE']);
    const ship = await entityOf({ id: 1, name: 'X', type: 'vessel', remarks });
    expect(ship.properties).toMatchObject({ previousName: ['ANA I'], weakAlias: ['BEE'] });
  });
});

describe('ships and aircraft', () => {
  it('a ship has its columns, its numbers and its former flags', async () => {
    const ship = await entityOf({
      id: 1,
      name: 'ARTAVIL',
      type: 'vessel',
      vessel: ['5IM316', 'Crude Oil Tanker', '99,144', '56,068', 'Malta', 'NITC'],
      remarks: 'Former Vessel Flag Tanzania; Vessel Registration Identification IMO 9187629; MMSI 572469210.',
    });
    expect(ship.schema).toBe('Vessel');
    expect(ship.properties).toMatchObject({
      callSign: ['5IM316'],
      type: ['Crude Oil Tanker'],
      tonnage: ['99,144'],
      grossRegisteredTonnage: ['56,068'],
      flag: ['mt'],
      pastFlags: ['tz'],
      imoNumber: ['9187629'],
      mmsi: ['572469210'],
      notes: ['Vessel owner: NITC'],
    });
  });

  it('an IMO number with a wrong check digit is kept and named', async () => {
    const remarks = 'Vessel Registration Identification IMO 9187620.';
    const { entities, issues } = await readSet({
      'sdn.csv': [prim({ id: 1, name: 'X', type: 'vessel', remarks })],
    });
    expect(entities[0]?.properties.imoNumber).toEqual(['9187620']);
    expect(issues).toMatchObject([{ code: 'bad-checksum', line: 1 }]);
  });

  it('an aircraft has tail, serial number, model and year', async () => {
    const remarks =
      "Aircraft Manufacture Date 1992; Aircraft Model IL76-TD; Aircraft Operator YAS AIR; Aircraft Manufacturer's Serial Number (MSN) 1023409321; Previous Aircraft Tail Number EP-GOL.";
    const plane = await entityOf({ id: 1, name: 'EP-GOM', type: 'aircraft', remarks });
    expect(plane.schema).toBe('Airplane');
    expect(plane.properties).toMatchObject({
      buildDate: ['1992'],
      model: ['IL76-TD'],
      serialNumber: ['1023409321'],
      registrationNumber: ['EP-GOL'],
      notes: ['Aircraft Operator YAS AIR'],
    });
  });
});

describe('long remarks', () => {
  it('go on in the comments file in the middle of a word', async () => {
    const { entities } = await readSet({
      'sdn.csv': [prim({ id: 1, name: 'DOE, Ivan', type: 'individual', remarks: 'DOB 1960; Passp' })],
      'sdn_comments.csv': ['1,"ort A123; Gender Male."'],
    });
    expect(entities[0]?.properties).toMatchObject({ passportNumber: ['A123'], gender: ['male'] });
  });

  it('without their comments lose nothing silently: the cut piece is a note with an issue, never a number', async () => {
    const remarks = `DOB 1960; ${'Linked To: X; '.repeat(70)}`.padEnd(985, ' ');
    const { entities, issues } = await readSet({
      'sdn.csv': [
        prim({ id: 1, name: 'DOE, Ivan', type: 'individual', remarks: `${remarks}; Passport A12345` }),
      ],
    });
    expect(entities[0]?.properties).not.toHaveProperty('passportNumber');
    expect(entities[0]?.properties.notes).toContain('Passport A12345');
    expect(issues).toMatchObject([{ code: 'unplaced-text', field: 'remarks', value: 'Passport A12345' }]);
  });

  it('a piece that no row places is a note with an issue naming file, line and field', async () => {
    const { entities, issues } = await readSet({
      'sdn.csv': [prim({ id: 1, name: 'X', remarks: 'Quux 17.' })],
    });
    expect(entities[0]?.properties.notes).toEqual(['Quux 17']);
    expect(issues).toMatchObject([
      { code: 'unplaced-text', file: 'sdn.csv', line: 1, field: 'remarks', value: 'Quux 17' },
    ]);
  });
});

describe('listings', () => {
  const directives =
    'Executive Order 13662 Directive Determination - Subject to Directive 1; Executive Order 14024 Directive Information Subject to Directive 3 - All transactions are prohibited; Listing Date (EO 14024 Directive 2): 24 Feb 2022; Effective Date (EO 14024 Directive 2): 26 Mar 2022; Listing Date (EO 14024 Directive 3): 24 Feb 2022.';
  const programs = 'UKRAINE-EO13662] [RUSSIA-EO14024';
  const keys = async (source: 'us-ofac-sdn' | 'us-ofac-consolidated') =>
    (await entityOf({ id: 1, name: 'X', programs, remarks: directives }, source)).listings.map(
      ({ programme, annex, start }) => [programme, annex, start],
    );

  it('one for each programme', async () => {
    const { listings } = await entityOf({ id: 36, name: 'X', programs: 'IRGC] [IFSR] [IRAN-HR' });
    expect(listings.map((listing) => listing.programme)).toEqual(['IRGC', 'IFSR', 'IRAN-HR']);
    expect(listings[0]).toMatchObject({
      source: 'us-ofac-sdn',
      entry: '36',
      annex: null,
      measure: null,
      act: null,
    });
  });

  it('on the non-SDN list a directive stands for its programme, in force from its effective day', async () => {
    expect(await keys('us-ofac-consolidated')).toEqual([
      ['UKRAINE-EO13662', 'Directive 1', null],
      ['RUSSIA-EO14024', 'Directive 2', '2022-03-26'],
      ['RUSSIA-EO14024', 'Directive 3', '2022-02-24'],
    ]);
  });

  it('on the SDN list it stands beside the blocking', async () => {
    expect(await keys('us-ofac-sdn')).toEqual([
      ['UKRAINE-EO13662', null, null],
      ['UKRAINE-EO13662', 'Directive 1', null],
      ['RUSSIA-EO14024', null, null],
      ['RUSSIA-EO14024', 'Directive 2', '2022-03-26'],
      ['RUSSIA-EO14024', 'Directive 3', '2022-02-24'],
    ]);
  });

  it('the words of a directive or menu are the reason of its listing only', async () => {
    const remarks =
      'Executive Order 14059 information: No loans; alt. Executive Order 14059 information: No investment; Listing Date (CMIC) 03 Jun 2021; Effective Date (CMIC) 02 Aug 2021.';
    const { listings } = await entityOf(
      { id: 1, name: 'X', programs: 'ILLICIT-DRUGS-EO14059] [CMIC-EO13959', remarks },
      'us-ofac-consolidated',
    );
    expect(listings[0]?.reason).toBe(
      'Executive Order 14059 information: No loans; Executive Order 14059 information: No investment',
    );
    expect(listings[1]).toMatchObject({ start: '2021-08-02' });
  });
});
