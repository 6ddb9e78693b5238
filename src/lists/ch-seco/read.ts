/**
 * SECO's sanctions list as XML. Targets point at sanctions sets and places that may stand behind them, so a file is read
 * twice: first what is pointed at, then the targets, one at a time.
 */
import { CordonError, type Day, isDay, issue } from '../../base/index.js';
import type { ListFile, ListSink } from '../reader.js';
import {
  childOf,
  childrenOf,
  childText,
  hasRoot,
  headAttribute,
  readXml,
  type XmlElement,
} from '../reading/xml.js';

/** A sanctions set: the programme's key, its name (the ordinance) and the set's own words, English where there is any. */
export type SanctionsSet = {
  readonly programme: string | null;
  readonly ordinance: string | null;
  readonly set: string;
};

/** A place that addresses and births point at; the parts are '' where absent, `country` an ISO code or ''. */
export type Place = {
  readonly location: string;
  readonly area: string;
  readonly country: string;
  readonly countryName: string;
};

/** What targets point at, by ssid. */
export type Pointed = {
  readonly sets: ReadonlyMap<string, SanctionsSet>;
  readonly places: ReadonlyMap<string, Place>;
};

const ROOT = 'swiss-sanctions-list';
/** The only type that holds everybody; an amendment holds what one change touched. */
const WHOLE = 'whole-list';
/** Languages of names and sets, the one to show first. */
const LANGUAGES = ['eng', 'ger', 'fre', 'ita'];

/** Whether a file begins as one of SECO's. */
export function isSecoList(file: ListFile): boolean {
  return hasRoot(file, [ROOT]);
}

/**
 * The files that hold the whole list; each other one becomes an issue.
 *
 * @throws CordonError `list-unreadable` where none does: a change or a test taken for the list would remove everybody else
 */
export function wholeLists(files: readonly ListFile[], sink: Pick<ListSink, 'issue'>): readonly ListFile[] {
  const typed = files.map((file) => ({ file, type: headAttribute(file, 'list-type') ?? WHOLE }));
  const whole = typed.filter(({ type }) => type === WHOLE).map(({ file }) => file);
  for (const { file, type } of typed) {
    if (type === WHOLE) continue;
    const what = `list-type is "${type}", not "${WHOLE}": it does not hold the whole list`;
    if (whole.length === 0)
      throw new CordonError(
        'list-unreadable',
        `${file.name}:1: ${what}; take the whole list ("Gesamtliste")`,
      );
    sink.issue(
      issue('ignored-file', { file: file.name, field: 'list-type', value: type }, `${what}; not read`),
    );
  }
  return whole;
}

/**
 * Reads what targets point at. Targets are cut out before the XML is parsed, as they are nearly all of the file; what is
 * wrong with the file is told, with its line, when the targets are read.
 */
export async function readPointed(file: ListFile): Promise<Pointed> {
  const sets = new Map<string, SanctionsSet>();
  const places = new Map<string, Place>();
  const entries = {
    'sanctions-program': (element: XmlElement) => addSets(element, sets),
    place: (element: XmlElement) => places.set(element.attributes.ssid ?? '', placeOf(element)),
  };
  const cut: ListFile = { ...file, chunks: () => withoutTargets(file) };
  try {
    await readXml(cut, { roots: [ROOT], entries, passed: ['target'] }, { issue: () => undefined });
  } catch (error) {
    if (!(error instanceof CordonError)) throw error;
  }
  return { sets, places };
}

/**
 * Hands over each target as it ends.
 *
 * @returns the day the root says, null where it says none
 * @throws CordonError as `readXml`
 */
export async function readTargets(
  file: ListFile,
  onTarget: (target: XmlElement) => void,
  sink: Pick<ListSink, 'issue'>,
): Promise<Day | null> {
  let date = '';
  const onRoot = ({ attributes }: XmlElement): void => {
    date = attributes.date ?? '';
  };
  const passed = ['sanctions-program', 'place'];
  await readXml(file, { roots: [ROOT], entries: { target: onTarget }, passed, onRoot }, sink);
  if (isDay(date)) return date;
  const at = { file: file.name, line: 1, field: 'date', value: date };
  sink.issue(issue('missing-field', at, 'the list does not say of which day it is'));
  return null;
}

function addSets(program: XmlElement, sets: Map<string, SanctionsSet>): void {
  const named = childrenOf(program, 'sanctions-set');
  for (const ssid of new Set(named.map(({ attributes }) => attributes.ssid ?? ''))) {
    const set = inEnglish(named.filter(({ attributes }) => attributes.ssid === ssid)) ?? '';
    sets.set(ssid, {
      programme: inEnglish(childrenOf(program, 'program-key')),
      ordinance: inEnglish(childrenOf(program, 'program-name')),
      set,
    });
  }
}

function inEnglish(elements: readonly XmlElement[]): string | null {
  const rank = ({ attributes }: XmlElement) => {
    const at = LANGUAGES.indexOf(attributes.lang ?? '');
    return at === -1 ? LANGUAGES.length : at;
  };
  const [best] = elements.toSorted((a, b) => rank(a) - rank(b));
  return best?.text.replace(/\s+/g, ' ').trim() || null;
}

function placeOf(place: XmlElement): Place {
  return {
    location: childText(place, 'location'),
    area: childText(place, 'area'),
    country: childOf(place, 'country')?.attributes['iso-code'] ?? '',
    countryName: childText(place, 'country'),
  };
}

const OPENING = Buffer.from('<target ');
const CLOSING = Buffer.from('</target>');

/** A file's bytes without its targets; text inside a target holds no `<`, so its end tag is the first one. */
async function* withoutTargets(file: ListFile): AsyncGenerator<Uint8Array> {
  let held: Buffer = Buffer.alloc(0);
  let inside = false;
  for await (const chunk of file.chunks()) {
    let rest =
      held.length === 0
        ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
        : Buffer.concat([held, chunk]);
    for (;;) {
      const mark = inside ? CLOSING : OPENING;
      const at = rest.indexOf(mark);
      if (at === -1) break;
      if (!inside) yield rest.subarray(0, at);
      rest = rest.subarray(at + mark.length);
      inside = !inside;
    }
    // A mark may be cut by the end of the chunk.
    const keep = Math.min(rest.length, (inside ? CLOSING : OPENING).length - 1);
    if (!inside) yield rest.subarray(0, rest.length - keep);
    held = Buffer.from(rest.subarray(rest.length - keep));
  }
  if (!inside) yield held;
}
