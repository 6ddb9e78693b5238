/** Which language a text is in: by its script, then by the little words of stop-words.csv. */
import { type DataTables, dataTable, readDataTable } from '../base/index.js';
import { type Script, scriptOf } from '../text/index.js';

/** The table's path under `data/`. */
export const STOP_WORDS_TABLE = 'documents/stop-words.csv';

/** ISO 639-1 code → its little words, lower case. */
export type StopWords = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the table of little words. */
export function openStopWords(tables: DataTables): StopWords {
  const rows = readDataTable(dataTable(tables, STOP_WORDS_TABLE), STOP_WORDS_TABLE, [
    'language',
    'words',
    'source',
  ]);
  return new Map(rows.map(({ cells }) => [cells.language, new Set(cells.words.split(' '))]));
}

/** Scripts that one language alone is commonly written in. */
const ONLY: Partial<Readonly<Record<Script, string>>> = {
  Kana: 'ja',
  Hangul: 'ko',
  Han: 'zh',
  Hebrew: 'he',
  Georgian: 'ka',
  Armenian: 'hy',
  Thai: 'th',
  Devanagari: 'hi',
  Greek: 'el',
};
/** What is looked at: enough for any article, and a bound for any page. */
const SAMPLE = 20_000;
/** Fewer little words than this in a text decide nothing. */
const FEWEST = 3;

/**
 * The language of a text as ISO 639-1, null when unsure. `declared` is what the page says of itself; it is believed
 * unless the text is in a script that this language is not written in.
 */
export function languageOf(text: string, declared: string | null, stopWords: StopWords): string | null {
  const sample = text.slice(0, SAMPLE);
  const script = mainScript(sample);
  const said =
    declared === null ? null : (/^[a-z]{2,3}(?=[-_]|$)/.exec(declared.trim().toLowerCase())?.[0] ?? null);
  if (said !== null && (script === null || writes(said, script, stopWords))) return said;
  if (script === null) return null;
  return ONLY[script] ?? byLittleWords(sample, script, stopWords);
}

function mainScript(text: string): Script | null {
  const counts = new Map<Script, number>();
  for (const letter of text) {
    const script = scriptOf(letter.codePointAt(0) as number);
    if (script !== 'Common') counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  // Japanese is mostly Han by count; a tenth of kana settles it.
  const kana = counts.get('Kana') ?? 0;
  if (kana > 0 && kana * 10 >= (counts.get('Han') ?? 0)) counts.set('Kana', kana + (counts.get('Han') ?? 0));
  let best: Script | null = null;
  for (const [script, count] of counts)
    if (best === null || count > (counts.get(best) as number)) best = script;
  return best;
}

/** Whether a language is written in a script; languages that the tables do not know are taken to be. */
function writes(language: string, script: Script, stopWords: StopWords): boolean {
  const only = Object.entries(ONLY).find(([, code]) => code === language)?.[0];
  if (only !== undefined) return only === script || (language === 'ja' && script === 'Han');
  const words = stopWords.get(language);
  if (words === undefined) return !(script in ONLY);
  const [word = ''] = words;
  return scriptOf(word.codePointAt(0) ?? 0) === script;
}

function byLittleWords(text: string, script: Script, stopWords: StopWords): string | null {
  const words = wordsIn(text);
  const [first, second] = counted(words, script, stopWords);
  if (first === undefined || first.count < FEWEST || first.count < words.length * 0.08) return null;
  return second !== undefined && second.count > first.count * 0.9 ? null : first.language;
}

/** The little words of the language that a text most looks like, however unsure; of English when nothing speaks. */
export function littleWordsOf(
  text: string,
  language: string | null,
  stopWords: StopWords,
): ReadonlySet<string> {
  const known = language === null ? undefined : stopWords.get(language);
  if (known !== undefined) return known;
  const sample = text.slice(0, SAMPLE);
  const [first] = counted(wordsIn(sample), mainScript(sample) ?? 'Latin', stopWords);
  const likely = first === undefined || first.count === 0 ? 'en' : first.language;
  return stopWords.get(likely) ?? new Set();
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** Languages of a script by how many of their little words stand in a text, most first. */
function counted(
  words: readonly string[],
  script: Script,
  stopWords: StopWords,
): { language: string; count: number }[] {
  return [...stopWords]
    .filter(([language]) => writes(language, script, stopWords))
    .map(([language, little]) => ({ language, count: words.filter((word) => little.has(word)).length }))
    .sort((a, b) => b.count - a.count || (a.language < b.language ? -1 : 1));
}
