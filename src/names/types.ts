/** What a parsed name is made of. */
import type { Script } from '../text/index.js';

/** What kind of thing bears the name; `any` when the schema does not say. */
export type NameKind = 'person' | 'organization' | 'vessel' | 'any';

/**
 * What a part of a name is. `word` is a part nothing more is known of. For people: given, family, patronymic (the
 * father's name: Vladimirovich, bin Khalid), matronymic (the mother's family: Pérez García), nickname (in quotes, in
 * brackets, behind "alias"), particle (von, al, bin), honorific, generation (Jr., III), initial. For organisations:
 * legal-form, generic (Trading, Company, Group), place, number, acronym (of words of the same name: Northern Pipe Works
 * (NPW)). For vessels: prefix (MT, MV).
 */
export type PartType =
  | 'word'
  | 'given'
  | 'family'
  | 'patronymic'
  | 'matronymic'
  | 'nickname'
  | 'particle'
  | 'honorific'
  | 'generation'
  | 'initial'
  | 'legal-form'
  | 'generic'
  | 'place'
  | 'number'
  | 'prefix'
  | 'acronym';

/**
 * One part of a name.
 *
 * `text` as written; `form` its comparable Latin spelling (`a-z0-9` only: мишустин → `mishustin`, 习近平 → three parts
 * `xi`, `jin`, `ping`), of legal forms, titles, places, generic words and articles the one form of all words for the
 * thing (ООО → `llc`, Торговая → `trading`, München → `munich`), of numbers their digits (First → `1`), of names made
 * with Abd, Abu, al-Din and Allah one spelling (Abdel Karim, Abdulkarim → `abdkarim`); `key` a skeleton that spellings of
 * one name share (sergei, sergey, serguei); `native` the normalised text in its own script (Chinese signs in their
 * simplified form), '' when that is Latin; `rarity` in nats, −ln of the share of names that bear this form (about 4 for
 * "trading" or "mohammad", 12 for a form never seen); `readings` what the part stands for in East Asian romanisations
 * (`reading.ts`), in rising order, none for most; `start`, `end` UTF-16 offsets in the name. Parts stand in order and do not
 * overlap; only parts of a word with unseen signs inside share their offsets.
 */
export type NamePart = {
  readonly text: string;
  readonly form: string;
  readonly key: string;
  readonly native: string;
  readonly type: PartType;
  readonly rarity: number;
  readonly script: Script;
  readonly readings: readonly number[];
  readonly start: number;
  readonly end: number;
};

/** A name in its parts, in the order written; `latin` is the forms joined by single spaces. */
export type ParsedName = {
  readonly text: string;
  readonly kind: NameKind;
  readonly latin: string;
  readonly parts: readonly NamePart[];
};
