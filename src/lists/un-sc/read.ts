/** The UN consolidated list as XML (`CONSOLIDATED_LIST`): which elements are entries, and the day the root says. */

import type { ListFile, ListSink } from '../reader.js';
import { hasRoot, readXml, type XmlElement } from '../reading/xml.js';

const ROOT = 'CONSOLIDATED_LIST';

/** Whether a file begins as a UN list: its root, or a document type that names the root. */
export function isUnList(file: ListFile): boolean {
  return hasRoot(file, [ROOT]);
}

/**
 * Reads a file and hands over each entry as it ends, in the file's order.
 *
 * @returns the root's `dateGenerated`, null where it has none
 * @throws CordonError as `readXml`
 */
export async function readUnList(
  file: ListFile,
  onEntry: (entry: XmlElement) => void,
  sink: Pick<ListSink, 'issue'>,
): Promise<string | null> {
  let dateGenerated: string | null = null;
  const entries = { 'INDIVIDUALS/INDIVIDUAL': onEntry, 'ENTITIES/ENTITY': onEntry };
  const onRoot = ({ attributes }: XmlElement): void => {
    dateGenerated = attributes.dateGenerated ?? null;
  };
  await readXml(file, { roots: [ROOT], entries, onRoot }, sink);
  return dateGenerated;
}
