/** The door of model: what things are. Nothing here parses, scores or stores. */
export { isBic, isImo, isImoCompany, isInn, isLei, isOgrn } from './check-digits.js';
export {
  type Entity,
  type Listing,
  NAME_PROPERTIES,
  type NameProperty,
  type Properties,
  PropertyBag,
  REFERENTS,
} from './entity.js';
export type {
  Basis,
  CheckId,
  Discounted,
  Evidence,
  Finding,
  Judgement,
  ListedParty,
  ListingEvidence,
  MatchEvidence,
  MatchPart,
  Note,
  NoteEvidence,
  PartyLink,
  Strength,
  TextEvidence,
} from './finding.js';
export { ftmModel } from './ftm.js';
export { ANNEX_MARK, type FtmEntity, toFtm } from './ftm-write.js';
export {
  type Holder,
  IDENTIFIER_PROPERTIES,
  IDENTIFIER_TYPES,
  type Identifier,
  identifiersOf,
  readIdentifier,
} from './identifier.js';
export type {
  ChangedEntity,
  DiffSide,
  EntitiesDiff,
  ListDiff,
  NamedEntity,
  PropertyChange,
} from './list-diff.js';
export { isRegime, REGIMES, type Regime } from './regime.js';
export { saidBy } from './said.js';
export type { Party, SubjectRef } from './subject.js';
export { type Act, type Confidence, SEVERITY, strictest, type Verdict } from './verdict.js';
export type {
  Activity,
  PartyDecision,
  WeakAliases,
  WorldList,
  WorldSettings,
  WorldStatement,
} from './world.js';
