/** Removes the folders named on the command line: a build starts from nothing, so no stale file is packed. */
import { rmSync } from 'node:fs';

for (const folder of process.argv.slice(2)) rmSync(folder, { recursive: true, force: true });
