/** An output file is whole or not there. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dropFile, openOutput, writeWhole } from '../../src/app/output-file.js';

let at = '';
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'cordon-output-'));
});
afterEach(() => rmSync(at, { recursive: true, force: true }));

it('stands in its place when it is finished, not before', () => {
  const path = join(at, 'a.csv');
  writeFileSync(path, 'old');
  const file = openOutput(path);
  for (let line = 0; line < 50_000; line++) file.write(`${line}\n`);
  expect(readFileSync(path, 'utf8')).toBe('old');
  file.finish();
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(50_001);
  expect(readdirSync(at)).toEqual(['a.csv']);
});

it('leaves nothing behind when it is given up', () => {
  const before = process.listenerCount('exit');
  const file = openOutput(join(at, 'a.csv'));
  file.write('x'.repeat(300_000));
  expect(process.listenerCount('exit')).toBe(before + 1);
  file.discard();
  expect(readdirSync(at)).toEqual([]);
  expect(process.listenerCount('exit')).toBe(before);
});

it('says why it cannot be written', () => {
  const refused = (path: string, reason: string) =>
    expect(() => writeWhole(path, 'x')).toThrow(
      expect.objectContaining({ code: 'state-unwritable', message: expect.stringContaining(reason) }),
    );
  refused(
    join(at, 'none', 'a.csv'),
    'a.csv: cannot be written: its folder is not there: make it, or name another place',
  );
  writeFileSync(join(at, 'file'), '');
  refused(join(at, 'file', 'a.csv'), 'its folder is not there');
  mkdirSync(join(at, 'folder'));
  refused(join(at, 'folder'), 'folder: is no file: name another place');
  refused('/dev/null', '/dev/null: is no file: name another place');
  expect(readdirSync(at).sort()).toEqual(['file', 'folder']);
});

it('a file of an earlier run can be dropped, there or not', () => {
  const path = join(at, 'rejects.csv');
  dropFile(path);
  writeFileSync(path, 'x');
  symlinkSync(path, join(at, 'link'));
  dropFile(join(at, 'link'));
  expect(readdirSync(at)).toEqual(['rejects.csv']);
  dropFile(path);
  expect(readdirSync(at)).toEqual([]);
});
