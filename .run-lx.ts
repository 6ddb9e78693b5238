import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ftm from '/work/main/node_modules/@alephdata/followthemoney/dist/followthemoney.js';
import { openReaders, LISTS_TABLES } from '/work/main/src/lists/index.js';
import { openMeasures, MEASURES_TABLES } from '/work/main/src/rules/measures/index.js';
const tables = new Map([...LISTS_TABLES, ...MEASURES_TABLES].map((p) => [p, readFileSync('/work/main/data/' + p, 'utf8')]));
const t0=performance.now();
const readers = openReaders(tables); const measures = openMeasures(tables);
console.log('open', (performance.now()-t0).toFixed(1),'ms');
const model = new (ftm as any).Model((ftm as any).defaultModel);
const walk = (d: string, base = d): string[] => readdirSync(d).flatMap((n) => statSync(join(d, n)).isDirectory() ? walk(join(d, n), base) : [join(d, n).slice(base.length + 1)]);
for (const spec of process.argv.slice(2)) {
  const [folder, id] = spec.split('=');
  const dir = '/work/shared/data/lists/' + folder;
  const files = walk(dir).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(dir, name))) }));
  const reader = readers.find((r) => r.source === id)!;
  const mine = reader.recognise(files);
  console.log('==', folder, id, mine.map((f) => f.name).slice(0,6), mine.length);
  if (mine.length === 0) continue;
  const t = performance.now();
  let c; try { c = reader.read(mine); } catch (e) { console.log('ERR', (e as any).code, (e as Error).message); continue; }
  console.log('ms', (performance.now() - t).toFixed(0), 'entities', c.entities.length, 'listings', c.entities.reduce((n, e) => n + e.listings.length, 0));
  const by: Record<string, number> = {}; for (const i of c.issues) by[i.code] = (by[i.code] ?? 0) + 1; console.log(by);
  const sc: Record<string, number> = {}; for (const e of c.entities) sc[e.schema] = (sc[e.schema] ?? 0) + 1; console.log(sc);
  const props: Record<string, number> = {}; const bad: Record<string, number> = {}; const ids = new Set();
  for (const e of c.entities) { if (ids.has(e.id)) console.log('DUP', e.id); ids.add(e.id);
    const s = model.getSchema(e.schema); const names = new Set([...s.getProperties().keys()]);
    for (const [p, v] of Object.entries(e.properties)) { props[p] = (props[p] ?? 0) + (v as string[]).length; if (!names.has(p)) bad[e.schema + '.' + p] = (bad[e.schema + '.' + p] ?? 0) + 1; } }
  console.log(props); console.log('BADPROPS', bad);
  const miss: Record<string, number> = {}; for (const e of c.entities) for (const l of e.listings) if (!measures.measureOf(l, '2026-08-01')) { const k = [l.programme, l.annex, l.measure].join('|'); miss[k] = (miss[k] ?? 0) + 1; } console.log('NO MEASURE', miss);
  const show: Record<string, number> = {};
  for (const i of c.issues) { show[i.code] = (show[i.code] ?? 0) + 1; if (show[i.code]! <= Number(process.env.N ?? 40)) console.log(' ', i.code, i.file + ':' + i.line, i.field, JSON.stringify(i.value), i.message.slice(0, 60)); }
  if (process.env.ID) console.log(JSON.stringify(c.entities.filter((e) => process.env.ID!.split(',').includes(e.id)), null, 1));
}
