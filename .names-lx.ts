import { readFileSync } from 'node:fs';
import { readPrintedName } from './src/lists/eu-journal/names.js';
import { splitItems } from './src/lists/eu-journal/items.js';
for (const line of readFileSync(0,'utf8').split('\n')) { if (!line) continue; const [kind,...rest]=line.split('|'); for (const item of splitItems(rest.join('|'))) { const r=readPrintedName(item, kind as any); console.log(item.slice(0,150),' => ',r.names.join(' ‖ '), r.former.length?' F:'+r.former.join(' ‖ '):'', r.notes.length?' N:'+r.notes.join(' ‖ '):''); } }
