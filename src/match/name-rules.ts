/**
 * The weights as name scoring uses them: flat arrays by kind of name and type of part, so that the inner loop reads
 * numbers only. Also says which types of parts stand in the same slot of a name and so can agree or contradict.
 */
import type { NameKind, PartType } from '../names/index.js';
import { LEGAL_RELATIONS } from './legal-relation.js';
import { MAX_LETTERS } from './letters.js';
import type { Weights } from './weights.js';

/**
 * Types of parts as names are weighed; the position is the type's number in the arrays. A `generic` part that names a
 * line of business is a `sector` here, one that firms add and drop freely `broad`, a `place` at the end that is a country
 * a `country` (business-words.csv).
 */
export const PART_TYPES = [
  'word',
  'given',
  'family',
  'patronymic',
  'particle',
  'honorific',
  'generation',
  'initial',
  'legal-form',
  'generic',
  'place',
  'number',
  'prefix',
  'matronymic',
  'nickname',
  'acronym',
  'sector',
  'broad',
  'country',
] as const satisfies readonly WeighedType[];
/** A type of part as it is weighed. */
export type WeighedType = PartType | 'sector' | 'broad' | 'country';
export const TYPES = PART_TYPES.length;

const NUMBER_OF = Object.fromEntries(PART_TYPES.map((type, at) => [type, at])) as Record<WeighedType, number>;

/** The number of a type. */
export function typeNumber(type: WeighedType): number {
  return NUMBER_OF[type];
}

/** Kinds of names; the position is the kind's number. */
const KINDS = ['person', 'organization', 'vessel'] as const;
export const PERSON = 0;
export const ORGANIZATION = 1;
export const VESSEL = 2;

/** Slots that may hold the same part of a name. Unlike ones never contradict each other: they are two omissions. */
const SAME_SLOT: readonly (readonly [WeighedType, WeighedType])[] = [
  ['word', 'given'],
  ['word', 'family'],
  ['word', 'patronymic'],
  ['word', 'place'],
  ['word', 'country'],
  ['place', 'country'],
  ['word', 'acronym'],
  ['word', 'sector'],
  ['word', 'broad'],
  ['sector', 'broad'],
  ['word', 'initial'],
  ['given', 'family'],
  ['given', 'initial'],
  ['given', 'place'],
  ['family', 'initial'],
  ['family', 'place'],
  ['patronymic', 'initial'],
  ['matronymic', 'family'],
  ['matronymic', 'word'],
  ['matronymic', 'initial'],
  ['matronymic', 'place'],
  ['generation', 'number'],
];

/** Types that may be spelled alike though they stand in different slots. */
const NEAR_SLOT: readonly (readonly [WeighedType, WeighedType])[] = [
  ['legal-form', 'generic'],
  ['honorific', 'word'],
  ['honorific', 'given'],
  ['honorific', 'family'],
  ['legal-form', 'sector'],
  ['legal-form', 'broad'],
  ['legal-form', 'word'],
  ['place', 'generic'],
  ['country', 'generic'],
  ['word', 'generic'],
  ['generic', 'sector'],
  ['generic', 'broad'],
  ['given', 'patronymic'],
  ['family', 'patronymic'],
  ['given', 'matronymic'],
  ['honorific', 'given'],
  ['honorific', 'word'],
  ['nickname', 'word'],
  ['nickname', 'given'],
  ['nickname', 'family'],
  ['nickname', 'patronymic'],
  ['nickname', 'matronymic'],
  ['nickname', 'place'],
  ['nickname', 'nickname'],
];

