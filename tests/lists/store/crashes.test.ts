/**
 * An update of two lists is made to fail at every single call that changes the disk: each write, rename and sync, each
 * folder made, each file removed. Whatever happens, the world is the old one or the new one.
 */
import { describe, expect, it } from 'vitest';
import { CRASHED } from './crashed-update.js';
import { crashEverywhere, DISK_FAULTS } from './crashing-disk.js';

describe('an update of two lists over a held state', () => {
  it.each(DISK_FAULTS)('fails by "%s" at every change, and one whole world is left', async (fault) => {
    const { points, broken } = await crashEverywhere(CRASHED.before, CRASHED.update, CRASHED.next, fault);
    expect(broken).toEqual([]);
    expect(points).toBeGreaterThan(60);
  });
});

describe('the first update of all', () => {
  it.each(DISK_FAULTS)('fails by "%s" at every change, and there is no list or all', async (fault) => {
    const { broken } = await crashEverywhere([], CRASHED.before[0]!, CRASHED.next, fault);
    expect(broken).toEqual([]);
  });
});
