/** OFAC's plain XML, by invented entries; what the CSV says of the same entry must come out the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListContent, memoryFile, readWholeList } from '../../../src/lists/index.js';
import type { Entity } from '../../../src/model/index.js';
import { listFile } from '../tables.js';
import { entityOf, readerOf } from './support.js';

const NAMESPACE = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML';
const reader = readerOf('us-ofac-sdn', 20);
const entry = (inside: string, { id = 7, type = 'Individual', program = 'SDGT' } = {}) =>
  `  <sdnEntry>\n    <uid>${id}</uid>\n${inside}\n    <sdnType>${type}</sdnType>\n    <programList><program>${program}</program></programList>\n  </sdnEntry>`;
const file = (entries: readonly string[], { namespace = NAMESPACE, count = entries.length } = {}) =>
  `<?xml version="1.0" standalone="yes"?>
<sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="${namespace}">
  <publshInformation>
    <Publish_Date>10/08/2026</Publish_Date>
    <Record_Count>${count}</Record_Count>
  </publshInformation>
${entries.join('\n')}
</sdnList>
`;
const read = (text: string, name = 'SDN.XML'): Promise<ListContent> =>
  readWholeList(reader, [listFile(name, text)]);
const one = async (...given: Parameters<typeof entry>): Promise<Entity> => {
  const { entities, issues } = await read(file([entry(...given)]));
  expect(issues).toEqual([]);
  return entities[0]!;
};
const aka = (last: string, first: string, { type = 'a.k.a.', category = 'strong' } = {}) =>
  `<aka><uid>1</uid><type>${type}</type><category>${category}</category><lastName>${last}</lastName>${first === '' ? '' : `<firstName>${first}</firstName>`}</aka>`;
const id = (type: string, number: string, more = '') =>
  `<id><uid>1</uid><idType>${type}</idType><idNumber>${number}</idNumber>${more}</id>`;

describe('the same facts as the CSV', () => {
  it('a person, word for word', async () => {
    const xml = await one(`
      <firstName>Ivan Petrovich</firstName><lastName>DOE</lastName>
      <title>Minister of Oil; Major General</title>
      <remarks>(Linked To: HAMAS); Spouse of X.</remarks>
      <idList>
        ${id('Passport', 'G1051274', '<idCountry>Iran</idCountry><issueDate>12 Aug 1991</issueDate><expirationDate>11 Aug 2001</expirationDate>')}
        ${id('Tax ID No.', '500100732259', '<idCountry>Russia</idCountry>')}
        ${id('Gender', 'Male')}${id('Email Address', 'a@b.ru')}
        ${id('Secondary sanctions risk:', 'See Section 11 of Executive Order 14024.')}
        ${id('Digital Currency Address - XBT', '12ExampleAddressNotReal')}
      </idList>
      <akaList>${aka('DOU', 'Ioann')}${aka('ROE', 'Ivan', { type: 'f.k.a.' })}${aka("ABU-'UMAR'", '', { category: 'weak' })}</akaList>
      <nationalityList><nationality><uid>1</uid><country>Iran</country><mainEntry>true</mainEntry></nationality></nationalityList>
      <citizenshipList><citizenship><uid>1</uid><country>Russia</country><mainEntry>true</mainEntry></citizenship></citizenshipList>
      <dateOfBirthList>
        <dateOfBirthItem><uid>1</uid><dateOfBirth>30 Nov 1962</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem>
        <dateOfBirthItem><uid>2</uid><dateOfBirth>circa 1960</dateOfBirth><mainEntry>false</mainEntry></dateOfBirthItem>
      </dateOfBirthList>
      <placeOfBirthList><placeOfBirthItem><uid>1</uid><placeOfBirth>Zanjan, Iran</placeOfBirth><mainEntry>true</mainEntry></placeOfBirthItem></placeOfBirthList>`);
    const csv = entityOf({
      id: 7,
      name: 'DOE, Ivan Petrovich',
      type: 'individual',
      title: 'Minister of Oil; Major General',
      remarks:
        "DOB 30 Nov 1962; alt. DOB circa 1960; POB Zanjan, Iran; nationality Iran; citizen Russia; Gender Male; Email Address a@b.ru; Secondary sanctions risk: See Section 11 of Executive Order 14024.; Digital Currency Address - XBT 12ExampleAddressNotReal; Passport G1051274 (Iran) issued 12 Aug 1991 expires 11 Aug 2001; Tax ID No. 500100732259 (Russia); a.k.a. 'ABU-'UMAR''; Linked To: HAMAS; Spouse of X.",
    });
    const sorted = ({ properties }: Entity) =>
      Object.fromEntries(Object.entries(properties).map(([name, values]) => [name, [...values].sort()]));
    const aliases = { alias: ['Ioann DOU'], previousName: ['Ivan ROE'] };
    expect(sorted(xml)).toEqual({ ...sorted(await csv), ...aliases });
    expect({ ...xml, properties: {} }).toEqual({ ...(await csv), properties: {} });
  });

  it('a vessel has the columns of the CSV in its vesselInfo', async () => {
    const vessel = await one(
      `<lastName>EXAMPLE STAR</lastName>
      <idList>${id('Vessel Registration Identification', 'IMO 9231767')}${id('MMSI', '511100481')}</idList>
      <akaList>${aka('OLD STAR', '', { type: 'f.k.a.', category: 'weak' })}</akaList>
      <vesselInfo><callSign>ABCD7</callSign><vesselType>Crude Oil Tanker</vesselType><vesselFlag>Panama</vesselFlag><vesselOwner>EXAMPLE SHIPPING</vesselOwner><tonnage>84,000</tonnage><grossRegisteredTonnage>160,000</grossRegisteredTonnage></vesselInfo>`,
      { type: 'Vessel' },
    );
    expect(vessel.schema).toBe('Vessel');
    expect(vessel.properties).toEqual({
      name: ['EXAMPLE STAR'],
      imoNumber: ['9231767'],
      mmsi: ['511100481'],
      previousName: ['OLD STAR'],
      callSign: ['ABCD7'],
      type: ['Crude Oil Tanker'],
      tonnage: ['84,000'],
      grossRegisteredTonnage: ['160,000'],
      flag: ['pa'],
      notes: ['Vessel owner: EXAMPLE SHIPPING'],
    });
  });

  it('an address is one text: three lines, city and state, postal code, country', async () => {
    const address = (inside: string) => `<address><uid>1</uid>${inside}</address>`;
    const { properties } = await one(
      `<lastName>EXAMPLE TRADING LLC</lastName><addressList>
      ${address('<address1>1 Main Street</address1><address2>Floor 2</address2><address3>Room 3</address3><city>Surgut</city><stateOrProvince>Tyumen Region</stateOrProvince><postalCode>628415</postalCode><country>Russia</country>')}
      ${address('<country>Region: Gaza</country>')}${address('<country>Panama</country>')}</addressList>`,
      { type: 'Entity' },
    );
    expect(properties).toMatchObject({
      address: ['1 Main Street, Floor 2, Room 3, Surgut, Tyumen Region 628415, Russia', 'Gaza'],
      country: ['ru', 'ps', 'pa'],
    });
  });

  it('directives stand for their programme on the non-SDN list', async () => {
    const text = file([
      entry(
        `<lastName>X</lastName><idList>${id('Executive Order 13662 Directive Determination -', 'Subject to Directive 1')}${id('Effective Date (EO 14024 Directive 3):', '26 Mar 2022')}</idList>`,
        { type: 'Entity', program: 'UKRAINE-EO13662</program><program>RUSSIA-EO14024' },
      ),
    ]);
    const { entities } = await readWholeList(readerOf('us-ofac-consolidated', 20), [listFile('c.xml', text)]);
    expect(entities[0]?.listings.map(({ programme, annex, start }) => [programme, annex, start])).toEqual([
      ['UKRAINE-EO13662', 'Directive 1', null],
      ['RUSSIA-EO14024', 'Directive 3', '2022-03-26'],
    ]);
  });
});

describe('what the file says of itself', () => {
  const entries = [entry('<lastName>A</lastName>')];

  it('its day, in either known namespace; another namespace is an issue', async () => {
    expect(await read(file(entries))).toMatchObject({ published: '2026-10-08', issues: [] });
    expect((await read(file(entries, { namespace: 'http://tempuri.org/sdnList.xsd' }))).issues).toEqual([]);
    const { issues } = await read(file(entries, { namespace: 'https://example.org/sdn' }));
    expect(issues).toMatchObject([{ code: 'unknown-version', line: 2, value: 'https://example.org/sdn' }]);
  });

  it('a count that is not that of its entries, and no day, are issues', async () => {
    expect((await read(file(entries, { count: 9 }))).issues).toMatchObject([
      { code: 'bad-value', field: 'Record_Count', value: '9' },
    ]);
    const undated = await read(file(entries).replace('10/08/2026', ''));
    expect(undated).toMatchObject({
      published: null,
      issues: [{ code: 'missing-field', field: 'Publish_Date' }],
    });
  });

  it('of several copies the newest is read and the others are named', async () => {
    const old = listFile('a.xml', file(entries).replace('10/08/2026', '01/31/2026'));
    const { published, issues } = await readWholeList(reader, [old, listFile('b.xml', file(entries))]);
    expect(published).toBe('2026-10-08');
    expect(issues).toMatchObject([{ code: 'ignored-file', file: 'a.xml' }]);
  });
});

describe('what is not known', () => {
  it('elements are named once, with their lines; types and categories are read as the nearest', async () => {
    const text = file([
      entry(`<lastName>A</lastName><shoeSize>44</shoeSize>`, { id: 1, type: 'Spaceship' }),
      entry(
        `<lastName>B</lastName><shoeSize>45</shoeSize><akaList>${aka('C', '', { type: 'q.k.a.', category: 'so-so' })}</akaList>`,
        { id: 2 },
      ),
    ]);
    const { entities, issues } = await read(text);
    expect(entities.map(({ schema }) => schema)).toEqual(['Organization', 'Person']);
    expect(entities[1]?.properties.alias).toEqual(['C']);
    expect(issues).toMatchObject([
      { code: 'unknown-element', field: 'shoeSize', line: 9, value: '44' },
      { code: 'bad-value', field: 'sdnType', value: 'Spaceship' },
      { code: 'bad-value', field: 'type', value: 'q.k.a.' },
      { code: 'bad-value', field: 'category', value: 'so-so' },
    ]);
  });

  it('an id of a type without a row is a note with an issue that names its line', async () => {
    const { entities, issues } = await read(
      file([entry(`<lastName>A</lastName>\n<idList>\n${id('Quux', '17')}</idList>`)]),
    );
    expect(entities[0]?.properties.notes).toEqual(['Quux 17']);
    expect(issues).toMatchObject([{ code: 'unplaced-text', line: 11, field: 'id', value: 'Quux 17' }]);
  });

  it('an entry without a number keeps an id of its own, with an issue', async () => {
    const { entities, issues } = await read(
      file([entry('<lastName>A</lastName>').replace('<uid>7</uid>', '')]),
    );
    expect(entities[0]?.id).toMatch(/^ofac-[0-9a-f]{12}$/);
    expect(issues).toMatchObject([{ code: 'missing-field', field: 'uid' }]);
  });

  it('a list without entries is empty, another root is not it', async () => {
    await expect(read(file([]))).rejects.toThrow(expect.objectContaining({ code: 'list-empty' }));
    expect(reader.recognise([listFile('x.xml', '<CONSOLIDATED_LIST/>')])).toEqual([]);
  });

  it('cut off anywhere it is refused, never read as a shorter list', async () => {
    const text = file([
      entry('<lastName>A</lastName>', { id: 1 }),
      entry('<lastName>B</lastName>', { id: 2 }),
    ]);
    const bytes = new TextEncoder().encode(text);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: text.lastIndexOf('>') - 1 }), async (size) => {
        await expect(readWholeList(reader, [memoryFile('s.xml', bytes.subarray(0, size))])).rejects.toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^list-(truncated|empty)$/) }),
        );
      }),
      { numRuns: 200 },
    );
  });
});
