/** The door of screening: the world, and a subject or a page through all checks. Rows and bytes are handed in. */
export { checkSubject, remark } from './check.js';
export { toIndexed } from './index-entity.js';
export { Blocks } from './merge/blocks.js';
export { readDecisions } from './merge/decisions.js';
export { entryKey, findParties, type PairDecision } from './merge/find-parties.js';
export type { Entry } from './merge/links.js';
export { APART, encodeParties, openParties, partyAsSaid } from './merge/parties.js';
export { readMergeRules, SAME_PARTY_TABLE } from './merge/table.js';
export { type PageReport, readPage } from './read.js';
export { changeFor, turnsBetween, type Worlds } from './since.js';
export { withCountryCodes } from './subject.js';
export type { Knowledge, Listed, World } from './world.js';
