/** The door of names: a name into typed parts, how rare they are, which given names stand for each other. */
export type { Equivalents } from './equivalents.js';
export { latinInitial } from './initials.js';
export { phoneticKey } from './key.js';
export { type LegalForm, NAMES_TABLES } from './lexicon.js';
export { type Names, nameKindOf, openNames } from './parse.js';
export {
  CHINESE,
  isOneSyllable,
  isTwoSyllables,
  joinedReading,
  KOREAN,
  languageOf,
  meetJoined,
  meetReadings,
  NO_READINGS,
  readingOf,
  VIETNAMESE,
} from './reading.js';
export { skeletonsOf } from './skeleton.js';
export type { NameKind, NamePart, ParsedName, PartType } from './types.js';
