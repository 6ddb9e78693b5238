/** What settles that two parties are one, by docs/json.md: how strong the evidence is in kind, and whether it confirms. */
import type { Strength } from '../model/index.js';
import type { IdentifierMatch } from './identifiers.js';

/** What strength and confirmation are decided from. */
export type Settling = {
  readonly identifier: IdentifierMatch | null;
  /** The names alone contradict, former names and aliases included; false when a side has no name. */
  readonly nameContradicts: boolean;
  /** A side has no name. */
  readonly noName: boolean;
  /** A person against a company, a vessel against who owns it. */
  readonly otherKind: boolean;
  /** A name that is no weak alias matches on its own. */
  readonly nameMatches: boolean;
  /** Only a weak alias is equal. */
  readonly weakOnly: boolean;
  /** Two people with a full name, every part of which agrees. */
  readonly fullName: boolean;
  readonly sameBirthDay: boolean;
  /** Another fact (country, address, a year) agrees. */
  readonly otherFacts: boolean;
  readonly contradictions: readonly string[];
};

/** The kind of evidence that carries the match. */
export function strengthOf(settling: Settling): Strength {
  const level = settling.identifier?.level;
  if (level === 'same' || level === 'same-country-unknown' || level === 'same-other-property')
    return 'identifier';
  // Asked for by a BIC or a call sign alone, there is nothing else that carries it.
  if (level === 'same-shared' && settling.noName) return 'identifier';
  if (settling.sameBirthDay && (settling.nameMatches || settling.weakOnly)) return 'name and birth date';
  if (settling.otherFacts) return 'name and other facts';
  return settling.weakOnly ? 'weak alias only' : 'name only';
}

/**
 * Whether the match is settled: an equal, valid, unique identifier of one kind of party without a contradicting name,
 * unless another name is expected, as ships are renamed; or, for people, a full
 * name that is no weak alias, matches on its own and has no part that contradicts, with the same birth date to the day
 * and no fact that contradicts.
 */
export function isConfirmed(settling: Settling): boolean {
  const { identifier, nameContradicts, otherKind } = settling;
  if (identifier?.level === 'same' && !otherKind && (!nameContradicts || identifier.renamed)) return true;
  const { fullName, nameMatches, sameBirthDay, contradictions } = settling;
  return fullName && nameMatches && sameBirthDay && contradictions.length === 0;
}
