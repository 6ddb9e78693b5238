/**
 * How rare a name is. Counts of forms from public lists and popular names; what is not in the table is as rare as can be,
 * unless it only is an unusual spelling of a common name, which its key tells. The table is plain lines, counted by
 * `tools/make-name-frequencies.ts`: `form<TAB>count<TAB>role`, and `:key<TAB>count` for all spellings together.
 */
import { type DataTables, dataTable } from '../base/index.js';
import { phoneticKey } from './key.js';

/** What a form is in most of the people's names it was counted in: given name, family name, or not clear. */
export type Role = 'given' | 'family' | '';

/** Counts of forms. */
export type Frequencies = {
  /** −ln of the share of names that bear this form, in nats: between 1 and `UNSEEN`. */
  readonly rarity: (form: string) => number;
  readonly role: (form: string) => Role;
  /** The key of a form and its rarity; remembered, since the same words come again and again. */
  readonly measure: (form: string) => Measure;
};

/** What does not depend on the name a form stands in. */
export type Measure = { readonly key: string; readonly rarity: number };

/** How many forms are remembered: a hostile text must not fill the memory. */
const KEPT = 50_000;

/** Rarity of a form that was never seen and sounds like nothing common. */
export const UNSEEN = 12;
/** What an unseen spelling of a common name is rarer than the name: one in twenty bears it. */
const UNUSUAL = 3;

/** Reads the table when first asked. @throws CordonError `table-invalid` when it is missing */
export function openFrequencies(tables: DataTables): Frequencies {
  let loaded: { rarities: Map<string, number>; roles: Map<string, Role> } | null = null;
  const measures = new Map<string, Measure>();
  const measure = (form: string): Measure => {
    const measured = measures.get(form);
    if (measured !== undefined) return measured;
    loaded ??= load(tables);
    const key = phoneticKey(form);
    const common = loaded.rarities.get(`:${key}`) ?? UNSEEN;
    const rarity = loaded.rarities.get(form) ?? Math.min(UNSEEN, common + UNUSUAL);
    const fresh = { key, rarity };
    if (measures.size >= KEPT) measures.clear();
    measures.set(form, fresh);
    return fresh;
  };
  return {
    measure,
    rarity: (form) => measure(form).rarity,
    role: (form) => {
      loaded ??= load(tables);
      return loaded.roles.get(form) ?? '';
    },
  };
}

function load(tables: DataTables): { rarities: Map<string, number>; roles: Map<string, Role> } {
  const rarities = new Map<string, number>();
  const roles = new Map<string, Role>();
  const lines = dataTable(tables, 'names/frequencies.tsv').split('\n');
  const total = Number((lines[0] as string).split('\t')[1]);
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at] as string;
    const tab = line.indexOf('\t');
    if (tab < 1) continue;
    const next = line.indexOf('\t', tab + 1);
    const form = line.slice(0, tab);
    rarities.set(form, Math.min(UNSEEN, Math.max(1, Math.log(total / Number(line.slice(tab + 1, next))))));
    const role = line[next + 1];
    if (role !== undefined) roles.set(form, role === 'g' ? 'given' : 'family');
  }
  return { rarities, roles };
}
