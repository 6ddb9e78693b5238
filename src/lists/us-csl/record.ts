/** A row of the Consolidated Screening List, whatever file it came from: CSV of either layout, or JSON. */

/** An identifier, its parts in the list's order; which of them is the type is not said in CSV. */
export type IdParts = readonly string[];

/** An address in one line; `country` is the ISO code behind it, '' where there is none. */
export type CslAddress = { readonly text: string; readonly country: string };

/**
 * A row. `text` gives a field that holds one value, `list` one that holds several, each trimmed; '' and empty where
 * absent. `line` is null in JSON.
 */
export type CslRecord = {
  readonly line: number | null;
  text(field: TextField): string;
  list(field: ListField): readonly string[];
  readonly addresses: readonly CslAddress[];
  readonly ids: readonly IdParts[];
};

/** Fields of one value. */
export const TEXT_FIELDS = [
  'source',
  'entity_number',
  'type',
  'name',
  'title',
  'federal_register_notice',
  'start_date',
  'end_date',
  'standard_order',
  'license_requirement',
  'license_policy',
  'call_sign',
  'vessel_type',
  'gross_tonnage',
  'gross_registered_tonnage',
  'vessel_flag',
  'vessel_owner',
  'remarks',
  'source_list_url',
  'source_information_url',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Fields of several values. */
export const LIST_FIELDS = [
  'programs',
  'alt_names',
  'citizenships',
  'dates_of_birth',
  'nationalities',
  'places_of_birth',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** Values of a CSV cell: joined by `; `, the last one often behind `and `. */
export function splitValues(cell: string): string[] {
  if (cell === '') return [];
  return cell
    .split(/;\s+|;$/)
    .map((value) => value.trim().replace(/^and\s+/, ''))
    .filter((value) => value !== '');
}

/** An address as CSV writes it: `street, city, region, post code, CN`. */
export function readAddress(text: string): CslAddress {
  const [, before, country] = /^(?:(.*),\s*)?([A-Z]{2})$/s.exec(text) ?? [];
  return country === undefined ? { text, country: '' } : { text: before === undefined ? '' : text, country };
}
