import { describe, expect, it } from 'vitest';
import { firm, listOf, mapped, person, readText } from './support.js';

const properties = async (entry: string) => (await mapped(entry)).entity.properties;

describe('an entry', () => {
  it('is known by its reference number, without the blanks that some carry', async () => {
    const { entity } = await mapped(person('<COMMENTS1>Head of a bank.</COMMENTS1>'));
    expect(entity).toMatchObject({
      id: 'un-sc-KPi.900',
      schema: 'Person',
      caption: 'JON DOE',
      datasets: ['un-sc'],
    });
    expect(entity.listings).toEqual([
      {
        source: 'un-sc',
        entry: 'KPi.900',
        programme: 'DPRK',
        annex: null,
        measure: null,
        act: null,
        start: '2016-03-02',
        end: null,
        reason: 'Head of a bank.',
        url: null,
      },
    ]);
  });

  it('without a reference number gets an id made of its name, and an issue', async () => {
    const { entity, issues } = await mapped(person('<REFERENCE_NUMBER/>'));
    expect(entity.id).toMatch(/^un-sc-[0-9a-f]{12}$/);
    expect((await mapped(person('<REFERENCE_NUMBER/>'))).entity.id).toBe(entity.id);
    expect(issues).toMatchObject([{ code: 'missing-field', value: 'JON DOE' }]);
  });

  it('that shares its reference with another is kept beside it', async () => {
    const { entities, issues } = await readText(listOf(person('') + person('<FIRST_NAME>JANE</FIRST_NAME>')));
    expect(entities.map(({ id }) => id)).toEqual(['un-sc-KPi.900', 'un-sc-KPi.900-2']);
    expect(issues).toMatchObject([{ code: 'duplicate-entry' }]);
  });

  it('without a name is kept, with an issue', async () => {
    const { entity, issues } = await mapped(person('<FIRST_NAME> </FIRST_NAME>'));
    expect(entity.caption).toBe('un-sc-KPi.900');
    expect(issues).toMatchObject([{ code: 'missing-name' }]);
  });
});

describe('names', () => {
  it('are joined in reading order, not as given and family name', async () => {
    const names = ['FIRST', 'SECOND', 'THIRD', 'FOURTH']
      .map((at) => `<${at}_NAME>${at} </${at}_NAME>`)
      .join('');
    expect((await properties(person(names))).name).toEqual(['FIRST SECOND THIRD FOURTH']);
    expect(
      await properties(person('<FIRST_NAME>A</FIRST_NAME><FOURTH_NAME>na</FOURTH_NAME>')),
    ).not.toHaveProperty('lastName');
  });

  it('in the original script are names too', async () => {
    expect(
      (await properties(person('<NAME_ORIGINAL_SCRIPT>عبد\n     الرحمن</NAME_ORIGINAL_SCRIPT>'))).name,
    ).toEqual(['JON DOE', 'عبد الرحمن']);
  });

  it.each([
    ['Good', 'alias'],
    ['Low', 'weakAlias'],
    ['a.k.a.', 'alias'],
    ['f.k.a.', 'previousName'],
  ])('an alias marked %s is a %s', async (quality, property) => {
    const alias = `<INDIVIDUAL_ALIAS><QUALITY>${quality}</QUALITY><ALIAS_NAME>A One; B Two</ALIAS_NAME></INDIVIDUAL_ALIAS>`;
    expect((await properties(person(alias)))[property]).toEqual(['A One', 'B Two']);
  });

  it('an empty alias is no issue, an unknown quality is one', async () => {
    const alias = (quality: string, name: string) =>
      person(
        `<INDIVIDUAL_ALIAS><QUALITY>${quality}</QUALITY><ALIAS_NAME>${name}</ALIAS_NAME></INDIVIDUAL_ALIAS>`,
      );
    expect((await mapped(alias('', ''))).issues).toEqual([]);
    expect(await mapped(alias('Medium', 'A B'))).toMatchObject({
      entity: { properties: { alias: ['A B'] } },
      issues: [{ code: 'bad-value', value: 'Medium' }],
    });
  });

  it('an acronym in brackets is a weak alias, unless the list has it as an alias', async () => {
    const alias = '<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>SIG</ALIAS_NAME></ENTITY_ALIAS>';
    expect(await properties(firm('SPECIAL INDUSTRIES GROUP (SIG)'))).toMatchObject({
      name: ['SPECIAL INDUSTRIES GROUP'],
      weakAlias: ['SIG'],
    });
    expect(await properties(firm('SPECIAL INDUSTRIES GROUP (SIG)', alias))).not.toHaveProperty('weakAlias');
  });

  it('birth facts of an alias count, and the notes say whose they are', async () => {
    const alias =
      '<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>A B</ALIAS_NAME><DATE_OF_BIRTH>1970-01-02</DATE_OF_BIRTH><CITY_OF_BIRTH>Tripoli</CITY_OF_BIRTH><COUNTRY_OF_BIRTH>Libya</COUNTRY_OF_BIRTH><NOTE>formerly listed as</NOTE></INDIVIDUAL_ALIAS>';
    expect(await properties(person(alias))).toMatchObject({
      birthDate: ['1970-01-02'],
      birthPlace: ['Tripoli, Libya'],
      birthCountry: ['ly'],
      notes: ['A B: born 1970-01-02 in Tripoli, Libya', 'A B: formerly listed as'],
    });
  });
});

