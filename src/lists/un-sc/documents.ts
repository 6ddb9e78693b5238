/**
 * Identity documents of the UN list. The number's field often says more than the number (`Libyan passport No. 513519`,
 * `R00012098, South Sudan`), and the type stands in one of two fields, in several languages.
 */
import type { Countries } from '../wording/countries.js';

/** A document: the property its number belongs to, null where no number can be seen; `note` all that was said of it. */
export type UnDocumentFacts = {
  readonly property: string;
  readonly number: string | null;
  readonly note: string;
};

/** The fields of an `INDIVIDUAL_DOCUMENT`, blanks made single, '' where absent. */
export type DocumentFields = Readonly<
  Record<'type' | 'type2' | 'number' | 'country' | 'countryOfIssue' | 'city' | 'date' | 'note', string>
>;

/** First row whose words occur in what a document calls itself; the rest are identity numbers. */
const KINDS: readonly { readonly words: RegExp; readonly property: string }[] = [
  { words: /social security|\bssn\b/i, property: 'socialSecurityNumber' },
  { words: /fiscal code|tax/i, property: 'taxNumber' },
  { words: /pass[ae]?port|pasaporte|travel document|laissez/i, property: 'passportNumber' },
];
/** Words after which a number begins; the last of them in the text counts. */
const LABEL =
  /^(.*(?:\b(?:number|numéro|número|no|ssn|passport|permit|code|document)\b|\bcard\b(?! of))[.:]*\s*:?)\s*(.+)$/iu;

/** The longest text a number is looked for in. */
const LONGEST_NUMBER = 500;

/** Reads one document. */
export function readDocument(fields: DocumentFields, countries: Countries): UnDocumentFacts {
  const stated = [fields.number, /\d{3}/.test(fields.type2) ? fields.type2 : '', beforeDetails(fields.note)];
  const text = (stated.find((candidate) => /\d/.test(candidate)) ?? '').slice(0, LONGEST_NUMBER);
  const { number, label } = numberIn(text, countries);
  const named = [fields.type2, label, fields.number === '' ? fields.note : ''].join(' ');
  const type =
    KINDS.find(({ words }) => words.test(named)) ?? KINDS.find(({ words }) => words.test(fields.type));
  return { property: type?.property ?? 'idNumber', number, note: noteOf(fields) };
}

/** A note says number and details in one breath: `Tunisian passport number L 191609 issued on 28 Feb. 1996`. */
function beforeDetails(note: string): string {
  return note.split(/,|\b(?:issued|under|expire[sd]?|in the name|name in)\b/i)[0]?.trim() ?? '';
}

function numberIn(text: string, countries: Countries): { number: string | null; label: string } {
  const bare = text.replace(/\s*\([^()]*\)\s*$/, '').replace(/,\s*\D+$/, '');
  const labelled = LABEL.exec(bare);
  const label = labelled?.[1] ?? '';
  // A Russian passport is a series and a number: `passport number 8208 No. 555627`.
  const series = label.match(/\d\S*/g) ?? [];
  let rest = (labelled?.[2] ?? bare).replace(/^\([^()]*\)\s*/, '').replace(/^n[o°º]\.?\s*(?=\d)/i, '');
  const place = /^(\p{L}{4,}(?: \p{L}+)*?) (?=\p{Lu}{0,3}[ /]?\d)/u.exec(rest);
  if (place?.[1] !== undefined && countries.codeOf(place[1]) !== null) rest = rest.slice(place[0].length);
  const number = [...series, rest].join(' ').replace(/-\s+/g, '-').trim();
  return { number: /\d/.test(number) ? number : null, label };
}

function noteOf(fields: DocumentFields): string {
  const { type, type2, number, country, countryOfIssue, city, date, note } = fields;
  const issuedIn = [city, countryOfIssue === country ? '' : countryOfIssue].filter(Boolean).join(', ');
  const issued = date === '' && issuedIn === '' ? '' : ['issued', date, issuedIn && `in ${issuedIn}`];
  const head = [[type2 || type, number].filter(Boolean).join(' '), country];
  return [...head, Array.isArray(issued) ? issued.filter(Boolean).join(' ') : '', note]
    .filter(Boolean)
    .join(', ');
}
