/** UN lists made in memory, in the publisher's shape. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ListContent, type ListFile, memoryFile, readWholeList } from '../../../src/lists/index.js';
import { openUnScReader } from '../../../src/lists/un-sc/index.js';
import { COUNTRIES_TABLE, openCountries } from '../../../src/lists/wording/countries.js';
import type { Entity } from '../../../src/model/index.js';

const table = fileURLToPath(new URL(`../../../data/${COUNTRIES_TABLE}`, import.meta.url));

export const countries = openCountries(new Map([[COUNTRIES_TABLE, readFileSync(table, 'utf8')]]));
export const reader = openUnScReader(countries);

const ROOT = '<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">';

export function listOf(individuals: string, entities = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${ROOT}\n<INDIVIDUALS>\n${individuals}\n</INDIVIDUALS>\n<ENTITIES>\n${entities}\n</ENTITIES>\n</CONSOLIDATED_LIST>\n`;
}

export function fileOf(text: string, name = 'consolidated.xml'): ListFile {
  return memoryFile(name, new TextEncoder().encode(text));
}

export function readText(text: string): Promise<ListContent> {
  return readWholeList(reader, [fileOf(text)]);
}

const HEAD = '<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><LISTED_ON>2016-03-02</LISTED_ON>';

/** A person made of the fields given, with name and reference unless they are among them. */
export function person(fields: string): string {
  const name = fields.includes('<FIRST_NAME>')
    ? ''
    : '<FIRST_NAME>JON</FIRST_NAME><SECOND_NAME>DOE</SECOND_NAME>';
  const reference = fields.includes('REFERENCE_NUMBER')
    ? ''
    : '<REFERENCE_NUMBER>KPi.900 </REFERENCE_NUMBER>';
  return `<INDIVIDUAL>${name}${reference}${HEAD}${fields}</INDIVIDUAL>`;
}

/** An entity with the name and the fields given. */
export function firm(name: string, fields = ''): string {
  return `<ENTITY><FIRST_NAME>${name}</FIRST_NAME><REFERENCE_NUMBER>KPe.900</REFERENCE_NUMBER>${HEAD}${fields}</ENTITY>`;
}

/** What one person or firm is read as, with its issues. */
export async function mapped(entry: string): Promise<{ entity: Entity; issues: ListContent['issues'] }> {
  const isFirm = entry.startsWith('<ENTITY>');
  const { entities, issues } = await readText(isFirm ? listOf('', entry) : listOf(entry));
  const [entity] = entities;
  if (entity === undefined) throw new Error('no entity was read');
  return { entity, issues };
}
