/**
 * The door of lists/fetch: files from addresses. The only place that speaks to the network; `openHttp` is for whoever
 * else needs an address read with the same guards.
 */
export { proxiesOf } from './connect.js';
export { chooseOffers, type Offer, openDownloads, type Wishes } from './downloads.js';
export { type FetchRow, fetchOffers, withFolder } from './fetch.js';
export { openPart } from './part.js';
export { openHttp } from './request.js';
export type { Clock } from './retry.js';
