/** The check against 24,776 real addresses, whose country column says the truth that the text is judged without. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decodeText, readRecords } from '../../../src/base/index.js';
import { verdicts } from './support.js';

const file = new URL('../../../../shared/data/lists/us-ofac-sdn-2026/add.csv', import.meta.url);
const absent = !existsSync(file);
const title = absent ? 'skipped, no ../shared/data: ' : '';
const EMBARGOED = ['Cuba', 'Iran', 'Korea, North', 'Syria', 'Region: Crimea'];
// Occupied towns stand under Ukraine and, since 2022, at times under Russia.
const MIXED = ['Ukraine', 'Russia'];

it.skipIf(absent)(
  `${title}street and town alone find nearly every embargoed address, and hardly another`,
  () => {
    const found = { of: 0, all: 0 };
    const wrong = { of: 0, all: 0 };
    for (const { cells } of readRecords(decodeText(readFileSync(file), 'add.csv').text, 'add.csv').rows) {
      const [, , street = '', city = '', country = ''] = cells.map((cell) =>
        cell.trim().replace(/^-0-$/, ''),
      );
      const address = [street, city].filter((part) => part !== '').join(', ');
      if (city === '' || country === '' || MIXED.includes(country)) continue;
      const said = verdicts({ addresses: [address] }, '2025-06-01');
      const tally = EMBARGOED.includes(country) ? found : wrong;
      tally.all += 1;
      if (said.some((one) => !one.includes('review'))) tally.of += 1;
    }
    expect(found.all).toBeGreaterThan(1_500);
    expect(found.of / found.all).toBeGreaterThan(0.95);
    expect(wrong.all).toBeGreaterThan(10_000);
    expect(wrong.of / wrong.all).toBeLessThan(0.001);
  },
);
