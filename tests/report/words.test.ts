/** The sentences people read: what they say, and what they never say. */
import { describe, expect, it } from 'vitest';
import {
  coverageSentence,
  dateWords,
  findingSubject,
  listName,
  missingSentence,
  noMatchSentence,
  verdictWord,
} from '../../src/report/index.js';
import { verdictLine } from '../../src/report/words.js';
import { finding, world } from './support.js';

describe('the world in a sentence', () => {
  it('how many lists, how old, what was not looked at', () => {
    expect(coverageSentence(world)).toBe(
      'Compared with 2 lists, the oldest of 2024-01-05. Not checked: ownership, pep, adverse-media. No match is not a clearance.',
    );
    expect(coverageSentence({ ...world, sample: true, lists: world.lists.slice(0, 1) })).toBe(
      'Compared with 1 list of the bundled sample, the oldest of 2024-02-01. Not checked: ownership, pep, adverse-media. No match is not a clearance.',
    );
    expect(noMatchSentence(world)).toBe('no match on 2 lists as of 2024-06-01');
  });

  it('what was asked for and is not there', () => {
    expect(missingSentence(world)).toBeNull();
    const missing = [
      { regime: 'UK', reason: 'no list loaded' },
      { regime: 'CH', reason: 'no list loaded' },
      { regime: null, reason: 'list zala is older than 3 days' },
    ] as const;
    expect(missingSentence({ ...world, missing })).toBe(
      'No list loaded: UK, CH. List zala is older than 3 days: dataset.',
    );
  });
});

describe('a finding in a line', () => {
  it('says what it is, and what it would be', () => {
    expect(verdictLine(finding)).toBe('REVIEW (PROHIBITED if the same)');
    expect(verdictLine({ ...finding, verdict: 'restricted', ifSame: null })).toBe('RESTRICTED');
  });

  it('says whom it is about, or what was read', () => {
    expect(findingSubject(finding)).toBe('Igor SECHIN');
    const territory = {
      ...finding,
      check: 'territory',
      evidence: [
        { kind: 'row', table: 'territories', id: 'a', field: 'verdict', value: 'prohibited' },
        { kind: 'note', text: 'city "Sevastopol"' },
      ],
    } as const;
    expect(findingSubject(territory)).toBe('territory: city "Sevastopol"');
    expect(findingSubject({ ...finding, evidence: [] })).toBe('party: Igor Sechin');
  });
});

it('nobody is ever called clear', () => {
  for (const verdict of ['clear', 'review', 'restricted', 'prohibited'] as const)
    expect(verdictWord(verdict)).not.toMatch(/clear|safe|compliant|sanctioned/i);
});

it.each([
  ['eu-journal', false, 'eu-journal (extract)'],
  ['un-sc', true, 'un-sc'],
])('%s with official %s is called %s', (source, official, name) => {
  expect(listName(source, official)).toBe(name);
});

it.each([
  [null, 'date not given'],
  ['2022-02-25', '2022-02-25'],
  ['2022', '2022'],
])('the date %s reads %s', (date, words) => {
  expect(dateWords(date)).toBe(words);
});
