/**
 * Birth dates of the Australian list: a day of the spreadsheet, or what somebody typed: `a) 1976 b) 5 Feb. 1974`,
 * `1963 or 1964 or 1965`, `14 Mar 1974 >> 13 Apr 1974`, `Approximately 1955- 1958`, `24/06/1402 (Hijri Calendar)`.
 */
import { dateSpan, readDate, type VagueDate } from '../../base/index.js';

/** A date as read, null where it cannot be; `text` as it stands. */
export type AuDate = { readonly date: VagueDate | null; readonly text: string };

/** Between dates: a letter or number with a bracket, `;`, `>>`, `or`, a comma behind a year, a word for another date. */
const BETWEEN =
  /(?:^|[\s;,.]+|(?<=\d))\(?[a-z]\)\s*|\s*(?:;|>>|\n)\s*|,\s*(?=\d|[A-Z][a-z]{2,8}\.?\s+\d{4})(?<=\d{4},\s*)|\s+or\s+(?=.*\d{4})|\s+(?=a?lt\.? DOB)|(?<=\)|\/\d{4})\s+(?=\d{4}\b|\d{1,2}[ /])/i;

/** Characters of the longest cell that is taken apart. */
const LONGEST = 2_000;

/** Takes a cell apart. An empty cell and `na` hold no date. */
export function readBirthDates(cell: string): AuDate[] {
  if (cell.length > LONGEST) return [{ date: null, text: cell }];
  return cell
    .replace(/\s+/g, ' ')
    .split(BETWEEN)
    .map((part) => part.replace(/^(?:alt\.?\s*)?(?:DOB|born)\s*:?\s*/i, '').replace(/^[\s,;]+|[\s,;]+$/g, ''))
    .filter((part) => part !== '' && !/^(?:n\/?a|unknown|-)\.?$/i.test(part))
    .map((text) => ({ date: readOne(text), text }));
}

function readOne(text: string): VagueDate | null {
  // A year of another calendar must not be read as one of ours.
  if (/hijri|calend[ae]r|lunar|shamsi/i.test(text)) return null;
  const months = /^between ([a-z]+)\.? and ([a-z]+)\.? (\d{4})$/i.exec(text);
  const clean =
    months === null
      ? text
          .replace(/^\((.*)\)$/, '$1')
          .replace(/\(.*?(?:\)|$)/g, ' ')
          .replace(/(?<=[a-z])\.(?=\d)|(?<=\/)\s+/g, (sign) => (sign === '.' ? '. ' : ''))
          .replace(/^(\d{1,2})-([A-Z][a-z]{2})-([2-9]\d)$/, '$1 $2 19$3')
          .replace(/^(\d{1,2}\/\d{1,2}\/)([2-9]\d)$/, '$119$2')
          .replace(/[\s,.]*(?:\.\s*for this aka only)?$/i, '')
          .replace(/^(?:approximate|approx)\b\.?:?/i, 'approximately')
          .replace(/^between approximately/i, 'approximately between')
          .trim()
      : `${months[1]} ${months[3]} to ${months[2]} ${months[3]}`;
  const date = readDate(clean);
  return date !== null && dateSpan(date) !== null ? date : null;
}
