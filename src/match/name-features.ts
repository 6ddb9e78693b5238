/** What two names said, as features for people: made from the aligned parts of the run that scored them. */
import type { MatchPart } from '../model/index.js';
import type { Feature } from './feature.js';

type NameFeature = (contribution: number, parts: readonly MatchPart[]) => Feature;

/** Names agree when their parts are one another's: the base to which all else is added or taken away. */
function name(contribution: number, parts: readonly MatchPart[]): Feature {
  const agreeing = parts.filter(isPair);
  const value = parts.reduce((sum, part) => sum + part.weight * part.similarity, 0);
  const detail =
    agreeing.length === 0 ? 'nothing agrees' : `agree: ${agreeing.map((part) => wordsOf(part)).join(', ')}`;
  return { name: 'name', value: Math.min(1, value), contribution, detail };
}

/** Agreement on rare parts says more than agreement on common ones. */
function commonness(contribution: number, parts: readonly MatchPart[]): Feature {
  const rarest = parts.filter(isPair).sort((a, b) => b.weight - a.weight)[0];
  const detail = rarest === undefined ? 'nothing agrees' : `most is said by ${wordsOf(rarest)}`;
  return { name: 'commonness', value: rarest?.weight ?? 0, contribution, detail };
}

/** Parts that are spelled otherwise count for less, the more their spellings differ. */
function nameSpelling(contribution: number, parts: readonly MatchPart[]): Feature {
  const other = parts.filter((part) => isPair(part) && part.similarity < 1);
  const value = other.reduce((least, part) => Math.min(least, part.similarity), 1);
  return { name: 'name-spelling', value, contribution, detail: other.map(wordsOf).join(', ') };
}

/** Parts that stand in one place of the name and are not the same word contradict: another given name, another town. */
function nameConflict(contribution: number, parts: readonly MatchPart[]): Feature {
  const against = parts.filter((part) => part.left !== null && part.right !== null && !isPair(part));
  const detail = against.map((part) => `${part.left} against ${part.right}`).join(', ');
  return { name: 'name-conflict', value: 0, contribution, detail };
}

/** Parts that only one name has count against it by their type: a patronymic little, a distinctive word much. */
function nameLeftOver(contribution: number, parts: readonly MatchPart[]): Feature {
  const left = parts.filter((part) => part.left === null || part.right === null);
  const detail = left.map((part) => `${part.left ?? part.right} (${part.type})`).join(', ');
  return { name: 'name-left-over', value: 0.5, contribution, detail };
}

/** Parts in another order count a little against it, unless family and given names have merely changed places. */
function nameOrder(contribution: number): Feature {
  return { name: 'name-order', value: 0.5, contribution, detail: 'the same parts in another order' };
}

/** However much two names differ, they count no more against other evidence than this: the rest is given back. */
function nameFloor(contribution: number): Feature {
  return { name: 'name-floor', value: 0.5, contribution, detail: 'names differ no more than wholly' };
}

/** In the order of the scorer's contributions. */
export const NAME_FEATURE_MAKERS: readonly NameFeature[] = [
  name,
  commonness,
  nameSpelling,
  nameConflict,
  nameLeftOver,
  nameOrder,
  nameFloor,
];

/** A weak alias that is equal to the letter is enough to be seen, and never more. */
export function weakAlias(contribution: number, text: string): Feature {
  return { name: 'weak-alias', value: 1, contribution, detail: `equal to the low-quality alias ${text}` };
}

/** Scores stay between 0.0001 and 0.9999; what goes beyond is taken back here. */
export function bound(contribution: number): Feature {
  return { name: 'bound', value: 0.5, contribution, detail: 'a score is never 0 or 1' };
}

function isPair(part: MatchPart): boolean {
  return part.left !== null && part.right !== null && part.similarity >= 0.5;
}

function wordsOf(part: MatchPart): string {
  return part.left === part.right ? `${part.left}` : `${part.left} for ${part.right} (${part.similarity})`;
}
