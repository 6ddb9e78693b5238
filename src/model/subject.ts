/** What is asked about. */
import type { Properties } from './entity.js';

/**
 * A party as somebody describes it: a FollowTheMoney schema (`Thing` when nothing is known, `LegalEntity` when person
 * or company is not) and properties of that model, names in `name`; date properties in EDTF.
 */
export type Party = { readonly schema: string; readonly properties: Properties };

/** How a finding names its subject: `label` for people, `ref` the asker's own id. */
export type SubjectRef = {
  readonly kind: 'party' | 'goods-line' | 'cargo' | 'document' | 'flow';
  readonly label: string;
  readonly ref: string | null;
};
