/**
 * The acts of an entry as listings. A listing starts on the day of designation, else with the oldest act that the entry
 * cites: the act given for an entry is the latest that touched it, often years after the freeze began.
 */
import { type Day, type IssueCode, isDay } from '../../base/index.js';
import type { Listing } from '../../model/index.js';
import { singleSpaced } from '../../text/index.js';
import type { Fields, FsfRecord } from './record.js';

/** Tells of trouble in an entry. */
export type Report = (
  code: IssueCode,
  line: number,
  field: string,
  value: string | null,
  message: string,
) => void;

/** One listing per act; an entry without an act has one all the same, without a programme, and is told. */
export function listingsOf(record: FsfRecord, source: string, entry: string, report: Report): Listing[] {
  const { regulations, cited, fields, line } = record;
  if (regulations.length === 0) report('missing-field', line, 'regulation', entry, 'an entry without an act');
  const designated = dayOf(fields.designationDate ?? '', line, 'designationDate', report);
  const acts = regulations.length === 0 ? [{ line, fields: {} as Fields, url: '' }] : regulations;
  return acts.map(({ fields: act, line: at, url }) => {
    const published = dayOf(act.publicationDate ?? '', at, 'publicationDate', report);
    const inForce = dayOf(act.entryIntoForceDate ?? '', at, 'entryIntoForceDate', report);
    const older = cited !== null && cited !== published ? cited : (inForce ?? published);
    return {
      source,
      entry,
      programme: singleSpaced(act.programme ?? '') || null,
      annex: null,
      measure: null,
      act: singleSpaced(act.numberTitle ?? '') || null,
      start: designated ?? older,
      end: null,
      reason: null,
      url: url || null,
    };
  });
}

function dayOf(text: string, line: number, field: string, report: Report): Day | null {
  const day = text.trim().slice(0, 10);
  if (day === '') return null;
  if (isDay(day)) return day;
  report('bad-date', line, field, text, 'a day was expected (left out)');
  return null;
}
