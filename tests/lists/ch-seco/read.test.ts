import { describe, expect, it } from 'vitest';
import { DOE, identity, listOf, mapped, name, readText, target } from './support.js';

const properties = async (one: string) => (await mapped(one)).entity.properties;

describe('the file', () => {
  it('says its day; programmes before and places behind the targets are found', async () => {
    const address = '<address place-id="90"><address-details>1 Main Road</address-details></address>';
    const { published, entities, issues } = await readText(
      listOf(target(identity(name(['family-name=Doe', 'given-name=Jan']) + address))),
    );
    expect(published).toBe('2026-08-27');
    expect(issues).toEqual([]);
    expect(entities[0]?.properties).toMatchObject({
      address: ['1 Main Road, Nordstadt, Nordkreis, North Korea'],
      country: ['kp'],
    });
  });

  it('that is an amendment is never taken for the list', async () => {
    await expect(readText(listOf(target(DOE), 'amendment'))).rejects.toMatchObject({
      code: 'list-unreadable',
      message: expect.stringContaining('"amendment", not "whole-list"'),
    });
  });

  it('that is an amendment is passed over beside the list, though it is newer', async () => {
    const amendment = listOf(target(DOE, { ssid: '7' }), 'amendment', '2026-09-01');
    const { entities, issues } = await readText(amendment, listOf(target(DOE)));
    expect(entities.map(({ id }) => id)).toEqual(['ch-seco-500']);
    expect(issues).toMatchObject([{ code: 'ignored-file', value: 'amendment' }]);
  });

  it('without a target is empty, cut off in a target is truncated with its line', async () => {
    await expect(readText(listOf(''))).rejects.toMatchObject({ code: 'list-empty' });
    const cut = listOf(target(DOE)).split('<modification')[0]!;
    await expect(readText(cut)).rejects.toMatchObject({
      code: 'list-truncated',
      message: expect.stringContaining('seco-0.xml:10'),
    });
  });

  it('with an element that nobody knows says so once and keeps its text', async () => {
    const odd = (ssid: string) => target(DOE, { inside: '<shoe-size>43</shoe-size>', ssid });
    const { entities, issues } = await readText(listOf(odd('1') + odd('2')));
    expect(issues).toMatchObject([{ code: 'unknown-element', field: 'shoe-size', value: '43' }]);
    expect(entities.map(({ properties: { notes } }) => notes)).toEqual([
      ['shoe-size: 43'],
      ['shoe-size: 43'],
    ]);
  });

  it('with two targets of one number keeps both', async () => {
    const { entities, issues } = await readText(listOf(target(DOE) + target(DOE)));
    expect(entities.map(({ id }) => id)).toEqual(['ch-seco-500', 'ch-seco-500-2']);
    expect(issues).toMatchObject([{ code: 'duplicate-entry' }]);
  });
});

