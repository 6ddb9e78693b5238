/** Opening what a user names: a file, or `-` for standard input; as bytes at once, or as text that streams by. */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';
import { CordonError, markOf, openLineDecoder } from '../base/index.js';

/** A stream's text and what was wrong with its bytes, known once it has been read. */
export type TextStream = { readonly chunks: AsyncIterable<string>; readonly warnings: string[] };

/**
 * The size of a file in bytes, null for standard input.
 *
 * @throws CordonError `input-missing`, `input-unreadable` (a folder, no permission), `input-empty`
 */
export function inputSize(path: string): number | null {
  if (path === '-') return null;
  const found = statInput(path);
  if (found.isDirectory())
    throw new CordonError('input-unreadable', `${path}: is a folder: name a file in it`);
  if (found.size === 0 && found.isFile()) throw empty(path);
  return found.isFile() ? found.size : null;
}

/**
 * All bytes of an input.
 *
 * @param limit bytes over which it is refused before it is read
 * @throws CordonError as `inputSize`, and `input-too-large`
 */
export async function readInput(path: string, limit: number): Promise<Uint8Array> {
  const size = inputSize(path);
  const tooLarge = () =>
    new CordonError(
      'input-too-large',
      `${inputName(path)}: over ${Math.round(limit / 1_048_576)} MB, which is not read: name a smaller file`,
    );
  if (size !== null && size > limit) throw tooLarge();
  if (size !== null) return guard(path, () => readFileSync(path));
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of byteStream(path)) {
    total += chunk.length;
    if (total > limit) throw tooLarge();
    chunks.push(chunk);
  }
  if (total === 0) throw empty(path);
  return Buffer.concat(chunks);
}

/**
 * SHA-256 of a file's bytes, read as they stream by.
 *
 * @throws CordonError as `inputSize`; `usage` for a pipe, whose bytes would be gone
 */
export async function hashInput(path: string): Promise<string> {
  if (inputSize(path) === null)
    throw new CordonError('usage', `${inputName(path)}: is a pipe, which is read only once: save it first`);
  const hash = createHash('sha256');
  for await (const chunk of byteStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Whether a name is a folder's. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** What messages call an input. */
export function inputName(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/** The first bytes of a file, as text, to see what it is. */
export function inputHead(path: string, bytes = 4096): string {
  return guard(path, () => {
    const file = openSync(path, 'r');
    try {
      const into = new Uint8Array(bytes);
      const head = into.subarray(0, readSync(file, into, 0, bytes, 0));
      return new TextDecoder(markOf(head) ?? 'utf-8').decode(head);
    } finally {
      closeSync(file);
    }
  });
}

/**
 * An input's text as it streams by, decoded by its byte order mark, else as UTF-8; lines that are not valid UTF-8 as
 * Windows-1252, with a warning.
 *
 * @param onBytes told how many bytes were read so far
 */
export function streamText(path: string, onBytes: (count: number) => void): TextStream {
  const warnings: string[] = [];
  return { warnings, chunks: decode(path, onBytes, warnings) };
}

async function* decode(
  path: string,
  onBytes: (count: number) => void,
  warnings: string[],
): AsyncGenerator<string> {
  const lines = openLineDecoder();
  let wide: InstanceType<typeof TextDecoder> | null = null;
  let count = 0;
  for await (const chunk of byteStream(path)) {
    const mark = count === 0 ? markOf(chunk) : null;
    if (mark !== null && mark !== 'utf-8') wide = new TextDecoder(mark);
    count += chunk.length;
    onBytes(count);
    const text = wide === null ? lines.take(chunk) : wide.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = wide === null ? lines.end() : wide.decode();
  if (rest !== '') yield rest;
  if (count === 0) throw empty(path);
  const odd = lines.odd();
  if (odd.count === 0) return;
  const what = odd.count === 1 ? 'a line is' : `${odd.count} lines are`;
  warnings.push(`${inputName(path)}:${odd.first}: ${what} not valid UTF-8 and read as Windows-1252`);
}

function byteStream(path: string): AsyncIterable<Uint8Array> {
  const stream = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 });
  return guarded(path, stream);
}

async function* guarded(path: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function statInput(path: string): Stats {
  return guard(path, () => statSync(path));
}

function guard<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function empty(path: string): CordonError {
  return new CordonError('input-empty', `${inputName(path)}: is empty: check that it was saved whole`);
}

function unreadable(path: string, cause: unknown): CordonError {
  if (cause instanceof CordonError) return cause;
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new CordonError('input-missing', `${path}: there is no such file: check the name`, { cause });
  if (code === 'EISDIR')
    return new CordonError('input-unreadable', `${path}: is a folder: name a file in it`, { cause });
  if (code === 'EACCES')
    return new CordonError('input-unreadable', `${path}: this user may not read it: change its rights`, {
      cause,
    });
  return new CordonError('input-unreadable', `${path}: ${(cause as Error).message}`, { cause });
}
