/** The labelled pairs of names (nomenklatura's name_bench), scored, and pairs of the same form that somebody made. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable, sha256 } from '../../src/base/index.js';
import { type NameKind, nameKindOf } from '../../src/names/index.js';
import { BENCHMARKS } from '../support/command.js';
import type { Scored } from './figures.js';

/** Scores two names of one kind. */
export type Score = (left: string, right: string, kind: NameKind) => number;

/** A labelled pair; `rival` is the score that logic-v2 gave it, null where none is stored. */
export type LabelledPair = Scored & {
  readonly schema: string;
  readonly group: string;
  readonly left: string;
  readonly right: string;
  readonly quality: string;
  readonly rival: number | null;
  readonly heldBack: boolean;
};

/** A pair of a generated file. */
export type GeneratedPair = Scored & { readonly kind: NameKind };

/** From where on two names match. */
export const THRESHOLD = 0.7;

const KINDS: readonly string[] = ['person', 'organization', 'vessel', 'any'] satisfies NameKind[];

/** The pairs with their scores. Throws when they are not there. */
export function labelledPairs(score: Score): LabelledPair[] {
  const path = join(BENCHMARKS, 'name-pairs.csv');
  if (!existsSync(path)) throw new Error(`${path} is not there: this bench needs the labelled pairs`);
  return readTable(readFileSync(path, 'utf8'), 'name-pairs.csv').rows.map(({ cells }) => {
    const { schema = '', name1: left = '', name2: right = '', quality = '', group = '' } = cells;
    return {
      schema,
      group,
      left,
      right,
      quality,
      same: cells.is_match === 'true',
      rival: cells.logic_v2_score ? Number(cells.logic_v2_score) : null,
      score: score(left, right, nameKindOf(schema)),
      heldBack: isHeldBack(left, right),
    };
  });
}

/** Whether a pair is one of the third that nobody looks at while working: by its hash, whatever the order. */
export function isHeldBack(left: string, right: string): boolean {
  return Number.parseInt(sha256([left, right].sort().join('\n')).slice(0, 8), 16) % 3 === 0;
}

/**
 * Pairs of a file with a line `same<TAB>kind<TAB>left<TAB>right` each: `same` is 1 or true, 0 or false; `kind` is a kind
 * of name (`person`, `organization`, `vessel`, `any`) or a schema. Lines that begin with `#`, and a first line of
 * headings, are passed over. Throws with the line of what cannot be read.
 */
export function readPairs(text: string, file: string, score: Score): GeneratedPair[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith('#') || (at === 0 && line.startsWith('same\t'))) return [];
    const [same = '', word = '', left, right] = line.replace(/\r$/, '').split('\t');
    const kind = KINDS.includes(word) ? (word as NameKind) : nameKindOf(word);
    if (!/^(1|0|true|false)$/.test(same) || left === undefined || right === undefined)
      throw new Error(`${file}:${at + 1}: expected same (1 or 0), kind, left, right with tabs between them`);
    return [{ same: same === '1' || same === 'true', kind, score: score(left, right, kind) }];
  });
}
