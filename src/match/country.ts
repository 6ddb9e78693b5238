/** What two parties' countries say: a nationality is compared with a nationality first, with where somebody lives less. */
import { type Feature, featureOf } from './feature.js';
import type { PreparedParty } from './party-facts.js';
import type { Role } from './places.js';
import type { Weights } from './weights.js';

const ROLES: readonly Role[] = ['nationality', 'registration', 'place', 'birth'];
const WORDS: Readonly<Record<Role, string>> = {
  nationality: 'nationality',
  registration: 'registration',
  birth: 'country of birth',
  place: 'country',
};

/** How much of one fact two roles are: the same, something that is mostly in one country, a hint, or two things. */
type Closeness = 'same' | 'near' | 'hint' | null;
const CLOSENESS: Readonly<Record<Role, Readonly<Record<Role, Closeness>>>> = {
  nationality: { nationality: 'same', registration: null, place: 'near', birth: 'hint' },
  registration: { nationality: null, registration: 'same', place: 'near', birth: null },
  place: { nationality: 'near', registration: 'near', place: 'same', birth: 'hint' },
  birth: { nationality: 'hint', registration: null, place: 'hint', birth: 'same' },
};

/** What a pair of roles says; the later one in this order stands, where several are known. */
const LEVELS = ['shared-hint', 'none-shared-near', 'none-shared', 'shared-successor', 'shared'] as const;
type Level = (typeof LEVELS)[number];

/** A shared country supports a little; countries known on both sides with none shared contradict a little. */
export function country(left: PreparedParty, right: PreparedParty, weights: Weights): Feature | null {
  let said: Level | null = null;
  let ours: Role = 'place';
  let theirs: Role = 'place';
  for (const one of ROLES) {
    for (const other of ROLES) {
      const level = levelOf(left, right, one, other);
      if (level === null || (said !== null && LEVELS.indexOf(level) <= LEVELS.indexOf(said))) continue;
      said = level;
      ours = one;
      theirs = other;
    }
  }
  if (said === null) return null;
  const roles = ours === theirs ? WORDS[ours] : `${WORDS[ours]} and ${WORDS[theirs]}`;
  const [one, other] = [left.places[ours].codes, right.places[theirs].codes];
  const shared = one.filter((code) => other.includes(code));
  const codes = shared.length > 0 ? shared.join(', ') : `${one.join(', ')} and ${other.join(', ')}`;
  return featureOf(weights, 'country', said, said.startsWith('shared') ? 1 : 0, `${roles}: ${codes}`);
}

function levelOf(left: PreparedParty, right: PreparedParty, one: Role, other: Role): Level | null {
  const closeness = CLOSENESS[one][other];
  const ours = left.places[one];
  const theirs = right.places[other];
  if (closeness === null || ours.codes.length === 0 || theirs.codes.length === 0) return null;
  const shared = haveShared(ours.codes, theirs.codes);
  if (shared || haveShared(ours.widened, theirs.widened)) {
    if (closeness === 'hint') return 'shared-hint';
    return shared ? 'shared' : 'shared-successor';
  }
  if (closeness === 'hint') return null;
  return closeness === 'same' ? 'none-shared' : 'none-shared-near';
}

function haveShared(one: readonly string[], other: readonly string[]): boolean {
  for (const code of one) if (other.includes(code)) return true;
  return false;
}
