/**
 * An entry of an OFAC list as all three formats tell it: what the CSV has in columns stays in fields, everything else is
 * a piece, worded as the CSV words its remarks. One table of pieces and one mapping then serve every format, so the same
 * fact ends in the same property whichever file it came from.
 */
import type { VagueDate } from '../../base/index.js';
import type { NameProperty } from '../../model/index.js';

/** The FollowTheMoney schema of an entry; organisations may still turn out to be companies. */
export type OfacKind = 'Person' | 'Vessel' | 'Airplane' | 'Organization';

/** Where something stands, for issues. */
export type OfacAt = { readonly file: string; readonly line: number; readonly field: string };

/** A name in OFAC's own writing: people as `FAMILY, Given` in Latin letters, in reading order in others. */
export type OfacName = { readonly property: NameProperty; readonly text: string };

/** `place` holds city, state and postal code as one text; `country` may be `Region: …` or `undetermined`. */
export type OfacAddress = {
  readonly street: string;
  readonly place: string;
  readonly country: string;
  readonly remark: string;
  readonly at: OfacAt;
};

/** A fact in the words of a remark: `Passport A123 (Iran) expires 1 Jan 2020`, without `alt. ` and closing full stop. */
export type OfacPiece = { readonly text: string; readonly at: OfacAt };

/** The columns that only vessels use. */
export type OfacVessel = {
  readonly callSign: string;
  readonly type: string;
  readonly tonnage: string;
  readonly grossTonnage: string;
  readonly flag: string;
  readonly owner: string;
};

/** What a format knows of a programme beyond its tag; the legal act only where it is certain. */
export type ProgrammeTerms = {
  readonly start: VagueDate | null;
  readonly end: VagueDate | null;
  readonly act: string | null;
};

/** A relation to another entry: its words, the other's number and name (null where it is not in the file). */
export type OfacLink = {
  readonly relation: string;
  readonly to: string;
  readonly name: string | null;
  readonly former: boolean;
};

/** An entry. `id` is OFAC's number without prefix; the first name is the main one; `notes` are kept as they are. */
export type OfacRecord = {
  readonly id: string;
  readonly kind: OfacKind;
  readonly at: OfacAt;
  readonly names: readonly OfacName[];
  readonly title: string;
  readonly vessel: OfacVessel;
  readonly addresses: readonly OfacAddress[];
  readonly pieces: readonly OfacPiece[];
  readonly programmes: readonly string[];
  readonly notes: readonly string[];
  readonly terms: ReadonlyMap<string, ProgrammeTerms>;
  readonly links: readonly OfacLink[];
};

/** A record without vessel columns has these. */
export const NO_VESSEL: OfacVessel = Object.freeze({
  callSign: '',
  type: '',
  tonnage: '',
  grossTonnage: '',
  flag: '',
  owner: '',
});

/** What formats without these hold in their place. */
export const NO_TERMS: ReadonlyMap<string, ProgrammeTerms> = new Map();
