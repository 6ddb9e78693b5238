/** What two parties' countries say: a nationality is compared with a nationality first, with where somebody lives less. */
import { type Feature, featureOf } from './feature.js';
import type { PreparedParty } from './party-facts.js';
import type { Role } from './places.js';
import type { Weights } from './weights.js';

const WORDS: Readonly<Record<Role, string>> = {
  nationality: 'nationality',
  registration: 'registration',
  birth: 'country of birth',
  place: 'country',
};
/** How much of one fact two roles are: the same, something a person often has in one country, or a hint. */
const CLOSENESS: Readonly<Record<string, 'same' | 'near' | 'hint'>> = {
  'nationality nationality': 'same',
  'registration registration': 'same',
  'birth birth': 'same',
  'place place': 'same',
  'nationality place': 'near',
  'place registration': 'near',
  'birth nationality': 'hint',
  'birth place': 'hint',
};

/** A shared country supports a little; countries known on both sides with none shared contradict a little. */
export function country(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  let best: { level: string; detail: string; weight: number } | null = null;
  let worst: { level: string; detail: string; weight: number } | null = null;
  for (const one of ROLES) {
    const ours = left.places[one];
    if (ours.codes.length === 0) continue;
    for (const other of ROLES) {
      const theirs = right.places[other];
      const closeness = CLOSENESS[one < other ? `${one} ${other}` : `${other} ${one}`];
      if (theirs.codes.length === 0 || closeness === undefined) continue;
      const shared = firstShared(ours.codes, theirs.codes);
      const widened = shared ?? firstShared(ours.widened, theirs.widened);
      const roles = one === other ? WORDS[one] : `${WORDS[one]} and ${WORDS[other]}`;
      if (widened !== undefined) {
        const level =
          closeness === 'hint' ? 'shared-hint' : shared === undefined ? 'shared-successor' : 'shared';
        const weight = weights.get('country', level);
        const detail =
          shared === undefined ? `${ours.codes.join(', ')} and ${theirs.codes.join(', ')}` : shared;
        if (best === null || weight > best.weight) best = { level, detail: `${roles}: ${detail}`, weight };
      } else if (closeness !== 'hint') {
        const level = closeness === 'same' ? 'none-shared' : 'none-shared-near';
        const weight = weights.get('country', level);
        const detail = `${roles}: ${ours.codes.join(', ')} and ${theirs.codes.join(', ')}`;
        if (worst === null || weight < worst.weight) worst = { level, detail, weight };
      }
    }
  }
  const said = best ?? worst;
  return said === null ? null : featureOf(weights, 'country', said.level, best === null ? 0 : 1, said.detail);
}

const ROLES: readonly Role[] = ['nationality', 'registration', 'place', 'birth'];

function firstShared(one: readonly string[], other: readonly string[]): string | undefined {
  return one.find((code) => other.includes(code));
}
