/**
 * What the export control lists of the United States have in common: parties without a number, known by name and
 * Federal Register notice, and orders that deny exports.
 */
import { sha256 } from '../../base/index.js';
import type { Listing } from '../../model/index.js';

/**
 * What makes a party that its list gives no number one and the same: the list's code and the name and, where a name alone
 * may be several people's, the oldest notice. Addresses and later notices change, these do not.
 *
 * @param code `EL`, `DPL`, `MEU`, …
 */
export function noticeKey(code: string, name: string, notices: string): string {
  return `${code}|${nameKey(name)} ${code === 'DPL' ? oldestNotice(notices) : ''}`;
}

/** The id of a party by its key; the same in the screening list and in the list the party came from. */
export function noticeId(key: string): string {
  const bar = key.indexOf('|');
  const list = key
    .slice(0, bar)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `us-${list}-${sha256(key.slice(bar + 1)).slice(0, 12)}`;
}

/** A name as it is compared: small letters and digits. */
function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The listings of a denial order. Exports to the party are forbidden, what else is done with it is for a person to see. */
export function denialListings(base: Omit<Listing, 'measure'>): readonly Listing[] {
  return [
    { ...base, measure: 'exports' },
    { ...base, measure: 'other dealings' },
  ];
}

/** The notice of the lowest volume and page: `67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02` → `67 10890`; '' for none. */
function oldestNotice(text: string): string {
  const notices = [...text.matchAll(/(\d{1,3})\s*F\.?\s?R\.?\s*(\d{1,6})/gi)].map((match) => ({
    volume: Number(match[1]),
    page: Number(match[2]),
  }));
  const [oldest] = notices.sort((a, b) => a.volume - b.volume || a.page - b.page);
  return oldest === undefined ? '' : `${oldest.volume} ${oldest.page}`;
}
