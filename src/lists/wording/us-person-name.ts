/** OFAC's way of writing people: `FAMILY, Given Middle`, the family name in capitals, a suffix behind either. */

/** A person's name taken apart. `full` reads given, family, suffix; the parts are null where the source has none. */
export type PersonName = {
  readonly full: string;
  readonly given: string | null;
  readonly family: string | null;
  readonly suffix: string | null;
};

const SUFFIX = /^(?:JR|SR|II|III|IV)\.?$/i;

/**
 * `PUTIN, Vladimir Vladimirovich` → `Vladimir Vladimirovich PUTIN`; `DELOS REYES, Feliciano, Jr.` and `MEZA, JR., Arturo`
 * keep their suffix at the end; a name without a comma (`ABU ZUBAYDAH`) stays as it is, with no parts.
 */
export function readPersonName(text: string): PersonName {
  const [family, ...others] = text.split(',').map((part) => part.trim());
  const suffix = others.find((part) => SUFFIX.test(part)) ?? null;
  const given = others.filter((part) => part !== '' && !SUFFIX.test(part)).join(' ');
  if (family === undefined || family === '' || others.length === 0 || given === '')
    return { full: text.trim(), given: null, family: null, suffix: null };
  const full = [given, family, suffix].filter((part) => part !== null).join(' ');
  return { full, given, family, suffix };
}
