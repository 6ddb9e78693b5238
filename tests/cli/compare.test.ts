/** `cordon compare --jsonl`: pairs in, scores with their reasons out, line by line. */
import { describe, expect, it } from 'vitest';
import { cordon } from './cordon.js';

type Answer = {
  score: number;
  match: boolean;
  features: { name: string; value: number; contribution: number; detail: string }[];
  error?: { line: number; code: string; message: string };
};

function compare(lines: readonly (object | string)[], ...args: string[]) {
  const input = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const run = cordon(['compare', '--jsonl', ...args], { input });
  return {
    ...run,
    answers: run.out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Answer),
  };
}

const pair = (name1: string, name2: string, schema = 'Person') => ({ schema, name1, name2 });

it('needs no list; contributions add up to the logit of the score', () => {
  const { code, err, answers } = compare([
    pair('Igor Sechin', 'SECHIN Igor Ivanovich'),
    pair('Gazprom Neft', 'ПАО Газпром нефть', 'Company'),
    pair('Igor Sechin', 'Maria Musterfrau'),
  ]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(answers.map((one) => one.match)).toEqual([true, true, false]);
  for (const { score, match, features } of answers) {
    expect(match).toBe(score >= 0.7);
    expect(features.map((one) => one.name)).toContain('bias');
    const sum = features.reduce((so, one) => so + one.contribution, 0);
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(score, 3);
  }
});

it('parties as entities: facts move the odds', () => {
  const party = (birthDate: string) => ({
    schema: 'Person',
    properties: { name: ['Igor Sechin'], birthDate: [birthDate] },
  });
  const { answers } = compare([
    { left: party('1960-09-07'), right: party('1960-09-07') },
    { left: party('1960-09-07'), right: party('1931-01-02') },
  ]);
  expect(answers.map((one) => one.match)).toEqual([true, false]);
  expect(answers[1]!.features.find((one) => one.name === 'birth-date')!.contribution).toBeLessThan(0);
});

it('the same whichever comes first, and the same bytes again', () => {
  const names = ['Igor Sechin', 'Сечин Игорь Иванович', 'Gazprom', '', '🙂', 'Al-Assad', '习近平'];
  const pairs = names.flatMap((left) => names.map((right) => pair(left, right)));
  const there = compare(pairs);
  const back = compare(pairs.map(({ name1, name2 }) => pair(name2, name1)));
  expect(there.answers.map((one) => one.score)).toEqual(back.answers.map((one) => one.score));
  expect(compare(pairs).out).toBe(there.out);
});

it('a bad line gives an error in its place, and exit code 2 at the end', () => {
  const { code, answers } = compare([
    pair('A B', 'A B'),
    'not json',
    '[]',
    '{"name1":"A"}',
    '{"name1":"A","name2":5}',
    '{"left":{"properties":{"name":["A"]}}}',
    pair('C D', 'C D'),
  ]);
  expect(code).toBe(2);
  expect(answers.map((one) => one.error?.line ?? null)).toEqual([null, 2, 3, 4, 5, 6, null]);
  for (const { error } of answers)
    if (error !== undefined) expect(error).toMatchObject({ code: 'bad-record', message: expect.any(String) });
});

describe('two names from the command line', () => {
  const screen = cordon([
    'compare',
    'Mikhail Mishustin',
    'Мишустин Михаил Владимирович',
    '--schema',
    'Person',
  ]);

  it('says the score, one sentence, the parts in columns, every feature', () => {
    expect({ code: screen.code, err: screen.err }).toEqual({ code: 0, err: '' });
    expect(screen.out).toMatch(/^match, score 0\.\d{4} \(a match from 0\.7\)$/m);
    expect(screen.out).toContain(
      'In the names mikhail and mishustin agree, only one side has vladimirovich (patronymic).',
    );
    expect(screen.out).toMatch(/^ {4}left +right +type +alike {2}weight$/m);
    expect(screen.out).toMatch(/^ {4}mishustin {2}mishustin +family +1\.00 +0\.\d\d$/m);
    expect(screen.out).toMatch(/^ {4}– {2,}vladimirovich +patronymic +0\.\d\d$/m);
    expect(screen.out).toMatch(/^ {5}\+\d\.\d\d {2}name +agree: mikhail, mishustin$/m);
  });

  it('is the answer of the line for programs', () => {
    const { out } = cordon([
      'compare',
      'Igor Sechin',
      'Igor Ivanovich Sechin',
      '--schema',
      'Person',
      '--json',
    ]);
    const { answers } = compare([pair('Igor Sechin', 'Igor Ivanovich Sechin')]);
    expect(JSON.parse(out)).toEqual(answers[0]);
  });

  it('names as long as they come stay within the width', () => {
    const { out } = cordon([
      'compare',
      'Abdulrahman '.repeat(20),
      `${'Konstantinopolskaya '.repeat(9)}Company`,
    ]);
    const widest = Math.max(...out.split('\n').map((line) => line.length));
    expect(widest).toBeLessThanOrEqual(100);
  });

  it.each([
    [['compare', 'Igor Sechin'], 'give two names to compare'],
    [['compare', 'A B', 'C D', '--schema', 'Wizard'], '--schema: "Wizard" is no schema'],
    [['compare', '--json'], 'give two names, or pairs on standard input'],
  ])('%j is wrong usage', (args, message) => {
    const { code, out, err } = cordon(args, { input: '' });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('odd input', () => {
  it('Windows line ends, a byte order mark, no line end at the end', () => {
    const { code, answers } = compare([`\uFEFF${JSON.stringify(pair('A B', 'A B'))}\r`]);
    expect(code).toBe(0);
    expect(answers).toHaveLength(1);
    expect(cordon(['compare'], { input: JSON.stringify(pair('A B', 'A B')) }).out.split('\n')).toHaveLength(
      2,
    );
  });

  it('names of 10,000 characters are compared in no time', () => {
    const long = (word: string) => word.repeat(Math.ceil(10_000 / word.length));
    const { code, answers } = compare([
      pair(long('Igor Sechin '), long('Ivan Petrov ')),
      pair(long('a'), long('b'), 'Company'),
      pair(Array.from({ length: 1500 }, (_, at) => `x${at}`).join(' '), long('y z ')),
    ]);
    expect(code).toBe(0);
    expect(answers.map((one) => one.match)).toEqual([false, false, false]);
  });

  it('bytes that are no UTF-8 are read as Windows-1252, with a warning', () => {
    const input = Buffer.concat([
      Buffer.from('{"name1":"M'),
      Buffer.from([0xfc]),
      Buffer.from('ller","name2":"Müller"}'),
    ]);
    const { code, err } = cordon(['compare', '--jsonl'], { input });
    expect(code).toBe(0);
    expect(err).toContain('standard input:1: a line is not valid UTF-8 and read as Windows-1252');
  });

  it('nothing at all', () => {
    const { code, out, err } = cordon(['compare', '--jsonl']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('standard input: is empty');
  });

  it('a line without an end is refused before it fills memory', () => {
    const { code, err } = cordon(['compare', '--jsonl'], { input: 'a'.repeat(5_000_000) });
    expect(code).toBe(2);
    expect(err).toContain('standard input:1: a line of over 1000000 characters');
  });

  it('a threshold that is none', () => {
    const { code, err } = compare([], '--threshold', 'high');
    expect(code).toBe(2);
    expect(err).toContain('--threshold: expected a number from 0 to 1, got "high"');
  });
});
