/** `cordon screen`: a customer file, row by row. */
import type { Command } from 'commander';
import {
  type AnswerFile,
  hashInput,
  type OpenWorld,
  type OpenWorlds,
  openAnswers,
  openSince,
  openWorld,
  refuseOtherInput,
  type ScreenedRow,
  type Screening,
  screenFile,
} from '../app/index.js';
import { CordonError } from '../base/index.js';
import type { Judgement, Verdict } from '../model/index.js';
import { findingSubject, verdictWord } from '../report/index.js';
import { leadingFinding } from '../wire/index.js';
import { closingText } from './answer-text.js';
import { addJudgingOptions, type JudgingOptions, worldOptions } from './options.js';
import { checkOutputs, keepRecord, needFile, warnOf } from './outcome.js';
import { startProgress } from './progress.js';
import { changedPart, changeSentence, touchedTable } from './since-text.js';
import { endOnSignals, out, warn } from './streams.js';
import { openPaint, type Paint, table } from './terminal.js';

type ScreenFlags = JudgingOptions & {
  readonly map?: string[];
  readonly output?: string;
  readonly threads?: string;
  readonly since?: string;
};

/** What is counted while rows go by; `hits` is kept only where a table, a report or a record will show them. */
type Tally = {
  rows: number;
  touched: number;
  rejected: number;
  readonly verdicts: Map<Verdict, number>;
  readonly hits: {
    row: number;
    id: string | null;
    label: string;
    judgement: Judgement;
    before: Judgement | null;
  }[];
  readonly lines: string[];
  /** What stayed under the threshold: discounted for a fact that contradicts, or near it with `--near`. */
  readonly under: string[][];
};

/** Rows with findings shown in a terminal; a file shows all of them. */
const MOST_SHOWN = 200;

/** Adds the command. */
export function addScreen(program: Command): void {
  addJudgingOptions(program.command('screen <file>'))
    .description('screen a customer file: CSV, TSV or JSON lines, one subject a row (- reads standard input)')
    .option('--map <field=column...>', 'which column means what, e.g. name=Kunde')
    .option('-o, --output <file>', 'write answers to a .csv or .jsonl file; a summary goes to the terminal')
    .option(
      '--since <base>',
      'only rows that a change of the lists touches: since a version (hash), a day, or an earlier run (its record or .jsonl answers)',
    )
    .option('--threads <count>', 'worker threads (default: one per core)')
    .action(run);
}

async function run(path: string, options: ScreenFlags): Promise<void> {
  if (options.record !== undefined) needFile(path);
  checkOutputs(path, options);
  endOnSignals();
  const asked = worldOptions(options);
  const world = await openWorld(asked);
  warnOf(world);
  const map = mapOf(options.map ?? []);
  const worlds = options.since === undefined ? null : await openSince(world, asked, options.since);
  if (worlds?.run != null) await refuseOtherInput(worlds.run, path, map);
  const head =
    worlds === null ? { world: world.statement } : { world: world.statement, since: worlds.before.statement };
  const keeps = options.record !== undefined || options.html !== undefined;
  const streams = options.jsonl === true && options.output === undefined;
  const json =
    streams ||
    options.json === true ||
    options.record !== undefined ||
    /\.jsonl$/i.test(options.output ?? '');
  const hash = options.record === undefined ? undefined : await hashInput(path);
  const screening = await screenFile(worlds ?? world, path, {
    map,
    json,
    judgement: true,
    ...threadsOf(options),
  });
  warnOfColumns(screening, path);
  const answers = options.output === undefined ? null : openAnswers(options.output, screening.file, head);
  const tally: Tally = {
    rows: 0,
    touched: 0,
    rejected: 0,
    verdicts: new Map(),
    hits: [],
    lines: [],
    under: [],
  };
  const keepLines = options.record !== undefined || (options.json === true && options.output === undefined);
  if (streams) await out(`${JSON.stringify(head)}\n`);
  let broken: unknown = null;
  try {
    await takeRows(screening, {
      tally,
      answers,
      streams,
      keepLines,
      keepAll: keeps,
      quiet: options.quiet === true,
    });
  } catch (cause) {
    // What stands before the place where a file breaks off was judged, and is written.
    if (!(cause instanceof CordonError) || cause.code !== 'input-unreadable' || tally.rows === 0) {
      answers?.discard();
      throw cause;
    }
    broken = cause;
  }
  answers?.finish();
  warn(...screening.file.warnings.map((text) => `warning: ${text}`));
  const { rows, rejected, hits } = tally;
  // A file that broke off has no whole answer that could be proven.
  if (keeps && broken === null) {
    const answer = { ...head, rows: tally.lines.map((line) => JSON.parse(line) as unknown) };
    keepRecord(
      options,
      { verb: 'screen', subject: { map }, file: path },
      answer,
      {
        files: [
          {
            name: path,
            rows,
            rejected,
            since: worlds === null ? null : changeSentence(worlds),
            hits: hits.map(reported),
          },
        ],
      },
      hash,
    );
  }
  if (options.json === true && options.output === undefined) {
    await out(
      `${JSON.stringify({ ...head, rows: tally.lines.map((line) => JSON.parse(line) as unknown) }, null, 2)}\n`,
    );
  } else if (!streams)
    await out(
      summary(
        tally,
        worlds ?? world,
        openPaint(process.stdout, options.color ? null : false),
        answers !== null,
      ),
    );
  if (broken !== null) throw broken;
  process.exitCode = [...tally.verdicts.keys()].some((verdict) => verdict !== 'clear')
    ? 3
    : world.complete && rejected === 0
      ? 0
      : 4;
}

