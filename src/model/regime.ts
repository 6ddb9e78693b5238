/** Whose law: the regimes Cordon speaks of. */

/** Regime ids, in the order answers list them. */
export const REGIMES = ['US', 'EU', 'UK', 'UN', 'CH', 'CA', 'AU', 'JP', 'NZ', 'UA', 'CN', 'IL'] as const;

/** Whose law binds: US, EU, UK, UN, … */
export type Regime = (typeof REGIMES)[number];

/** Whether `text` is a regime id, in capitals. */
export function isRegime(text: string): text is Regime {
  return (REGIMES as readonly string[]).includes(text);
}
