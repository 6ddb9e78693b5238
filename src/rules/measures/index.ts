/** The door of measures: what a listing forbids, what a topic means, which acts an activity covers. */
export { type ListingKey, MEASURES_TABLES, type Measures, openMeasures } from './measures.js';
export type { Measure } from './table.js';
