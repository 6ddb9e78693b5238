import { readFileSync, readdirSync, statSync } from 'node:fs'; import { join } from 'node:path';
import { openReaders, LISTS_TABLES } from './src/lists/index.js';
const tables = new Map(LISTS_TABLES.map((p) => [p, readFileSync('data/' + p, 'utf8')]));
const walk = (d: string, base = d): string[] => readdirSync(d).flatMap((n) => statSync(join(d, n)).isDirectory() ? walk(join(d, n), base) : [join(d, n).slice(base.length + 1)]);
const [folder,id]=process.argv.slice(2); const dir='/work/shared/data/lists/'+folder; const r=openReaders(tables).find(x=>x.source===id)!;
const c=r.read(r.recognise(walk(dir).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(dir, name))) }))));
for (const e of c.entities) console.log(JSON.stringify(e));