describe('names', () => {
  it('are read aloud as given, father, family name, whatever order they are written in', async () => {
    const whole = name(['family-name=Doe', 'given-name=Jan', 'father-name=Petrovich', 'title=Dr']);
    expect(await properties(target(identity(whole)))).toMatchObject({
      name: ['Jan Petrovich Doe'],
      firstName: ['Jan'],
      fatherName: ['Petrovich'],
      lastName: ['Doe'],
      title: ['Dr'],
    });
  });

  it('spelling variants of one script make a name, and no name mixes two scripts', async () => {
    const whole = name(['family-name=Doe|Dow|Доу:CYRL', 'given-name=Jan|Ян:CYRL', 'father-name=Petrovich']);
    expect(await properties(target(identity(whole)))).toMatchObject({
      name: ['Jan Petrovich Doe', 'Ян Доу'],
      alias: ['Jan Petrovich Dow'],
    });
  });

  it.each([
    ['alias', 'good', 'alias'],
    ['alias', 'low', 'weakAlias'],
    ['formerly-known-as', 'good', 'previousName'],
    ['formerly-known-as', 'low', 'weakAlias'],
  ])('%s of quality %s is a %s', async (type, quality, property) => {
    const second = name(['whole-name=Other Name'], type, quality);
    expect(await properties(target(identity(name(['whole-name=Jan Doe']) + second)))).toMatchObject({
      name: ['Jan Doe'],
      [property]: ['Other Name'],
    });
  });

  it('of another identity of the same person are aliases', async () => {
    const second = identity(name(['family-name=Roe', 'given-name=Max']), false);
    const held = await properties(target(DOE + second));
    expect(held).toMatchObject({ name: ['Jan Doe'], alias: ['Max Roe'], lastName: ['Doe'] });
  });

  it('a quality, type or part that nobody knows is told, and the name kept', async () => {
    const odd = name(['nickname=Bear'], 'called', 'middling');
    const { entity, issues } = await mapped(target(DOE + identity(odd)));
    expect(entity.properties.alias).toEqual(['Bear']);
    expect(issues.map(({ code, value }) => [code, value])).toEqual([
      ['bad-value', 'called'],
      ['bad-value', 'middling'],
      ['bad-value', 'nickname'],
    ]);
  });
});

describe('history', () => {
  const change = (type: string, day: string) =>
    `<modification modification-type="${type}" effective-date="${day}"/>`;
  const days = async (...history: string[]) => {
    const { entity } = await mapped(target(DOE, { history: history.join('') }));
    return [entity.listings[0]?.start, entity.listings[0]?.end];
  };

  it('a de-listed target stays in the file and is over on the day before', async () => {
    const history = [change('de-listed', '2016-03-01'), change('listed', '2011-02-07')];
    expect(await days(...history)).toEqual(['2011-02-07', '2016-02-29']);
  });

  it('the newest change by its day decides, not its place in the file', async () => {
    expect(await days(change('listed', '2011-02-07'), change('de-listed', '2016-03-01'))).toEqual([
      '2011-02-07',
      '2016-02-29',
    ]);
    expect(
      await days(
        change('listed', '2020-01-01'),
        change('de-listed', '2016-03-01'),
        change('listed', '2011-02-07'),
      ),
    ).toEqual(['2020-01-01', null]);
  });

  it('an amendment changes no day; a start that is not told is not made up', async () => {
    expect(await days(change('amended', '2022-01-01'), change('listed', '2011-02-07'))).toEqual([
      '2011-02-07',
      null,
    ]);
    expect(await days(change('amended', '2022-01-01'))).toEqual([null, null]);
  });

  it('what a change repeats of an identity does not count', async () => {
    const history = `<modification modification-type="amended" effective-date="2016-01-01"><removed>${identity(name(['whole-name=Former Spelling']))}</removed></modification>`;
    expect(JSON.stringify((await mapped(target(DOE, { history }))).entity)).not.toContain('Former');
  });

  it('a de-listing without a day leaves the target listed, with an issue', async () => {
    const history = '<modification modification-type="de-listed"/>';
    const { entity, issues } = await mapped(target(DOE, { history }));
    expect(entity.listings[0]?.end).toBeNull();
    expect(issues).toMatchObject([{ code: 'bad-value' }]);
  });
});

describe('sanctions sets', () => {
  it('each gives a listing, under the English key of its programme and by its own words', async () => {
    const { entity } = await mapped(target(DOE, { sets: '11 12' }));
    expect(
      entity.listings.map(({ entry, programme, measure, act }) => [entry, programme, measure, act]),
    ).toEqual([
      ['500', 'North Land', 'Asset freeze', 'Ordinance on North Land, Financial sanctions, annex 1'],
      ['500', 'North Land', 'Travel ban', 'Ordinance on North Land, Travel ban, annex 2'],
    ]);
  });

  it('one whose words say nothing has no measure, so a person sees it', async () => {
    const { entity } = await mapped(target(DOE, { sets: '13' }));
    expect(entity.listings).toMatchObject([{ programme: 'North Land', measure: null }]);
  });

  it('one that the file does not hold, and none at all, are told', async () => {
    expect((await mapped(target(DOE, { sets: '99' }))).issues).toMatchObject([
      { code: 'bad-value', value: '99' },
    ]);
    const { entity, issues } = await mapped(target(DOE, { sets: '' }));
    expect(issues).toMatchObject([{ code: 'missing-field' }]);
    expect(entity.listings).toMatchObject([{ programme: null }]);
  });
});

