/** `cordon read`: which listed parties a page or a text names. */
import { Buffer } from 'node:buffer';
import type { Command } from 'commander';
import type { PageReport } from '../app/index.js';
import { openWorld, read, readInput } from '../app/index.js';
import { CordonError, sha256 } from '../base/index.js';
import { closingText, judgementText } from './answer-text.js';
import { addJudgingOptions, type JudgingOptions, worldOptions } from './options.js';
import { checkOutputs, exitCode, keepRecord, needFile, warnOf } from './outcome.js';
import { out, warn } from './streams.js';
import { harmless, openPaint, type Paint, wrap } from './terminal.js';

/** Bytes over which a page is refused; `documents` says so too. */
export const LARGEST_PAGE = 20 * 1024 * 1024;

/** Adds the command. */
export function addRead(program: Command): void {
  addJudgingOptions(program.command('read <file>'))
    .description(
      'which listed parties does this page or text name (HTML or plain text; - reads standard input)',
    )
    .action(run);
}

async function run(path: string, options: JudgingOptions): Promise<void> {
  checkOutputs(path, options);
  if (/^[a-z]+:\/\//i.test(path)) {
    throw new CordonError('usage', `${path}: addresses are not fetched yet; save the page and name the file`);
  }
  if (options.record !== undefined) needFile(path);
  const bytes = await readInput(path, LARGEST_PAGE);
  const world = await openWorld(worldOptions(options));
  warnOf(world);
  const { report, warnings } = read(world, bytes, path);
  warn(...warnings.map((text) => `warning: ${text}`));
  keepRecord(
    options,
    { verb: 'read', subject: null, file: path },
    report,
    { pages: [report] },
    sha256(Buffer.from(bytes)),
  );
  if (options.json === true || options.jsonl === true) {
    await out(`${JSON.stringify(report, null, options.jsonl === true ? undefined : 2)}\n`);
  } else {
    const paint = openPaint(process.stdout, options.color ? null : false);
    await out(reportText(report, paint));
  }
  process.exitCode = exitCode(report.findings, world.complete);
}

function reportText(report: PageReport, paint: Paint): string {
  const { document, parties, listedParties, mentions, world } = report;
  const facts = [document.publisher, document.byline, document.published]
    .filter((fact) => fact !== null)
    .join(' · ');
  const head = [
    paint.bold(harmless(document.title ?? document.source)),
    facts === '' ? null : paint.faint(harmless(facts)),
  ];
  const found = parties.map((party) => {
    const own = mentions.filter((mention) => mention.party === party.id);
    const first = own[0];
    const role = party.roles.length === 0 ? '' : `, ${party.roles.join(', ')}`;
    const quote =
      first === undefined
        ? ''
        : paint.faint(wrap(`“${around(document.text, first.start, first.end)}”`, paint.width, '    '));
    const times = `${own.length} ${own.length === 1 ? 'mention' : 'mentions'}`;
    return `${paint.bold(harmless(party.name))}${harmless(role)} (${party.type}, ${times})\n${quote}\n${judgementText({ parties: listedParties, findings: party.findings, notes: [], discounted: [] }, world, paint)}`;
  });
  const count = `${parties.length} listed ${parties.length === 1 ? 'party' : 'parties'} may be named in ${document.text.length} characters; ${document.removed.length} pieces of page furniture left out.`;
  return `${head.filter((line) => line !== null).join('\n')}\n${count}\n\n${found.join('\n')}\n${closingText(world, paint)}`;
}

/** The words around a mention. */
function around(text: string, start: number, end: number): string {
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, start - 60)));
  const space = text.indexOf(' ', end + 60);
  const to = space < 0 ? text.length : space;
  return harmless(`${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`);
}
