/** How far agreeing facts can lift a comparison: a candidate whose name cannot be lifted over the threshold is let go. */
import type { PreparedParty } from './party-facts.js';
import type { Weights } from './weights.js';

type Listed = 'births' | 'genders' | 'countries' | 'flags' | 'vesselTypes' | 'built';

/** What a party must give for a fact to agree → the table's row for the best agreement. */
const BEST: readonly (readonly [Listed, string, string])[] = [
  ['births', 'birth-date', 'same-day'],
  ['genders', 'gender', 'same'],
  ['countries', 'country', 'shared'],
  ['flags', 'vessel', 'same-flag'],
  ['vesselTypes', 'vessel', 'same-type'],
  ['built', 'vessel', 'same-built'],
];

/** The sum of the best agreements, in log-odds, of every kind of fact that the party gives; identifiers aside. */
export function mostFromFacts(party: PreparedParty, weights: Weights): number {
  let most = 0;
  for (const [property, feature, level] of BEST) {
    if (party[property].length > 0) most += weights.get(feature, level);
  }
  if (party.toldGender !== null) most += weights.get('gender', 'told-same');
  if (party.countries.length === 0 && party.places.birth.codes.length > 0)
    most += weights.get('country', 'shared');
  if (party.addresses.length > 0) most += weights.get('address', 'flat');
  else if (party.cities.length > 0) most += weights.get('address', 'city');
  return most;
}
