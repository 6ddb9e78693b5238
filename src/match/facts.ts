/** Facts beside name, birth date and identifier: gender, country, kind of party, address, and a vessel's own. */
import { type FactFeature, type Feature, featureOf } from './feature.js';
import type { PreparedParty } from './party-facts.js';
import type { Weights } from './weights.js';

/** Gender contradicts strongly when both are known and differ, and hardly supports when equal. */
function gender(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  if (left.genders.length === 0 || right.genders.length === 0) return null;
  const same = left.genders.some((one) => right.genders.includes(one));
  const detail = `${left.genders.join(', ')} and ${right.genders.join(', ')}`;
  return featureOf(weights, 'gender', same ? 'same' : 'different', same ? 1 : 0, detail);
}

/** A shared country supports a little; countries known on both sides with none shared contradict a little. */
function country(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  if (left.countries.length === 0 || right.countries.length === 0) return null;
  const shared = left.countries.filter((code) => right.countries.includes(code));
  if (shared.length > 0) return featureOf(weights, 'country', 'shared', 1, shared.join(', '));
  return featureOf(
    weights,
    'country',
    'none-shared',
    0,
    `${left.countries.join(', ')} and ${right.countries.join(', ')}`,
  );
}

/** Parties of unlike kinds contradict: a person is no company, and neither is a vessel. */
function kind(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  if (left.kind === 'any' || right.kind === 'any' || left.kind === right.kind) return null;
  const level = left.kind === 'vessel' || right.kind === 'vessel' ? 'vessel-other' : 'person-other';
  return featureOf(weights, 'kind', level, 0, `${left.kind} and ${right.kind}`);
}

/** The same street and house support, the same city supports a little; another address says nothing. */
function address(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  const least = weights.get('threshold', 'address');
  let alike = 0;
  let detail = '';
  for (const one of left.addresses) {
    for (const other of right.addresses) {
      const shared = one.filter((word) => other.includes(word));
      const share = shared.length / Math.max(1, Math.min(one.length, other.length));
      if (shared.length < 3 || !shared.some((word) => /\d/.test(word)) || share <= alike) continue;
      alike = share;
      detail = shared.join(' ');
    }
  }
  if (alike >= least) return featureOf(weights, 'address', 'same', alike, detail);
  const city =
    left.cities.find((one) => right.cities.includes(one)) ??
    cityInAddress(left, right) ??
    cityInAddress(right, left);
  return city === undefined ? null : featureOf(weights, 'address', 'city', 0.5, city);
}

/** A vessel's flag supports when equal and says nothing when not, since flags change. */
function flag(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  const shared = left.flags.find((one) => right.flags.includes(one));
  return shared === undefined
    ? null
    : { ...featureOf(weights, 'vessel', 'same-flag', 1, shared), name: 'flag' };
}

/** A vessel's type supports a little when equal and says nothing when not, since lists name types differently. */
function vesselType(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  if (left.kind !== 'vessel' || right.kind !== 'vessel') return null;
  const shared = left.vesselTypes.find((one) => right.vesselTypes.includes(one));
  return shared === undefined
    ? null
    : { ...featureOf(weights, 'vessel', 'same-type', 1, shared), name: 'vessel-type' };
}

/** The year a vessel was built never changes: equal years support, years over one apart contradict. */
function built(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  if (left.built.length === 0 || right.built.length === 0) return null;
  const apart = Math.min(...left.built.flatMap((one) => right.built.map((other) => Math.abs(one - other))));
  if (apart === 1) return null;
  const detail = `${left.built.join(', ')} and ${right.built.join(', ')}`;
  const level = apart === 0 ? 'same-built' : 'other-built';
  return { ...featureOf(weights, 'vessel', level, apart === 0 ? 1 : 0, detail), name: 'built' };
}

/** These features, in the order in which they are shown. */
export const FACT_FEATURES: readonly FactFeature[] = [
  gender,
  country,
  kind,
  address,
  flag,
  vesselType,
  built,
];

function cityInAddress(left: PreparedParty, right: PreparedParty): string | undefined {
  return left.cities.find((city) => {
    const words = city.split(' ');
    return right.addresses.some((one) => words.every((word) => one.includes(word)));
  });
}
