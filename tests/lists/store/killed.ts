/** A process for `killed.test.ts` to kill: writes world after world, or only holds the lock, and says so. */
import { diskStorage, openWriter } from '../../../src/lists/store/index.js';
import { names, update } from './support.js';

const [root = '', mode = ''] = process.argv.slice(2);
const storage = diskStorage(root);
if (mode === 'hold') {
  openWriter(storage);
  process.stdout.write('held\n');
  setInterval(() => {}, 1_000);
} else {
  for (let round = 1; round < 1_000; round += 1) {
    const published = new Date(Date.UTC(2020, 0, round)).toISOString().slice(0, 10);
    await update(
      storage,
      { source: 'un-sc', of: names(300 + round), published },
      { source: 'eu-journal', of: names(50 + round, 'b'), published },
    );
    process.stdout.write(`${round}\n`);
  }
}
