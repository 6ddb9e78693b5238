/** Where state lives. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { stateFolder } from '../../src/app/paths.js';

it.each([
  ['what is named', 'here', { CORDON_HOME: '/c', XDG_DATA_HOME: '/d' }, resolve('here')],
  ['then CORDON_HOME', null, { CORDON_HOME: '/c', XDG_DATA_HOME: '/d' }, resolve('/c')],
  ['then the place for data', null, { CORDON_HOME: '', XDG_DATA_HOME: '/d' }, join('/d', 'cordon')],
  ['then the usual one', null, {}, join(homedir(), '.local', 'share', 'cordon')],
])('%s', (_, given, env, path) => {
  expect(stateFolder(given, env)).toBe(path);
});