describe('facts', () => {
  it.each([
    ['day="7" month="3" year="1980"', '1980-03-07'],
    ['month="3" year="1980"', '1980-03'],
    ['year="1980" quality="low"', '1980~'],
  ])('a birth of %s is %s', async (attributes, date) => {
    const born = `<day-month-year ${attributes} calendar="Gregorian"/>`;
    expect((await properties(target(DOE + identity(born)))).birthDate).toEqual([date]);
  });

  it('a day of another calendar is kept in the notes, with an issue', async () => {
    const { entity, issues } = await mapped(
      target(DOE + identity('<day-month-year day="1" month="1" year="1340" calendar="Hijri"/>')),
    );
    expect(entity.properties).not.toHaveProperty('birthDate');
    expect(issues).toMatchObject([{ code: 'bad-date' }]);
  });

  it('a person has nationality, birthplace, gender and documents', async () => {
    const inside = `<nationality><country iso-code="GB">United Kingdom</country></nationality><place-of-birth place-id="90"/>
      <identification-document document-type="passport"><number>X1234567</number><issuer code="GB">United Kingdom</issuer></identification-document>`;
    expect(
      await properties(
        target(identity(name(['whole-name=Jan Doe']) + inside), { party: 'individual sex="male"' }),
      ),
    ).toMatchObject({
      nationality: ['gb'],
      birthPlace: ['Nordstadt, Nordkreis, North Korea'],
      birthCountry: ['kp'],
      gender: ['male'],
      passportNumber: ['X1234567'],
    });
  });

  it('a ship is known by the number in its other information; a wrong one is told and kept', async () => {
    const ship = (text: string) =>
      target(identity(name(['whole-name=North Star'])), {
        party: 'object object-type="vessel"',
        inside: `<other-information>${text}</other-information>`,
      });
    expect((await mapped(ship('IMO Number: 9074729'))).entity).toMatchObject({
      schema: 'Vessel',
      properties: { imoNumber: ['9074729'], notes: ['IMO Number: 9074729'] },
    });
    const { entity, issues } = await mapped(ship('IMO: 9074728'));
    expect(entity.properties.imoNumber).toEqual(['9074728']);
    expect(issues).toMatchObject([{ code: 'bad-checksum' }]);
  });

  it('a firm is known by BIC, registration and tax numbers in its other information', async () => {
    const inside =
      '<other-information>SWIFT/BIC: ABCDKPPY; Registration number: 1027700132195; INN 7707083893; www.example.org</other-information>';
    expect(
      await properties(target(identity(name(['whole-name=North Bank'])), { party: 'entity', inside })),
    ).toMatchObject({
      swiftBic: ['ABCDKPPY'],
      ogrnCode: ['1027700132195'],
      innCode: ['7707083893'],
      website: ['www.example.org'],
    });
  });

  it('a reason is the listing’s, the identifier of another list a note', async () => {
    const { entity } = await mapped(
      target(DOE, { inside: '<justification>Runs a bank.</justification>' }).replace(
        '<individual>',
        '<foreign-identifier>EU.1.2</foreign-identifier><individual>',
      ),
    );
    expect(entity.listings[0]?.reason).toBe('Runs a bank.');
    expect(entity.properties.notes).toEqual(['Identifier of the list it was taken from: EU.1.2']);
  });
});