async function takeRows(
  screening: Screening,
  to: {
    tally: Tally;
    answers: AnswerFile | null;
    streams: boolean;
    keepLines: boolean;
    keepAll: boolean;
    quiet: boolean;
  },
): Promise<void> {
  const { file } = screening;
  const bar = startProgress(file.bytes ?? 0, file.bytes === null ? 'rows' : 'bytes', to.quiet);
  let seen = 0;
  try {
    for await (const row of screening.rows) {
      count(row, to);
      if (row.judged.touched) to.answers?.add(row);
      if (to.streams && row.judged.touched) await out(`${row.judged.json}\n`);
      seen += 1;
      if (seen % 256 === 0)
        bar.update(file.bytes === null ? seen : file.read(), `${to.tally.hits.length} to look at`);
    }
  } finally {
    bar.end();
  }
}

function count({ judged }: ScreenedRow, to: { tally: Tally; keepLines: boolean; keepAll: boolean }): void {
  const { tally } = to;
  tally.rows += 1;
  if (!judged.touched) return;
  if (judged.error !== null) tally.rejected += 1;
  else tally.touched += 1;
  if (judged.verdict !== null)
    tally.verdicts.set(judged.verdict, (tally.verdicts.get(judged.verdict) ?? 0) + 1);
  if (to.keepLines) tally.lines.push(judged.json);
  const { judgement, before, row, id, label } = judged;
  if (judgement !== null && tally.under.length < MOST_SHOWN)
    tally.under.push(...underThreshold(row, label, judgement));
  const shown = judged.verdict !== null || before !== null;
  if (judgement !== null && (to.keepAll || (shown && tally.hits.length < MOST_SHOWN))) {
    tally.hits.push({ row, id, label, judgement, before });
  }
}

function summary(tally: Tally, world: OpenWorld | OpenWorlds, paint: Paint, written: boolean): string {
  if ('changed' in world) return sinceSummary(tally, world, paint, written);
  const counts = [...tally.verdicts].map(([verdict, number]) => `${number} ${verdictWord(verdict)}`);
  const total = [...tally.verdicts.values()].reduce((sum, number) => sum + number, 0);
  const head = `${tally.rows} ${tally.rows === 1 ? 'row' : 'rows'}: ${counts.length === 0 ? 'none with a finding' : counts.join(', ')}; ${tally.rows - total - tally.rejected} without a match; ${tally.rejected} could not be read.`;
  const under = written ? '' : underTable(tally.under, paint);
  if (written || tally.hits.length === 0) return `${under}${head}\n${closingText(world.statement, paint)}`;
  const rows = tally.hits.flatMap(({ row, id, label, judgement }) => {
    const leading = leadingFinding(judgement.findings);
    if (leading === null) return [];
    const { finding: top, ifSame, regimes } = leading;
    return [
      [
        String(row),
        id ?? '',
        label,
        verdictWord(top.verdict),
        ifSame === null ? '' : verdictWord(ifSame),
        regimes.join(' '),
        top.score?.toFixed(2) ?? '',
        findingSubject(top),
        top.strength ?? '',
      ],
    ];
  });
  const shown =
    total > rows.length ? `Shown are the first ${rows.length} of ${total}; -o FILE.csv writes all.\n` : '';
  return `${table(['row', 'id', 'subject', 'verdict', 'if same', 'regimes', 'score', 'listed as', 'rests on'], rows, paint.width, { right: [0, 6] })}\n\n${under}${head}\n${shown}${closingText(world.statement, paint)}`;
}

