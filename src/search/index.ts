/** The door of search: building an index of listed names, opening it, asking it for candidates. Scores are not made here. */
export { IndexBuilder, type IndexedEntity } from './builder.js';
export { contentIsWhole, INDEX_FORMAT } from './format.js';
export { type Candidate, type EntityPlace, type IndexedName, openIndex, SearchIndex } from './reader.js';
