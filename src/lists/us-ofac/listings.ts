/**
 * OFAC programmes and directives → listings: one per programme, and one per directive that the remarks name. On the SDN
 * list a directive stands beside the blocking; on the non-SDN list it is all there is for its programme.
 */
import { readDate, type VagueDate } from '../../base/index.js';
import type { Listing } from '../../model/index.js';
import type { ProgrammeTerms } from './record.js';

/** How directives stand to their programme: `besides` its own listing (SDN) or `instead` of it (non-SDN). */
export type DirectiveMode = 'besides' | 'instead';

type Terms = { listed: VagueDate | null; effective: VagueDate | null; reasons: string[] };

/** How every piece begins that a pattern below could fit: one in fifty does. */
const TELLING = /^(?:Executive Order|(?:Listing|Effective) Date|CAATSA|IFCA|PEESA) /i;
const DETERMINATION = /^Executive Order (\d+) Directive \w+\s*[-:]?\s*Subject to (Directive \w+)/;
const DIRECTIVE_DAY = /^(Listing|Effective) Date \(EO (\d+) (Directive \w+)\)(?:: ?(.*))?$/;
const PROGRAMME_DAY = /^(Listing|Effective) Date \((\w+)\) ?(.*)$/;
/** Menus of measures: the words of the piece → what the programme's tag holds. */
const MENUS: readonly (readonly [RegExp, string])[] = [
  [/^CAATSA Section 235/, 'CAATSA - RUSSIA'],
  [/^IFCA /, 'IFCA'],
  [/^PEESA /, 'PEESA'],
];

/**
 * @param tags the programmes of the entry, in their order
 * @param pieces the pieces of its remarks
 * @param known what the format says of a programme itself
 * @returns listings in the order of the tags; `start` is the effective day where the remarks state one, else the listing
 *   day, else the day the format knows, else null; `reason` the words of the remarks that belong to that programme or directive
 */
export function toListings(
  at: { source: string; entry: string; url: string },
  tags: readonly string[],
  pieces: readonly string[],
  mode: DirectiveMode,
  known: ReadonlyMap<string, ProgrammeTerms>,
): Listing[] {
  const telling = pieces.filter((piece) => TELLING.test(piece));
  return tags.flatMap((programme) => {
    const own = newTerms();
    const directives = new Map<string, Terms>();
    for (const piece of telling) readPiece(piece, programme, own, directives);
    const rows = [...directives].sort(([a], [b]) => (a < b ? -1 : 1));
    const said = known.get(programme);
    const listings = rows.map(([annex, terms]) => toListing(at, programme, annex, terms, said));
    const alone = mode === 'besides' || rows.length === 0;
    return alone ? [toListing(at, programme, null, own, said), ...listings] : listings;
  });
}

/** The programmes of a cell: `IRGC] [IFSR] [IRAN-HR`. */
export function splitProgrammes(cell: string): string[] {
  return [...new Set(cell.split('] [').map((tag) => tag.replace(/^\[|\]$/g, '').trim()))].filter(
    (tag) => tag !== '',
  );
}

function readPiece(piece: string, programme: string, own: Terms, directives: Map<string, Terms>): void {
  const order = /EO(\d+)$/.exec(programme)?.[1] ?? null;
  const determination = DETERMINATION.exec(piece);
  if (determination !== null) {
    if (determination[1] === order) termsOf(directives, determination[2]!).reasons.push(piece);
    return;
  }
  const day = DIRECTIVE_DAY.exec(piece);
  if (day !== null) {
    if (day[2] === order) setDay(termsOf(directives, day[3]!), day[1]!, day[4] ?? '', piece);
    return;
  }
  const programmeDay = PROGRAMME_DAY.exec(piece);
  if (programmeDay !== null) {
    if (programme.startsWith(programmeDay[2]!)) setDay(own, programmeDay[1]!, programmeDay[3]!, piece);
    return;
  }
  const menu = MENUS.find(([pattern]) => pattern.test(piece))?.[1];
  const information = /^Executive Order (\d+) information:/i.exec(piece)?.[1];
  if (menu !== undefined ? programme.startsWith(menu) : information !== undefined && information === order)
    own.reasons.push(piece);
}

function setDay(terms: Terms, kind: string, text: string, piece: string): void {
  const date = readDate(text);
  if (kind === 'Effective') terms.effective = date;
  else terms.listed = date;
  terms.reasons.push(piece);
}

function termsOf(directives: Map<string, Terms>, annex: string): Terms {
  const held = directives.get(annex) ?? newTerms();
  directives.set(annex, held);
  return held;
}

function newTerms(): Terms {
  return { listed: null, effective: null, reasons: [] };
}

function toListing(
  at: { source: string; entry: string; url: string },
  programme: string,
  annex: string | null,
  terms: Terms,
  known: ProgrammeTerms | undefined,
): Listing {
  return {
    source: at.source,
    entry: at.entry,
    programme,
    annex,
    measure: null,
    act: known?.act ?? null,
    start: terms.effective ?? terms.listed ?? known?.start ?? null,
    end: known?.end ?? null,
    reason: terms.reasons.length === 0 ? null : terms.reasons.join('; '),
    url: at.url,
  };
}
