/**
 * A record of the Canadian list as an entity. `Country` names the regulations, not a nationality. Items are renumbered
 * by amendments, so the id is made of regulations and name: a renumbering is then no removal and addition. The birth
 * date is no part of it, because it is often added later.
 */
import { type IssueCode, isDay, issue, sha256 } from '../../base/index.js';
import { type Entity, isImo, PropertyBag } from '../../model/index.js';
import { singleSpaced } from '../../text/index.js';
import type { ListSink } from '../reader.js';
import type { XmlElement } from '../reading/xml.js';
import { readBracketedName } from '../wording/bracketed-names.js';
import type { OrganisationSchema } from '../wording/organisation-schema.js';
import { readDays } from './dates.js';
import { bilingual, readAliases } from './names.js';

/** The source id of the list. */
export const CA_SEMA = 'ca-sema';

const FIELDS: readonly string[] = [
  'Country',
  'LastName',
  'GivenName',
  'EntityOrShip',
  'TitleOrShip',
  'ShipIMONumber',
  'DateOfBirthOrShipBuildDate',
  'Aliases',
  'Schedule',
  'Item',
  'DateOfListing',
];
/** Schema → what the date of birth or build is. */
const DAYS: Readonly<Record<string, string>> = {
  Person: 'birthDate',
  Vessel: 'buildDate',
  Organization: 'incorporationDate',
};

/** Opens a mapping of one file's records; issues go to `sink`. */
export function openRecordMapping(
  file: string,
  organisation: OrganisationSchema,
  sink: Pick<ListSink, 'issue'>,
): (record: XmlElement) => Entity {
  return (record) => new Mapping(record, file, organisation, sink).entity();
}

class Mapping {
  readonly #bag = new PropertyBag();
  readonly #record: XmlElement;
  readonly #file: string;
  readonly #organisation: OrganisationSchema;
  readonly #sink: Pick<ListSink, 'issue'>;

  constructor(
    record: XmlElement,
    file: string,
    organisation: OrganisationSchema,
    sink: Pick<ListSink, 'issue'>,
  ) {
    this.#record = record;
    this.#file = file;
    this.#organisation = organisation;
    this.#sink = sink;
  }

