/** The door of screening: the world, and a subject or a page through all checks. Rows and bytes are handed in. */
export { checkSubject, remark } from './check.js';
export { toIndexed } from './index-entity.js';
export { type PageReport, readPage } from './read.js';
export { changeFor, turnsBetween, type Worlds } from './since.js';
export { withCountryCodes } from './subject.js';
export type { Knowledge, Listed, World } from './world.js';
