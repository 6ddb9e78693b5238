/**
 * The table of measures: what a listing forbids. Its key is (source, programme, annex or directive, measure), all four
 * in the source's own words; a combination without a row has no verdict of its own and is reviewed by a person.
 */
import { CordonError, type DataTables, type Day, dataTable, isDay, readDataTable } from '../../base/index.js';
import { type Act, type Confidence, isRegime, type Regime, type Verdict } from '../../model/index.js';

/** The table of measures, under `data/`. */
export const MEASURES_TABLE = 'lists/measures.csv';

/**
 * What a listing forbids. `id` names the rule; `verdict` is for a confirmed hit and for `acts` only; `kind` is the
 * finding's measure (asset-freeze, debt, port-ban, …). `confidence` says how surely the verdict is known,
 * `citationConfidence` the citation. Both days are in force, null is open. `regime` is null only for a listing of a
 * source that the table does not know.
 */
export type Measure = {
  readonly id: string;
  readonly source: string;
  readonly regime: Regime | null;
  readonly verdict: Verdict;
  readonly kind: string;
  readonly acts: readonly Act[];
  readonly citation: string;
  readonly citationConfidence: Confidence;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly confidence: Confidence;
  readonly note: string | null;
};

/** A row of the table: a measure and the keys it answers for. */
export type MeasureRow = {
  readonly measure: Measure;
  readonly keys: readonly string[];
  readonly line: number;
};

/** Every act there is, in the order answers list them. */
export const ACTS: readonly Act[] = [
  'deal',
  'pay',
  'export',
  'import',
  'invest',
  'lend',
  'call-at-port',
  'carry',
  'insure',
];

const VERDICTS: readonly string[] = ['prohibited', 'restricted', 'review'];
const CONFIDENCES: readonly string[] = ['checked', 'memory', 'assumed'];
const COLUMNS = [
  'id',
  'source',
  'programme',
  'annex',
  'measure',
  'regime',
  'verdict',
  'kind',
  'acts',
  'law',
  'provision',
  'citation_confidence',
  'valid_from',
  'valid_until',
  'confidence',
  'note',
] as const;

/** The four parts of a key as one string; a null part is empty. */
export function keyOf(
  source: string,
  programme: string | null,
  annex: string | null,
  measure: string | null,
): string {
  return [source, programme ?? '', annex ?? '', measure ?? ''].join('\u0000');
}

/**
 * Reads the table. A cell of annexes or programmes may hold several joined by `;`: one rule, several exact keys.
 *
 * @throws CordonError `table-invalid` naming file, line and column: an unknown regime, verdict, act or confidence, a bad
 *   day, a repeated id, or two rows of one key whose days overlap
 */
export function readMeasures(tables: DataTables): readonly MeasureRow[] {
  const rows = readDataTable(dataTable(tables, MEASURES_TABLE), MEASURES_TABLE, COLUMNS);
  const measures = rows.map(({ line, cells }): MeasureRow => {
    const at = (column: string, value: string) => badCell(MEASURES_TABLE, line, column, value);
    if (cells.id === '') throw at('id', '');
    if (!isRegime(cells.regime)) throw at('regime', cells.regime);
    for (const column of ['valid_from', 'valid_until'] as const) {
      if (cells[column] !== '' && !isDay(cells[column])) throw at(column, cells[column]);
    }
    const measure: Measure = {
      id: cells.id,
      source: cells.source,
      regime: cells.regime,
      verdict: readWord(cells.verdict, VERDICTS, () => at('verdict', cells.verdict)) as Verdict,
      kind: cells.kind,
      acts: readActs(cells.acts, () => at('acts', cells.acts)),
      citation: citationOf(cells.law, cells.provision, cells.citation_confidence),
      citationConfidence: readWord(cells.citation_confidence, CONFIDENCES, () =>
        at('citation_confidence', cells.citation_confidence),
      ) as Confidence,
      validFrom: cells.valid_from || null,
      validUntil: cells.valid_until || null,
      confidence: readWord(cells.confidence, CONFIDENCES, () =>
        at('confidence', cells.confidence),
      ) as Confidence,
      note: cells.note || null,
    };
    const annexes = cells.annex.split(';');
    const keys = cells.programme
      .split(';')
      .flatMap((programme) => annexes.map((annex) => keyOf(cells.source, programme, annex, cells.measure)));
    return { measure, keys, line };
  });
  refuseRepeats(measures);
  return measures;
}

/** What a finding cites, and says openly where nobody has looked it up in the law. */
function citationOf(law: string, provision: string, confidence: string): string {
  const cited = provision === '' ? law : `${law}, ${provision}`;
  return confidence === 'checked' ? cited : `${cited} (citation from memory)`;
}

/** Acts joined by `;`, at least one. */
export function readActs(text: string, bad: () => CordonError): readonly Act[] {
  return text.split(';').map((act) => readWord(act, ACTS, bad) as Act);
}

/** The error of a bad cell: file, line, column, value. */
export function badCell(table: string, line: number, column: string, value: string): CordonError {
  return new CordonError('table-invalid', `data/${table}:${line}: column "${column}": got "${value}"`);
}

function readWord(text: string, words: readonly string[], bad: () => CordonError): string {
  if (!words.includes(text)) throw bad();
  return text;
}

function refuseRepeats(rows: readonly MeasureRow[]): void {
  const ids = new Set<string>();
  const byKey = new Map<string, Measure[]>();
  for (const { measure, keys, line } of rows) {
    if (ids.has(measure.id)) throw badCell(MEASURES_TABLE, line, 'id', measure.id);
    ids.add(measure.id);
    for (const key of keys) {
      const held = byKey.get(key) ?? [];
      if (held.some((other) => overlap(other, measure)))
        throw badCell(MEASURES_TABLE, line, 'valid_from', measure.validFrom ?? '');
      byKey.set(key, [...held, measure]);
    }
  }
}

function overlap(a: Measure, b: Measure): boolean {
  const starts = (m: Measure) => m.validFrom ?? '0000-01-01';
  const ends = (m: Measure) => m.validUntil ?? '9999-12-31';
  return starts(a) <= ends(b) && starts(b) <= ends(a);
}
