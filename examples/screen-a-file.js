/**
 * A customer file against the bundled sample: the rows that somebody has to look at, the strictest first.
 *
 *     node examples/screen-a-file.js customers.csv
 */
import { fileURLToPath } from 'node:url';
import { openWorld, screen } from 'cordon';

const STRICTEST = ['prohibited', 'restricted', 'review'];

const sample = fileURLToPath(new URL('../data/sample/customers.csv', import.meta.url));
const world = await openWorld({ sample: true });
const { rows } = await screen(world, process.argv[2] ?? sample, { json: false });

const found = [];
let count = 0;
for await (const { judged } of rows) {
  count += 1;
  if (judged.error !== null) console.log(`row ${judged.row} (line ${judged.line}) not read: ${judged.error}`);
  else if (judged.verdict !== null) found.push(judged);
}
const rank = ({ verdict, ifSame }) => STRICTEST.indexOf(verdict) * 4 + STRICTEST.indexOf(ifSame ?? verdict);
found.sort((a, b) => rank(a) - rank(b) || a.row - b.row);
for (const { row, label, verdict, ifSame } of found) {
  const same = verdict === 'review' && ifSame !== null ? ` (${ifSame} if the same)` : '';
  console.log(`row ${row}: ${label}: ${verdict}${same}`);
}
console.log(`${count} rows, ${found.length} to look at`);