/** The weights of names, resolved. Arrays are by kind × TYPES + type, or by type × TYPES + type. */
export type NameRules = {
  readonly bias: number;
  readonly agrees: Float64Array;
  readonly mostAgainst: number;
  readonly order: Float64Array;
  readonly perNat: number;
  /** Share of it that is left where something tells two firms or ships apart. */
  readonly ofGroup: number;
  readonly floor: number;
  readonly most: number;
  readonly least: number;
  readonly initialInfo: number;
  readonly perLetter: number;
  readonly acronymInfo: number;
  readonly typeInfo: Float64Array;
  readonly conflict: Float64Array;
  /** What two unlike legal forms count against, by kind × `LEGAL_RELATIONS` + how they are related. */
  readonly legalConflict: Float64Array;
  /** What two numbers a step or a digit apart count against, by kind. */
  readonly numberNear: Float64Array;
  readonly leftOver: Float64Array;
  readonly leftOverShare: Float64Array;
  /** How much of a full name a part is, by type, and how much a full name is. */
  readonly units: Float64Array;
  readonly fullName: number;
  readonly onePart: number;
  readonly bothSides: number;
  readonly noProper: number;
  readonly noFamily: number;
  /** What it counts against when the own name of one is left over and the other's stands for an ancestor's. */
  readonly ownName: number;
  readonly ownNameAlone: number;
  /** Nats of an own name that is seldom left out. */
  readonly ownNats: number;
  /** 1 where two types stand in one slot and may contradict, 2 where they may only be spelled alike. */
  readonly slot: Uint8Array;
  /** Cost in hundredths, by length of the longer run, at which two runs are unlike. */
  readonly reach: Float64Array;
  readonly exponent: number;
  readonly vesselSpelling: number;
  readonly knownFully: number;
  /** What each nat under `knownFully` adds to the cost: Hernández is no slip for Fernández. */
  readonly knownPerNat: number;
  readonly knownOther: number;
  readonly sameKey: number;
  readonly keyLetters: number;
  /** What the cost is multiplied by when both are given names of the table that do not belong together. */
  /** What one short word that is spelled otherwise counts against a name that agrees on nothing else. */
  readonly loneWord: number;
  readonly loneLetters: number;
  readonly asSpelling: number;
  readonly asShort: number;
  readonly asCognate: number;
  /** By how certain it is that two spellings are read alike (`names/reading.ts`). */
  readonly asReading: Float64Array;
  /** What the cost of unlike letters is multiplied by between two syllables, and two words of several. */
  readonly syllable: number;
  readonly syllables: number;
  /** What a syllable counts that one of two names of syllables leaves out; and syllables in another order. */
  readonly syllableLeftOver: number;
  readonly syllableOrder: number;
  readonly legalFamily: number;
  readonly initial: number;
  readonly homophone: number;
  readonly otherSlot: number;
  readonly ownAsFather: number;
  readonly acronym: number;
  /** The same from `acronymLetters` letters on. */
  readonly acronymLong: number;
  readonly acronymLetters: number;
  readonly joined: number;
  /** What slips in joined readings cost more. */
  readonly joinedSlip: number;
};

