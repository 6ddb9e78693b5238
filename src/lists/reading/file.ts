/** Files of a list as bytes and text: in memory, whole, or as decoded text that streams by. */
import { CordonError, issue, markOf, openLineDecoder } from '../../base/index.js';
import type { ListFile, ListSink } from '../reader.js';

/** Bytes of a head. */
export const HEAD_BYTES = 1 << 16;
/** The largest file that is read in one piece (spreadsheets, JSON documents), in bytes. */
const LARGEST_WHOLE = 1 << 29;

/** A file that is in memory already. */
export function memoryFile(name: string, bytes: Uint8Array): ListFile {
  return {
    name,
    size: bytes.length,
    head: headOf(bytes),
    async *chunks() {
      for (let at = 0; at < bytes.length; at += HEAD_BYTES) yield bytes.subarray(at, at + HEAD_BYTES);
    },
  };
}

/** A file's first bytes, cut after a whole line: a line cut in its middle would cut a letter in its middle. */
export function headOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= HEAD_BYTES) return bytes;
  const end = bytes.subarray(0, HEAD_BYTES).lastIndexOf(10);
  // A copy: a view would keep all that a packed file unfolded into.
  return bytes.slice(0, end === -1 ? HEAD_BYTES : end + 1);
}

/** A file's first characters, for recognising. */
export function headText(file: ListFile, bytes = 4096): string {
  return new TextDecoder(markOf(file.head) ?? 'utf-8').decode(file.head.subarray(0, bytes));
}

/**
 * The whole file.
 *
 * @throws CordonError `input-too-large` over half a gigabyte
 */
export async function wholeBytes(file: ListFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.chunks()) {
    pieces.push(piece);
    size += piece.length;
    if (size > LARGEST_WHOLE)
      throw new CordonError(
        'input-too-large',
        `${file.name}: over 512 MB in one piece: is this the right file?`,
      );
  }
  return Buffer.concat(pieces);
}

/**
 * A file's text as it streams by: by its byte order mark, else as UTF-8; lines that are not valid UTF-8 as Windows-1252,
 * with one issue that names the first. A 0x1A at the very end (a DOS end of file, as OFAC writes it) is left out.
 *
 * @throws CordonError `list-empty` for a file of blanks
 */
export async function* readText(file: ListFile, sink: Pick<ListSink, 'issue'>): AsyncGenerator<string> {
  const lines = openLineDecoder();
  const mark = markOf(file.head);
  const wide = mark === null || mark === 'utf-8' ? null : new TextDecoder(mark);
  let blank = true;
  let held = '';
  for await (const chunk of file.chunks()) {
    const text = held + (wide === null ? lines.take(chunk) : wide.decode(chunk, { stream: true }));
    // The end mark may be the last byte of a chunk that is not the last.
    held = text.endsWith('\u001a') ? '\u001a' : '';
    const whole = held === '' ? text : text.slice(0, -1);
    blank &&= whole.trim() === '';
    if (whole !== '') yield whole;
  }
  const rest = held + (wide === null ? lines.end() : wide.decode());
  const last = rest.endsWith('\u001a') ? rest.slice(0, -1) : rest;
  if (last !== '') yield last;
  if (blank && last.trim() === '')
    throw new CordonError('list-empty', `${file.name}: the file is empty; take it again`);
  const odd = lines.odd();
  if (odd.count === 0) return;
  const what = odd.count === 1 ? 'a line is' : `${odd.count} lines are`;
  const at = { file: file.name, line: odd.first };
  sink.issue(issue('bad-encoding', at, `${what} not valid UTF-8; read as Windows-1252`));
}
