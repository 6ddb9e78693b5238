/**
 * Delta screening: which parties a change of the lists can touch, and what it changes for them. A party is touched only
 * if a changed entry could be it (as it was, or as it is), or if a rule began or ended between the two days; all others
 * would be answered in both worlds alike, whatever they are. `tests/screening/since.test.ts` holds that against full runs.
 */
import { stableJson } from '../base/index.js';
import { type Entity, type Judgement, type Party, type SubjectRef, saidBy } from '../model/index.js';
import { checkSubject, territoryOf } from './check.js';
import { hitsOf } from './party.js';
import { rulingsOf } from './ruling.js';
import { withCountryCodes } from './subject.js';
import type { World } from './world.js';

/**
 * Two worlds that differ in their lists and perhaps their day, in nothing else; `changed` is the world of now with an
 * index of the entries that differ, each as it was and as it is.
 */
export type Worlds = { readonly before: World; readonly now: World; readonly changed: World };

/** A party's answers in both worlds. */
export type Changed = { readonly before: Judgement; readonly now: Judgement };

/**
 * What changes for a party; null where nothing does. Exactly the parties for which `checkSubject` says different things
 * in the two worlds, the versions of the lists they name aside.
 */
export function changeFor(party: Party, subject: SubjectRef, worlds: Worlds): Changed | null {
  if (!isTouched(party, subject, worlds)) return null;
  const before = checkSubject(party, subject, worlds.before);
  const now = checkSubject(party, subject, worlds.now);
  return saidBy(before) === saidBy(now) ? null : { before, now };
}

/** Whether an entry that did not change is judged differently on another day: something began or ended in between. */
export function turnsBetween(
  entity: Entity,
  source: { readonly source: string; readonly regime: World['statement']['lists'][number]['regime'] },
  { before, now }: Pick<Worlds, 'before' | 'now'>,
): boolean {
  const on = (world: World) =>
    stableJson(rulingsOf(entity, { ...source, date: world.statement.date, measures: world.measures }));
  return on(before) !== on(now);
}

function isTouched(party: Party, subject: SubjectRef, { before, now, changed }: Worlds): boolean {
  const prepared = now.matcher.prepare(withCountryCodes(party, now.countries));
  if (hitsOf(prepared, changed).length > 0) return true;
  if (before.statement.date === now.statement.date) return false;
  return saidBy(territoryOf(party, subject, before)) !== saidBy(territoryOf(party, subject, now));
}
