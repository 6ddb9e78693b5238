/** SECO's XML made in memory, in the publisher's shape. */
import { LISTS_TABLES, type ListContent, openReaders, readWholeList } from '../../../src/lists/index.js';
import type { Entity } from '../../../src/model/index.js';
import { listFile, tablesOf } from '../tables.js';

export const reader = openReaders(tablesOf(LISTS_TABLES)).find(({ source }) => source === 'ch-seco')!;

const PROGRAM = `<sanctions-program ssid="1">
<program-key lang="ger">Nordland</program-key><program-key lang="eng">North Land</program-key>
<program-name lang="eng">Ordinance on North Land</program-name>
<sanctions-set ssid="11" lang="ger">Finanzsanktionen, Anhang 1</sanctions-set>
<sanctions-set ssid="11" lang="eng">Financial sanctions, annex 1</sanctions-set>
<sanctions-set ssid="12" lang="eng">Travel ban, annex 2</sanctions-set>
<sanctions-set ssid="13" lang="eng">Annex 3</sanctions-set></sanctions-program>`;
const PLACE =
  '<place ssid="90"><location>Nordstadt</location><area>Nordkreis</area><country iso-code="KP">North Korea</country></place>';
const LISTED = '<modification modification-type="listed" effective-date="2016-05-18"/>';

/** A list of these targets; the programme stands before them, the place behind. */
export function listOf(targets: string, type = 'whole-list', date = '2026-08-27'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<swiss-sanctions-list list-type="${type}" date="${date}">
${PROGRAM}
${targets}
${PLACE}
</swiss-sanctions-list>
`;
}

/** A name of parts given as `type=value` or `type=value|variant:SCRIPT`. */
export function name(parts: readonly string[], type = 'primary-name', quality = 'good'): string {
  const made = parts.map((part, at) => {
    const [kind, said = ''] = part.split('=');
    const [value, ...variants] = said.split('|');
    const spelt = variants.map((variant) => {
      const [text, script = 'LATN'] = variant.split(':');
      return `<spelling-variant lang="rus" script="${script}">${text}</spelling-variant>`;
    });
    return `<name-part order="${at + 1}" name-part-type="${kind}"><value>${value}</value>${spelt.join('')}</name-part>`;
  });
  return `<name name-type="${type}" quality="${quality}">${made.join('')}</name>`;
}

/** A target; `inside` stands in its party, behind the identities. */
export function target(
  identities: string,
  { party = 'individual', inside = '', history = LISTED, sets = '11', ssid = '500' } = {},
): string {
  const ids = sets
    .split(' ')
    .filter(Boolean)
    .map((id) => `<sanctions-set-id>${id}</sanctions-set-id>`);
  return `<target ssid="${ssid}">${ids.join('')}<${party}>${identities}${inside}</${party.split(' ')[0]}>${history}</target>`;
}

export function identity(inside: string, main = true): string {
  return `<identity main="${main}">${inside}</identity>`;
}

export const DOE = identity(name(['family-name=Doe', 'given-name=Jan']));

export function readText(text: string, ...others: string[]): Promise<ListContent> {
  const files = [text, ...others].map((one, at) => listFile(`seco-${at}.xml`, one));
  return readWholeList(reader, reader.recognise(files));
}

/** What one target is read as. */
export async function mapped(one: string): Promise<{ entity: Entity; issues: ListContent['issues'] }> {
  const { entities, issues } = await readText(listOf(one));
  return { entity: entities[0]!, issues };
}
