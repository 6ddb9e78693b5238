/** Bytes to text: the encodings that lists, customer files and pages arrive in. */
import { CordonError, type Issue, issue } from './trouble.js';

/** The longest text that the engine holds as one string, in bytes: half a gigabyte, less a little. */
const LONGEST_TEXT = 2 ** 29 - 64;

/** Decoded text. `encoding` is the WHATWG name; `issues` says where bytes were not valid. */
export type Decoded = { readonly text: string; readonly encoding: string; readonly issues: readonly Issue[] };

/**
 * Decodes bytes by byte order mark, else as UTF-8, else as Windows-1252 with an issue naming the first bad line.
 * The mark is dropped. A single 0x1A at the very end (a DOS end-of-file, as OFAC writes it) is dropped too.
 *
 * @throws CordonError `input-too-large` over half a gigabyte
 */
export function decodeText(bytes: Uint8Array, file: string): Decoded {
  if (bytes.length > LONGEST_TEXT)
    throw new CordonError('input-too-large', `${file}: over 512 MB of text in one file: split it`);
  const marked = markOf(bytes);
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, issues: [] };
  const end = bytes.at(-1) === 0x1a ? bytes.length - 1 : bytes.length;
  const body = bytes.subarray(0, end);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(body), encoding: 'utf-8', issues: [] };
  } catch {
    const text = new TextDecoder('windows-1252').decode(body);
    const lossy = new TextDecoder('utf-8').decode(body);
    const line = lossy.slice(0, lossy.indexOf('\uFFFD')).split('\n').length;
    const note = 'not valid UTF-8; read as Windows-1252';
    return { text, encoding: 'windows-1252', issues: [issue('bad-encoding', { file, line }, note)] };
  }
}

/** The encoding that a byte order mark names, null where there is none. */
export function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}
