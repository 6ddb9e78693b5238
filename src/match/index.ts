/** The door of match: how alike two names, or two parties, are, and why. It finds no candidates and gives no verdicts. */
export type { Comparison } from './comparison.js';
export { explain } from './explanation.js';
export { MATCH_TABLES, type Matcher, openMatcher } from './matcher.js';
export type { PreparedParty } from './party-facts.js';
export { FEATURE_SENTENCES } from './sentences.js';
