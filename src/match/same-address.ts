/** Whether two parties live or sit in one place: addresses compared part by part, the house weighing most. */
import type { Address } from './address.js';
import { type Feature, featureOf } from './feature.js';
import type { PreparedParty } from './party-facts.js';
import type { Weights } from './weights.js';

/** The same street and house support, the same city supports a little; another address says nothing. */
export function address(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  const least = weights.get('threshold', 'address');
  let best: { level: string; weight: number; detail: string } | null = null;
  for (const one of left.addresses) {
    for (const other of right.addresses) {
      const level = levelOf(one, other, least);
      if (level === null) continue;
      const weight = weights.get('address', level);
      const detail = `${one.text} and ${other.text}: ${WORDS[level]}`;
      if (best === null || weight > best.weight) best = { level, weight, detail };
    }
  }
  if (best !== null) return featureOf(weights, 'address', best.level, VALUES[best.level]!, best.detail);
  const city =
    left.cities.find((one) => right.cities.includes(one)) ??
    cityInAddress(left, right) ??
    cityInAddress(right, left);
  return city === undefined ? null : featureOf(weights, 'address', 'city', VALUES.city!, 'the same city');
}

const VALUES: Readonly<Record<string, number>> = {
  flat: 1,
  same: 1,
  box: 0.9,
  street: 0.6,
  postcode: 0.6,
  city: 0.5,
};
const WORDS: Readonly<Record<string, string>> = {
  flat: 'the same street, house and flat',
  same: 'the same street and house',
  box: 'the same post office box',
  street: 'the same street, no other house',
  postcode: 'the same postcode',
};

function levelOf(one: Address, other: Address, least: number): string | null {
  const samePost = one.postcode !== null && one.postcode === other.postcode;
  const otherPost = one.postcode !== null && other.postcode !== null && !samePost;
  const town = samePost || share(one.others, other.others) > 0;
  if (one.box !== null && one.box === other.box && town) return 'box';
  const street = one.street.length > 0 && share(one.street, other.street) >= least;
  if (!street || otherPost) return samePost && !apart(one.house, other.house) ? 'postcode' : null;
  if (one.house === null || other.house === null) return town ? 'street' : null;
  if (!sameHouse(one.house, other.house)) return null;
  return one.flat !== null && one.flat === other.flat ? 'flat' : 'same';
}

/** Share of the words of the shorter side that the other side has. */
function share(one: readonly string[], other: readonly string[]): number {
  let shared = 0;
  for (const word of one) if (other.includes(word)) shared += 1;
  return shared / Math.max(1, Math.min(one.length, other.length));
}

/** A wing (7/2) may be left out on one side. */
function sameHouse(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

function apart(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && !sameHouse(one, other);
}

function cityInAddress(left: PreparedParty, right: PreparedParty): string | undefined {
  return left.cities.find((city) => {
    const words = city.split(' ');
    return right.addresses.some((one) =>
      words.every((word) => one.others.includes(word) || one.street.includes(word)),
    );
  });
}
