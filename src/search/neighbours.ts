/**
 * Words within a few slips of the pen, found by deletion (SymSpell, Garbe 2012): two words at most k edits apart become
 * equal when at most k letters are dropped from the beginnings of each. The index lists every word under each of its
 * shortenings, a query looks up its own. The table holds word numbers in buckets of a hash and no hashes, so a bucket
 * may hold strangers: whoever reads it measures the distance.
 *
 *     bucket b of the hash: neighbourForms[neighbour[b]] … neighbourForms[neighbour[b + 1] − 1]
 */
import { GrowingColumn, groupByOwner } from './column.js';
import type { Column } from './format.js';
import { FNV_PRIME, FNV_START, mixed } from './hash.js';
import type { Strings } from './strings.js';

/** Letters of a word's beginning from which shortenings are made. */
const BEGINNING = 7;

/** Longest word, in bytes, that is compared with slips; longer ones are found by equal form, key or script only. */
export const LONGEST = 64;

/** The most shortenings one word has: none, one or two of `BEGINNING` letters dropped. */
export const MOST_SHORTENINGS = 1 + BEGINNING + (BEGINNING * (BEGINNING - 1)) / 2;

/**
 * Slips that two words of these lengths may lie apart: one from 3 letters each, two from 5, by the mean. The likeness of
 * short words so far apart is small, they count only beside others (`likenessOf`).
 */
export function slipsAllowed(length: number, other: number): number {
  const sum = length + other;
  return sum >= 10 ? 2 : sum >= 6 ? 1 : 0;
}

/** Letters that may be dropped from a word of this length: as many as it allows slips to words as long as itself. */
export function dropsOf(length: number): number {
  return length > LONGEST ? 0 : slipsAllowed(length, length);
}

/** As `dropsOf`, for phonetic keys: one sound from three. */
export function dropsOfKey(length: number): number {
  return length >= 3 && length <= LONGEST ? 1 : 0;
}

/**
 * Hashes of a word's shortenings by at most `drops` letters (two at most), each once, into `out`; returns how many.
 * Dropping either of two equal neighbours gives the same, so only the first is.
 */
export function shortenings(
  bytes: Column,
  from: number,
  to: number,
  drops: number,
  out: Uint32Array,
): number {
  const end = Math.min(to, from + BEGINNING);
  let count = 0;
  out[count++] = hashWithout(bytes, from, end, -1, -1);
  if (drops === 0) return count;
  for (let first = from; first < end; first++) {
    if (first > from && bytes[first] === bytes[first - 1]) continue;
    count = addOnce(out, count, hashWithout(bytes, from, end, first, -1));
    if (drops === 1) continue;
    for (let second = first + 1; second < end; second++)
      count = addOnce(out, count, hashWithout(bytes, from, end, first, second));
  }
  return count;
}

/** The table of a dictionary; `drops` says how many letters are dropped from a word of some length. */
export function buildNeighbours(
  words: Strings,
  drops: (length: number) => number,
): { starts: Uint32Array; items: Uint32Array } {
  const count = words.offsets.length - 1;
  const hashes = new GrowingColumn();
  const owners = new GrowingColumn();
  const scratch = new Uint32Array(MOST_SHORTENINGS);
  for (let word = 0; word < count; word++) {
    const from = words.offsets[word] as number;
    const to = words.offsets[word + 1] as number;
    const most = drops(to - from);
    if (most === 0) continue;
    const found = shortenings(words.bytes, from, to, most, scratch);
    for (let at = 0; at < found; at++) {
      hashes.push(scratch[at] as number);
      owners.push(word);
    }
  }
  return groupIntoBuckets(hashes.view(), owners.view());
}

/** Items by hash, in a power of two of buckets, two to four items each; read with `bucketOf`. */
export function groupIntoBuckets(
  hashes: Uint32Array,
  items: Uint32Array,
): { starts: Uint32Array; items: Uint32Array } {
  let buckets = 1;
  while (buckets * 4 < hashes.length) buckets *= 2;
  return groupByOwner(
    hashes.map((hash) => bucketOf(hash, buckets)),
    items,
    buckets,
  );
}

/** The bucket of a hash among `buckets`, a power of two. */
export function bucketOf(hash: number, buckets: number): number {
  return hash & (buckets - 1);
}

function hashWithout(bytes: Column, from: number, end: number, first: number, second: number): number {
  let hash: number = FNV_START;
  for (let at = from; at < end; at++) {
    if (at === first || at === second) continue;
    hash = Math.imul(hash ^ (bytes[at] as number), FNV_PRIME);
  }
  return mixed(hash);
}

function addOnce(out: Uint32Array, count: number, hash: number): number {
  for (let at = 0; at < count; at++) if (out[at] === hash) return count;
  out[count] = hash;
  return count + 1;
}
