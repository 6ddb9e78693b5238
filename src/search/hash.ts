/** Hashes of byte strings: 32-bit FNV-1a, its bits mixed at the end (the finaliser of MurmurHash3) as buckets need. */

/** Start value of FNV-1a. */
export const FNV_START = 0x811c9dc5;
/** Multiplier of FNV-1a. */
export const FNV_PRIME = 0x01000193;

/** The finished hash, an unsigned 32-bit number. */
export function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
