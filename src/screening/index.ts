/** The door of screening: the world, and a subject or a page through all checks. Rows and bytes are handed in. */
export { checkSubject } from './check.js';
export { toIndexed } from './index-entity.js';
export { type PageReport, readPage } from './read.js';
export type { Knowledge, Listed, World } from './world.js';
