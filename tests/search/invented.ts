/**
 * Invented names for the tests of search: a parser so small that what it gives is plain to see. Types are written in
 * front of words (`form:ltd`), a native spelling behind (`putin=путин`), the one form of a word in all
 * languages too (`morskaya>maritime`), the numbers of syllables it is read as (`zedong~5-6`, `wong~7,8`), rarity comes from a short list of common words.
 */

import {
  type NameKind,
  type NamePart,
  type ParsedName,
  type PartType,
  phoneticKey,
} from '../../src/names/index.js';
import { CHINESE, SURE, sortedReadings, syllableReading } from '../../src/names/reading.js';
import { IndexBuilder, type IndexedEntity } from '../../src/search/index.js';

const COMMON: Readonly<Record<string, number>> = {
  ivan: 4,
  anna: 4,
  ali: 3.5,
  mohammad: 3,
  trading: 3,
  company: 2.5,
  group: 3,
  al: 3.5,
  petrov: 6,
};

const SHORT: Readonly<Record<string, PartType>> = {
  form: 'legal-form',
  generic: 'generic',
  given: 'given',
  family: 'family',
  particle: 'particle',
  honorific: 'honorific',
  initial: 'initial',
  number: 'number',
};

/** Parses an invented name: words between blanks, each `type:word=native>form~readings`, all but the word left out at will. */
export function parse(written: string, kind: NameKind = 'any'): ParsedName {
  const words = written.split(/\s+/).filter((word) => word !== '');
  let text = '';
  const parts: NamePart[] = [];
  for (const word of words) {
    const [, label, spelling = '', native = '', one, read = ''] =
      /^(?:(\w+):)?([^=>~]*)(?:=([^>~]*))?(?:>([^~]*))?(?:~(.*))?$/u.exec(word) ?? [];
    if (text !== '') text += ' ';
    const start = text.length;
    const shown = native === '' ? spelling : native;
    text += shown;
    const form = one ?? spelling.toLowerCase();
    parts.push({
      text: shown,
      form,
      key: phoneticKey(form),
      native,
      type: label === undefined ? 'word' : (SHORT[label] ?? 'word'),
      rarity: COMMON[form] ?? 9,
      script: native === '' ? 'Latin' : 'Cyrillic',
      readings: readingsOf(read),
      start,
      end: text.length,
    });
  }
  return { text, kind, latin: parts.map((part) => part.form).join(' '), parts };
}

function readingsOf(written: string): readonly number[] {
  if (written === '') return [];
  return sortedReadings(
    written.split(',').map((reading) => {
      const [first = 0, last] = reading.split('-').map(Number);
      return last === undefined
        ? syllableReading(CHINESE, 0, first, SURE)
        : syllableReading(CHINESE, first, last, SURE);
    }),
  );
}

/** An entity with these names, the n-th of list 0. */
export function entityOf(
  at: number,
  names: readonly string[],
  more: Partial<IndexedEntity> = {},
): IndexedEntity {
  const parsed = names.map((name) => ({ property: 'name' as const, parsed: parse(name) }));
  return {
    list: 0,
    offset: at * 1000,
    length: 999,
    schema: 'Person',
    names: parsed,
    identifiers: [],
    ...more,
  };
}

/** What `tests/golden/formats/index-3.bin` was built of, the first and the third being one party. */
export const goldenEntities: readonly IndexedEntity[] = [
  {
    list: 0,
    offset: 0,
    length: 512,
    schema: 'Person',
    names: [
      { property: 'name', parsed: parse('given:Mikhail family:Golub', 'person') },
      { property: 'alias', parsed: parse('mikhail=Михаил golub=Голуб~5,7-9', 'person') },
    ],
    identifiers: ['770708389300'],
  },
  {
    list: 1,
    offset: 5_000_000_000,
    length: 640,
    schema: 'Company',
    names: [
      { property: 'name', parsed: parse('Northern Pipe Works form:LLC', 'organization') },
      { property: 'weakAlias', parsed: parse('NPW', 'organization') },
    ],
    identifiers: [],
  },
  {
    list: 1,
    offset: 5_000_000_640,
    length: 300,
    schema: 'Vessel',
    names: [{ property: 'name', parsed: parse('Sea Star number:7', 'vessel') }],
    identifiers: ['9074729'],
  },
];

/** The bytes of an index of them. */
export function goldenIndex(): Uint8Array {
  const builder = new IndexBuilder();
  for (const entity of goldenEntities) builder.add(entity);
  const parties = { ofEntity: Uint32Array.of(1, 0, 1), texts: ['{"of":"Golub и друзья"}'] };
  return builder.freeze({ world: 'invented' }, parties);
}
