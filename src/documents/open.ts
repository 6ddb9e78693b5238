/** The reading room with its tables. */
import type { DataTables } from '../base/index.js';
import type { Document, ReadHint, ReadResult, Span } from './document.js';
import { FURNITURE_TABLE, openFurniture } from './furniture.js';
import { openStopWords, STOP_WORDS_TABLE } from './language.js';
import { NAME_CUES_TABLE, openNameCues, TITLES_TABLE } from './name-cues.js';
import { findNames, type NameSpan } from './name-spans.js';
import { MONTHS_TABLE, openMonths } from './published.js';
import { readBytes } from './read.js';
import { ABBREVIATIONS_TABLE, openSentenceRules, splitSentences } from './sentences.js';

/** The tables that documents need, under `data/`. */
export const DOCUMENT_TABLES: readonly string[] = [
  ABBREVIATIONS_TABLE,
  FURNITURE_TABLE,
  MONTHS_TABLE,
  NAME_CUES_TABLE,
  STOP_WORDS_TABLE,
  TITLES_TABLE,
];

/** Reads documents, and finds in them what is worth looking up. */
export type Documents = {
  /**
   * Bytes to a document: an HTML page without its furniture, or a plain text.
   *
   * @throws CordonError `input-empty`, `input-too-large` (over 20 MB), `input-unreadable` (a binary format, named)
   */
  readDocument(bytes: Uint8Array, hint: ReadHint): ReadResult;
  /** The sentences of a document, in order, none across a block's border. */
  sentences(document: Document): readonly Span[];
  /** Spans that may be names, in order of start, longer ones first; overlapping readings are flagged `alternative`. */
  nameSpans(document: Document): readonly NameSpan[];
};

/** Parses the tables, once for a process. */
export function openDocuments(tables: DataTables): Documents {
  const stopWords = openStopWords(tables);
  const months = openMonths(tables);
  const reading = { furniture: openFurniture(tables), months, stopWords };
  const rules = openSentenceRules(tables, stopWords);
  const naming = { cues: openNameCues(tables, months), stopWords };
  const sentences = (document: Document) => splitSentences(document.text, document.blocks, rules);
  return {
    readDocument: (bytes, hint) => readBytes(bytes, hint, reading),
    sentences,
    nameSpans: (document) => findNames(document, sentences(document), naming),
  };
}
