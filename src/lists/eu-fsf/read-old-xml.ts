/** The EU list as XML 1.0 (`WHOLE/ENTITY`), which older copies come in: the facts of CSV 1.0, one element a field. */
import { issue } from '../../base/index.js';
import { singleSpaced } from '../../text/index.js';
import type { ListFile, ListSink } from '../reader.js';
import { readXml, type XmlElement } from '../reading/xml.js';
import { OLD_FIELDS, oldBlock } from './old-fields.js';
import { type BlockKind, type FsfRecord, RecordDraft } from './record.js';

/** The root of XML 1.0. */
export const WHOLE_ROOT = 'WHOLE';

const ELEMENTS: ReadonlyMap<string, BlockKind> = new Map(
  Object.entries<BlockKind>({
    NAME: 'nameAlias',
    ADDRESS: 'address',
    BIRTH: 'birthdate',
    PASSPORT: 'identification',
    CITIZEN: 'citizenship',
  }),
);

/**
 * Reads a file and hands over each entry as it ends.
 *
 * @returns the root's `Date`, null where it has none
 * @throws CordonError as `readXml`
 */
export async function readWhole(
  file: ListFile,
  onRecord: (record: FsfRecord) => void,
  sink: Pick<ListSink, 'issue'>,
): Promise<string | null> {
  let day: string | null = null;
  const told = new Set<string>();
  const unknown = (element: XmlElement, parent: XmlElement, draft: RecordDraft): void => {
    const text = singleSpaced(element.text);
    if (text !== '') draft.unknown.push(`${element.name}: ${text}`);
    const field = `${parent.name}/${element.name}`;
    if (told.has(field)) return;
    told.add(field);
    const at = { file: file.name, line: element.line, field };
    sink.issue(issue('unknown-element', at, 'not known; its text is kept in the notes, here and elsewhere'));
  };
  const onEntry = (entry: XmlElement): void => {
    const draft = new RecordDraft((entry.attributes.Id ?? '').trim(), entry.line);
    draft.subject = entry.attributes.Type ?? '';
    const remark = singleSpaced(entry.attributes.remark ?? '');
    if (remark !== '') draft.remarks.push(remark);
    const { legal_basis: numberTitle, reg_date: publicationDate, programme } = entry.attributes;
    const url = (entry.attributes.pdf_link ?? '').trim();
    draft.addRegulation(entry.line, { numberTitle, publicationDate, programme }, url);
    draft.cite(publicationDate);
    for (const element of entry.children) {
      const kind = ELEMENTS.get(element.name);
      if (kind === undefined) unknown(element, entry, draft);
      else addBlock(kind, element, draft, unknown);
    }
    onRecord(draft.finish());
  };
  const onRoot = ({ attributes }: XmlElement): void => {
    day = attributes.Date ?? null;
  };
  await readXml(file, { roots: [WHOLE_ROOT], entries: { ENTITY: onEntry }, onRoot }, sink);
  return day;
}

function addBlock(
  kind: BlockKind,
  element: XmlElement,
  draft: RecordDraft,
  unknown: (element: XmlElement, parent: XmlElement, draft: RecordDraft) => void,
): void {
  draft.cite(element.attributes.reg_date);
  const said: Record<string, string> = {};
  for (const child of element.children) {
    const name = child.name.toLowerCase();
    const field = Object.hasOwn(OLD_FIELDS[kind], name) ? OLD_FIELDS[kind][name] : undefined;
    if (field === undefined) unknown(child, element, draft);
    else said[field] = singleSpaced(child.text);
  }
  draft.blocks[kind].push(oldBlock(kind, element.line, said));
}
