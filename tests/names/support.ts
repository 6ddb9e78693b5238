/** Names as the package reads them, and short ways to say what came out. */
import { NAMES_TABLES, type NameKind, openNames } from '../../src/names/index.js';
import { TEXT_TABLES } from '../../src/text/index.js';
import { shippedTables } from '../text/tables.js';

export const names = openNames(shippedTables([...TEXT_TABLES, ...NAMES_TABLES]));

/** The parts of a name as "form type", joined by " · ". */
export function parts(text: string, kind: NameKind): string {
  return names
    .parse(text, kind)
    .parts.map(({ form, type }) => `${form} ${type}`)
    .join(' · ');
}
