/** `--record` and `cordon verify`: an answer can be proven, and what changed since is named. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256, stableJson } from '../../src/base/index.js';
import { cordon, DAY, drop, folder, SAMPLE, sampleHome } from './cordon.js';

let home = '';
let files = '';
beforeAll(() => {
  home = sampleHome();
  files = folder();
});
afterAll(() => {
  drop(home);
  drop(files);
});

type Kept = {
  time: string;
  user: string;
  sha256: string;
  answer: unknown;
  world: { lists: { hash: string }[]; rules: string };
  command: { verb: string; inputHash: string };
};

const run = (...args: string[]) => cordon(args, { home });
const kept = (name: string) => JSON.parse(readFileSync(join(files, name), 'utf8')) as Kept;

function write(name: string, content: string): string {
  const path = join(files, name);
  writeFileSync(path, content);
  return path;
}

/** Rewrites a record and seals it anew, as an honest record of another answer would be. */
function reseal(name: string, change: (record: Kept) => void): string {
  const record = kept(name);
  change(record);
  record.sha256 = sha256(stableJson(record.answer));
  return write(`changed-${name}`, JSON.stringify(record));
}

describe('a record', () => {
  it.each([
    ['check with a hit', ['check', 'Igor Sechin'], 3],
    ['check without one', ['check', 'Nobody Inparticular'], 0],
    [
      'check with every option',
      ['check', 'Nobody', ...'--regime us,un --near 0.2 --max-age 5'.split(' ')],
      4,
    ],
    [
      'check by other settings',
      ['check', 'Sberbank', ...'--weak-aliases on --activity payment'.split(' ')],
      3,
    ],
    ['check of the sample', ['check', 'Igor Sechin', '--sample'], 3],
    ['check by number', ['check', '--id', 'IMO:9421960'], 3],
    ['screen with hits', ['screen', join(SAMPLE, 'customers.csv')], 3],
    ['screen without one', ['screen', 'none.csv', '--map', 'name=who'], 0],
    ['read with hits', ['read', join(SAMPLE, 'article.html')], 3],
    ['read without one', ['read', 'none.txt'], 0],
  ])('of %s is written with a readable twin, and replays', (title, args, code) => {
    write('none.csv', 'who\nNobody Inparticular\n');
    write('none.txt', 'The weather in Lisbon stayed fine.');
    const path = join(files, `${title}.json`);
    const options = { home, cwd: files };
    expect(cordon([...args, '--date', DAY, '--record', path], options).code).toBe(code);
    const record = kept(`${title}.json`);
    expect(record).toMatchObject({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      user: expect.any(String),
      command: { verb: args[0], inputHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      world: { date: DAY },
      sha256: sha256(stableJson(record.answer)),
    });
    expect(JSON.stringify(record.answer)).not.toContain(record.time);
    const twin = readFileSync(join(files, `${title}.html`), 'utf8');
    expect(twin).toContain(record.time);
    expect(twin).toContain(record.sha256);
    const verified = cordon(['verify', path], options);
    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(verified.out).toMatch(/^identical: /);
  });

  it('holds the very answer that was printed', () => {
    const path = join(files, 'same.json');
    const { out } = run('check', 'Igor Sechin', '--date', DAY, '--json', '--record', path);
    expect(kept('same.json').answer).toEqual(JSON.parse(out));
  });

  it('of the same question is the same but for its envelope', () => {
    for (const name of ['first', 'second'])
      run('check', 'Igor Sechin', '--date', DAY, '--record', join(files, `${name}.json`));
    const [first, second] = [kept('first.json'), kept('second.json')];
    expect({ ...first, time: '' }).toEqual({ ...second, time: '' });
  });

  it('is not written from standard input, nor where it cannot be', () => {
    for (const verb of ['screen', 'read']) {
      const { code, err } = cordon([verb, '-', '--record', join(files, 'no.json')], {
        home,
        input: 'name\nX\n',
      });
      expect(code).toBe(2);
      expect(err).toContain('--record needs a file, not standard input');
    }
    const { code, err } = run('check', 'X', '--record', join(files, 'none', 'no.json'));
    expect(code).toBe(1);
    expect(err).toContain('its folder is not there');
    expect(existsSync(join(files, 'no.json'))).toBe(false);
  });
});

describe('verify', () => {
  it('says where an answer differs', () => {
    run('check', 'Igor Sechin', '--date', DAY, '--record', join(files, 'a.json'));
    const path = reseal('a.json', (record) => {
      (record.answer as { findings: { score: number }[] }).findings[0]!.score = 0.5;
      (record.answer as { world: { rules: string } }).world.rules = 'f'.repeat(64);
    });
    const { code, out } = run('verify', path);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^different:\n {2}\$\.world\.rules: was "f+", is "[0-9a-f]+"\n {2}\$\.findings\[0\]\.score: was 0\.5, is /,
    );
    const json = run('verify', path, '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      result: 'different',
      differences: [{ path: '$.world.rules' }, { path: '$.findings[0].score', recorded: 0.5 }],
    });
  });

  it('refuses a record that was changed after it was written', () => {
    run('check', 'Nobody Inparticular', '--date', DAY, '--record', join(files, 'b.json'));
    const text = readFileSync(join(files, 'b.json'), 'utf8');
    const path = write('tampered.json', text.replaceAll('Nobody Inparticular', 'Somebody Inparticular'));
    const { code, out, err } = run('verify', path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('its answer does not match its seal: it was changed after it was written');
  });

  it('says that a snapshot is no longer held', () => {
    run('check', 'Igor Sechin', '--date', DAY, '--record', join(files, 'c.json'));
    const { code, out, err } = cordon(['verify', join(files, 'c.json')]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${kept('c.json').world.lists[0]?.hash}: no such snapshot is held`);
  });

  it('wants the very input: moved is fine, changed is not', () => {
    const input = write('input.csv', 'name\nIgor Sechin\n');
    run('screen', input, '--date', DAY, '--record', join(files, 'd.json'));
    const moved = write('moved.csv', 'name\nIgor Sechin\n');
    drop(input);
    const gone = run('verify', join(files, 'd.json'));
    expect(gone.code).toBe(2);
    expect(gone.err).toContain(
      'input.csv: the input of the record is no longer there: name it with --input FILE',
    );
    expect(run('verify', join(files, 'd.json'), '--input', moved).out).toMatch(/^identical: /);
    writeFileSync(moved, 'name\nIgor Setchin\n');
    const changed = run('verify', join(files, 'd.json'), '--input', moved);
    expect(changed.code).toBe(1);
    expect(changed.err).toContain('its bytes differ: name that with --input FILE');
  });

  it('still replays when newer lists have come', () => {
    const [own, from] = [sampleHome(), folder()];
    const path = join(files, 'e.json');
    cordon(['check', 'KIM YONG CHOL', '--date', DAY, '--record', path], { home: own });
    const xml = readFileSync(join(SAMPLE, 'lists', 'un-sc', 'consolidated.xml'), 'utf8');
    writeFileSync(
      join(from, 'un.xml'),
      xml.replace('dateGenerated="2023-10-31', 'dateGenerated="2024-05-31'),
    );
    const update = cordon(['lists', 'update', '--from', from, '--as', 'un-sc', '--json'], { home: own });
    expect(JSON.parse(update.out)).toMatchObject([{ source: 'un-sc', result: 'updated' }]);
    expect(cordon(['verify', path], { home: own }).out).toMatch(/^identical: /);
    drop(own);
    drop(from);
  });

  it.each([
    ['no JSON', 'hello', 'is not JSON: name the .json file that --record wrote'],
    ['nothing', '', 'is empty'],
    ['other JSON', 'null', "is no record of Cordon's"],
    [
      'a newer format',
      '{"format":"cordon-record","version":2}',
      'of format 2, this Cordon knows 1: update Cordon',
    ],
    [
      'half a record',
      '{"format":"cordon-record","version":1,"answer":{}}',
      'lacks its command, its world or its answer',
    ],
  ])('%s is no record', (_, content, message) => {
    const { code, out, err } = run('verify', write('odd.json', content));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('a record that is not there, or a folder', () => {
    expect(run('verify', join(files, 'nope.json'))).toMatchObject({ code: 2, out: '' });
    expect(run('verify', files).err).toContain('is a folder: name a file in it');
  });
});
