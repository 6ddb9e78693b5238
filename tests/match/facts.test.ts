/** Facts beside names, as tables: how birth dates, countries, genders, addresses and numbers agree or contradict. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PreparedParty } from '../../src/match/index.js';
import { explain } from '../../src/match/index.js';
import { company, matcher, person, vessel } from './support.js';

const compare = (left: PreparedParty, right: PreparedParty) => matcher.compare(left, right);
const featureOf = (left: PreparedParty, right: PreparedParty, name: string) =>
  compare(left, right).features.find((feature) => feature.name === name);

describe('birth dates', () => {
  const said = (left: string | string[], right: string | string[]) =>
    featureOf(person('A B', { birthDate: left }), person('C D', { birthDate: right }), 'birth-date');

  it.each([
    ['to the day', '1966-03-03', '1966-03-03', 'the same day'],
    ['to the month', '1966-03', '1966-03-03', 'the same month'],
    ['to the year', '1966', '1966-03-03', 'the same year'],
    ['about', '1965~', '1966-03-03', 'about the same time'],
    ['a range', '1964/1967', '1966-03-03', 'about the same time'],
    ['day and month exchanged', '1966-05-03', '1966-03-05', 'day and month exchanged'],
    ['1 January stands for the year', '1966-01-01', '1966-11-21', 'about the same time'],
    [
      'Julian and Gregorian, thirteen days',
      '1911-05-01',
      '1911-05-14',
      'the same day in the Julian calendar',
    ],
    [
      'Julian and Gregorian, over the end of a year',
      '1911-12-25',
      '1912-01-07',
      'the same day in the Julian calendar',
    ],
    [
      'Julian and Gregorian, twelve days before 1900',
      '1899-05-01',
      '1899-05-13',
      'the same day in the Julian calendar',
    ],
    ['Solar Hijri year', '1345', '1966-07-12', 'about the same year in another calendar'],
    ['lunar Hijri year', '1385', '1966-01-12', 'about the same year in another calendar'],
    ['Buddhist year', '2509', '1966-07-12', 'about the same year in another calendar'],
    [
      'digits of the year exchanged, the same day',
      '1963-05-07',
      '1936-05-07',
      'the same day, a digit of the year otherwise',
    ],
    [
      'a digit of the year otherwise, the same day',
      '1963-05-07',
      '1968-05-07',
      'the same day, a digit of the year otherwise',
    ],
    ['digits exchanged and nothing else known', '1963', '1936', 'the last digits of the year exchanged'],
    ['another day', '1966-11-21', '1966-03-03', 'the same year, another day'],
    ['one year apart', '1967', '1966-03-03', 'one year apart'],
    ['two years apart', '1968', '1966-03-03', 'two years apart'],
    ['three years apart', '1969', '1966-03-03', 'three or four years apart'],
    ['nine years apart', '1975', '1966-03-03', 'five to nine years apart'],
    ['ten years apart', '1976', '1966-03-03', 'ten years apart or more'],
  ])('%s: %s and %s', (_, left, right, words) => {
    expect(said(left, right)?.detail).toMatch(new RegExp(`: ${words}$`));
    expect(said(left, right)?.contribution).toBe(said(right, left)?.contribution);
  });

  it('agreement, slip, contradiction: the figures fall in this order', () => {
    const figures = [
      ['1966-03-03', '1966-03-03'],
      ['1966-03', '1966-03-03'],
      ['1911-05-01', '1911-05-14'],
      ['1966', '1966-03-03'],
      ['1963-05-07', '1936-05-07'],
      ['1967', '1966-03-03'],
      ['1963', '1936'],
      ['1966-11-21', '1966-03-03'],
      ['1968', '1966-03-03'],
      ['1969', '1966-03-03'],
      ['1975', '1966-03-03'],
      ['1990', '1966-03-03'],
    ].map(([left, right]) => said(left!, right!)!.contribution);
    expect(figures).toEqual([...figures].sort((a, b) => b - a));
  });

  it('a contradiction counts fully only where every listed date is exact', () => {
    const full = said('1990-05-11', '1966-03-03')!.contribution;
    expect(said('1990-05-11', ['1966-03-03', '1964'])!.contribution).toBe(full);
    expect(said('1990-05-11', ['1966-03-03', '1964~'])!.contribution).toBe(full / 2);
    expect(said('1990-05-11', ['1966-03-03', '1960/1964'])!.contribution).toBe(full / 2);
    expect(said('1990-05-11', ['1966-03-03', '1991'])!.detail).toContain('one year apart');
  });
});

describe('countries', () => {
  const ivan = (facts: Record<string, string | string[]>) => person('Ivan Petrov', facts);
  it.each([
    ['one of several nationalities is shared', { nationality: ['ru', 'cy'] }, { nationality: 'cy' }, 0.5],
    ['no nationality is shared', { nationality: 'ru' }, { nationality: ['cy', 'mt'] }, -0.7],
    ['a national who lives elsewhere', { nationality: 'ru' }, { country: 'cy' }, -0.3],
    ['a national who lives there', { nationality: 'ru' }, { country: 'ru' }, 0.5],
    ['born where he is a national', { birthCountry: 'ua' }, { nationality: 'ua' }, 0.2],
    [
      'born where the other is a national, but of another nationality',
      { birthCountry: 'ua', nationality: 'ru' },
      { nationality: 'ua' },
      -0.7,
    ],
    ['born elsewhere', { birthCountry: 'ua' }, { nationality: 'ru' }, undefined],
    ['born in two countries', { birthCountry: 'ua' }, { birthCountry: 'ru' }, -0.7],
    ['born in a state that ended', { birthCountry: 'suhh' }, { birthCountry: 'ua' }, 0.3],
    ['of a state that ended', { nationality: 'yucs' }, { nationality: 'rs' }, 0.3],
    ['of another than the state that ended', { nationality: 'yucs' }, { nationality: 'ru' }, -0.7],
    ['of two of its successors', { nationality: 'ru' }, { nationality: 'ua' }, -0.7],
    ['of a territory and its state', { nationality: 'hk' }, { nationality: 'cn' }, 0.3],
    ['a part of a country', { nationality: 'ua-cri' }, { nationality: 'ua' }, 0.5],
  ])('%s', (_, left, right, contribution) => {
    expect(featureOf(ivan(left), ivan(right), 'country')?.contribution).toBe(contribution);
    expect(featureOf(ivan(right), ivan(left), 'country')?.contribution).toBe(contribution);
  });

  it('a company of a territory is not of its state', () =>
    expect(
      featureOf(
        company('Velora', { jurisdiction: 'hk' }),
        company('Velora', { jurisdiction: 'cn' }),
        'country',
      )?.contribution,
    ).toBe(-0.7));

  it('a territory’s register is not its state’s: equal numbers confirm nothing', () => {
    const left = company('Velora Trading', { registrationNumber: '412345', jurisdiction: 'vg' });
    const right = company('Velora Trading', { registrationNumber: '412345', jurisdiction: 'gb' });
    expect(compare(left, right)).toMatchObject({ confirmed: false });
  });
});

describe('gender that the name tells', () => {
  const listed = person('Maria Ivanova', { gender: 'female' });
  it.each([
    ['a patronymic of a man against a woman', 'Ivan Petrovich Ivanov', -0.8],
    ['a patronymic of a woman', 'Мария Петровна Иванова', 0.05],
    ['a family name of a woman', 'Natalia Trubetskaya', 0.05],
    ['an ending that Italians have as well', 'Giacomo Casanova', undefined],
    ['a name that tells nothing', 'Sasha Ivanenko', undefined],
  ])('%s', (_, name, contribution) =>
    expect(featureOf(person(name), listed, 'gender')?.contribution).toBe(contribution),
  );

  it('two names that tell it say nothing beside what they say as names', () =>
    expect(
      featureOf(person('Ivan Petrovich Ivanov'), person('Maria Petrovna Ivanova'), 'gender'),
    ).toBeUndefined());
});

describe('addresses', () => {
  const level = (left: string, right: string) =>
    featureOf(company('Velora', { address: left }), company('Other', { address: right }), 'address')
      ?.contribution ?? 0;
  const [FLAT, SAME, BOX, STREET, POSTCODE] = [1.6, 1.2, 1, 0.6, 0.5];
  it.each([
    ['order, case and postcode', '12 Harbour Road, Limassol', 'Harbour Road 12, 3030 LIMASSOL, Cyprus', SAME],
    ['kinds of street and their short forms', '12 Harbour Rd., Limassol', '12, Harbour Road, Limassol', SAME],
    ['a Russian street in two scripts', 'ул. Тверская, д. 7, Москва', '7 Tverskaya Street, Moscow', SAME],
    ['a Russian street in two romanisations', 'ul. Tverskaya, dom 7', 'Tverskaia ulitsa 7, Moskva', SAME],
    ['house and wing', 'ul. Lenina, d. 7, korp. 2, Omsk', 'Lenina 7/2, Omsk', SAME],
    ['another wing', 'ul. Lenina, d. 7, korp. 2, Omsk', 'ul. Lenina, d. 7, korp. 3, Omsk', 0],
    ['the same flat', 'ul. Lenina, d. 7, kv. 4, Omsk', 'Lenina Street 7, apt 4, Omsk', FLAT],
    ['a German street in one word', 'Hauptstraße 5, 10115 Berlin', 'Hauptstr. 5, Berlin', SAME],
    ['a French street', '5 rue de Rivoli, 75001 Paris', '5, Rue de Rivoli, Paris', SAME],
    ['a house of two letters', 'Lenina 7 A, Omsk', 'ul. Lenina 7a, Omsk', SAME],
    ['the same house in another street', '12 Harbour Road, Limassol', '12 Mountain Road, Limassol', 0],
    ['another house in the same street', '12 Harbour Road, Limassol', '14 Harbour Road, Limassol', 0],
    [
      'the same street and house of another postcode',
      'Hauptstr. 5, 10115 Berlin',
      'Hauptstr. 5, 80331 München',
      0,
    ],
    ['a street without a house', 'Harbour Road, Limassol', '12 Harbour Road, Limassol', STREET],
    ['a post office box of one town', 'P.O. Box 1234, Tortola', 'PO Box 1234, Road Town, Tortola', BOX],
    ['a post office box of another town', 'P.O. Box 1234, Tortola', 'P.O. Box 1234, Dubai', 0],
    ['a postcode alone', '10115 Berlin', 'Invalidenstr. 3, 10115 Berlin', POSTCODE],
    ['nothing but a kind of street', 'Main Street, Omsk', 'High Street, Tomsk', 0],
  ])('%s', (_, left, right, contribution) => {
    expect(level(left, right)).toBe(contribution);
    expect(level(right, left)).toBe(contribution);
  });

  it('a city is found in whatever script', () => {
    const left = company('Velora', { city: 'Москва' });
    expect(
      featureOf(left, company('Velora', { address: 'ul. Arbat 3, Moskva' }), 'address')?.contribution,
    ).toBe(0.4);
  });

  it('any text is an address, and agrees with itself from either side', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        expect(level(left, right)).toBe(level(right, left));
      }),
    ));
});

describe('identifiers', () => {
  it('unique, but with another name: the words say so, and it is still to be looked at', () => {
    const result = compare(
      company('Velora Trading', { innCode: '7736050003' }),
      company('PJSC Gazprom', { innCode: '7736050003' }),
    );
    expect(result.score).toBeGreaterThanOrEqual(0.7);
    expect(result.features.find(({ name }) => name === 'identifier')?.detail).toBe(
      'INN 7736050003: equal; same identifier, other name',
    );
  });

  it('a renamed ship is told as one', () =>
    expect(
      featureOf(
        vessel('BLUE HORIZON', { imoNumber: '9116412' }),
        vessel('GRACE 1', { imoNumber: '9116412' }),
        'identifier',
      )?.detail,
    ).toContain('ships are renamed'));

  it('an invalid one is no evidence, and the explanation says so', () => {
    const [left, right] = [
      company('Alfa', { innCode: '7736050004' }),
      company('Beta', { innCode: '7736050004' }),
    ];
    expect(featureOf(left, right, 'identifier')).toMatchObject({ contribution: 0 });
    expect(compare(left, right).score).toBe(compare(company('Alfa'), company('Beta')).score);
    expect(explain(compare(left, right))).toContain('fails its own check digit and says nothing');
  });

  it('a company’s IMO number never meets a ship’s', () => {
    const ship = vessel('Grace 1', { imoNumber: '9116412' });
    const owner = company('Grace 1', { imoNumber: '9116412' });
    expect(featureOf(ship, owner, 'identifier')).toBeUndefined();
  });

  const supporting: [string, string][] = [
    ['mmsi', '273123456'],
    ['callSign', 'UBXY7'],
    ['swiftBic', 'SABRRUMM'],
    ['phone', '+7 495 123 45 67'],
    ['website', 'www.velora.example'],
    ['iban', 'DE89370400440532013000'],
  ];
  it.each(supporting)('%s supports and never confirms', (property, value) => {
    const left = company('Velora Trading', { [property]: value, jurisdiction: 'cy' });
    const same = compare(left, company('Velora Trading', { [property]: value, jurisdiction: 'cy' }));
    expect(same).toMatchObject({ confirmed: false, strength: 'name and other facts' });
    expect(
      featureOf(left, company('Velora Trading', { [property]: value }), 'identifier')?.contribution,
    ).toBe(2.5);
    // Asked for by nothing else it is shown, for a person to look at.
    const alone = compare(company('', { [property]: value }), left);
    expect(alone).toMatchObject({ confirmed: false, strength: 'identifier' });
    expect(alone.score).toBeGreaterThanOrEqual(0.7);
  });

  it('no facts that many share lift two different names over the threshold', () => {
    const shared = {
      swiftBic: 'SABRRUMM',
      phone: '+7 495 123 45 67',
      address: 'ul. Lenina, d. 7, kv. 4, Omsk',
      birthDate: '1966-03-03',
      nationality: 'ru',
      gender: 'male',
    };
    expect(compare(person('Boris Andreev', shared), person('Roman Kovalchuk', shared)).score).toBeLessThan(
      0.7,
    );
    const untyped = [
      company('Velora', { taxNumber: '5512345', jurisdiction: 'cy' }),
      company('Mardek', { registrationNumber: '5512345', jurisdiction: 'cy' }),
    ] as const;
    expect(compare(...untyped).score).toBeLessThan(0.7);
  });
});

describe('a sentence says why', () => {
  it.each([
    [
      person('Mikhail Mishustin', { birthDate: '1966-03-03' }),
      person('Mikhail Vladimirovich MISHUSTIN', { birthDate: '1966-03-03', gender: 'male' }),
      'In the names mikhail and mishustin agree, only one side has vladimirovich (patronymic); the birth date speaks for it (1966-03-03 and 1966-03-03: the same day).',
    ],
    [
      company('Gazprom', { jurisdiction: 'ru' }),
      company('Gazprom', { jurisdiction: 'cy' }),
      'In the names every part agrees; the country speaks against it (registration: ru and cy).',
    ],
    [
      vessel('', { imoNumber: '9116412' }),
      vessel('GRACE 1', { imoNumber: '9116412' }),
      'The identifier speaks for it (IMO 9116412: equal).',
    ],
    [company(''), company('GRACE 1'), 'There is nothing to compare.'],
  ])('%#', (left, right, sentence) => expect(explain(compare(left, right))).toBe(sentence));
});
