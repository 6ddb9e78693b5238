/** A name into typed parts: the way in for people, organisations, vessels, and names of which nobody says what they are. */
import type { DataTables } from '../base/index.js';
import { openRomaniser, openSimplify, type Simplify, tokenise } from '../text/index.js';
import { type Joining, joinCompounds, joinServants } from './arabic.js';
import { openCompounds } from './compound.js';
import { type Equivalents, openEquivalents } from './equivalents.js';
import { type Frequencies, openFrequencies } from './frequency.js';
import { letterRuns } from './letters.js';
import { type LegalForm, openLexicon } from './lexicon.js';
import { type NameReader, openNameReader } from './name-readings.js';
import { typeOrganisation } from './organisation.js';
import { merge } from './organisation-pieces.js';
import { typePerson } from './person.js';
import { openPieceMaker, type Piece } from './piece.js';
import { NO_READINGS } from './reading.js';
import type { NameKind, NamePart, ParsedName } from './types.js';

/** The room's tools, opened once; keep one and use it for all names, it remembers the words it has seen. */
export type Names = {
  /** Reads a name into its parts. Any text gives an answer, the empty one no parts. Never throws on content. */
  readonly parse: (text: string, kind: NameKind) => ParsedName;
  /** −ln of the share of names that bear a form (`a-z0-9`), in nats; 12 for one never seen. */
  readonly rarity: (form: string) => number;
  /** Given names that stand for each other. */
  readonly equivalents: Equivalents;
  /** The family of a legal form's id (gmbh → llc, ojsc → jsc); the id itself when it is not known. */
  readonly legalFamily: (id: string) => string;
  /** What is known of a legal form's id: its family, the classes of legal person it may be, its countries. */
  readonly legalForm: (id: string) => LegalForm;
};

/** Longest name read, in UTF-16 units; what stands behind it is no name any more. */
const LONGEST = 12_000;

/**
 * Opens the tables `NAMES_TABLES` (and those of text) for reading names.
 *
 * @throws CordonError `table-invalid` when a table is missing or malformed, at once or when first needed
 */
export function openNames(tables: DataTables): Names {
  const lexicon = openLexicon(tables);
  const frequencies = openFrequencies(tables);
  const simplify = openSimplify(tables);
  const readNames = openNameReader(tables, frequencies, simplify);
  const compounds = openCompounds(tables);
  const joining: Joining = { compounds, lexicon, frequencies };
  const makePieces = openPieceMaker(openRomaniser(tables), frequencies, lexicon, compounds);
  const parse = (text: string, kind: NameKind): ParsedName => {
    const name = text.length > LONGEST ? text.slice(0, LONGEST) : text;
    const tokens = tokenise(name);
    const pieces: Piece[] = [];
    const starts: number[] = [];
    for (const token of tokens) {
      starts.push(pieces.length);
      makePieces(token, name, pieces);
    }
    starts.push(pieces.length);
    const read = kind === 'person' ? null : joinLetters(name, tokens, pieces, starts, frequencies);
    if (read !== null) {
      if (kind !== 'vessel') joinServants(name, read, joining);
      const organisation = typeOrganisation(name, read, kind, lexicon, frequencies);
      if (kind !== 'any' || organisation.business)
        return toName(text, kind, organisation.pieces, null, simplify);
    }
    joinCompounds(name, pieces, joining);
    typePerson(name, pieces, lexicon, frequencies);
    return toName(text, kind, pieces, readNames(name, pieces), simplify);
  };
  return {
    parse,
    rarity: (form) => frequencies(form).rarity,
    equivalents: openEquivalents(tables, compounds),
    legalFamily: (id) => lexicon.legalForm(id).family,
    legalForm: lexicon.legalForm,
  };
}

/** The kind of thing that bears the names of an entity with this FollowTheMoney schema; `any` for all it does not tell. */
export function nameKindOf(schema: string): NameKind {
  switch (schema) {
    case 'Person':
      return 'person';
    case 'Company':
    case 'Organization':
    case 'PublicBody':
      return 'organization';
    case 'Vessel':
    case 'Airplane':
      return 'vessel';
    default:
      return 'any';
  }
}

/** Pieces with runs of single letters made one; copies, so that the name can still be read as a person's. */
function joinLetters(
  name: string,
  tokens: ReturnType<typeof tokenise>,
  pieces: readonly Piece[],
  starts: readonly number[],
  frequencies: Frequencies,
): Piece[] {
  const joined: Piece[] = [];
  let at = 0;
  for (const { from, to } of letterRuns(name, tokens)) {
    const first = starts[from] as number;
    const end = starts[to] as number;
    for (; at < first; at += 1) joined.push({ ...(pieces[at] as Piece) });
    joined.push(merge(name, pieces, first, end, frequencies));
    at = end;
  }
  for (; at < pieces.length; at += 1) joined.push({ ...(pieces[at] as Piece) });
  return joined;
}

/** @param readings by piece, null for the name of an organisation or a vessel, which has none */
function toName(
  text: string,
  kind: NameKind,
  pieces: readonly Piece[],
  readings: ReturnType<NameReader> | null,
  simplify: Simplify,
): ParsedName {
  const parts: NamePart[] = [];
  let latin = '';
  pieces.forEach(({ text: written, form, key, native, type, rarity, script, start, end }, at) => {
    const read = readings?.[at] ?? NO_READINGS;
    const own = script === 'Han' ? simplify(native) : native;
    parts.push({ text: written, form, key, native: own, type, rarity, script, readings: read, start, end });
    latin += latin === '' ? form : ` ${form}`;
  });
  return { text, kind, latin, parts };
}
