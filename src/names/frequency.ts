/**
 * How rare a name is. Counts of forms from public lists and popular names; what is not in the table is as rare as can be,
 * unless it only is an unusual spelling of a common name, which its key tells. The table is sorted lines, counted by
 * `tools/make-name-frequencies.ts`: `form<TAB>count<TAB>role`, and `:key<TAB>count` for all spellings together. They are
 * searched where they stand: reading them all would cost every start more than it needs.
 */
import { CordonError, type DataTables, dataTable } from '../base/index.js';
import { phoneticKey } from './key.js';

/** What a form is in most of the people's names it was counted in: given name, family name, or not clear. */
export type Role = 'given' | 'family' | '';

/** What is known of a form wherever it stands: its key, its rarity in nats between 1 and `UNSEEN`, its role. */
export type Measure = { readonly key: string; readonly rarity: number; readonly role: Role };

/** Measures a form (`a-z0-9`); remembers, since the same words come again and again. */
export type Frequencies = (form: string) => Measure;

/** Rarity of a form that was never seen and sounds like nothing common. */
const UNSEEN = 12;
/** What an unseen spelling of a common name is rarer than the name: one in twenty bears it. */
const UNUSUAL = 3;
/** How many forms are remembered: a hostile text must not fill the memory. */
const KEPT = 50_000;

/** Opens the table. @throws CordonError `table-invalid` when it is missing or has no first line */
export function openFrequencies(tables: DataTables): Frequencies {
  const file = 'names/frequencies.tsv';
  const text = dataTable(tables, file);
  const head = /^names\t(\d+)\t\n/.exec(text);
  if (head === null) throw new CordonError('table-invalid', `data/${file}: its first line is missing`);
  const total = Number(head[1]);
  const first = head[0].length;
  const rarityAt = (line: number): number => {
    const count = Number.parseInt(text.slice(text.indexOf('\t', line) + 1, text.indexOf('\t', line) + 9), 10);
    return Math.min(UNSEEN, Math.max(1, Math.log(total / count)));
  };
  const measures = new Map<string, Measure>();
  return (form) => {
    const measured = measures.get(form);
    if (measured !== undefined) return measured;
    const key = phoneticKey(form);
    const line = find(text, first, form);
    let measure: Measure;
    if (line < 0) {
      const sound = find(text, first, `:${key}`);
      measure = { key, rarity: sound < 0 ? UNSEEN : Math.min(UNSEEN, rarityAt(sound) + UNUSUAL), role: '' };
    } else {
      const letter = text[text.indexOf('\n', line) - 1];
      measure = {
        key,
        rarity: rarityAt(line),
        role: letter === 'g' ? 'given' : letter === 'f' ? 'family' : '',
      };
    }
    if (measures.size >= KEPT) measures.clear();
    measures.set(form, measure);
    return measure;
  };
}

/** Where the line of a word begins in sorted lines, -1 if there is none. A tab ends the word and sorts before letters. */
function find(text: string, first: number, word: string): number {
  let low = first;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = Math.max(low, text.lastIndexOf('\n', middle - 1) + 1);
    const order = compare(text, line, word);
    if (order === 0) return line;
    if (order < 0) high = line;
    else low = text.indexOf('\n', middle) + 1;
  }
  return -1;
}

/** Negative when the word sorts before the line's, positive when behind, 0 when it is the line's. */
function compare(text: string, line: number, word: string): number {
  for (let at = 0; at < word.length; at += 1) {
    const difference = word.charCodeAt(at) - text.charCodeAt(line + at);
    if (difference !== 0) return difference;
  }
  return text.charCodeAt(line + word.length) === 0x09 ? 0 : -1;
}
