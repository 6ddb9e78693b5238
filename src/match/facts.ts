/** Facts beside name, birth date and identifier: gender, country, kind of party, address, and a vessel's own. */
import { country } from './country.js';
import { type FactFeature, type Feature, featureOf } from './feature.js';
import type { PreparedParty } from './party-facts.js';
import { address } from './same-address.js';
import type { Weights } from './weights.js';

/** Gender contradicts strongly when both are known and differ, and hardly supports when equal. */
function gender(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  if (left.genders.length === 0 || right.genders.length === 0) return genderToldByName(left, right, weights);
  const same = left.genders.some((one) => right.genders.includes(one));
  const detail = `${left.genders.join(', ')} and ${right.genders.join(', ')}`;
  return featureOf(weights, 'gender', same ? 'same' : 'different', same ? 1 : 0, detail);
}

/** A gender that only a name tells is a weak sign against one that is given; two names tell nothing that they do not say. */
function genderToldByName(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  const [given] = left.genders.length > 0 ? left.genders : right.genders;
  const told = left.genders.length > 0 ? right.toldGender : left.toldGender;
  if (given === undefined || told === null || left.genders.length + right.genders.length > 1) return null;
  const same = given === told;
  const detail = `${given} and, as the name tells, ${told}`;
  return featureOf(weights, 'gender', same ? 'told-same' : 'told-different', same ? 0.7 : 0.3, detail);
}

/** Parties of unlike kinds contradict: a person is no company, and neither is a vessel. */
function kind(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  if (left.kind === 'any' || right.kind === 'any' || left.kind === right.kind) return null;
  const level = left.kind === 'vessel' || right.kind === 'vessel' ? 'vessel-other' : 'person-other';
  return featureOf(weights, 'kind', level, 0, `${left.kind} and ${right.kind}`);
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
