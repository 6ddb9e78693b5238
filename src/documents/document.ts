/**
 * A document as read: its text, the blocks of that text, and what was taken out and why. Offsets count UTF-16 code
 * units in `text`, end exclusive, so `text.slice(start, end)` is always the quoted text.
 */
import type { Day, Issue } from '../base/index.js';

/** What a stretch of text is on the page. */
export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'quote' | 'caption' | 'table-row';

/** A stretch of `Document.text`. */
export type Span = { readonly start: number; readonly end: number };

/** A block: in order, never overlapping, never empty. */
export type Block = Span & { readonly kind: BlockKind };

/** Page furniture that was left out: `reason` a word of data/documents/furniture.csv, `text` cut to 200 characters. */
export type Removed = { readonly reason: string; readonly text: string };

/**
 * What was read. `source` as the caller named it, `hash` the SHA-256 of the bytes; `published` the page's own date;
 * `language` ISO 639-1, null when unsure. What is not known is null. The title, where there is one, is the first block.
 */
export type Document = {
  readonly source: string;
  readonly hash: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: Day | null;
  readonly language: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly removed: readonly Removed[];
};

/** A document with what could not be used of its bytes. */
export type ReadResult = { readonly document: Document; readonly issues: readonly Issue[] };

/** What the caller knows of the bytes: where they come from and, where it was told, what they are. */
export type ReadHint = { readonly source: string; readonly type?: 'html' | 'text' | null };

/**
 * A block before it is placed: `linked` the share of its characters inside links (0 to 1), `reason` why it is left out,
 * null while it is kept.
 */
export type Piece = {
  readonly kind: BlockKind;
  readonly text: string;
  readonly linked: number;
  readonly reason: string | null;
};

/** What a page says of itself; null where it says nothing. */
export type Metadata = {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: Day | null;
  readonly language: string | null;
};
