/** The door of documents: a page or a text into words one can point at. Whether anybody named there is listed is not asked here. */
export type { Document, Span } from './document.js';
export type { NameSpan } from './name-spans.js';
export { DOCUMENT_TABLES, type Documents, openDocuments } from './open.js';
export { LARGEST_DOCUMENT } from './read.js';
