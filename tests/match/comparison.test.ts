/** Two parties: what settles that they are one, what contradicts, and that the explanation adds up. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PreparedParty } from '../../src/match/index.js';
import { FEATURE_SENTENCES } from '../../src/match/index.js';
import { company, logit, matcher, names, party, person, vessel } from './support.js';

const compare = (left: PreparedParty, right: PreparedParty) => matcher.compare(left, right);
const featureOf = (left: PreparedParty, right: PreparedParty, name: string) =>
  compare(left, right).features.find((feature) => feature.name === name);

const mishustin = person('Mikhail Vladimirovich MISHUSTIN', {
  birthDate: '1966-03-03',
  nationality: 'ru',
  gender: 'male',
});

describe('what confirms', () => {
  it('an equal, valid tax number of Russia', () =>
    expect(
      compare(
        company('Gazprom', { innCode: '7736050003' }),
        company('PJSC Gazprom', { innCode: '7736050003' }),
      ),
    ).toMatchObject({
      strength: 'identifier',
      confirmed: true,
    }));

  it('an equal IMO number with the same name', () =>
    expect(
      compare(vessel('GRACE 1', { imoNumber: 'IMO 9116412' }), vessel('Grace 1', { imoNumber: '9116412' })),
    ).toMatchObject({
      strength: 'identifier',
      confirmed: true,
    }));

  it('an equal IMO number with a former name', () => {
    const listed = vessel('ADRIAN DARYA 1', { imoNumber: '9116412', previousName: 'GRACE 1' });
    expect(compare(vessel('Grace 1', { imoNumber: '9116412' }), listed)).toMatchObject({ confirmed: true });
  });

  it('an equal IMO number with another name, since ships are renamed', () =>
    expect(
      compare(
        vessel('BLUE HORIZON', { imoNumber: '9116412' }),
        vessel('ADRIAN DARYA 1', { imoNumber: '9116412', previousName: 'GRACE 1' }),
      ),
    ).toMatchObject({ strength: 'identifier', confirmed: true }));

  it('a Chinese credit code in whatever field', () =>
    expect(
      compare(
        company('Huawei Technologies', { taxNumber: '914403001922038216' }),
        company('Huawei Technologies Co., Ltd.', { registrationNumber: '914403001922038216' }),
      ),
    ).toMatchObject({ strength: 'identifier', confirmed: true }));

  it('an equal IMO number alone, when no name was given', () =>
    expect(
      compare(vessel('', { imoNumber: '9116412' }), vessel('ADRIAN DARYA 1', { imoNumber: '9116412' })),
    ).toMatchObject({
      strength: 'identifier',
      confirmed: true,
    }));

  it('a registration number of the same country', () =>
    expect(
      compare(
        company('Velora Trading', { registrationNumber: 'HE 412345', jurisdiction: 'cy' }),
        company('Velora Trading Ltd', { registrationNumber: 'HE412345', country: 'cy' }),
      ),
    ).toMatchObject({ strength: 'identifier', confirmed: true }));

  it('a full name with the same birth date to the day, when nobody says that it is a person', () =>
    expect(
      compare(party('Thing', 'Mikhail Mishustin', { birthDate: '1966-03-03' }), mishustin),
    ).toMatchObject({
      confirmed: true,
    }));

  it('a full name with the same birth date to the day', () =>
    expect(compare(person('Mishustin Mikhail', { birthDate: '1966-03-03' }), mishustin)).toMatchObject({
      strength: 'name and birth date',
      confirmed: true,
    }));
});

describe('what does not confirm', () => {
  const unconfirmed: [string, PreparedParty, PreparedParty, string][] = [
    ['a name alone, however equal', person('Mikhail Vladimirovich Mishustin'), mishustin, 'name only'],
    [
      'a birth date that is only a year',
      person('Mikhail Mishustin', { birthDate: '1966' }),
      mishustin,
      'name and other facts',
    ],
    [
      'a shared country',
      person('Mikhail Mishustin', { nationality: 'ru' }),
      mishustin,
      'name and other facts',
    ],
    [
      'gender alone is no other fact',
      person('Mikhail Mishustin', { gender: 'male' }),
      mishustin,
      'name only',
    ],
    [
      'another patronymic with the birth date: another father',
      person('Mikhail Petrovich Mishustin', { birthDate: '1966-03-03' }),
      person('Mikhail Vladimirovich Mishustin', { birthDate: '1966-03-03' }),
      'name and other facts',
    ],
    [
      'another initial with the birth date',
      person('Mikhail P. Mishustin', { birthDate: '1966-03-03' }),
      person('Mikhail V. Mishustin', { birthDate: '1966-03-03' }),
      'name and other facts',
    ],
    [
      'one part of the name with the birth date',
      person('Mishustin', { birthDate: '1966-03-03' }),
      mishustin,
      'name and other facts',
    ],
    [
      'a misspelled name with the birth date',
      person('Mikhail Mishustim', { birthDate: '1966-03-03' }),
      mishustin,
      'name and birth date',
    ],
    [
      'the birth date beside a contradicting fact',
      person('Mikhail Mishustin', { birthDate: '1966-03-03', gender: 'female' }),
      mishustin,
      'name and birth date',
    ],
    [
      'an equal tax number with another name',
      company('Velora Trading', { innCode: '7736050003' }),
      company('PJSC Gazprom', { innCode: '7736050003' }),
      'identifier',
    ],
    [
      'an equal tax number of a person and a company',
      person('Mikhail Mishustin', { innCode: '500100732259' }),
      company('Mikhail Mishustin', { innCode: '500100732259' }),
      'identifier',
    ],
    [
      'a tax number that fails its checksum',
      company('Gazprom', { innCode: '7736050004' }),
      company('Gazprom', { innCode: '7736050004' }),
      'name only',
    ],
    [
      'a BIC, which branches and daughters share',
      company('Velora Bank', { swiftBic: 'SABRRUMM' }),
      company('Velora Bank', { swiftBic: 'SABRRUMMXXX' }),
      'name and other facts',
    ],
    [
      'a phone number',
      company('Velora Trading', { phone: '+357 25 123 456' }),
      company('Velora Trading', { phone: '0035725123456' }),
      'name and other facts',
    ],
    [
      'a registration number when one country is not known',
      company('Velora Trading', { registrationNumber: 'HE412345' }),
      company('Velora Trading', { registrationNumber: 'HE412345', country: 'cy' }),
      'identifier',
    ],
    [
      'a registration number of two countries',
      company('Velora Trading', { registrationNumber: '412345', country: 'mt' }),
      company('Velora Trading', { registrationNumber: '412345', country: 'cy' }),
      'name and other facts',
    ],
    [
      'a tax number written into the registration number',
      company('Gazprom', { registrationNumber: '7736050003' }),
      company('Gazprom', { innCode: '7736050003' }),
      'identifier',
    ],
    [
      'an MMSI, which changes with the flag',
      vessel('Ocean Star', { mmsi: '273123456' }),
      vessel('Ocean Star', { mmsi: '273123456' }),
      'name and other facts',
    ],
  ];
  it.each(unconfirmed)('%s', (_, left, right, strength) =>
    expect(compare(left, right)).toMatchObject({ strength, confirmed: false }),
  );
});

describe('contradictions', () => {
  it('a birth year ten years off brings the rarest name under the threshold, and says so', () => {
    const result = compare(person('Mikhail Vladimirovich Mishustin', { birthDate: '1986-05-11' }), mishustin);
    expect(result.score).toBeLessThan(0.7);
    expect(result.scoreWithoutContradictions).toBeGreaterThan(0.9);
    expect(result.contradictions).toEqual(['birth-date: 1986-05-11 and 1966-03-03: ten years apart or more']);
  });

  it('grows with the distance of the birth dates', () => {
    const dates = ['1966-03-03', '1966-03', '1966', '1967-03-03', '1969', '1973', '1990'];
    const scores = dates.map(
      (birthDate) => compare(person('Mikhail Mishustin', { birthDate }), mishustin).score,
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });

  it('a missing fact neither agrees nor contradicts', () =>
    expect(
      compare(person('Mikhail Mishustin'), mishustin).features.every(
        (feature) => !/birth|gender|country/.test(feature.name),
      ),
    ).toBe(true));

  it.each([
    ['circa', '1965~', '1966-03-03', 0.4],
    ['a range that covers the day', '1964/1967', '1966-03-03', 0.4],
    ['day and month exchanged', '1966-05-03', '1966-03-05', 0.6],
    ['another day of the year', '1966-11-21', '1966-03-03', -1.2],
    ['the year alone', '1966', '1966-03-03', 0.7],
    ['one year off', '1967', '1966-03-03', -0.7],
  ])('birth dates: %s', (_, left, right, contribution) =>
    expect(
      featureOf(person('A B', { birthDate: left }), person('A B', { birthDate: right }), 'birth-date')
        ?.contribution,
    ).toBe(contribution),
  );

  it('the best of several birth dates counts', () =>
    expect(
      featureOf(person('A B', { birthDate: ['1950', '1966-03-03'] }), mishustin, 'birth-date')?.value,
    ).toBe(1));

  it('other genders, kinds and IMO numbers', () => {
    expect(featureOf(person('A', { gender: 'F' }), mishustin, 'gender')?.contribution).toBeLessThan(-2);
    expect(featureOf(company('Mishustin'), mishustin, 'kind')?.contribution).toBeLessThan(-2);
    expect(featureOf(party('LegalEntity', 'Mishustin'), mishustin, 'kind')).toBeUndefined();
    const other = featureOf(
      vessel('Grace', { imoNumber: '9116412' }),
      vessel('Grace', { imoNumber: '9074729' }),
      'identifier-other',
    );
    expect(other?.contribution).toBe(-3);
  });

  it('countries without one in common contradict a little, words that are no code not at all', () => {
    expect(featureOf(person('A', { nationality: 'cy' }), mishustin, 'country')?.contribution).toBe(-0.7);
    expect(featureOf(person('A', { nationality: 'Utopia' }), mishustin, 'country')).toBeUndefined();
  });
});

describe('weak aliases', () => {
  const listed = person('Semyon Yudkovich MOGILEVICH', {
    weakAlias: 'THE BRAINY DON',
    birthDate: '1946-06-30',
  });

  it('alone they are seen, equal to the letter, and never confirm', () => {
    const result = compare(person('The Brainy Don'), listed);
    expect(result).toMatchObject({ strength: 'weak alias only', confirmed: false, right: 'THE BRAINY DON' });
    expect(result.score).toBeGreaterThanOrEqual(0.7);
    expect(compare(person('The Brainy Done'), listed).score).toBeLessThan(0.7);
  });

  it('never confirm with a birth date either', () =>
    expect(compare(person('The Brainy Don', { birthDate: '1946-06-30' }), listed)).toMatchObject({
      confirmed: false,
    }));

  it('are scored like other names when asked for, and passed over when not wanted', () => {
    const query = person('The Brany Don');
    expect(matcher.compare(query, listed, { weakAliases: 'on' }).score).toBeGreaterThanOrEqual(0.7);
    expect(matcher.compare(person('The Brainy Don'), listed, { weakAliases: 'off' }).score).toBeLessThan(0.7);
  });

  it('do not hide a name that matches on its own', () =>
    expect(compare(person('Semyon Mogilevich'), listed)).toMatchObject({ strength: 'name only' }));
});

it('a renamed ship is found by its IMO number', () =>
  expect(
    compare(vessel('NEW DAWN', { imoNumber: '9116412' }), vessel('OLD NIGHT', { imoNumber: '9116412' }))
      .score,
  ).toBeGreaterThan(0.7));

it('names given in pieces are put together', () =>
  expect(
    matcher.prepare({ schema: 'Person', properties: { lastName: ['Petrov'], firstName: ['Ivan'] } }).names[0]
      ?.parsed.text,
  ).toBe('Ivan Petrov'));

it('names parsed before are taken as they are', () => {
  const parsed = [{ parsed: names.parse('Ivan Petrov', 'person'), property: 'alias', weak: false } as const];
  expect(matcher.prepare({ schema: 'Person', properties: { name: ['Other'] } }, parsed).names).toBe(parsed);
  expect(
    matcher.bestNameScore(person('Petrov Ivan'), [names.parse('Nobody Else', 'person'), parsed[0]!.parsed]),
  ).toBeGreaterThan(0.9);
});

it('the same street and city support', () => {
  const left = company('Velora', { address: '12 Harbour Road, Limassol' });
  expect(
    featureOf(left, company('Velora', { address: 'Harbour Road 12, 3030 LIMASSOL, Cyprus' }), 'address')
      ?.contribution,
  ).toBe(1.2);
  expect(featureOf(left, company('Velora', { city: 'Limassol' }), 'address')?.contribution).toBe(0.4);
  expect(featureOf(left, company('Velora', { city: 'Nicosia' }), 'address')).toBeUndefined();
});

it('a ship’s flag, type and year of building', () => {
  const ship = vessel('Ocean Star', { flag: 'pa', type: 'Crude Oil Tanker', buildDate: '2004' });
  const same = compare(
    ship,
    vessel('Ocean Star', { flag: 'pa', type: 'crude oil tanker', buildDate: '2004-05' }),
  );
  expect(same.features.map((feature) => feature.name)).toEqual(
    expect.arrayContaining(['flag', 'vessel-type', 'built']),
  );
  expect(featureOf(ship, vessel('Ocean Star', { flag: 'ga' }), 'flag')).toBeUndefined();
  expect(featureOf(ship, vessel('Ocean Star', { buildDate: '1996' }), 'built')?.contribution).toBe(-2);
});

const facts = fc.record(
  {
    birthDate: fc.constantFrom('1966-03-03', '1966', '1951~', '1940/1950', '1967-01-01'),
    nationality: fc.constantFrom('ru', 'cy', 'us'),
    gender: fc.constantFrom('male', 'female'),
    innCode: fc.constantFrom('7736050003', '7736050004'),
    idNumber: fc.constantFrom('7736050003', 'AB12345'),
    city: fc.constantFrom('Moscow', 'Limassol'),
    weakAlias: fc.constantFrom('The Don', 'Misha'),
  },
  { requiredKeys: [] },
);
const anyParty = fc
  .tuple(
    fc.constantFrom('Person', 'Company', 'Vessel', 'LegalEntity'),
    fc.constantFrom('Mikhail Mishustin', 'Mishustin M.', 'The Don', 'Gazprom Neft', 'Ivan Petrov', ''),
    facts,
  )
  .map(([schema, name, given]) => party(schema, name, given as Record<string, string>));
const weakAliases = fc.constantFrom('on' as const, 'support' as const, 'off' as const);

describe('what holds for all parties', () => {
  it('contributions and bias add up to the logit of the score', () =>
    fc.assert(
      fc.property(anyParty, anyParty, weakAliases, (left, right, mode) => {
        const result = matcher.compare(left, right, { weakAliases: mode });
        const sum = result.features.reduce((total, feature) => total + feature.contribution, result.bias);
        expect(sum).toBeCloseTo(logit(result.score), 9);
        expect(result.score).toBe(Math.round(result.score * 10_000) / 10_000);
        expect(result.score).toBeGreaterThanOrEqual(0.0001);
        expect(result.score).toBeLessThanOrEqual(0.9999);
        for (const { value } of result.features) expect(value >= 0 && value <= 1).toBe(true);
      }),
    ));

  it('the score and all that follows from it are the same from either side', () =>
    fc.assert(
      fc.property(anyParty, anyParty, weakAliases, (left, right, mode) => {
        const one = matcher.compare(left, right, { weakAliases: mode });
        const other = matcher.compare(right, left, { weakAliases: mode });
        expect([other.score, other.strength, other.confirmed, other.scoreWithoutContradictions]).toEqual([
          one.score,
          one.strength,
          one.confirmed,
          one.scoreWithoutContradictions,
        ]);
      }),
    ));

  it('a contradiction added never raises the score', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('1970', '1990-01-01', '1966-12-24'),
        fc.constantFrom('female', 'male'),
        (birthDate, gender) => {
          const plain = compare(person('Mikhail Mishustin'), mishustin).score;
          const later = compare(person('Mikhail Mishustin', { birthDate }), mishustin).score;
          const both = compare(
            person('Mikhail Mishustin', { birthDate, gender, nationality: 'us' }),
            mishustin,
          ).score;
          return later <= plain && (gender === 'male' || both <= later);
        },
      ),
    ));
});

describe('every feature', () => {
  const source = ['birth-date', 'country', 'facts', 'identifiers', 'name-features', 'same-address']
    .map((file) => readFileSync(new URL(`../../src/match/${file}.ts`, import.meta.url), 'utf8'))
    .join('\n');
  const documented = new Map<string, string>();
  for (const match of source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(?:export )?function (\w+)\(/g)) {
    const text = match[1]!
      .replace(/\n \* ?/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    documented.set(match[2]!, /^(.*?\.)(?: [A-Z]|$)/.exec(text)?.[1] ?? '');
  }
  const functionOf: Record<string, string> = {
    'name-spelling': 'nameSpelling',
    'name-conflict': 'nameConflict',
    'name-left-over': 'nameLeftOver',
    'name-order': 'nameOrder',
    'name-floor': 'nameFloor',
    'weak-alias': 'weakAlias',
    'identifier-other': 'otherIdentifier',
    'birth-date': 'birthDate',
    'vessel-type': 'vesselType',
  };

  it.each(Object.keys(FEATURE_SENTENCES))(
    '%s says what it is in the first sentence of its docstring',
    (feature) => expect(documented.get(functionOf[feature] ?? feature)).toBe(FEATURE_SENTENCES[feature]),
  );
});
