/**
 * The UN consolidated list as XML (`CONSOLIDATED_LIST`), entry by entry: bytes are decoded and parsed in pieces, so the
 * file is never one string and at most one entry is held as a tree. Document types and entities are refused, never
 * expanded; what was cut off is said with its line.
 */
import { SaxesParser } from 'saxes';
import { CordonError, type Issue, issue } from '../../base/index.js';
import type { ListFile } from '../reader.js';

/** An element with the line it begins in, its own text and its children. */
export type Element = {
  readonly name: string;
  readonly line: number;
  text: string;
  readonly children: Element[];
};

/** What the root says, and what could not be placed outside entries. */
export type UnDocument = { readonly dateGenerated: string | null; readonly issues: readonly Issue[] };

const PIECE_BYTES = 64 * 1024;
const HEAD_BYTES = 4096;
const ROOT = 'CONSOLIDATED_LIST';
/** Container → what it holds. */
const ENTRIES: Readonly<Record<string, string>> = { INDIVIDUALS: 'INDIVIDUAL', ENTITIES: 'ENTITY' };
/** Deeper than any list goes; a file that is deeper is not one. */
const DEEPEST = 32;

/** Whether a file begins as a UN list: its root, or a document type that names the root. */
export function isUnList(file: ListFile): boolean {
  const head = new TextDecoder(encodingOf(file.bytes)).decode(file.bytes.subarray(0, HEAD_BYTES));
  return /<(?:!DOCTYPE\s+)?(?:\w+:)?CONSOLIDATED_LIST[\s>]/.test(head);
}

/**
 * Reads a file and hands over each entry as it ends, in the file's order.
 *
 * @throws CordonError `list-empty`, `list-truncated`, `list-unreadable` (no XML) or `xml-refused`, with file and line
 */
export function readUnList(file: ListFile, onEntry: (entry: Element) => void): UnDocument {
  const parser = new SaxesParser({ position: true, xmlns: false } as const);
  const issues: Issue[] = [];
  const path: Element[] = [];
  let dateGenerated: string | null = null;
  let entries = 0;
  let closed = false;
  parser.on('error', (cause) => {
    throw unreadable(file.name, parser.line, cause);
  });
  parser.on('doctype', () => {
    const what = 'a document type is declared; lists come without one, and entities are never expanded';
    throw new CordonError(
      'xml-refused',
      `${file.name}:${parser.line}: ${what}: take the publisher's own file`,
    );
  });
  parser.on('opentag', (tag) => {
    const element: Element = { name: localName(tag.name), line: parser.line, text: '', children: [] };
    if (path.length === 0) dateGenerated = rootDate(tag.attributes, element, file.name);
    if (path.length >= DEEPEST)
      throw unreadable(file.name, parser.line, new Error('too many nested elements'));
    if (path.length > 2) path.at(-1)?.children.push(element);
    path.push(element);
  });
  const onText = (text: string) => {
    const element = path.at(-1);
    if (element !== undefined && path.length > 3) element.text += text;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    const element = path.pop();
    closed = path.length === 0;
    if (element === undefined || path.length === 0) return;
    if (element.text.includes('\uFFFD')) issues.push(badBytes(file.name, element));
    const parent = path.at(-1)?.name ?? '';
    if (path.length === 2 && ENTRIES[parent] === element.name) {
      entries += 1;
      onEntry(element);
    } else if (path.length === 2 || (path.length === 1 && ENTRIES[element.name] === undefined)) {
      const at = { file: file.name, line: element.line, field: element.name };
      issues.push(issue('unknown-element', at, `not known inside ${parent}; passed over`));
    }
  });
  feed(parser, file);
  if (path.length > 0 || !closed) throw cut(file.name, parser.line, path.at(-1)?.name, entries);
  parser.close();
  if (entries === 0) throw new CordonError('list-empty', `${file.name}: the list holds no entry`);
  return { dateGenerated, issues };
}

function feed(
  parser: SaxesParser<{ readonly position: true; readonly xmlns: false }>,
  { name, bytes }: ListFile,
): void {
  const decoder = new TextDecoder(encodingOf(bytes));
  let seen = false;
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    const end = Math.min(start + PIECE_BYTES, bytes.length);
    const text = decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length });
    seen ||= text.trim() !== '';
    if (seen) parser.write(text);
  }
  if (!seen) throw new CordonError('list-empty', `${name}: the file is empty; take it again`);
}

function rootDate(attributes: Readonly<Record<string, string>>, root: Element, file: string): string | null {
  if (root.name !== ROOT)
    throw new CordonError('list-unreadable', `${file}:${root.line}: root is ${root.name}, not ${ROOT}`);
  return attributes.dateGenerated ?? null;
}

function cut(file: string, line: number, element: string | undefined, entries: number): CordonError {
  const where = element === undefined ? 'before the list begins' : `inside ${element}`;
  const what = `the file ends ${where}, after ${entries} whole entries; take it again`;
  return new CordonError('list-truncated', `${file}:${line}: ${what}`);
}

function unreadable(file: string, line: number, cause: Error): CordonError {
  // saxes puts its own line and column before the sentence.
  const what = cause.message.replace(/^\d+:\d+: /, '');
  return new CordonError('list-unreadable', `${file}:${line}: no XML that can be read: ${what}`, { cause });
}

function badBytes(file: string, { name, line, text }: Element): Issue {
  const at = { file, line, field: name, value: text };
  return issue('bad-encoding', at, 'bytes that are no valid text; they read as \uFFFD');
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
