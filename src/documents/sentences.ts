/**
 * Sentences of a document. A block's border always ends one; inside a block a full stop does when what follows can
 * begin a sentence and what stands before it is no abbreviation, initial or figure.
 */
import { type DataTables, dataTable, readDataTable } from '../base/index.js';
import type { Block, Span } from './document.js';
import type { StopWords } from './language.js';

/** The table's path under `data/`. */
export const ABBREVIATIONS_TABLE = 'documents/abbreviations.csv';

/** What the splitter knows of words: `inner` abbreviations never end a sentence, `either` ones may. */
export type SentenceRules = {
  readonly inner: ReadonlySet<string>;
  readonly either: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
};

/** Reads the table of abbreviations; little words of any language, capitalised, show that a sentence begins. */
export function openSentenceRules(tables: DataTables, stopWords: StopWords): SentenceRules {
  const columns = ['ends', 'language', 'source', 'words'] as const;
  const rows = readDataTable(dataTable(tables, ABBREVIATIONS_TABLE), ABBREVIATIONS_TABLE, columns);
  const of = (ends: string) =>
    new Set(rows.flatMap(({ cells }) => (cells.ends === ends ? cells.words.split('|') : [])));
  const openers = new Set([...stopWords.values()].flatMap((words) => [...words]));
  return { inner: of('inner'), either: of('either'), openers };
}

/** A mark that may end a sentence with the quotes and brackets that close behind it; East Asian marks; a line break. */
const ENDS = /[.!?…؟।]+["”»’'")\]]*(?=\s)|[。！？]+[”"」』）)]*|\n+/gu;
const WORD_BEFORE = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*$/u;
const OPENING = /^["“«„‘'([—–-]*\s*/u;

/** The sentences of `text` by block, in order, never overlapping; white space between them belongs to none. */
export function splitSentences(text: string, blocks: readonly Block[], rules: SentenceRules): Span[] {
  return blocks.flatMap((block) => splitBlock(text.slice(block.start, block.end), block.start, rules));
}

function splitBlock(text: string, offset: number, rules: SentenceRules): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(ENDS)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('\n')) {
      push(start, match.index);
      start = end;
    } else if (/^[。！？]/.test(match[0]) || endsSentence(text, match.index, end, rules)) {
      push(start, end);
      start = end;
    }
  }
  push(start, text.length);
  return sentences;

  function push(from: number, to: number): void {
    const body = text.slice(from, to);
    const trimmed = body.trim();
    if (trimmed === '') return;
    const first = offset + from + (body.length - body.trimStart().length);
    sentences.push({ start: first, end: first + trimmed.length });
  }
}

function endsSentence(text: string, mark: number, end: number, rules: SentenceRules): boolean {
  const after = text
    .slice(end, end + 60)
    .trimStart()
    .replace(OPENING, '');
  if (after === '') return true;
  // A letter without case (Arabic, Georgian) can begin a sentence as a capital can; a small letter cannot.
  if (/^[\p{Ll}\p{P}]/u.test(after)) return false;
  if (text[mark] !== '.' || text[mark + 1] === '.') return true;
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, mark - 24), mark))?.[0] ?? '';
  if (before === '') return true;
  const word = before.toLowerCase();
  // "И. И. Иванов": a single letter with a full stop is another initial, not the word "и".
  const next = /^[\p{L}\p{M}]+/u.exec(after)?.[0] ?? '';
  const opens = rules.openers.has(next.toLowerCase()) && !(next.length === 1 && after[1] === '.');
  if (rules.inner.has(word)) return false;
  if (rules.either.has(word)) return opens;
  // "V. Putin", "J.F. Kennedy"; but "Vitamin C. The …" ends.
  if (/^\p{Lu}$/u.test(before) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(before)) return opens;
  // "3. Oktober", "1. Move": an ordinal or a list number at the beginning of a line.
  if (/^\d{1,2}$/.test(before) && /^\p{L}/u.test(after))
    return mark > 2 && (opens || !/^\p{Lu}\p{Ll}+ (?:\d|\p{Ll})/u.test(after));
  return true;
}
