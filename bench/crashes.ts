/**
 * Claim: an update may die at any moment and a whole world is left, the old one or the new one. An update of two lists
 * over a held state is made to fail at every change to the disk (write, rename, sync, folder made, file removed) in five
 * ways; prints how many points were tried and how many were survived: the world opens, `verify` finds nothing, the next
 * update succeeds.
 */
import { CRASHED } from '../tests/lists/store/crashed-update.js';
import { crashEverywhere, DISK_FAULTS } from '../tests/lists/store/crashing-disk.js';

export async function run(): Promise<void> {
  let [tried, survived] = [0, 0];
  for (const fault of DISK_FAULTS) {
    const { points, broken } = await crashEverywhere(CRASHED.before, CRASHED.update, CRASHED.next, fault);
    console.log(`${fault.padEnd(6)} ${points} points, ${points - broken.length} survived`);
    for (const line of broken) console.log(`  ${line}`);
    tried += points;
    survived += points - broken.length;
  }
  console.log(`all    ${tried} points, ${survived} survived`);
  if (survived < tried) process.exitCode = 1;
}
