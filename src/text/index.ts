/** The door of text: scripts, words with offsets, one spelling, Latin spellings. Nothing here knows what a name is. */
export { openSimplify, type Simplify } from './han.js';
export { normalise } from './normalise.js';
export { openRomaniser, type Romaniser, TEXT_TABLES } from './romanise.js';
export { SCRIPTS, type Script, scriptOf } from './script.js';
export { singleSpaced } from './single-spaced.js';
export { type TextToken, tokenise } from './tokenise.js';
