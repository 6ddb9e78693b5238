/** Given names that stand for each other: Mikhail, Michael, Misha. A table of our own, read when first asked. */
import { type DataTables, dataTable, readDataTable } from '../base/index.js';

/** How two given names belong together: spellings of one name, its form in another language, or a short form. */
export type Equivalence = 'spelling' | 'cognate' | 'short';

/** Groups of given names. */
export type Equivalents = {
  /** How two forms (`a-z`) belong together, null if they do not. Equal forms are `spelling`. Symmetric. */
  readonly relate: (left: string, right: string) => Equivalence | null;
  /** Whether a form is a given name of the table. */
  readonly knows: (form: string) => boolean;
  /** All other forms that belong to a form, sorted; for looking up what was not written. */
  readonly of: (form: string) => readonly string[];
};

type Membership = { readonly group: number; readonly rank: number };
const RANKS: readonly Equivalence[] = ['spelling', 'cognate', 'short'];
const NONE: readonly Membership[] = [];

/** Opens the table. @throws CordonError `table-invalid` when first asked and the table is missing or malformed */
export function openEquivalents(tables: DataTables): Equivalents {
  let loaded: {
    groups: ReadonlyMap<string, readonly Membership[]>;
    members: readonly (readonly string[])[];
  } | null = null;
  const load = () => {
    loaded ??= read(tables);
    return loaded;
  };
  return {
    relate: (left, right) => {
      if (left === right) return 'spelling';
      const { groups } = load();
      let best = RANKS.length;
      for (const a of groups.get(left) ?? NONE) {
        for (const b of groups.get(right) ?? NONE) {
          if (a.group === b.group) best = Math.min(best, Math.max(a.rank, b.rank));
        }
      }
      return RANKS[best] ?? null;
    },
    knows: (form) => load().groups.has(form),
    of: (form) => {
      const { groups, members } = load();
      const all = new Set(
        (groups.get(form) ?? NONE).flatMap(({ group }) => members[group] as readonly string[]),
      );
      all.delete(form);
      return [...all].sort();
    },
  };
}

function read(tables: DataTables) {
  const groups = new Map<string, Membership[]>();
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
        all.push(name);
      }
    }
    members.push(all);
  }
  return { groups, members };
}
