/** Bytes to a document: what they are, how they are decoded, which reader takes them, what is known of them. */
import { CordonError, type Day, decodeText, sha256 } from '../base/index.js';
import { assemble } from './assemble.js';
import { decodePage } from './decode-page.js';
import type { Piece, ReadHint, ReadResult } from './document.js';
import type { Furniture } from './furniture.js';
import { languageOf, type StopWords } from './language.js';
import { dayIn, dayInAddress, type Months } from './published.js';
import { readPage } from './read-page.js';
import { readPlain } from './read-plain.js';
import { binaryFormat, looksLikeHtml } from './sniff.js';

/** Larger documents are refused: no article comes near, and a page ten times its text is still read. */
export const LARGEST_DOCUMENT = 20 * 1024 * 1024;

/** The tables that reading needs, read once. */
export type ReadingTables = {
  readonly furniture: Furniture;
  readonly months: Months;
  readonly stopWords: StopWords;
};

/**
 * Reads an HTML page or a plain text. Without a `type` in the hint the bytes decide.
 *
 * @throws CordonError `input-empty` when there is no text in it, `input-too-large` over 20 MB, `input-unreadable` for a
 *   binary format, naming it
 */
export function readBytes(bytes: Uint8Array, hint: ReadHint, tables: ReadingTables): ReadResult {
  const { source } = hint;
  if (bytes.length === 0)
    throw new CordonError('input-empty', `${source}: is empty: give an HTML page or a text`);
  if (bytes.length > LARGEST_DOCUMENT) {
    const size = Math.ceil(bytes.length / 1_048_576);
    throw new CordonError(
      'input-too-large',
      `${source}: is ${size} MB, documents are read up to 20 MB: cut it into parts`,
    );
  }
  const binary = binaryFormat(bytes);
  if (binary !== null) {
    throw new CordonError(
      'input-unreadable',
      `${source}: is ${binary.name}, not HTML or plain text: ${binary.remedy}`,
    );
  }
  const decoded = decodePage(bytes, source);
  const isPage = hint.type === 'html' || (hint.type !== 'text' && looksLikeHtml(decoded.text));
  const { text: content, issues } = isPage ? decoded : decodeText(bytes, source);
  const reading = isPage ? readPage(content, tables) : readPlain(content, tables);
  const { metadata, pieces } = reading;
  const assembled = assemble(pieces, reading.cut, metadata.title);
  if (!pieces.some((piece) => piece.reason === null) && metadata.title === null) {
    throw new CordonError(
      'input-empty',
      `${source}: holds no text${isPage ? ': a page that scripts fill must be saved as shown' : ''}`,
    );
  }
  return {
    document: {
      source,
      hash: sha256(bytes),
      title: metadata.title,
      byline: metadata.byline,
      publisher: metadata.publisher,
      published: metadata.published ?? dayInAddress(source) ?? dayInText(pieces, tables.months),
      language: languageOf(assembled.text, metadata.language, tables.stopWords),
      text: assembled.text,
      blocks: assembled.blocks,
      removed: assembled.removed,
    },
    issues,
  };
}

/** The day on a line of its own near the headline ("Published: 18 October 2023"); a day in a sentence is news. */
function dayInText(pieces: readonly Piece[], months: Months): Day | null {
  for (const { reason, text } of pieces) {
    const day = reason === 'date' || reason === 'byline' ? dayIn(text, months) : null;
    if (day !== null) return day;
  }
  return null;
}
