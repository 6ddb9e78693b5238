/** A customer file through the real command, answer by answer, with the listed parties that its names met. */
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cordon } from '../support/command.js';

/** A listed entry met by a name: `left` is the name asked for, `right` the listed one (null where no name matched). */
export type Hit = {
  readonly list: string;
  readonly entity: string;
  readonly score: number;
  readonly left: string | null;
  readonly right: string | null;
};

/** A row of the file: its own id and name, and its hits, the best first. */
export type Answer = { readonly id: string; readonly label: string; readonly hits: readonly Hit[] };

type Evidence = {
  kind: string;
  list?: string;
  entity?: string;
  feature?: string;
  left?: string | null;
  right?: string | null;
};
type Said = { check: string; score: number | null; evidence: readonly Evidence[] };
type Row = {
  id: string | null;
  subject?: { label: string };
  findings: readonly Said[];
  notes: readonly Said[];
};

/**
 * Screens a file at 0.7 and gives every row. A hit is a finding of the check `party`, or a note about somebody who was
 * listed before; territories are no matter of names. Throws what the command says when it fails.
 */
export async function* screened(
  home: string,
  file: string,
  more: readonly string[] = [],
): AsyncGenerator<Answer> {
  const output = join(home, 'answers.jsonl');
  const ran = spawnSync(process.execPath, [
    cordon,
    'screen',
    file,
    ...['-o', output, '--home', home, '--threshold', '0.7', '--quiet', ...more],
  ]);
  // 3 says that something was found, 4 that a list is missing: both are answers.
  if (![0, 3, 4].includes(ran.status ?? 1)) throw new Error(ran.stderr.toString());
  for await (const line of createInterface({ input: createReadStream(output) })) {
    const row = JSON.parse(line) as Row;
    if (row.subject === undefined) continue;
    yield {
      id: row.id ?? '',
      label: row.subject.label,
      hits: [...row.findings, ...row.notes].flatMap(hitsOf).sort((a, b) => b.score - a.score),
    };
  }
}

function hitsOf({ check, score, evidence }: Said): Hit[] {
  if (check !== 'party' || score === null) return [];
  const name = evidence.find(({ feature }) => feature === 'name' || feature === 'weak-alias');
  return evidence
    .filter(({ kind }) => kind === 'listing')
    .map(({ list = '', entity = '' }) => ({
      list,
      entity,
      score,
      left: name?.left ?? null,
      right: name?.right ?? null,
    }));
}
