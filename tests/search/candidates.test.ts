/** Candidates: nothing that could be the same is lost, and what shares one common word is passed over. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NameKind, ParsedName } from '../../src/names/index.js';
import { IndexBuilder, type IndexedEntity, openIndex, type SearchIndex } from '../../src/search/index.js';
import { entityOf, parse } from './invented.js';
import { scan } from './scan.js';

describe('a listed name is found', () => {
  it.each([
    ['as it is', 'Ivan Petrov', 'Ivan Petrov'],
    ['in another order', 'Petrov Ivan', 'Ivan Petrov'],
    ['by its surname alone', 'Golub', 'Irina Pavlovna Golub'],
    ['with its patronymic left out', 'Irina Golub', 'Irina Pavlovna Golub'],
    ['with an initial', 'initial:I Golub', 'Irina Golub'],
    ['listed with an initial', 'Irina Golub', 'initial:I Golub'],
    ['with a letter lost', 'Yevgeniy Prigozin', 'Yevgeniy Prigozhin'],
    ['with two neighbours swapped', 'Igro Khristianovihc', 'Igor Khristianovich'],
    ['with two slips in a long word', 'Khristanovitch', 'Khristianovich'],
    ['with a slip in a word of four', 'Anna Jong', 'Jong Anan'],
    ['with a slip in a word of three', 'Lim Anna', 'Lin Anna'],
    ['with two slips in one of two words', 'Angela Merkel', 'Angela Merkur'],
    ['with two slips in a word of five', 'Javier Milei', 'Javier Mihel'],
    ['with a slip in every word', 'Yevgeni Prigozin', 'Evgeni Prigojin'],
    ['in another spelling of the same key', 'Serguei Golub', 'Sergej Golub'],
    ['in another language’s dress', 'Dmytro Koslobajew', 'Dmytro Kozlobaiev'],
    ['by its spelling in another script', 'Mixail=михаил Xmz=мз', 'Mihail=михаил Other=мз'],
    ['with words joined', 'Hussein Alalami', 'Hussein Al Alami'],
    ['with words split', 'Hussein Al Alami', 'Hussein Alalami'],
    ['with a syllable apart', 'Tsai Ming Liang', 'Tsai Mingliang'],
    ['in another romanisation', 'Mao Tse~5 Tung~6', 'Mao Zedong~5-6'],
    ['in another romanisation, joined', 'Mao Zedong~5-6', 'Mao Tse~5 Tung~6'],
    ['by a surname that has several readings', 'Wong~7,8', 'Huang~8'],
    ['with all words joined', 'Kimjongun', 'Kim Jong Un'],
    ['with three words joined', 'Abdalrahman Xu', 'Abd Al Rahman Xu'],
    ['joined elsewhere', 'Abdal Rahman', 'Abd Alrahman'],
    ['with a slip in what was joined', 'Lumber Marin', 'Lumbermarine'],
    ['by a word that has one form in all languages', 'Lumber morskaya>maritime', 'Lumber marine>maritime'],
    ['by such a word as it is written', 'Ali Sarraf', 'Ali sarraf>exchange'],
    ['by such a word with a slip', 'Delta Petrcohemical', 'petrochemical>chemical Delta'],
    ['cut short', 'Haitong Comm Grou', 'Haitong Communication Group'],
    [
      'joined, with a letter more, beside another word',
      'Lukash Alexandergrigorievich',
      'Lukash Alexander Gregorovich',
    ],
    ['joined, with a vowel more', 'Naqshabandiarmy', 'Naqshbandi Army'],
    ['joined, with other spellings', 'Fawwazmustapha', 'Fawaz Moustafa'],
    ['with a first letter lost and another vowel', 'Hetayev Akhmet', 'Chataev Akhmet'],
    ['without its legal form', 'Lumber Marine', 'Lumber Marine form:SA'],
    ['where legal forms are all there is', 'form:Holding form:Ltd', 'form:Holding form:Ltd'],
    ['by a single common word when it is all there is', 'Ivan', 'Ivan'],
    ['by initials of an organisation', 'NPW', 'Northern Pipe Works'],
    ['by its words when the list has initials', 'Northern Pipe Works', 'NPW'],
    ['by initials that leave out a particle', 'IRISL', 'Islamic Republic particle:of Iran Shipping Lines'],
  ])('%s', (_, asked, listed) => {
    expect(ask(open([entityOf(0, [listed])]), parse(asked))).toEqual([0]);
  });

  it('under any of its names, and each of them is named', () => {
    const index = open([entityOf(0, ['Golub', 'Sechkin', 'Golubb']), entityOf(1, ['Nobody'])]);
    expect(index.candidates({ names: [parse('Golub')], identifiers: [] })).toEqual([
      { entity: 0, names: [0, 2], byIdentifier: false },
    ]);
  });

  it('by an identifier, with no name that matches', () => {
    const index = open([entityOf(0, ['Golub']), entityOf(1, ['Sechkin'], { identifiers: ['7707083893'] })]);
    expect(index.candidates({ names: [parse('Golub')], identifiers: ['7707083893', '1'] })).toEqual([
      { entity: 0, names: [0], byIdentifier: false },
      { entity: 1, names: [], byIdentifier: true },
    ]);
  });
});

describe('passed over', () => {
  it.each([
    ['one common given name shared', 'Ivan Petrov', 'Ivan Sidorov'],
    ['one generic word shared', 'Delta Trading', 'Omega Trading'],
    ['two generic words shared', 'Delta Trading Company', 'Omega Trading Company'],
    ['a slip in a common name makes it no rarer', 'Ivann Petrov', 'Ivan Sidorov'],
    ['numbers a digit apart', 'number:61398', 'number:61389'],
    ['words of three letters a letter apart', 'Kim', 'Kin'],
    ['one word of five letters two slips apart', 'Davos', 'Dakis'],
    ['one long word, and nothing else, two slips apart', 'Daisy Kristin', 'Radislav Kristic'],
    ['initials of a person', 'Npw', 'Nora Paula Wils', 'person'],
  ])('%s', (_, asked, listed, kind?: string) => {
    const entity = entityOf(0, [], { names: [{ property: 'name', parsed: parse(listed, kindOf(kind)) }] });
    expect(ask(open([entity]), parse(asked, kindOf(kind)))).toEqual([]);
  });
});

describe('weak aliases', () => {
  const weak = (listed: string) =>
    open([entityOf(0, [], { names: [{ property: 'weakAlias', parsed: parse(listed) }] })]);

  it('are found when they are the same', () => {
    expect(ask(weak('Boris Chkin'), parse('Chkin Boris'))).toEqual([0]);
    expect(ask(weak('B N C'), parse('BNC'))).toEqual([0]);
    expect(ask(weak('BNC'), parse('B N C'))).toEqual([0]);
  });

  it('are not found by a slip, a key, or one of several words', () => {
    expect(ask(weak('Chkinov'), parse('Chkynov'))).toEqual([]);
    expect(ask(weak('Chkinov'), parse('Boris Chkinov'))).toEqual([]);
    expect(ask(weak('Boris Chkinov'), parse('Chkinov'))).toEqual([]);
  });
});

describe('any query has an answer', () => {
  const index = open([entityOf(0, ['Golub Nord']), entityOf(1, ['Sechkin'])]);

  it('nothing asked, nothing found', () => {
    expect(index.candidates({ names: [], identifiers: [] })).toEqual([]);
    expect(ask(index, parse(''))).toEqual([]);
  });

  it('no entity at all', () => {
    const empty = open([]);
    expect(empty.candidates({ names: [parse('Golub')], identifiers: ['1'] })).toEqual([]);
    expect([empty.entityCount, empty.nameCount, empty.documentFrequency('golub')]).toEqual([0, 0, 0]);
  });

  it('a name of ten thousand letters', () => {
    expect(ask(index, parse('x'.repeat(10_000)))).toEqual([]);
    expect(ask(index, parse('Golub Xy '.repeat(1_100)))).toEqual([0]);
    const long = open([entityOf(0, ['y'.repeat(10_000)])]);
    expect(ask(long, parse('y'.repeat(10_000)))).toEqual([0]);
  });

  it('signs that no alphabet has', () => {
    expect(ask(index, parse('😀 \ud800 é'))).toEqual([]);
    expect(ask(open([entityOf(0, ['😀 \ud800 é'])]), parse('😀 \ud800 é'))).toEqual([0]);
  });

  it('the same whatever was asked before', () => {
    const before = ask(index, parse('Golub'));
    for (const other of ['Golubx', 'Nord', 'Sechkin Golub', '']) ask(index, parse(other));
    expect(ask(index, parse('Golub'))).toEqual(before);
  });
});

const syllables = ['al', 'an', 'vla', 'mi', 'sha', 'or', 'k', 'go', 'lub', 'ez'];
const word = fc.oneof(
  fc.constantFrom('ivan', 'anna', 'petrov', 'trading', 'company', 'ali', 'al'),
  fc.constantFrom('ze~5', 'dong~6', 'zedong~5-6', 'tse~5,7', 'tung~6', 'tsetung~5-6,7-6', 'tse~9'),
  fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
);
const typed = fc
  .tuple(fc.constantFrom('', '', '', '', 'form:', 'particle:', 'given:', 'initial:', 'number:'), word)
  .map(([type, text]) => type + text + (text.length % 4 === 3 ? '>maritime' : ''));
const name = fc.array(typed, { maxLength: 5 }).map((words) => words.join(' '));
const kind = fc.constantFrom<NameKind>('person', 'organization', 'any');
const entities = fc
  .array(fc.array(fc.record({ name, kind, weak: fc.boolean() }), { maxLength: 3 }), { maxLength: 12 })
  .map((lists) =>
    lists.map((names, at) =>
      entityOf(at, [], {
        names: names.map((it) => ({
          property: it.weak ? ('weakAlias' as const) : ('name' as const),
          parsed: parse(it.name, it.kind),
        })),
      }),
    ),
  );

/** A slip at some place: a letter dropped, doubled, changed or swapped with the next. */
const slip = fc.tuple(fc.constantFrom('drop', 'double', 'change', 'swap'), fc.nat(20));

