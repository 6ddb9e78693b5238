/** The Consolidated Screening List made in memory, in trade.gov's shapes. */
import { csvLine } from '../../../src/base/index.js';
import { LISTS_TABLES, type ListContent, openReaders, readWholeList } from '../../../src/lists/index.js';
import type { Entity } from '../../../src/model/index.js';
import { listFile, tablesOf } from '../tables.js';

export const readers = openReaders(tablesOf(LISTS_TABLES)).filter(({ source }) => source === 'us-csl');

const COLUMNS =
  '_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids'.split(
    ',',
  );

export const SDN = 'Specially Designated Nationals (SDN) - Treasury Department';
export const SSI = 'Sectoral Sanctions Identifications List (SSI) - Treasury Department';
export const EL = 'Entity List (EL) - Bureau of Industry and Security';
export const DPL = 'Denied Persons List (DPL) - Bureau of Industry and Security';

type Row = Readonly<Record<string, string>>;

/** A CSV file of these rows; `without` leaves out a column, as old files do. */
export function csvOf(rows: readonly Row[], without = ''): string {
  const columns = COLUMNS.filter((column) => column !== without);
  const lines = rows.map((row) => csvLine(columns.map((column) => row[column] ?? '')));
  return [csvLine(columns), ...lines]
    .map((line) => line.trimEnd())
    .join('\n')
    .concat('\n');
}

export function readText(text: string, name = 'consolidated.csv'): Promise<ListContent> {
  const files = [listFile(name, text)];
  const reader = readers.find((one) => one.recognise(files).length > 0);
  if (reader === undefined) throw new Error('no reader knows the file');
  return readWholeList(reader, files);
}

export const readRows = (...rows: Row[]): Promise<ListContent> => readText(csvOf(rows));

/** What one row is read as. */
export async function mapped(row: Row): Promise<{ entity: Entity; issues: ListContent['issues'] }> {
  const { entities, issues } = await readRows(row);
  return { entity: entities[0]!, issues };
}