  entity(): Entity {
    const [last, given, other] = [this.#text('LastName'), this.#text('GivenName'), this.#raw('EntityOrShip')];
    const isPerson = last !== '' || given !== '';
    const isShip = !isPerson && this.#text('ShipIMONumber') !== '';
    const kind = isPerson ? 'Person' : isShip ? 'Vessel' : 'Organization';
    if (isPerson) this.#person(given, last);
    else this.#others(other);
    if (isPerson && other.trim() !== '') this.#bag.add('alias', singleSpaced(other));
    for (const alias of readAliases(this.#raw('Aliases'))) this.#alias(alias, kind);
    this.#dates(kind);
    this.#title(kind);
    if (isShip) this.#imo();
    this.#bag.add('topics', 'sanction');
    this.#unknown();
    if (!this.#bag.has('name')) this.#say('missing-name', this.#record, '', 'a record without a name');
    const properties = this.#bag.freeze();
    const regime = this.#regime();
    const named = [regime, kind, singleSpaced(isPerson ? `${last}, ${given}` : other).toLowerCase()].join(
      '|',
    );
    return {
      id: `${CA_SEMA}-${sha256(named).slice(0, 12)}`,
      caption: properties.name?.[0] ?? `${regime} ${this.#text('Item')}`,
      schema: kind === 'Organization' ? this.#organisation(properties) : kind,
      properties,
      datasets: [CA_SEMA],
      listings: [this.#listing(regime)],
    };
  }

  #listing(regime: string): Entity['listings'][number] {
    const schedule = this.#text('Schedule').replace(/,\s*/g, ', ');
    const item = this.#text('Item');
    const listed = this.#text('DateOfListing');
    if (!isDay(listed)) this.#say('bad-date', this.#child('DateOfListing'), listed, 'a day was expected');
    return {
      source: CA_SEMA,
      entry: [regime, schedule, item === '' ? '' : `item ${item}`].filter(Boolean).join(', '),
      programme: regime || null,
      // Tables of the project hold no commas.
      annex: schedule.replaceAll(',', '') || null,
      measure: null,
      act: null,
      start: isDay(listed) ? listed : null,
      end: null,
      reason: null,
      url: null,
    };
  }

  /** `Russia / Russie`: the English half; a name that is the same in both languages stands once. */
  #regime(): string {
    const text = this.#text('Country');
    if (text === '') this.#say('missing-field', this.#record, '', 'a record of no regulations');
    return text.split(/\s+\/\s+/)[0]!;
  }

  #person(given: string, last: string): void {
    // `DIKIY (DIKY)`: another spelling of the family name.
    const spelling = /^(.*?)\s*\(([^()]+)\)$/.exec(last);
    const family = spelling?.[1] || last;
    this.#bag.add('name', `${given} ${family}`);
    if (spelling !== null) this.#bag.add('alias', `${given} ${spelling[2]}`);
    this.#bag.add('firstName', given);
    this.#bag.add('lastName', family);
  }

  #others(text: string): void {
    for (const half of bilingual(text)) {
      const { name, aliases, former, acronyms } = readBracketedName(half);
      this.#bag.add('name', name);
      this.#bag.add('alias', ...aliases);
      this.#bag.add('previousName', ...former);
      this.#bag.add('weakAlias', ...acronyms);
    }
  }

  /** One word is no name of a person: as `Alexei` it would meet everybody so called. */
  #alias(text: string, kind: string): void {
    if (kind === 'Person') {
      this.#bag.add(/\S\s+\S/.test(text) ? 'alias' : 'weakAlias', text);
      return;
    }
    const { name, aliases, former, acronyms } = readBracketedName(text);
    this.#bag.add('alias', name, ...aliases);
    this.#bag.add('previousName', ...former);
    this.#bag.add('weakAlias', ...acronyms);
  }

  #dates(kind: string): void {
    const text = this.#text('DateOfBirthOrShipBuildDate');
    if (text === '') return;
    const dates = readDays(text);
    this.#bag.add(DAYS[kind]!, ...dates);
    if (dates.length > 0) return;
    const element = this.#child('DateOfBirthOrShipBuildDate');
    this.#bag.add('notes', `Date of birth or of building: ${text}`);
    this.#say('bad-date', element, text, 'no date that can be read; kept in the notes');
  }

  #title(kind: string): void {
    const titles = this.#text('TitleOrShip').split(/\s*\/\s*(?=\p{Ll})/u);
    this.#bag.add(kind === 'Person' ? 'title' : kind === 'Vessel' ? 'type' : 'notes', ...titles);
  }

  #imo(): void {
    const text = this.#text('ShipIMONumber').replace(/^IMO\s*/i, '');
    this.#bag.add('imoNumber', text);
    if (!isImo(text))
      this.#say(
        'bad-checksum',
        this.#child('ShipIMONumber'),
        text,
        'an IMO number that fails its check digit (kept)',
      );
  }

  #unknown(): void {
    for (const element of this.#record.children) {
      if (FIELDS.includes(element.name) && element.children.length === 0) continue;
      const text = singleSpaced([element.text, ...element.children.map((child) => child.text)].join(' '));
      this.#say('unknown-element', element, text, 'not known; its text was kept in the notes');
      if (text !== '') this.#bag.add('notes', `${element.name}: ${text}`);
    }
  }

  #child(name: string): XmlElement {
    return this.#record.children.find((child) => child.name === name) ?? this.#record;
  }

  #raw(name: string): string {
    return this.#record.children.find((child) => child.name === name)?.text ?? '';
  }

  #text(name: string): string {
    return singleSpaced(this.#raw(name));
  }

  #say(code: IssueCode, element: XmlElement, value: string, message: string): void {
    this.#sink.issue(
      issue(code, { file: this.#file, line: element.line, field: element.name, value }, message),
    );
  }
}
