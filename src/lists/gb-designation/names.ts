/**
 * British names. `Name 1` to `Name 5` are given names, `Name 6` the family name or the whole name of an entity or ship;
 * the short form writes both into one cell, family name first. Which property a name belongs to stands in two columns.
 */
import type { NameProperty } from '../../model/index.js';
import type { UkRow } from './fields.js';

/** A name in reading order, with its parts where the list tells them apart. */
export type UkName = { readonly full: string; readonly given: string | null; readonly family: string | null };

const GIVEN = ['name1', 'name2', 'name3', 'name4', 'name5'] as const;

/** What a list calls a name → its property. `Prime Alias` is the primary name of OFSI's old files. */
const TYPES: ReadonlyMap<string, NameProperty> = new Map(
  Object.entries<NameProperty>({
    '': 'name',
    'primary name': 'name',
    'prime alias': 'name',
    'primary name variation': 'alias',
    alias: 'alias',
    aka: 'alias',
    'a.k.a.': 'alias',
    fka: 'previousName',
    'f.k.a.': 'previousName',
  }),
);

/** The name of a row; null where it has none. */
export function nameOf(row: UkRow, isPerson: boolean): UkName | null {
  const short = row.get('shortName');
  if (short !== '') return isPerson ? familyFirst(short) : whole(short);
  const given = GIVEN.map((field) => row.get(field))
    .filter((part) => part !== '')
    .join(' ');
  const family = row.get('name6');
  const full = [given, family].filter((part) => part !== '').join(' ');
  if (full === '') return null;
  // An entity in several parts is read in the same order, but has no family name.
  return isPerson && given !== '' && family !== '' ? { full, given, family } : whole(full);
}

/** The property of a name; null where the list's words are not known. */
export function propertyOf(type: string, strength: string): NameProperty | null {
  const property = TYPES.get(type.toLowerCase()) ?? null;
  if (property === 'name' || property === null) return property;
  if (/^low\b/i.test(strength)) return 'weakAlias';
  return strength === '' || /^good\b/i.test(strength) ? property : null;
}

/**
 * `AL-HOUTHI Ali Hussein`: words in capitals in front are the family name. Where all or none are, the first word is: so
 * it is with nine names in ten of the list of 2025, but then no part is claimed.
 */
function familyFirst(text: string): UkName {
  const words = text.split(/\s+/);
  const capitals = words.findIndex((word) => !isFamily(word));
  const clear = capitals > 0;
  const length = clear ? capitals : 1;
  const family = words.slice(0, length).join(' ');
  const given = words.slice(length).join(' ');
  if (given === '') return whole(text);
  const full = `${given} ${family}`;
  return clear ? { full, given, family } : whole(full);
}

/** `Al-HOUTHI`, `MISHUSTIN`: two capitals side by side and one at the end. */
function isFamily(word: string): boolean {
  return /\p{Lu}{2}/u.test(word) && /\p{Lu}[^\p{L}]*$/u.test(word);
}

function whole(full: string): UkName {
  return { full: full.replace(/\s+/g, ' '), given: null, family: null };
}