/** Resolves the weights of names. */
export function nameRules(weights: Weights): NameRules {
  const spelling = (level: string) => weights.get('spelling', level);
  const conflict = new Float64Array(KINDS.length * TYPES);
  const leftOver = new Float64Array(KINDS.length * TYPES);
  const leftOverShare = new Float64Array(KINDS.length * TYPES);
  KINDS.forEach((kind, kindAt) => {
    PART_TYPES.forEach((type, typeAt) => {
      const at = kindAt * TYPES + typeAt;
      const own = weights.find('name-conflict', `${kind}/${type}`);
      conflict[at] = own ?? weights.get('name-conflict', `${kind}/word`);
      const part = weights.find('name-left-over', `${kind}/${type}`);
      const share = weights.find('name-left-over-share', `${kind}/${type}`);
      leftOver[at] = part ?? 0;
      leftOverShare[at] = share ?? (part === null ? weights.get('name-left-over-share', `${kind}/word`) : 0);
    });
  });
  const legalConflict = new Float64Array(KINDS.length * LEGAL_RELATIONS.length);
  KINDS.forEach((kind, kindAt) => {
    LEGAL_RELATIONS.forEach((relation, at) => {
      const own = relation === '' ? null : weights.find('name-conflict', `${kind}/legal-form-${relation}`);
      legalConflict[kindAt * LEGAL_RELATIONS.length + at] =
        own ?? weights.get('name-conflict', `${kind}/legal-form`);
    });
  });
  const numberNear = Float64Array.from(
    KINDS,
    (kind) =>
      weights.find('name-conflict', `${kind}/number-near`) ?? weights.get('name-conflict', `${kind}/number`),
  );
  const slot = new Uint8Array(TYPES * TYPES);
  for (let type = 0; type < TYPES; type += 1) slot[type * TYPES + type] = 1;
  for (const [pairs, mark] of [
    [SAME_SLOT, 1],
    [NEAR_SLOT, 2],
  ] as const) {
    for (const [a, b] of pairs) {
      slot[typeNumber(a) * TYPES + typeNumber(b)] = mark;
      slot[typeNumber(b) * TYPES + typeNumber(a)] = mark;
    }
  }
  const agrees = weights.get('name', 'agrees');
  return {
    bias: weights.get('bias', ''),
    agrees: Float64Array.of(agrees, agrees, agrees + weights.get('name', 'vessel')),
    mostAgainst: weights.get('name', 'most-against'),
    order: Float64Array.from(KINDS, (kind) => weights.get('name-order', kind)),
    perNat: weights.get('commonness', 'per-nat'),
    ofGroup: weights.get('commonness', 'of-a-group'),
    floor: weights.get('commonness', 'floor'),
    most: weights.get('commonness', 'most'),
    least: weights.get('information', 'least'),
    perLetter: weights.get('information', 'per-letter'),
    initialInfo: weights.get('information', 'initial'),
    acronymInfo: weights.get('information', 'acronym-letter'),
    typeInfo: Float64Array.from(PART_TYPES, (type) => weights.find('information', `type/${type}`) ?? 1),
    conflict,
    legalConflict,
    numberNear,
    leftOver,
    leftOverShare,
    noFamily: weights.get('name-left-over', 'person/no-family'),
    ownNameAlone: weights.get('name-left-over', 'person/own-name-alone'),
    ownName: weights.get('name-left-over', 'person/own-name'),
    ownNats: weights.get('information', 'own-name'),
    units: Float64Array.from(PART_TYPES, (type) => weights.find('units', type) ?? 0),
    fullName: weights.get('units', 'full-name'),
    bothSides: weights.get('name-left-over', 'organization/both'),
    noProper: weights.get('name-left-over', 'organization/no-proper'),
    onePart: weights.get('name-left-over', 'person/one-part'),
    slot,
    reach: reachByLength(spelling('reach'), spelling('length-power')),
    exponent: spelling('exponent'),
    vesselSpelling: spelling('vessel'),
    knownFully: spelling('known-fully'),
    knownPerNat: spelling('known-per-nat'),
    knownOther: spelling('known-other'),
    sameKey: spelling('same-key'),
    keyLetters: spelling('key-letters'),
    loneWord: spelling('lone-word'),
    loneLetters: spelling('lone-letters'),
    asSpelling: spelling('as-spelling'),
    asShort: spelling('as-short'),
    asCognate: spelling('as-cognate'),
    asReading: Float64Array.of(
      spelling('as-reading'),
      spelling('as-open-reading'),
      spelling('as-doubtful-reading'),
    ),
    syllable: spelling('syllable'),
    syllables: spelling('syllables'),
    syllableLeftOver: weights.get('name-left-over', 'person/syllable'),
    syllableOrder: weights.get('name-order', 'syllables'),
    legalFamily: spelling('legal-family'),
    initial: spelling('initial'),
    homophone: spelling('homophone'),
    otherSlot: spelling('other-slot'),
    ownAsFather: spelling('own-as-father'),
    acronym: spelling('acronym'),
    acronymLong: spelling('acronym-long'),
    acronymLetters: spelling('acronym-letters'),
    joined: spelling('joined'),
    joinedSlip: spelling('joined-slip'),
  };
}

/** The reach of a word of five letters is `reach` × 5; of others it grows with a power of their length. */
function reachByLength(reach: number, power: number): Float64Array {
  return Float64Array.from({ length: MAX_LETTERS + 1 }, (_, length) => 500 * reach * (length / 5) ** power);
}

/**
 * By whose rules two names are compared: the kind that is known when one is `any`; a vessel's when one is a vessel's,
 * else an organisation's when they differ. When neither is known, a legal form or a business word tells.
 */
export function kindOfPair(left: NameKind, right: NameKind, businessWords: boolean): number {
  if (left === 'vessel' || right === 'vessel') return VESSEL;
  if (left === 'organization' || right === 'organization') return ORGANIZATION;
  if (left === 'any' && right === 'any') return businessWords ? ORGANIZATION : PERSON;
  return PERSON;
}
