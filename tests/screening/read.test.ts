/** Pages: offsets that fit, mentions that do not overlap, later short mentions joined to whom they mean. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PageReport, read } from '../../src/app/index.js';
import { sampleWorld } from './sample-world.js';

const world = await sampleWorld();
const page = (text: string, name = 'page.txt'): PageReport => read(world, Buffer.from(text), name).report;

const WORDS = [
  ...[
    'Igor Sechin',
    'Sechin',
    'Vladimir Putin',
    'Gazprom Neft',
    'Rosneft',
    'Maria Musterfrau',
    'Alexander Novak',
  ],
  ...[
    'Novak',
    'the',
    'met',
    'in Lisbon',
    'and',
    'said',
    '“quoted',
    'words”',
    'Deputy Prime Minister',
    '🙂',
    'Москве',
  ],
];

describe('any text', () => {
  it('has mentions whose offsets are theirs, which do not overlap, each of a party', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ', ', '. ', '.\n\n')), {
          minLength: 1,
          maxLength: 25,
        }),
        (pieces) => {
          const { document, mentions, parties, findings } = page(`${pieces.flat().join('')} end`);
          let from = 0;
          for (const { id, start, end, text, party } of mentions) {
            expect(document.text.slice(start, end)).toBe(text);
            expect(start).toBeGreaterThanOrEqual(from);
            from = end;
            expect(parties.find((one) => one.id === party)?.mentions).toContain(id);
          }
          for (const { evidence } of findings)
            for (const piece of evidence)
              if (piece.kind === 'text')
                expect(document.text.slice(piece.start, piece.end)).toBe(piece.quote);
          expect(findings.every((one) => one.verdict === 'review')).toBe(true);
        },
      ),
      { numRuns: 80 },
    ));

  it('gives the same report again', () => {
    const text = 'Igor Sechin met Vladimir Putin. Sechin left.';
    expect(JSON.stringify(page(text))).toBe(JSON.stringify(page(text)));
  });
});

it('a surname alone joins the one whose name was given in full', () => {
  const { parties, mentions } = page('Igor Sechin came to Lisbon. Later Sechin spoke to Maria Musterfrau.');
  expect(parties.map((party) => [party.name, party.mentions.length])).toEqual([['Igor Sechin', 2]]);
  expect(mentions.map((mention) => mention.text)).toEqual(['Igor Sechin', 'Sechin']);
});

it('tags cut nothing in two: offsets count in the text, not in the page', () => {
  const { document, mentions } = page(
    '<p>In Lisbon <b>Igor</b> <i>Sechin</i> &amp; others met.</p>',
    'page.html',
  );
  expect(mentions.map(({ start, end }) => document.text.slice(start, end))).toEqual(['Igor Sechin']);
});

it('what is listed elsewhere than asked for is shown, not counted', async () => {
  const un = await sampleWorld({ regimes: ['UN'] });
  const { findings } = read(un, Buffer.from('Igor Sechin came.'), 'page.txt').report;
  expect(findings.map((one) => one.applies)).toEqual([false, false]);
});

const named = (text: string) => page(text).parties.map((party) => party.name);

describe('an identifier written on the page', () => {
  it('finds the ship, and the name before it is the mention', () => {
    const { parties, findings } = page('The tanker Altered Name (IMO 9334038) left the port.');
    expect(parties.map((party) => party.name)).toEqual(['Altered Name']);
    expect(findings[0]?.strength).toBe('identifier');
  });
  it('is the mention itself where no name stands before it', () =>
    expect(named('They boarded the ship with IMO number 9334038 at night.')).toEqual(['IMO number 9334038']));
  it('is passed over when its check digit is wrong', () =>
    expect(named('They boarded the ship with IMO number 9334039 at night.')).toEqual([]));
});

describe('one word', () => {
  it('that opens a sentence is found where it is all of an organisation’s name', () =>
    expect(named('Rosneft denied a link. Nobody else did.')).toEqual(['Rosneft']));
  it('cut out of a longer name is nobody', () =>
    expect(named('They met at the Rosneft Imaginary Weather Club today.')).not.toContain('Rosneft'));
  it('behind its country is found', () =>
    expect(named('They saw Russian Gazprom rise.')).toEqual(['Gazprom']));
});

it('names joined by "and" keep the joining word out', () =>
  expect(named('He met Vladimir Putin and Prime Minister Musterfrau.')).toEqual(['Vladimir Putin']));

it('a page of capitals alone says that it was not read in every way', () => {
  const words = ['Igor', 'Sechin', 'Vladimir', 'Putin', 'Gazprom', 'Rosneft', 'Alexander', 'Novak', 'Miller'];
  const run = Array.from({ length: 24 }, (_, at) => words[(at * 5) % words.length]).join(' ');
  expect(page(`${run}.`).notes.map((note) => note.text)).toContainEqual(
    expect.stringContaining('not read in every way'),
  );
});
