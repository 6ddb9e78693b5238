/**
 * Writes `index-1.bin`: `npx tsx tests/golden/formats/write-index.ts`. Only while format 1 is unreleased; a released
 * format's file is never written again, a new format gets a file of its own.
 */
import { writeFileSync } from 'node:fs';
import { goldenIndex } from '../../search/invented.js';

writeFileSync(new URL('index-1.bin', import.meta.url), goldenIndex());