describe('dates of birth', () => {
  const born = async (fields: string) =>
    await mapped(person(`<INDIVIDUAL_DATE_OF_BIRTH>${fields}</INDIVIDUAL_DATE_OF_BIRTH>`));
  const type = (name: string) => `<TYPE_OF_DATE>${name}</TYPE_OF_DATE>`;

  it.each([
    [`${type('EXACT')}<DATE>1958-02-22</DATE>`, '1958-02-22'],
    [`${type('EXACT')}<YEAR>1971</YEAR>`, '1971'],
    [`${type('EXACT')}<YEAR>1958</YEAR><NOTE>Sep.</NOTE>`, '1958-09'],
    [`${type('EXACT')}<NOTE>Nov. 1973 </NOTE>`, '1973-11'],
    [`${type('APPROXIMATELY')}<YEAR>1966</YEAR>`, '1966~'],
    [`${type('BETWEEN')}<FROM_YEAR>1951</FROM_YEAR><TO_YEAR>1953</TO_YEAR>`, '1951/1953'],
    [
      `${type('BETWEEN')}<FROM_YEAR>1955</FROM_YEAR><TO_YEAR>1958</TO_YEAR><NOTE>Approximately</NOTE>`,
      '1955~/1958~',
    ],
    [`${type('BETWEEN')}<FROM_YEAR>1951</FROM_YEAR><TO_YEAR>1951</TO_YEAR>`, '1951'],
  ])('%s is %s', async (fields, date) => {
    const { entity, issues } = await born(fields);
    expect(entity.properties.birthDate).toEqual([date]);
    expect(issues).toEqual([]);
  });

  it.each([
    `${type('EXACT')}<NOTE>24/06/1402 (Hijri Calendar)</NOTE>`,
    `${type('APPROXIMATELY')}<NOTE>30-35 years old</NOTE>`,
    `${type('EXACT')}<DATE>1958-02-30</DATE>`,
  ])('%s is kept in the notes, with an issue', async (fields) => {
    const { entity, issues } = await born(fields);
    expect(entity.properties).not.toHaveProperty('birthDate');
    expect(entity.properties.notes?.[0]).toContain('Date of birth: ');
    expect(issues).toMatchObject([{ code: 'bad-date' }]);
  });

  it('an empty placeholder is no issue', async () => {
    expect((await born('<TYPE_OF_DATE/>')).issues).toEqual([]);
  });
});

describe('places', () => {
  const address = (fields: string) => `<INDIVIDUAL_ADDRESS>${fields}</INDIVIDUAL_ADDRESS>`;

  it('an address is one line, its country a country', async () => {
    const fields =
      "<STREET>1 Rakwon</STREET><CITY>Pyongyang</CITY><COUNTRY>Democratic People's Republic of Korea</COUNTRY>";
    expect(await properties(person(address(fields)))).toMatchObject({
      address: ["1 Rakwon, Pyongyang, Democratic People's Republic of Korea"],
      country: ['kp'],
    });
  });

  it('a country alone is no address; what is said of it goes to the notes', async () => {
    const held = await properties(person(address('<COUNTRY>Rwanda</COUNTRY><NOTE>as of early 2016</NOTE>')));
    expect(held).toMatchObject({ country: ['rw'], notes: ['Rwanda: as of early 2016'] });
    expect(held).not.toHaveProperty('address');
  });

  it('branches in a note are addresses', async () => {
    const note =
      '<NOTE>Branch Office 5: i) 2 Larran Road, Chaman, Pakistan ii) Sarafi Market, Farah, Afghanistan</NOTE>';
    expect(await properties(firm('A B', `<ENTITY_ADDRESS>${note}</ENTITY_ADDRESS>`))).toMatchObject({
      address: ['2 Larran Road, Chaman, Pakistan', 'Sarafi Market, Farah, Afghanistan'],
      country: ['pk', 'af'],
    });
  });

  it('a country that is not known is kept in the notes, with an issue', async () => {
    const { entity, issues } = await mapped(person('<NATIONALITY><VALUE>Atlantis</VALUE></NATIONALITY>'));
    expect(entity.properties).toMatchObject({ notes: ['nationality: Atlantis'] });
    expect(issues).toMatchObject([{ code: 'bad-value', value: 'Atlantis' }]);
  });
});

