/** How two parties compare, as people read it in a terminal: the parts of their names in columns, then every fact. */
import type { CompareAnswer } from '../app/index.js';
import type { MatchPart } from '../model/index.js';
import { harmless, type Paint, table, wrap } from './terminal.js';

const INDENT = '    ';
/** Columns before the words of a feature: the figure and the feature's name. */
const BEFORE_DETAIL = 28;

/** The answer of `compare` for two names. */
export function comparisonText(
  answer: CompareAnswer,
  names: readonly [string, string],
  threshold: number,
  paint: Paint,
): string {
  const { score, match, explanation, parts, features } = answer;
  const verdict = match ? 'match' : 'no match';
  const head = `${paint.bold(`${verdict}, score ${score.toFixed(4)}`)}${paint.faint(` (a match from ${threshold})`)}`;
  const lines = [
    ...names.map((name) => wrap(harmless(name), paint.width, '')),
    '',
    head,
    wrap(harmless(explanation), paint.width, INDENT),
    '',
    ...partsTable(parts, paint.width, ['left', 'right']),
    ...(parts.length === 0 ? [] : ['']),
    ...features.map((feature) => featureLine(feature, paint.width)),
  ];
  return `${lines.join('\n')}\n`;
}

/** The parts of two names as they were paired, one pair a line; `–` where a side lacks it. */
export function partsTable(
  parts: readonly MatchPart[],
  width: number,
  sides: readonly [string, string],
): string[] {
  if (parts.length === 0) return [];
  const rows = parts.map(({ left, right, type, weight, similarity }) => [
    left ?? '–',
    right ?? '–',
    type,
    left === null || right === null ? '' : similarity.toFixed(2),
    weight.toFixed(2),
  ]);
  const text = table([...sides, 'type', 'alike', 'weight'], rows, width - INDENT.length, { right: [3, 4] });
  return text.split('\n').map((line) => `${INDENT}${line}`);
}

/** What one feature says: its figure in log-odds, its name, the facts, in columns. */
export function featureLine(
  {
    name,
    contribution,
    detail,
  }: { readonly name: string; readonly contribution: number; readonly detail: string },
  width: number,
): string {
  const before = `${INDENT}${signed(contribution).padStart(6)}  ${name}`.padEnd(BEFORE_DETAIL);
  const words = wrap(harmless(detail), width, ' '.repeat(BEFORE_DETAIL + 1));
  return `${before} ${words.trimStart()}`.trimEnd();
}

function signed(value: number): string {
  return `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`;
}
