/** Answers of a batch into a file: the customer's own columns with Cordon's beside them, or JSON lines. */
import { CordonError, csvLine } from '../base/index.js';
import type { WorldStatement } from '../model/index.js';
import { ANSWER_COLUMNS, CHANGE_COLUMNS } from '../wire/index.js';
import { dropFile, type OutputFile, openOutput } from './output-file.js';
import type { RowFile } from './rows.js';
import type { ScreenedRow } from './screen.js';

/** The world of a run, and in a delta the one it is held against: the first line of answers as JSON lines. */
export type AnswerWorlds = { readonly world: WorldStatement; readonly since?: WorldStatement };

/** Where answers go. Rows that could not be read go to `<path>.rejects.csv` with the reason. */
export type AnswerFile = { add(row: ScreenedRow): void; finish(): void; discard(): void };

/**
 * Opens an answer file, its form by the extension of `path`.
 *
 * @throws CordonError `usage` for an extension that is not written, `state-unwritable`
 */
export function openAnswers(path: string, file: RowFile, worlds: AnswerWorlds): AnswerFile {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (extension !== 'csv' && extension !== 'jsonl') {
    throw new CordonError('usage', `${path}: name a .csv or .jsonl file`);
  }
  const { since } = worlds;
  const headings = file.headings ?? ['input'];
  const main = openOutput(path);
  main.write(
    extension === 'csv'
      ? `${csvLine([...headings, ...ANSWER_COLUMNS, ...(since === undefined ? [] : CHANGE_COLUMNS)])}\n`
      : `${JSON.stringify(worlds)}\n`,
  );
  let rejects: OutputFile | null = null;
  return {
    add({ source, judged }) {
      if (judged.error === null) {
        const cells = headings.map((_, at) => source.cells[at] ?? '');
        main.write(extension === 'csv' ? `${csvLine([...cells, ...judged.cells])}\n` : `${judged.json}\n`);
        return;
      }
      if (rejects === null) {
        rejects = openOutput(rejectsOf(path));
        rejects.write(`${csvLine(['row', 'line', 'reason', ...headings])}\n`);
      }
      rejects.write(`${csvLine([String(judged.row), String(judged.line), judged.error, ...source.cells])}\n`);
    },
    finish() {
      // What an earlier run rejected is not what this one did.
      if (rejects === null) dropFile(rejectsOf(path));
      else rejects.finish();
      main.finish();
    },
    discard() {
      rejects?.discard();
      main.discard();
    },
  };
}

/** Where the rows go that could not be read. */
export function rejectsOf(path: string): string {
  return `${path}.rejects.csv`;
}
