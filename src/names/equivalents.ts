/** Given names that stand for each other: Mikhail, Michael, Misha. A table of our own, read when first asked. */
import { type DataTables, dataTable, readDataTable } from '../base/index.js';
import type { Compounds } from './compound.js';

/** How two given names belong together: spellings of one name, its form in another language, or a short form. */
export type Equivalence = 'spelling' | 'cognate' | 'short';

/** Groups of given names. */
export type Equivalents = {
  /** How two forms (`a-z`) belong together, null if they do not. Equal forms are `spelling`. Symmetric. */
  readonly relate: (left: string, right: string) => Equivalence | null;
  /** Whether a form is a given name of the table, written in full. */
  readonly knows: (form: string) => boolean;
  /**
   * Whether a form is a given name of the peoples who set the father's name behind the own, and the grandfather's behind
   * that: by the source of its row.
   */
  readonly inLines: (form: string) => boolean;
  /** All other forms that belong to a form, sorted; for looking up what was not written. */
  readonly of: (form: string) => readonly string[];
};

type Membership = { readonly group: number; readonly rank: number };
const RANKS: readonly Equivalence[] = ['spelling', 'cognate', 'short'];
const NONE: readonly Membership[] = [];
const LINES = 'Arabic and Persian';
/** How many forms are remembered: a hostile text must not fill the memory. */
const KEPT = 50_000;

/** Opens the table. @throws CordonError `table-invalid` when first asked and the table is missing or malformed */
export function openEquivalents(tables: DataTables, compounds: Compounds): Equivalents {
  let loaded: {
    groups: ReadonlyMap<string, readonly Membership[]>;
    lines: ReadonlySet<string>;
    members: readonly (readonly string[])[];
  } | null = null;
  const load = () => {
    loaded ??= read(tables);
    return loaded;
  };
  const served = new Map<string, string>();
  /** The name with Abd that a form is short for, '' for none; remembered, since it is asked for each pair of names. */
  const servantOf = (form: string): string => {
    const known = served.get(form);
    if (known !== undefined) return known;
    const god = compounds.nameOfGod(form);
    const servant = god === '' ? '' : `abd${god}`;
    if (served.size >= KEPT) served.clear();
    served.set(form, servant);
    return servant;
  };
  const faithful = new Map<string, string>();
  /** The name with al-Din that a form is short for, '' for none. */
  const faithfulOf = (form: string): string => {
    const known = faithful.get(form);
    if (known !== undefined) return known;
    const head = compounds.as('faithful', form);
    if (faithful.size >= KEPT) faithful.clear();
    faithful.set(form, head === '' ? '' : `${head}aldin`);
    return faithful.get(form) as string;
  };
  return {
    relate: (left, right) => {
      if (left === right) return 'spelling';
      // Abd al-Karim is called Karim.
      if (
        left.startsWith('abd')
          ? servantOf(right) === left
          : right.startsWith('abd') && servantOf(left) === right
      )
        return 'short';
      // Salah al-Din is called Salah.
      if (
        left.endsWith('aldin')
          ? faithfulOf(right) === left
          : right.endsWith('aldin') && faithfulOf(left) === right
      )
        return 'short';
      const { groups } = load();
      let best = RANKS.length;
      for (const a of groups.get(left) ?? NONE) {
        for (const b of groups.get(right) ?? NONE) {
          if (a.group === b.group) best = Math.min(best, Math.max(a.rank, b.rank));
        }
      }
      return RANKS[best] ?? null;
    },
    knows: (form) => {
      for (const { rank } of load().groups.get(form) ?? NONE) if (rank === 0) return true;
      return false;
    },
    inLines: (form) => load().lines.has(form),
    of: (form) => {
      const { groups, members } = load();
      const all = new Set(
        (groups.get(form) ?? NONE).flatMap(({ group }) => members[group] as readonly string[]),
      );
      for (const other of [servantOf(form), faithfulOf(form)]) if (other !== '') all.add(other);
      if (form.startsWith('abd')) for (const god of compounds.spellings('name', form.slice(3))) all.add(god);
      if (form.endsWith('aldin'))
        for (const head of compounds.spellings('faithful', form.slice(0, -5))) all.add(head);
      all.delete(form);
      return [...all].sort();
    },
  };
}

function read(tables: DataTables) {
  const groups = new Map<string, Membership[]>();
  const lines = new Set<string>();
  const members: string[][] = [];
  const file = 'names/equivalents.csv';
  for (const { cells } of readDataTable(dataTable(tables, file), file, [
    'id',
    'spellings',
    'cognates',
    'short',
    'source',
  ])) {
    const all: string[] = [];
    for (const [rank, names] of [cells.spellings, cells.cognates, cells.short].entries()) {
      for (const name of names.split(' ')) {
        if (name === '') continue;
        const list = groups.get(name) ?? [];
        list.push({ group: members.length, rank });
        groups.set(name, list);
        if (rank === 0 && cells.source.startsWith(LINES)) lines.add(name);
        all.push(name);
      }
    }
    members.push(all);
  }
  return { groups, lines, members };
}
