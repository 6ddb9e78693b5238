/**
 * How two unlike legal forms belong together. A form has classes of legal person (limited, stock, nonprofit …) and
 * countries; one that is bound to no country is what others are translated into (LLC for ООО or GmbH).
 */
import type { LegalForm } from '../names/index.js';

/** Relations, by number: the levels of the table of weights; '' when too little is known of one of them. */
export const LEGAL_RELATIONS = ['near', '', 'class', 'country'] as const;
/** OJSC / PJSC, GmbH / LLC: one may stand for the other. */
export const NEAR = 0;
const UNKNOWN = 1;
/** AG / GmbH, OOO / ANO: another kind of legal person. */
const OTHER_CLASS = 2;
/** B.V. / B.V.B.A.: one kind, and each of a country that the other does not exist in. */
const OTHER_COUNTRY = 3;

/** The relation of two forms of unlike id, as a number. */
export function legalRelation(one: LegalForm, other: LegalForm): number {
  if (one.family !== other.family && !share(one.classes, other.classes))
    return one.classes.length === 0 || other.classes.length === 0 ? UNKNOWN : OTHER_CLASS;
  const bound = one.countries.length > 0 && other.countries.length > 0;
  return bound && !share(one.countries, other.countries) ? OTHER_COUNTRY : NEAR;
}

function share(one: readonly string[], other: readonly string[]): boolean {
  for (let at = 0; at < one.length; at += 1) if (other.includes(one[at]!)) return true;
  return false;
}
