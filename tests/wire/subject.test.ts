/** What people write about a customer, as a party; what could not be used is said. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntity, readSchema, readSubject, type SubjectFields } from '../../src/wire/index.js';

function read(fields: SubjectFields) {
  const subject = readSubject(fields);
  if (!subject.ok) throw new Error(subject.reason);
  const { party, label, id, remarks } = subject;
  return { schema: party.schema, ...party.properties, label, id, remarks };
}

describe('what kind of party', () => {
  it.each([
    [{ name: ['A B'] }, 'Thing'],
    [{ name: ['A B'], birthDate: ['1960'] }, 'Person'],
    [{ name: ['A B'], gender: ['f'] }, 'Person'],
    [{ firstName: ['A'], lastName: ['B'] }, 'Person'],
    [{ imo: ['9421960'] }, 'Vessel'],
    [{ name: ['A B'], schema: ['Natural person'] }, 'Person'],
    [{ name: ['A B'], schema: ['SHIP'] }, 'Vessel'],
    [{ name: ['A B'], schema: ['PublicBody'] }, 'PublicBody'],
    [{ name: ['A B'], schema: ['Airplane'] }, 'Airplane'],
  ])('%j is a %s', (fields, schema) => {
    expect(read(fields).schema).toBe(schema);
  });

  it.each(['Starship', 'constructor', '__proto__', 'Sanction', 'Address', ''])('"%s" is none', (word) => {
    expect(readSchema(word)).toBeNull();
  });

  it('an unknown one is said, and every kind is compared', () => {
    expect(read({ name: ['A B'], schema: ['Starship'] })).toMatchObject({
      schema: 'Thing',
      remarks: ['type "Starship" is not known; compared with parties of every type'],
    });
  });
});

describe('names', () => {
  it('a full name wins over its parts, which stay', () => {
    expect(read({ name: ['Anna Berg'], firstName: ['Anna'], lastName: ['Berg'] })).toMatchObject({
      name: ['Anna Berg'],
      firstName: ['Anna'],
      lastName: ['Berg'],
      label: 'Anna Berg',
    });
    expect(read({ firstName: ['Anna'], lastName: ['Berg'] })).toMatchObject({ name: ['Anna Berg'] });
  });

  it.each([
    [{}],
    [{ name: ['', ' '] }],
    [{ name: ['🙂', '---'] }],
    [{ city: ['Moscow'] }],
    [{ identifier: ['INN:'] }],
  ])('%j names nobody', (fields) => {
    expect(readSubject(fields)).toMatchObject({ ok: false, reason: 'no name and no identifier' });
  });

  it('are cut at 1,000 characters, and that is said', () => {
    const { name, remarks } = read({ name: ['x'.repeat(1001)] }) as {
      name?: string[];
      remarks: readonly string[];
    };
    expect(name?.[0]).toHaveLength(1000);
    expect(remarks).toEqual(['a name of 1001 characters was cut to 1000']);
  });
});

describe('facts', () => {
  it.each([
    ['1966-03-03', ['1966-03-03'], []],
    ['03.03.1966', ['1966-03-03'], []],
    ['7 Sep 1960', ['1960-09-07'], []],
    ['1966', ['1966'], []],
    ['03.04.1966', ['1966-04-03'], ['birth date "03.04.1966" was read as day before month']],
    ['long ago', undefined, ['birth date "long ago" could not be read and was not compared']],
  ])('birth date %s', (text, birthDate, remarks) => {
    const subject = read({ name: ['A B'], birthDate: [text] });
    expect((subject as { birthDate?: string[] }).birthDate).toEqual(birthDate);
    expect(subject.remarks).toEqual(remarks);
  });

  it.each([
    ['M', 'male'],
    ['weiblich', 'female'],
    ['муж', 'male'],
    ['x', undefined],
  ])('gender %s', (text, gender) => {
    expect((read({ name: ['A B'], gender: [text] }) as { gender?: string[] }).gender?.[0]).toBe(gender);
  });

  it.each([
    ['INN:7707083893', { innCode: ['7707083893'] }],
    ['inn 7707083893', { idNumber: ['inn 7707083893'] }],
    ['7707083893', { innCode: ['7707083893'], idNumber: ['7707083893'] }],
    ['Passport no: AB 123456', { idNumber: ['AB 123456'] }],
    ['passport: AB 123456', { passportNumber: ['AB 123456'] }],
    ['registrationNumber:HRB 1', { registrationNumber: ['HRB 1'] }],
    ['constructor:HRB 1', { idNumber: ['HRB 1'] }],
    ['wallet:1Kuf2Rd8', { publicKey: ['1Kuf2Rd8'], cryptoWallets: ['1Kuf2Rd8'] }],
    [
      '0x7F367cC41522cE07553e823bf3be79A889DEbe1B',
      { cryptoWallets: ['0x7F367cC41522cE07553e823bf3be79A889DEbe1B'] },
    ],
    ['IMO9421960', { imoNumber: ['9421960'], idNumber: ['IMO9421960'] }],
  ])('identifier %s', (text, properties) => {
    expect(read({ identifier: [text] })).toMatchObject(properties);
  });

  it.each([
    ['INN:7707083894', /INN "7707083894" fails its check digit and cannot confirm anything/],
    ['FOO:12', /identifier type "FOO" is not known; the value was compared with all types/],
    ['INN: --', /identifier "INN: --" is empty/],
  ])('identifier %s is spoken of', (text, remark) => {
    expect(read({ name: ['A B'], identifier: [text] }).remarks.join()).toMatch(remark);
  });
});

describe('FollowTheMoney entities', () => {
  it('are taken as they are', () => {
    const properties = { name: ['Anna Berg'], birthDate: ['1960'], weird: ['x'] };
    expect(readEntity({ id: 'a', schema: 'Person', properties })).toEqual({
      ok: true,
      id: 'a',
      party: { schema: 'Person', properties },
      label: 'Anna Berg',
      remarks: [],
    });
  });

  it.each([
    [{ schema: 'Person', properties: { country: ['ru'] } }, 'no name and no identifier'],
    [{ schema: 'Person', properties: { name: ['🙂'] } }, 'no name and no identifier'],
    [{ schema: 'Sanction', properties: { entity: ['a'] } }, 'a Sanction is no party'],
  ])('%j is refused', (entity, reason) => {
    expect(readEntity(entity)).toMatchObject({ ok: false, reason });
  });

  it.each([
    [{ alias: ['Anna'] }, 'Anna'],
    [{ firstName: ['Anna'] }, 'Anna'],
    [{ imoNumber: ['9421960'] }, '9421960'],
  ])('%j is enough', (properties, label) => {
    expect(readEntity({ schema: 'LegalEntity', properties })).toMatchObject({ ok: true, label });
  });
});

it('never throws, whatever is written', () =>
  fc.assert(
    fc.property(
      fc.record({
        name: fc.array(fc.string({ unit: 'binary' })),
        schema: fc.array(fc.string()),
        birthDate: fc.array(fc.string()),
        identifier: fc.array(fc.string({ unit: 'binary' })),
        gender: fc.array(fc.string()),
      }),
      (fields) => {
        const subject = readSubject(fields);
        if (subject.ok) expect(subject.label).not.toBe('');
      },
    ),
  ));
