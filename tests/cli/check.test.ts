/** `cordon check`, as a person at a terminal and a program behind a pipe use it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cordon, DAY, drop, loadMadeUp, sampleHome } from './cordon.js';

let home = '';
beforeAll(() => {
  home = sampleHome();
  loadMadeUp(home);
});
afterAll(() => drop(home));

type Finding = {
  check: string;
  regime: string | null;
  verdict: string;
  ifSame: string | null;
  strength: string | null;
  applies: boolean;
  score: number | null;
  measure: string | null;
  evidence: { kind: string; [key: string]: unknown }[];
};
type Answer = {
  query: { label: string };
  world: { [key: string]: unknown; lists: { [key: string]: unknown; source: string; later: boolean }[] };
  findings: Finding[];
  discounted: { score: number; scoreWithout: number; facts: string[] }[];
  notes: { text: string; score: number | null }[];
};

const check = (...args: string[]) => cordon(['check', ...args, '--date', DAY], { home });
function ask(...args: string[]): Answer & { code: number | null } {
  const { code, out } = check(...args, '--json');
  return { ...(JSON.parse(out) as Answer), code };
}

describe('without a list', () => {
  it('judges nothing, fails and names the remedy', () => {
    const { code, out, err } = cordon(['check', 'Igor Sechin']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/no list is loaded.*cordon lists update --from DIR.*--sample/);
  });
});

describe('the bundled sample', () => {
  it('never answers 0: 4 without a finding, 3 with one', () => {
    expect(cordon(['check', 'Nobody Inparticular', '--sample']).code).toBe(4);
    const { code, out } = cordon(['check', 'Igor Sechin', '--sample', '--json']);
    expect(code).toBe(3);
    expect(JSON.parse(out).world.sample).toBe(true);
  });
});

describe('the answer', () => {
  it('has the keys that others rely on, every one of them', () => {
    const answer = ask('Igor Sechin', '--birth-date', '1960-09-07');
    expect(answer.code).toBe(3);
    expect(Object.keys(answer.world).sort()).toEqual(
      ['date', 'engine', 'lists', 'missing', 'notChecked', 'rules', 'sample', 'settings'].sort(),
    );
    expect(answer.world).toMatchObject({
      date: DAY,
      sample: false,
      settings: { threshold: 0.7, near: 0, weakAliases: 'support', activity: null, former: 'note' },
      notChecked: ['ownership', 'pep', 'adverse-media'],
    });
    expect(answer.world.rules).toMatch(/^[0-9a-f]{64}$/);
    for (const list of answer.world.lists) {
      expect(Object.keys(list).sort()).toEqual(
        [
          'entities',
          'former',
          'hash',
          'issues',
          'later',
          'official',
          'published',
          'regime',
          'retrieved',
          'source',
        ].sort(),
      );
    }
    for (const finding of answer.findings) {
      expect(Object.keys(finding).sort()).toEqual(
        [
          ...['acts', 'applies', 'basis', 'check', 'evidence', 'explanation', 'ifSame', 'measure'],
          ...['party', 'regime', 'score', 'strength', 'subject', 'verdict'],
        ].sort(),
      );
      expect(finding.evidence.map((piece) => piece.kind)).toEqual(
        expect.arrayContaining(['listing', 'match']),
      );
      const listing = finding.evidence.find((piece) => piece.kind === 'listing');
      expect(Object.keys(listing ?? {}).sort()).toEqual(
        [
          ...['caption', 'entity', 'entry', 'hash', 'kind', 'list', 'listedOn', 'programme', 'reason'],
          'snapshot',
        ].sort(),
      );
      expect(Math.round((finding.score ?? 0) * 1e4) / 1e4).toBe(finding.score);
    }
    expect(answer.findings[0]).toMatchObject({
      check: 'party',
      regime: 'US',
      verdict: 'prohibited',
      ifSame: null,
      strength: 'name and birth date',
      applies: true,
      measure: 'asset-freeze',
      acts: ['deal', 'pay'],
      subject: { kind: 'party', label: 'Igor Sechin', ref: null },
      basis: { confidence: 'checked', validUntil: null },
      evidence: [
        { kind: 'listing', list: 'us-ofac-sdn', entity: 'ofac-16692', entry: '16692' },
        {},
        {},
        {},
        {},
        {
          kind: 'note',
          text: expect.stringMatching(/^same party as EU eu-journal\/.*birth date 1960-09-07/),
        },
      ],
    });
  });

  it('is the same bytes every time', () => {
    const once = check('Мишустин Михаил', '--json');
    expect(once.out).not.toBe('');
    expect(check('Мишустин Михаил', '--json')).toEqual(once);
  });

  it('is one line with --jsonl', () => {
    const { out } = check('Igor Sechin', '--jsonl');
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(out).findings).not.toEqual([]);
  });

  it('puts findings that apply first, then what they are or would be, then their scores', () => {
    const { findings } = ask('Sberbank', '--regime', 'eu');
    const severity = ['clear', 'review', 'restricted', 'prohibited'];
    const rank = (one: Finding) => [
      one.applies ? 1 : 0,
      severity.indexOf(one.ifSame ?? one.verdict),
      one.score ?? 0,
    ];
    const ranks = findings.map(rank);
    expect(findings.map((one) => one.applies)).toContain(false);
    expect(findings.map((one) => one.applies)).toContain(true);
    expect(ranks).toEqual([...ranks].sort((a, b) => b[0]! - a[0]! || b[1]! - a[1]! || b[2]! - a[2]!));
  });

  it('tells people what it compared with, and never that somebody is clear', () => {
    const { code, out, err } = check('Nobody Inparticular');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`no match on 5 lists as of ${DAY}`);
    expect(out.replace(/\s+/g, ' ')).toContain(
      `Compared with 5 lists, the oldest of 2023-10-31. Not checked: ownership, pep, adverse-media. No match is not a clearance.`,
    );
    expect(out).not.toMatch(/\b(?:clear|cleared|safe|compliant|not sanctioned)\b/i);
  });

  it('calls an extract an extract', () => {
    expect(check('Igor Sechin').out).toContain('list: eu-journal (extract) ');
    expect(ask('Igor Sechin').world.lists.find((list) => list.source === 'eu-journal')?.official).toBe(false);
  });
});

describe('what settles a hit', () => {
  it.each([
    ['a name alone', ['Mikhail Mishustin'], 'review', 'prohibited', 'name only'],
    ['the full name alone', ['Mikhail Vladimirovich Mishustin'], 'review', 'prohibited', 'name only'],
    [
      'name and year',
      ['Mikhail Mishustin', '--birth-date', '1966'],
      'review',
      'prohibited',
      'name and other facts',
    ],
    [
      'name and country',
      ['Mikhail Mishustin', '--country', 'RU', '--schema', 'Person'],
      'review',
      'prohibited',
      null,
    ],
    [
      'name and day of birth',
      ['Mikhail Vladimirovich Mishustin', '--birth-date', '1966-03-03'],
      'prohibited',
      null,
      'name and birth date',
    ],
    ['a tax number alone', ['--id', 'INN:7707083893'], 'prohibited', null, 'identifier'],
    ['an IMO number alone', ['--id', 'IMO:9421960'], 'prohibited', null, 'identifier'],
  ])('%s', (_, args, verdict, ifSame, strength) => {
    const { code, findings } = ask(...args);
    expect(code).toBe(3);
    expect(findings[0]).toMatchObject({
      verdict,
      ifSame,
      ...(strength === null ? {} : { strength }),
    });
  });

  it('a number of somebody else with his own name settles nothing', () => {
    const { findings } = ask('Muster Carpets GmbH', '--id', 'INN:7707083893');
    for (const finding of findings) expect(finding.verdict).toBe('review');
  });

  it('a wrong check digit settles nothing, and is said', () => {
    const { findings, notes } = ask('--id', 'INN:7707083894');
    expect(findings).toEqual([]);
    expect(notes.map((note) => note.text).join()).toContain('fails its check digit');
  });

  it('another birth date takes the hit away, and says so beside the findings', () => {
    const { code, findings, discounted } = ask('Igor Sechin', '--birth-date', '1901-01-01', '--regime', 'us');
    expect(findings.filter((one) => one.applies)).toEqual([]);
    expect(code).toBe(0);
    expect(discounted[0]?.facts.join()).toContain('1901-01-01');
    expect(discounted[0]!.score).toBeLessThan(0.7);
    expect(discounted[0]!.scoreWithout).toBeGreaterThanOrEqual(0.7);
  });
});

describe('options', () => {
  it('--regime: the others are shown, not counted; one without a list leaves the question open', () => {
    const us = ask('Igor Sechin', '--regime', 'us');
    expect(us.findings.map((one) => [one.regime, one.applies])).toEqual([
      ['US', true],
      ['EU', false],
    ]);
    expect(us.world.missing).toEqual([]);
    const un = ask('Igor Sechin', '--regime', 'un');
    expect(un.findings.every((one) => !one.applies)).toBe(true);
    expect(un.code).toBe(0);
    const uk = ask('Nobody Inparticular', '--regime', 'us,uk');
    expect(uk.world.missing).toEqual([{ regime: 'UK', reason: 'no list loaded' }]);
    expect(uk.code).toBe(4);
    expect(ask('Igor Sechin', '--regime', 'us,uk').code).toBe(3);
  });

  it('--max-age: only an older list leaves the question open', () => {
    expect(ask('Nobody Inparticular', '--max-age', '9999').code).toBe(0);
    const old = ask('Nobody Inparticular', '--max-age', '30');
    expect(old.code).toBe(4);
    expect(old.world.missing).toContainEqual({ regime: 'UN', reason: 'list un-sc is older than 30 days' });
    expect(ask('Igor Sechin', '--max-age', '30').code).toBe(3);
  });

  it('--date before every list: the oldest held is used, said in the answer and on standard error', () => {
    const { code, out, err } = cordon(['check', 'Igor Sechin', '--date', '2020-01-01', '--json'], { home });
    const { world, findings, notes } = JSON.parse(out) as Answer;
    expect(code).toBe(3);
    expect(world.lists.every((list) => list.later)).toBe(true);
    expect(err).toMatch(/^warning: held only from later than 2020-01-01.*us-ofac-sdn/m);
    // The EU listed him on 2022-02-28; OFAC's file says no day, so its entry applies.
    expect(findings.map((one) => one.regime)).toEqual(['US']);
    expect(notes.map((note) => note.text)).toContain('will apply from 2022-02-28');
  });

  it('a listing to come is a note, and a finding from its day on', () => {
    const before = ask('Ottoline Featherbottom');
    expect(before.code).toBe(0);
    expect(before.notes.map((note) => note.text)).toEqual(['will apply from 2030-01-01']);
    expect(cordon(['check', 'Ottoline Featherbottom', '--date', '2030-01-01'], { home }).code).toBe(3);
  });

  it('--former: a delisted entry is a note, or a review where that is asked for', () => {
    const note = ask('Zebulon Quarterstaff');
    expect(note.code).toBe(0);
    expect(note.findings).toEqual([]);
    expect(note.notes.map((one) => one.text)).toEqual(['formerly listed, 2010-01-01 to 2015-06-30']);
    const review = ask('Zebulon Quarterstaff', '--former', 'review');
    expect(review.code).toBe(3);
    expect(review.findings).toMatchObject([{ verdict: 'review', ifSame: null }]);
    const then = cordon(['check', 'Zebulon Quarterstaff', '--date', '2015-06-30'], { home });
    expect(then.code).toBe(3);
  });

  it('--weak-aliases: found by it alone, exactly, and never more than review', () => {
    const support = ask('Snodgrass');
    expect(support.findings).toMatchObject([{ verdict: 'review', strength: 'weak alias only' }]);
    expect(ask('Snodgras').findings).toEqual([]);
    expect(ask('Snodgrass', '--weak-aliases', 'off').findings).toEqual([]);
    const on = ask('Snodgrass', '--weak-aliases', 'on').findings;
    expect(on).toMatchObject([{ verdict: 'review' }]);
    expect(on[0]!.score).toBeGreaterThan(support.findings[0]!.score!);
  });

  it('--threshold and --near: what falls just under is shown, and counts for nothing', () => {
    const { score } = ask('Cornelius Aplegarth').findings[0]!;
    const threshold = String(Math.min(1, score! + 0.01));
    const near = ask('Cornelius Aplegarth', '--threshold', threshold, '--near', '0.05');
    expect(near.code).toBe(0);
    expect(near.findings).toEqual([]);
    expect(near.notes.map((note) => note.text).join()).toMatch(/^just under the threshold, score 0\.\d\d$/);
    expect(ask('Cornelius Aplegarth', '--threshold', threshold).notes).toEqual([]);
  });

  it('--activity: a listing for other acts is a note', () => {
    const { findings, notes } = ask('Gazprom Neft', '--activity', 'payment');
    expect(findings.map((one) => one.measure)).not.toContain('debt');
    expect(notes.map((note) => note.text).join()).toMatch(
      /listed, but only for .*, which payment does not touch/,
    );
    const all = ask('Gazprom Neft', '--activity', 'securities').findings.map((one) => one.measure);
    expect(all).toContain('debt');
  });

  it('a dataset without a regime never says more than review; a topic decides the check', () => {
    expect(ask('Barnaby Thistlewaite').findings).toMatchObject([
      { check: 'pep', regime: null, verdict: 'review', ifSame: null, applies: true },
    ]);
    const full = ask('Cornelius Applegarth', '--birth-date', '1970-01-01', '--schema', 'person');
    expect(full.findings).toMatchObject([{ check: 'party', verdict: 'review', ifSame: null }]);
  });
});

describe('territory', () => {
  it.each([
    ['--city', 'Sevastopol', 'US', 'prohibited'],
    ['--city', 'Севастополь', 'US', 'prohibited'],
    ['--address', 'ul. Lenina 5, Simferopol, 295000', 'US', 'prohibited'],
    ['--country', 'Iran', 'US', 'prohibited'],
    ['--country', 'KP', 'US', 'prohibited'],
    ['--nationality', 'IR', 'US', 'review'],
  ])('%s %s: %s %s', (option, value, regime, verdict) => {
    const { code, findings } = ask('Muster Carpets', option, value);
    expect(code).toBe(3);
    expect(findings.find((one) => one.regime === regime)).toMatchObject({
      check: 'territory',
      verdict,
      score: null,
    });
  });

  it.each([
    ['--city', 'Moscow'],
    ['--address', '12 Sevastopol Road, London'],
    ['--country', 'DE'],
  ])('%s %s: nothing', (option, value) => {
    expect(ask('Muster Carpets', option, value)).toMatchObject({ code: 0, findings: [] });
  });

  it('is headed by what was read', () => {
    expect(check('Muster Carpets', '--city', 'Sevastopol').out).toContain(
      'PROHIBITED  US  territory: city "Sevastopol"',
    );
  });
});

describe('wrong usage', () => {
  it.each([
    [[], 'give a name, or an identifier with --id'],
    [[''], 'no name and no identifier'],
    [['   '], 'no name and no identifier'],
    [['🙂'], 'no name and no identifier'],
    [['--id', 'IMO:'], 'no name and no identifier'],
    [['X', '--schema', 'Starship'], '--schema: "Starship"'],
    [['X', '--regime', 'us,mars'], '--regime: "MARS" is no regime; regimes are US, EU'],
    [['X', '--threshold', '2'], '--threshold: expected a number from 0 to 1, got "2"'],
    [['X', '--near', 'much'], '--near: expected a number from 0 to 1, got "much"'],
    [['X', '--max-age', 'old'], '--max-age: expected a whole number, got "old"'],
    [['X', '--activity', 'tourism'], 'payment, export, import, securities, shipping'],
    [['X', '--weak-aliases', 'maybe'], 'on, support, off'],
    [['X', 'Y'], 'too many arguments'],
    [['X', '--nope'], "unknown option '--nope'"],
  ])('%j', (args, message) => {
    const { code, out, err } = check(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('a day that does not exist', () => {
    const { code, err } = cordon(['check', 'X', '--date', '2023-02-30'], { home });
    expect(code).toBe(2);
    expect(err).toBe('cordon: --date: expected a day as YYYY-MM-DD, got "2023-02-30"\n');
  });
});

describe('odd names', () => {
  it('10,000 characters are cut, and that is said', () => {
    const { code, notes } = ask('a'.repeat(10_000));
    expect(code).toBe(0);
    expect(notes.map((note) => note.text)).toEqual(['a name of 10000 characters was cut to 1000']);
  });

  it('control characters never reach the terminal', () => {
    const { out, err } = check('\u001b[31mIgor\u001b[0m \u0007Sechin\u202e');
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  });

  it('a birth date that is none is left out, and that is said', () => {
    expect(ask('Igor Sechin', '--birth-date', 'long ago').notes.map((note) => note.text)).toEqual([
      'birth date "long ago" could not be read and was not compared',
    ]);
  });
});
