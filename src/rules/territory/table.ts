/**
 * The three tables behind the territory check: rules (whose law says what about a territory), places (how people write
 * what lies there) and the words beside a place that make it a street or a house.
 */
import { CordonError, type DataTables, type Day, dataTable, isDay, readDataTable } from '../../base/index.js';
import { type Act, type Confidence, isRegime, type Regime, type Verdict } from '../../model/index.js';
import { type Place, PlaceIndex } from './place-index.js';

/** A row of `territories.csv`: what one regime says about one territory; both days in force, null is open. */
export type TerritoryRule = {
  readonly id: string;
  readonly regime: Regime;
  readonly territory: string;
  readonly verdict: Verdict;
  readonly measure: string;
  readonly acts: readonly Act[];
  readonly citation: string;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly confidence: Confidence;
  readonly note: string | null;
};

/** The opened tables. `places()` builds the index of spellings when the first place is asked for, and keeps it. */
export type Territories = {
  readonly rules: readonly TerritoryRule[];
  readonly places: () => PlaceIndex;
};

/** The tables `openTerritories` needs, as paths under `data/`. */
export const TERRITORY_TABLES: readonly string[] = [
  'rules/territories.csv',
  'rules/places.csv',
  'rules/place-words.csv',
];

const RULE_COLUMNS = [
  'id',
  'regime',
  'territory',
  'verdict',
  'measure',
  'acts',
  'citation',
  'valid_from',
  'valid_until',
  'confidence',
  'note',
] as const;
const PLACE_COLUMNS = [
  'id',
  'territory',
  'kind',
  'standing',
  'shared',
  'needs_country',
  'doubt_with',
  'codes',
  'names',
  'source',
] as const;
const WORD_COLUMNS = ['id', 'role', 'words', 'source'] as const;
const VERDICTS = new Set(['prohibited', 'restricted', 'review']);
const CONFIDENCES = new Set(['checked', 'memory', 'assumed']);

/**
 * Opens the tables of the territory check.
 *
 * @throws CordonError `table-invalid` naming file, line and column: a bad table is a defect, never bad input
 */
export function openTerritories(tables: DataTables): Territories {
  const [rulePath, placePath, wordPath] = TERRITORY_TABLES as [string, string, string];
  const rules = readDataTable(dataTable(tables, rulePath), rulePath, RULE_COLUMNS).map(({ line, cells }) => {
    const bad = (column: string) =>
      new CordonError('table-invalid', `${rulePath}:${line}: column "${column}"`);
    if (!isRegime(cells.regime)) throw bad('regime');
    if (!VERDICTS.has(cells.verdict)) throw bad('verdict');
    if (!CONFIDENCES.has(cells.confidence)) throw bad('confidence');
    if (cells.valid_from !== '' && !isDay(cells.valid_from)) throw bad('valid_from');
    if (cells.valid_until !== '' && !isDay(cells.valid_until)) throw bad('valid_until');
    return {
      id: cells.id,
      regime: cells.regime,
      territory: cells.territory,
      verdict: cells.verdict as Verdict,
      measure: cells.measure,
      acts: cells.acts.split('|') as Act[],
      citation: cells.citation,
      validFrom: cells.valid_from || null,
      validUntil: cells.valid_until || null,
      confidence: cells.confidence as Confidence,
      note: cells.note || null,
    };
  });
  const placeText = dataTable(tables, placePath);
  const wordText = dataTable(tables, wordPath);
  let built: PlaceIndex | null = null;
  const places = () => {
    built ??= new PlaceIndex(readPlaces(placeText, placePath), readWords(wordText, wordPath));
    return built;
  };
  return { rules, places };
}

function readPlaces(text: string, path: string): Place[] {
  return readPlain(text, path, PLACE_COLUMNS).map((cells) => ({
    id: cells[0]!,
    territory: cells[1] || null,
    kind: cells[2]!,
    standing: cells[3]!,
    shared: cells[4]!,
    needs: listOf(cells[5]!),
    doubtWith: listOf(cells[6]!),
    codes: listOf(cells[7]!),
    names: listOf(cells[8]!),
  }));
}

function readWords(text: string, path: string): { role: string; words: readonly string[] }[] {
  return readPlain(text, path, WORD_COLUMNS).map((cells) => ({ role: cells[1]!, words: listOf(cells[2]!) }));
}

/** A CSV file without quotes, so that two thousand names cost a split and no parser. */
function readPlain(text: string, path: string, columns: readonly string[]): string[][] {
  const [head, ...lines] = text.trimEnd().split('\n');
  if (head !== columns.join(','))
    throw new CordonError('table-invalid', `${path}: columns are not ${columns}`);
  return lines.map((line, at) => {
    const cells = line.split(',');
    if (cells.length === columns.length && !line.includes('"')) return cells;
    throw new CordonError(
      'table-invalid',
      `${path}:${at + 2}: expected ${columns.length} cells without quotes`,
    );
  });
}

function listOf(cell: string): string[] {
  return cell === '' ? [] : cell.split('|');
}
