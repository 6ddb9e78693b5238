/**
 * What people decided about entries that are, or are not, one party: `same-party.csv` of the state folder, a row a pair.
 * A row that cannot be used is an issue with its line; the others hold.
 */
import { type Issue, isDay, issue, readTable } from '../../base/index.js';
import type { PartyDecision } from '../../model/index.js';

const COLUMNS = ['left', 'right', 'decision', 'reason', 'by', 'on'] as const;

/**
 * Reads the file's text.
 *
 * @param file what issues call it
 * @returns the rows in their order; of two on one pair that disagree, `different` is kept, and said
 */
export function readDecisions(text: string, file: string): { decisions: PartyDecision[]; issues: Issue[] } {
  const table = readTable(text, file);
  const issues = [...table.issues];
  const missing = COLUMNS.filter((column) => !table.headings.includes(column));
  if (missing.length > 0 && text.trim() !== '') {
    const expected = `columns are ${COLUMNS.join(', ')}; no row was used`;
    return {
      decisions: [],
      issues: [...issues, issue('bad-record', { file, line: 1, field: missing[0]! }, expected)],
    };
  }
  const byPair = new Map<string, PartyDecision>();
  for (const { line, cells } of table.rows) {
    const [left = '', right = '', decision = '', reason = '', by = '', on = ''] = COLUMNS.map(
      (column) => cells[column] ?? '',
    );
    const bad = (field: string, value: string, expected: string) =>
      issues.push(issue('bad-record', { file, line, field, value }, `${expected}; the row was not used`));
    if (!isKey(left)) bad('left', left, 'expected an entry as list/entity');
    else if (!isKey(right) || right === left) bad('right', right, 'expected another entry as list/entity');
    else if (decision !== 'same' && decision !== 'different')
      bad('decision', decision, 'expected same or different');
    else if (reason === '') bad('reason', reason, 'expected the reason, in words');
    else if (by === '') bad('by', by, 'expected who decided');
    else if (!isDay(on)) bad('on', on, 'expected a day as YYYY-MM-DD');
    else {
      const pair = [left, right].sort().join(' ');
      const held = byPair.get(pair);
      if (held !== undefined && held.decision !== decision)
        issues.push(
          issue(
            'bad-record',
            { file, line, field: 'decision', value: decision },
            'another row says otherwise of this pair: different holds',
          ),
        );
      if (held?.decision !== 'different') byPair.set(pair, { left, right, decision, reason, by, on });
    }
  }
  return { decisions: [...byPair.values()], issues };
}

function isKey(text: string): boolean {
  return /^[^/\s]+\/\S/.test(text);
}
