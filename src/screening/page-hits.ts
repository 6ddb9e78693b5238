/** Whom a name read on a page may mean: the same candidates and scores as for any party, but stricter on single words. */
import type { Party } from '../model/index.js';
import { nameKindOf } from '../names/index.js';
import type { PageIdentifier } from './page-identifiers.js';
import { hitsOf } from './party.js';
import type { Hit, World } from './world.js';

/** Listed names that may bear a word for it to stand alone where a sentence opens. */
const MOST_BEARERS = 100;
/** Rarity (nats) and bearers of a word that says who it is without "Technologies" behind it. */
const RARE = { rarity: 10, bearers: 20 };
/** How alike a word alone must be to what is listed. */
const SAME_WORD = 0.98;
/** Parts that may stand before or behind a name without changing who it is. */
export const ASIDE: ReadonlySet<string> = new Set(['legal-form', 'honorific', 'particle']);
/** Parts that many names share: "Trading", "China", "Shipping", "No. 5". */
const COMMON: ReadonlySet<string> = new Set(['generic', 'sector', 'place', 'number', 'initial']);
/** Parts that one side may lack, or have otherwise. */
const IDLE: ReadonlySet<string> = new Set([...ASIDE, 'generic']);

/**
 * Weak aliases are left aside: a page is full of words that are somebody's byname. `lone`: a word that may be
 * capitalised only because it opens a sentence must be rare, and all of an organisation's name.
 */
export function bestHit(party: Party, lone: boolean, world: World): Hit | null {
  const { threshold } = world.statement.settings;
  const [word, more] = world.names.parse(party.properties.name![0]!, 'organization').parts;
  const bearers = word === undefined || more !== undefined ? 0 : world.index.documentFrequency(word.form);
  if (lone && bearers > MOST_BEARERS) return null;
  const rare = bearers > 0 && bearers <= RARE.bearers && word!.rarity >= RARE.rarity;
  return highest(
    hitsOf(world.matcher.prepare(party), world).filter(
      (hit) =>
        hit.comparison.score >= threshold &&
        hit.comparison.strength !== 'weak alias only' &&
        tellsApart(hit, { ship: party.schema === 'Vessel', rare }) &&
        (!lone || isWholeName(hit)),
    ),
  );
}

function highest(hits: readonly Hit[]): Hit | null {
  return hits.reduce<Hit | null>(
    (best, hit) => (best === null || hit.comparison.score > best.comparison.score ? hit : best),
    null,
  );
}

/** Whether nothing of the listed name is missing or spelt otherwise, legal forms aside. */
function isWholeName({ comparison }: Hit): boolean {
  return comparison.parts.every((part) =>
    part.left === null || part.right === null
      ? part.type === 'legal-form'
      : part.left.toLowerCase() === part.right.toLowerCase(),
  );
}

/**
 * Whether what was read tells this entity from others. Two words that can are enough. One alone must be an
 * organisation's, letter by letter: people and ships are found by more, or after somebody named them in full. Words
 * that cannot ("China", "Central Bank") must all be there, three at least. `ship`: the page calls it a ship, and then
 * one word is enough for a ship; `rare`: a word so rare that the listed name may go on with a broad one.
 */
function tellsApart({ entity, comparison }: Hit, { ship, rare }: { ship: boolean; rare: boolean }): boolean {
  const read = comparison.parts.filter((part) => part.left !== null && !ASIDE.has(part.type));
  const telling = read.filter((part) => !COMMON.has(part.type));
  if (telling.length >= 2) return true;
  const exact = comparison.parts.every((part) =>
    part.left === null || part.right === null
      ? IDLE.has(part.type) || (rare && part.left === null && part.type === 'broad')
      : part.similarity >= SAME_WORD || IDLE.has(part.type),
  );
  if (!exact) return false;
  const kind = nameKindOf(entity.schema);
  if (telling.length === 1) {
    return kind === 'organization' || kind === 'any' || (ship && kind === 'vessel');
  }
  return read.length >= 3;
}

/** Whom the page names by identifier, with the party that found it; the name before it is compared where it helps. */
export function identifiedHit(
  { identifier: { property, value }, name }: PageIdentifier,
  world: World,
): { party: Party; best: Hit } | null {
  const schema = property === 'imoNumber' && name?.hint === 'Vessel' ? 'Vessel' : 'Thing';
  const facts = { [property]: [value] };
  const named: Party[] = name === null ? [] : [{ schema, properties: { name: [name.text], ...facts } }];
  for (const party of [...named, { schema, properties: facts }]) {
    const best = highest(
      hitsOf(world.matcher.prepare(party), world).filter(
        ({ comparison }) =>
          comparison.strength === 'identifier' && comparison.score >= world.statement.settings.threshold,
      ),
    );
    if (best !== null) return { party, best };
  }
  return null;
}
