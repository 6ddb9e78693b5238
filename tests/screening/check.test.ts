/** One party through every check: the order of findings, and that nothing makes it fall over. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, type OpenWorld } from '../../src/app/index.js';
import { type Finding, SEVERITY } from '../../src/model/index.js';
import { sampleWorld } from './sample-world.js';

const world: OpenWorld = await sampleWorld();

const PIECES = [
  'Igor',
  'Sechin',
  'Сечин',
  'Bank',
  'بانک',
  'ملی',
  'Gazprom',
  'ООО',
  '-',
  '🙂',
  '\u0000',
  'Kim',
  '金',
  'Ltd',
];

function weight(one: Finding): number[] {
  return [
    Number(one.applies),
    -Number(one.strength === 'weak alias only'),
    SEVERITY[one.ifSame ?? one.verdict],
    SEVERITY[one.verdict],
    one.score ?? 0,
  ];
}

describe('any party', () => {
  it('gets an answer that keeps the rules, and the same one again', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 }),
        fc.option(fc.constantFrom('1960-09-07', '1960', '1901-01-01', 'x'), { nil: undefined }),
        fc.option(fc.constantFrom('RU', 'Iran', 'Sevastopol', '??'), { nil: undefined }),
        (words, birthDate, place) => {
          const fields = {
            name: [`${words.join(' ')} a`],
            ...(birthDate === undefined ? {} : { birthDate: [birthDate] }),
            ...(place === undefined ? {} : { country: [place], city: [place] }),
          };
          const answer = check(world, fields);
          expect(JSON.stringify(check(world, fields))).toBe(JSON.stringify(answer));
          const weights = answer.findings.map(weight);
          for (let at = 1; at < weights.length; at++) {
            const [before, after] = [weights[at - 1]!, weights[at]!];
            const differs = before.findIndex((value, place) => value !== after[place]);
            if (differs >= 0) expect(before[differs]).toBeGreaterThan(after[differs]!);
          }
          for (const { check: id, verdict, ifSame, score, strength } of answer.findings) {
            expect(verdict).not.toBe('clear');
            if (ifSame !== null) expect(SEVERITY[ifSame]).toBeGreaterThan(SEVERITY[verdict]);
            if (id !== 'party') continue;
            expect(score).toBeGreaterThanOrEqual(0.7);
            if (strength === 'name only' || strength === 'weak alias only') expect(verdict).toBe('review');
          }
          for (const one of answer.discounted) {
            expect(one.score).toBeLessThan(0.7);
            expect(one.scoreWithout).toBeGreaterThanOrEqual(0.7);
            expect(one.facts.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 150 },
    ));

  it('and a random one does not make it fall over', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        check(world, {
          name: [`a${name}`],
          address: [name],
          city: [name],
          country: [name],
          identifier: [name],
        });
      }),
      { numRuns: 150 },
    ));
});

describe('a listed party by its own facts', () => {
  it.each([
    ['Igor Sechin', { birthDate: ['1960-09-07'] }, 'name and birth date'],
    ['Sberbank of Russia', { identifier: ['INN:7707083893'] }, 'identifier'],
    ['SCF Primorye', { imo: ['9421960'] }, 'identifier'],
  ])('%s is settled by %j', (name, facts, strength) => {
    const [first] = check(world, { name: [name], ...facts }).findings;
    expect(first).toMatchObject({ strength, verdict: expect.not.stringMatching('review'), ifSame: null });
  });

  it('an alphabet is no obstacle', () => {
    const names = ['Igor Sechin', 'Сечин Игорь Иванович', 'SECHIN, Igor', 'Ігор Сєчін'];
    for (const name of names) {
      const { findings } = check(world, name);
      expect(findings[0]?.evidence[0], name).toMatchObject({
        kind: 'listing',
        caption: 'Igor Ivanovich SECHIN',
      });
    }
  });
});

it('one finding for a party and a regime, with all its listings', () => {
  const { findings } = check(world, 'Igor Sechin');
  expect(findings.map((one) => one.regime)).toEqual(['US', 'EU']);
});

it('a party without a name and without a number is refused with its code', () => {
  expect(() => check(world, '')).toThrow(expect.objectContaining({ code: 'usage' }));
  expect(() => check(world, { schema: 'Person', properties: {} })).toThrow(
    expect.objectContaining({ code: 'usage' }),
  );
});
