/** JSON lines: subjects and pairs, and what is said of those that are neither. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPairLine, readSubjectLine } from '../../src/wire/index.js';

describe('a subject', () => {
  it.each([
    ['{"name":"A B"}', { name: ['A B'] }],
    ['{"name":["A B","C D"],"country":"RU","other":1}', { name: ['A B', 'C D'], country: ['RU'] }],
    ['{"name":"A B","imo":9421960,"city":null}', { name: ['A B'], imoNumber: ['9421960'] }],
    ['{"schema":"Company","properties":{"name":"A B"}}', { name: ['A B'] }],
  ])('%s', (line, properties) => {
    expect(readSubjectLine(line)).toMatchObject({ ok: true, party: { properties } });
  });

  it.each([
    ['', 'not a JSON object'],
    ['null', 'not a JSON object'],
    ['[]', 'not a JSON object'],
    ['"A B"', 'not a JSON object'],
    ['{"name":{"first":"A"}}', 'name: Invalid input'],
    ['{"name":true}', 'name: Invalid input'],
    ['{"nome":"A"}', 'no name and no identifier'],
    ['{"schema":"Person","properties":{"name":[{}]}}', 'no name and no identifier'],
  ])('%s is refused', (line, reason) => {
    expect(readSubjectLine(line)).toMatchObject({ ok: false, reason });
  });
});

describe('a pair', () => {
  it('of names, or of entities', () => {
    expect(readPairLine('{"schema":"Person","name1":"A","name2":"B"}')).toEqual({
      ok: true,
      left: { schema: 'Person', properties: { name: ['A'] } },
      right: { schema: 'Person', properties: { name: ['B'] } },
    });
    expect(
      readPairLine(
        '{"left":{"schema":"Person","properties":{"name":["A"]}},"right":{"properties":{"name":"B"}}}',
      ),
    ).toEqual({
      ok: true,
      left: { schema: 'Person', properties: { name: ['A'] } },
      right: { schema: 'Thing', properties: { name: ['B'] } },
    });
  });

  it.each([
    ['nothing', 'not a JSON object'],
    ['{"name1":"A"}', /^name2: /],
    ['{"left":{"properties":{}}}', /^right: /],
    ['{"left":{"properties":{"name":[1]}},"right":5}', /^right: /],
  ])('%s is refused', (line, message) => {
    expect(readPairLine(line)).toMatchObject({ ok: false, message: expect.stringMatching(message) });
  });
});

it('no line is too odd', () =>
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (line) => {
      readSubjectLine(line);
      readPairLine(line);
    }),
  ));
