/**
 * FollowTheMoney topics → check and verdict, for customers' and third parties' datasets: a topic says that somebody is
 * a politician, wanted or listed, and only a Sanction entity beside it can give more than `review`.
 */
import { type DataTables, dataTable, readDataTable } from '../../base/index.js';
import type { CheckId, Confidence, Verdict } from '../../model/index.js';
import { badCell } from './table.js';

/** The table of topics, under `data/`. */
export const TOPICS_TABLE = 'lists/topics.csv';

/**
 * What a topic means. `verdict` is for a confirmed hit with a Sanction entity, `by-listing` where that entity's own key
 * decides; `withoutSanction` is for one without.
 */
export type TopicRule = {
  readonly topic: string;
  readonly check: CheckId;
  readonly verdict: Verdict | 'by-listing';
  readonly withoutSanction: Verdict;
  readonly confidence: Confidence;
  readonly note: string;
};

const COLUMNS = ['topic', 'check', 'verdict', 'without_sanction', 'confidence', 'note'] as const;
const CHECKS: readonly string[] = ['party', 'pep', 'interest'];
const VERDICTS: readonly string[] = ['prohibited', 'restricted', 'review', 'by-listing'];
const CONFIDENCES: readonly string[] = ['checked', 'memory', 'assumed'];

/**
 * Reads the table of topics; its row `other` answers for topics without a row.
 *
 * @throws CordonError `table-invalid` naming file, line and column
 */
export function readTopics(tables: DataTables): (topic: string) => TopicRule {
  const rows = readDataTable(dataTable(tables, TOPICS_TABLE), TOPICS_TABLE, COLUMNS);
  const rules = new Map<string, TopicRule>();
  for (const { line, cells } of rows) {
    if (!CHECKS.includes(cells.check)) throw badCell(TOPICS_TABLE, line, 'check', cells.check);
    if (!VERDICTS.includes(cells.verdict)) throw badCell(TOPICS_TABLE, line, 'verdict', cells.verdict);
    // Without a Sanction entity nothing is known but the word, so a person decides (regimes, section 2a).
    if (cells.without_sanction !== 'review')
      throw badCell(TOPICS_TABLE, line, 'without_sanction', cells.without_sanction);
    if (!CONFIDENCES.includes(cells.confidence))
      throw badCell(TOPICS_TABLE, line, 'confidence', cells.confidence);
    rules.set(cells.topic, {
      topic: cells.topic,
      check: cells.check as CheckId,
      verdict: cells.verdict as Verdict | 'by-listing',
      withoutSanction: cells.without_sanction,
      confidence: cells.confidence as Confidence,
      note: cells.note,
    });
  }
  const other = rules.get('other');
  if (other === undefined) throw badCell(TOPICS_TABLE, 1, 'topic', 'no row "other"');
  return (topic) => ruleOf(rules, topic) ?? other;
}

/** A sub-topic (`crime.fin`) without a row of its own takes its parent's. */
function ruleOf(rules: ReadonlyMap<string, TopicRule>, topic: string): TopicRule | null {
  for (let name = topic; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const rule = rules.get(name);
    if (rule !== undefined) return rule;
  }
  return null;
}
