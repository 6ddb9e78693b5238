/** What an OFAC XML file says of itself at its top: its day, and the schema it was written by. */
import { type Day, isDay, issue } from '../../base/index.js';
import type { ListSink } from '../reader.js';
import type { XmlElement } from '../reading/xml.js';

/** The day a file gives, null with an issue where it gives none. */
export function publishedDay(
  day: string | null,
  at: { readonly file: string; readonly line: number; readonly field: string; readonly value: string },
  sink: Pick<ListSink, 'issue'>,
): Day | null {
  if (day !== null && isDay(day)) return day;
  sink.issue(issue('missing-field', at, 'the list does not say of which day it is'));
  return null;
}

/**
 * Whether the root was written by a schema that the reader was written for; another is read as the newest known one,
 * with an issue.
 */
export function checkSchema(
  root: XmlElement,
  file: string,
  known: { readonly namespaces: readonly string[]; readonly versions: readonly string[] },
  sink: Pick<ListSink, 'issue'>,
): void {
  const { xmlns = '', Version: version = '' } = root.attributes;
  const tell = (field: string, value: string, expected: readonly string[]): void => {
    const what = `the reader knows ${expected.join(', ')}; read as such`;
    sink.issue(issue('unknown-version', { file, line: root.line, field, value }, what));
  };
  if (xmlns !== '' && !known.namespaces.includes(xmlns)) tell('xmlns', xmlns, known.namespaces);
  if (version !== '' && !known.versions.includes(version)) tell('Version', version, known.versions);
}
