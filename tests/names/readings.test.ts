/** What a part of a name stands for in East Asian romanisations: which parts are read alike, and which names not at all. */
import { describe, expect, it } from 'vitest';
import { meetJoined, meetReadings } from '../../src/names/index.js';
import { DOUBTFUL, OPEN, SURE } from '../../src/names/reading.js';
import { names } from './support.js';

/** Readings of the part of a name that is written so. */
function read(name: string, part: string): readonly number[] {
  const found = names.parse(name, 'person').parts.find(({ text }) => text === part);
  if (found === undefined) throw new Error(`${name} has no part ${part}`);
  return found.readings;
}

describe('parts that are read alike', () => {
  it.each([
    ['pinyin and Wade-Giles', 'Deng Xiaoping', 'Deng', "Teng Hsiao-p'ing", 'Teng', SURE],
    ['Wade-Giles that leaves out its marks', 'Deng Xiaoping', 'Deng', 'Teng Hsiao-ping', 'Teng', OPEN],
    ['a spelling of two surnames, one', 'Huang Zhiming', 'Huang', 'Wong Chi Ming', 'Wong', OPEN],
    ['a spelling of two surnames, the other', 'Wang Zhiming', 'Wang', 'Wong Chi Ming', 'Wong', OPEN],
    ['Hangul and its Latin', '김정은', '정', 'Kim Jeong-eun', 'Jeong', SURE],
    ['Hangul and Latin without marks', '김정은', '정', 'Kim Chong-un', 'Chong', OPEN],
    ['signs and Latin', '毛泽东', '泽', 'Mao Tse-tung', 'Tse', OPEN],
    ['a sign as Koreans read it', '金正恩', '正', 'Kim Jong Un', 'Jong', OPEN],
    ['pinyin as it stands', 'Li Zhang', 'Zhang', 'Li Chang', 'Chang', DOUBTFUL],
    ['kana and Latin', 'しんぞう あべ', 'しんぞう', 'Sinzo Abe', 'Sinzo', SURE],
    ['Vietnamese i and y', 'Tran Thi Quy', 'Quy', 'Trần Thị Quí', 'Quí', SURE],
  ])('%s', (_, left, one, right, other, certainty) =>
    expect(meetReadings(read(left, one), read(right, other), 0)).toBe(certainty),
  );

  it('two parts and one', () => {
    const [first, last] = [read('Mao Tse-tung', 'Tse'), read('Mao Tse-tung', 'tung')];
    expect(meetJoined(first, last, read('Mao Zedong', 'Zedong'))).toBe(OPEN);
    expect(meetJoined(last, first, read('Mao Zedong', 'Zedong'))).toBe(-1);
  });

  it("an apostrophe tells: Xi'an is two syllables, Xian one", () => {
    const marked = read("Li Xi'an", "Xi'an");
    expect(meetReadings(marked, read('Li Xian', 'Xian'), 0)).toBe(-1);
    expect(meetJoined(read('Li Xi An', 'Xi'), read('Li Xi An', 'An'), marked)).toBe(SURE);
  });
});

it.each([
  'Maria Garcia',
  'Vladimir Putin',
  'Ivan Petrov',
  'Mohammad Ali',
  'John Smith',
  'José Luis',
  'Anna Müller',
  'Tom Hanks',
])('%s has no readings of syllables', (name) => {
  for (const { readings } of names.parse(name, 'person').parts) expect(readings).toEqual([]);
});

it('a firm has no readings, whatever its words', () => {
  for (const { readings } of names.parse('Li Ning Co., Ltd.', 'organization').parts)
    expect(readings).toEqual([]);
});

it('an initial with its dot is no syllable', () => {
  expect(read('Kim U. Chol', 'U')).toEqual([]);
  expect(read('Kim U Chol', 'U')).not.toEqual([]);
});