describe('what else a person could use', () => {
  it('positions, titles, gender, days of change', async () => {
    const values = (...list: string[]) => list.map((value) => `<VALUE>${value}</VALUE>`).join('');
    const fields = [
      `<TITLE>${values('Maulavi')}</TITLE>`,
      `<DESIGNATION>${values('a) Minister of Planning b) Minister of Education')}</DESIGNATION>`,
      `<LAST_DAY_UPDATED>${values('2012-04-02', '', '2013-03-21')}</LAST_DAY_UPDATED>`,
      '<GENDER>Male</GENDER>',
    ];
    expect(await properties(person(fields.join('')))).toMatchObject({
      title: ['Maulavi'],
      position: ['Minister of Planning', 'Minister of Education'],
      modifiedAt: ['2012-04-02', '2013-03-21'],
      gender: ['male'],
    });
  });

  it('facts in the comment of a person', async () => {
    const comment =
      'Physical description: eye colour: dark brown; hair colour: black; height: 170 cm; weight: 80kg. Father’s name is A B. Mother’s name: C D. Gender [Male].';
    expect(await properties(person(`<COMMENTS1>${comment}</COMMENTS1>`))).toMatchObject({
      eyeColor: ['dark brown'],
      hairColor: ['black'],
      height: ['170 cm'],
      weight: ['80kg'],
      fatherName: ['A B'],
      motherName: ['C D'],
      gender: ['male'],
      notes: [comment],
    });
  });

  it('facts in the comment of a firm', async () => {
    const comment =
      'SWIFT/BIC: ABCDKPPY. Email: a@b.kp; Telephone numbers: 850-2-18111; +850 2 1811 42. Website: http://example.kp. Registered company number: 02150000. VAT Number BE400000000';
    expect(await properties(firm('A BANK', `<COMMENTS1>${comment}</COMMENTS1>`))).toMatchObject({
      swiftBic: ['ABCDKPPY'],
      email: ['a@b.kp'],
      phone: ['850-2-18111', '+850 2 1811 42'],
      website: ['http://example.kp'],
      registrationNumber: ['02150000'],
      vatCode: ['BE400000000'],
    });
  });

  it('an owner of ships takes its own IMO number, not that of a ship it owns', async () => {
    const comment = (number: string) =>
      `<COMMENTS1>Owner of the tanker A. IMO number: ${number}.</COMMENTS1>`;
    expect((await properties(firm('A SHIPPING', comment('5342883')))).imoNumber).toEqual(['5342883']);
    expect(await properties(firm('A SHIPPING', comment('9074729')))).not.toHaveProperty('imoNumber');
  });

  it.each([
    ['M/V A STAR', 'Vessel'],
    ['MT A STAR', 'Vessel'],
    ['A STAR (IMO 9074729)', 'Vessel'],
    ['A STAR', 'Organization'],
  ])('%s with a number of a ship is a %s', async (name, schema) => {
    const { entity } = await mapped(firm(name, '<COMMENTS1>IMO number: 9074729</COMMENTS1>'));
    expect(entity.schema).toBe(schema);
    expect(entity.properties.imoNumber).toEqual(schema === 'Vessel' ? ['9074729'] : undefined);
  });

  it('MT without a number may be a mountain', async () => {
    expect((await mapped(firm('MT PAEKTU TRADING'))).entity.schema).toBe('Organization');
  });

  it('an element the reader does not know goes to the notes, with its line', async () => {
    const { entity, issues } = await mapped(
      person('\n<SHOE_SIZE>43</SHOE_SIZE>\n<NATIONALITY><CODE>X</CODE></NATIONALITY>'),
    );
    expect(entity.properties.notes).toEqual(['SHOE_SIZE: 43', 'CODE: X']);
    expect(issues.map(({ code, field, line }) => [code, field, line])).toEqual([
      ['unknown-element', 'SHOE_SIZE', 5],
      ['unknown-element', 'CODE', 6],
    ]);
  });
});
