/** Content hashes and JSON whose bytes are the same on every machine. */
import { createHash } from 'node:crypto';

/** SHA-256 of the bytes (strings as UTF-8), 64 hexadecimal digits. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** JSON with the keys of every object sorted, so equal values give equal bytes. `indent` as in `JSON.stringify`. */
export function stableJson(value: unknown, indent?: number): string {
  return JSON.stringify(
    value,
    (_key, inner: unknown) => (isPlainObject(inner) ? sortKeys(inner) : inner),
    indent,
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortKeys(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