/** Per listed entry what stayed under the threshold: a discounted hit with its fact, a near miss with its sentence. */
function underThreshold(row: number, label: string, { discounted, notes }: Judgement): string[][] {
  const near = notes.filter(({ score }) => score !== null);
  const cells = [
    ...discounted.map((one) => ({ ...one, what: 'discounted', why: one.facts.join('; ') })),
    ...near.map((one) => ({ ...one, what: 'note', why: one.text })),
  ].map(({ score, evidence, what, why }) => {
    const listing = evidence.find((piece) => piece.kind === 'listing');
    return [String(row), label, what, score?.toFixed(2) ?? '', listing?.caption ?? '', why];
  });
  return [...new Map(cells.map((line) => [line.join('\0'), line])).values()];
}

function underTable(rows: readonly (readonly string[])[], paint: Paint): string {
  if (rows.length === 0) return '';
  const head = ['row', 'subject', 'not counted', 'score', 'listed as', 'why'];
  return `${paint.faint(table(head, rows.slice(0, MOST_SHOWN), paint.width, { right: [0, 3] }))}\n\n`;
}

/** What a change of the lists changes for the file; rows that it does not touch are counted and not shown. */
function sinceSummary(tally: Tally, worlds: OpenWorlds, paint: Paint, written: boolean): string {
  const touched = tally.hits.flatMap((hit) => (hit.before === null ? [] : [{ ...hit, before: hit.before }]));
  const shown = written ? '' : touchedTable(touched, paint);
  const rows = `${tally.rows} ${tally.rows === 1 ? 'row' : 'rows'}: ${tally.touched} touched by the change, the others answered as before; ${tally.rejected} could not be read.`;
  const cut =
    tally.touched > touched.length ? `Shown are the first ${touched.length}; -o FILE.csv writes all.\n` : '';
  return `${shown}${changeSentence(worlds)}\n${rows}\n${cut}${closingText(worlds.now.statement, paint)}`;
}

/** What a report shows of a row: in a delta what changed, else the whole answer. */
function reported(hit: Tally['hits'][number]) {
  return hit.before === null ? hit : { ...hit, judgement: changedPart({ ...hit, before: hit.before }) };
}

function warnOfColumns({ file }: Screening, path: string): void {
  if (file.map === null) return;
  const { columns, unused } = file.map;
  const read = Object.entries(columns).map(
    ([field, places]) => `${field}=${places.map((at) => file.headings![at]).join('+')}`,
  );
  warn(
    `${path === '-' ? 'standard input' : path}: read as ${read.join(', ')}${unused.length === 0 ? '' : `; not used: ${unused.join(', ')}`}`,
  );
}

function mapOf(pairs: readonly string[]): Record<string, string> {
  const entries = pairs
    .flatMap((pair) => pair.split(','))
    .map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new CordonError('usage', `--map: expected field=COLUMN, got "${pair}"`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    });
  return Object.fromEntries(entries) as Record<string, string>;
}

function threadsOf(options: ScreenFlags): { threads?: number } {
  if (options.threads === undefined) return {};
  if (!/^[1-9]\d?$/.test(options.threads))
    throw new CordonError('usage', `--threads: expected 1 to 99, got "${options.threads}"`);
  return { threads: Number(options.threads) };
}
