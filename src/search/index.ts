/** The door of search: building an index of listed names, opening it, asking it for candidates. Scores are not made here. */
export { IndexBuilder, type IndexedEntity, type IndexedParties } from './builder.js';
export { INDEX_FORMAT } from './format.js';
export { openIndex, SearchIndex } from './reader.js';
