import { describe, expect, it } from 'vitest';
import { ftmModel } from '../../src/model/index.js';

const model = ftmModel();

describe('the FollowTheMoney model', () => {
  it('knows schemata, ancestors and the types of inherited properties', () => {
    expect(model.isSchema('Vessel')).toBe(true);
    expect(model.isSchema('Spaceship')).toBe(false);
    expect(model.isSchema('constructor')).toBe(false);
    expect(model.isA('Company', 'LegalEntity')).toBe(true);
    expect(model.isA('Person', 'Company')).toBe(false);
    expect(model.propertyType('Person', 'name')).toBe('name');
    expect(model.propertyType('Person', 'birthDate')).toBe('date');
    expect(model.propertyType('Company', 'birthDate')).toBeNull();
    expect(model.propertyLabel('Person', 'birthDate')).toBe('Birth date');
  });

  it('leaves out the reverse sides of links, which no entity carries', () => {
    expect(model.propertyType('Company', 'ownershipAsset')).toBeNull();
    expect(model.propertyType('Ownership', 'asset')).toBe('entity');
  });

  it('knows the values of listed types and takes any value of the others', () => {
    expect(model.isValue('country', 'ru')).toBe(true);
    expect(model.isValue('country', 'Russia')).toBe(false);
    expect(model.isValue('topic', 'sanction')).toBe(true);
    expect(model.isValue('name', 'anything')).toBe(true);
  });

  it.each([
    ['Person', true],
    ['Company', true],
    ['PublicBody', true],
    ['Vessel', true],
    ['CryptoWallet', true],
    ['Security', true],
    ['Thing', true],
    ['Address', false],
    ['Position', false],
    ['Sanction', false],
    ['Ownership', false],
    ['Contract', false],
    ['Event', false],
  ])('a %s can be the party asked about: %s', (schema, matchable) => {
    expect(model.isMatchable(schema)).toBe(matchable);
  });

  it('captions an entity by the properties its schema names, else by its id', () => {
    expect(model.captionOf({ id: 'w', schema: 'CryptoWallet', properties: { publicKey: ['bc1'] } })).toBe(
      'bc1',
    );
    expect(model.captionOf({ id: 'p', schema: 'Person', properties: { name: ['A', 'B'] } })).toBe('A');
    expect(model.captionOf({ id: 'o', schema: 'Ownership', properties: {} })).toBe('o');
  });
});