describe('the index and a scan of all names', () => {
  it('find the same candidates', () => {
    fc.assert(
      fc.property(
        entities,
        fc.array(fc.record({ name, kind }), { minLength: 1, maxLength: 2 }),
        (list, asked) => {
          const names = asked.map((it) => parse(it.name, it.kind));
          const found = open(list).candidates({ names, identifiers: [] });
          expect(found.map(({ entity, names }) => ({ entity, names }))).toEqual(scan(list, names));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('find the same when the query is a listed name with slips, in another order, joined', () => {
    fc.assert(
      fc.property(
        entities,
        fc.nat(),
        fc.array(slip, { maxLength: 3 }),
        fc.nat(6),
        fc.nat(5),
        (list, which, edits, turn, joint) => {
          const listed = list.flatMap((entity) => entity.names);
          const chosen = listed[which % Math.max(1, listed.length)];
          if (chosen === undefined) return;
          const words = chosen.parsed.latin.split(' ');
          edits.forEach(([edit, at]) => {
            words[at % words.length] = edited(words[at % words.length]!, edit, at);
          });
          const turned = [...words.slice(turn % words.length), ...words.slice(0, turn % words.length)];
          if (joint < turned.length - 1) turned.splice(joint, 2, `${turned[joint]}${turned[joint + 1]}`);
          const query = parse(turned.join(' '));
          const found = open(list).candidates({ names: [query], identifiers: [] });
          expect(found.map(({ entity, names }) => ({ entity, names }))).toEqual(scan(list, [query]));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('every listed name finds itself', () => {
    fc.assert(
      fc.property(entities, (list) => {
        const index = open(list);
        for (let at = 0; at < index.nameCount; at++) {
          const { entity, parsed } = index.nameOf(at);
          if (parsed.parts.length > 0) expect(ask(index, parsed)).toContain(entity);
        }
      }),
    );
  });
});

function open(list: readonly IndexedEntity[]): SearchIndex {
  const builder = new IndexBuilder();
  for (const entity of list) builder.add(entity);
  return openIndex(builder.freeze({}).buffer as ArrayBuffer);
}

function ask(index: SearchIndex, name: ParsedName): number[] {
  return index.candidates({ names: [name], identifiers: [] }).map(({ entity }) => entity);
}

function kindOf(kind: string | undefined): NameKind {
  return kind === 'person' ? 'person' : 'any';
}

function edited(word: string, edit: string, at: number): string {
  const place = at % Math.max(1, word.length);
  const [before, letter, after] = [word.slice(0, place), word[place] ?? '', word.slice(place + 1)];
  if (edit === 'drop') return before + after;
  if (edit === 'double') return before + letter + letter + after;
  if (edit === 'change') return `${before}q${after}`;
  return before + (after[0] ?? '') + letter + after.slice(1);
}
