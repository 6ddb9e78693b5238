/**
 * The `ids` of the screening list: numbers, but also gender, addresses on the net, directives and notes. The older files
 * write number, type (`7719265496, Tax ID No.`), the newer ones type, number, country (`Passport, U00242309, TR`).
 */
import { readDate } from '../../base/index.js';
import { isImo, isImoCompany, isLei, type PropertyBag } from '../../model/index.js';
import type { Countries } from '../wording/countries.js';
import { placeNumber } from '../wording/identity-numbers.js';
import type { RemarkRule, RemarkRules } from '../wording/us-remarks.js';
import type { IdParts } from './record.js';

/** What became of an id: `failed` where a number fails its check digit, `unplaced` where no rule knows its type. */
export type PlacedId = 'placed' | 'failed' | 'unplaced';

/** Properties that the model gives to people only. */
const PERSONAL: ReadonlySet<string> = new Set(['passportNumber', 'socialSecurityNumber']);

/** Adds an id to the properties of an entity of `schema`; what its number does not say is kept in the notes. */
export function addId(
  bag: PropertyBag,
  parts: IdParts,
  schema: string,
  rules: RemarkRules,
  countries: Countries,
): PlacedId {
  const { type, value, country, rule } = readParts(parts, schema, rules);
  const note = [type, value, country && `(${country})`].filter(Boolean).join(' ');
  if (rule === null || value === '') {
    bag.add('notes', parts.join(', '));
    return 'unplaced';
  }
  const { property } = rule;
  switch (rule.reading) {
    case 'date': {
      const date = readDate(value);
      bag.add(date === null ? 'notes' : property, date ?? note);
      return 'placed';
    }
    case 'country': {
      const code = codeOf(value, countries);
      bag.add(code === null ? 'notes' : property, code ?? note);
      return 'placed';
    }
    case 'gender':
      bag.add(
        /^(?:fe)?male$/i.test(value) ? 'gender' : 'notes',
        /^(?:fe)?male$/i.test(value) ? value.toLowerCase() : note,
      );
      return 'placed';
    case 'text':
    case 'contact':
      bag.add(property, value);
      return 'placed';
    case 'wallet':
      bag.add('notes', note);
      bag.add(property, value.split(' ').at(-1));
      return 'placed';
    case 'imo': {
      const digits = /\b\d{7}\b/.exec(value)?.[0];
      if (digits === undefined) bag.add('registrationNumber', value);
      else bag.add('imoNumber', digits);
      const check = schema === 'Vessel' ? isImo : isImoCompany;
      return digits !== undefined && !check(digits) ? 'failed' : 'placed';
    }
    case 'number':
    case 'lei':
      return addNumber(bag, { property, value, note, country }, rule, schema, countries);
    default:
      bag.add('notes', note);
      return 'placed';
  }
}

/** The directive that an id states: `Executive Order 13662 Directive Determination -, Subject to Directive 2`. */
export function directiveIn(parts: IdParts): string | null {
  return /\bSubject to (Directive \w+)/.exec(parts.join(' '))?.[1] ?? null;
}

function addNumber(
  bag: PropertyBag,
  { property, value, note, country }: { property: string; value: string; note: string; country: string },
  rule: RemarkRule,
  schema: string,
  countries: Countries,
): PlacedId {
  if (schema !== 'Person' && PERSONAL.has(property)) {
    bag.add('notes', note);
    return 'placed';
  }
  const code = country === '' ? null : codeOf(country, countries);
  if (rule.reading === 'lei') {
    bag.add(isLei(value) ? 'leiCode' : 'registrationNumber', value);
    return 'placed';
  }
  const placed = placeNumber(property, value, code === 'ru' ? 'yes' : code === null ? 'unknown' : 'no');
  bag.add(placed.property, placed.value);
  if (country !== '') bag.add('notes', note);
  return placed.failed ? 'failed' : 'placed';
}

/** Which of the parts is the type: the first or the last, whichever the table of remark pieces knows. */
function readParts(
  parts: IdParts,
  schema: string,
  rules: RemarkRules,
): { type: string; value: string; country: string; rule: RemarkRule | null } {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const [front, back] = [rules.ruleOf(first, schema), rules.ruleOf(last, schema)];
  const begins = (rule: RemarkRule | null, text: string) => rule !== null && rule.rest.length < text.length;
  const whole = (rule: RemarkRule | null) => rule?.rest === '';
  const old = parts.length > 1 && begins(back, last) && (whole(back) ? !whole(front) : !begins(front, first));
  if (old) {
    const values = parts.slice(0, -1);
    const country = values.length > 1 && /^[A-Z]{2}$/.test(values[0]!) ? values[0]! : '';
    return { type: last, value: (country === '' ? values : values.slice(1)).join(', '), country, rule: back };
  }
  const values = parts.slice(1);
  const country = values.length > 1 && /^[A-Z]{2}$/.test(values.at(-1)!) ? values.at(-1)! : '';
  const value = (country === '' ? values : values.slice(0, -1)).join(', ');
  return { type: first, value, country, rule: begins(front, first) ? front : null };
}

function codeOf(country: string, countries: Countries): string | null {
  return /^[A-Z]{2}$/.test(country) ? country.toLowerCase() : countries.codeOf(country) || null;
}
