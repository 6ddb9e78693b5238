/**
 * Claim: our reading of article pages is closer to what people marked as the article than plain Readability's.
 *
 * Corpus: the half of scrapinghub's article-extraction-benchmark under ../shared/data/reading (90 pages). Method: the
 * benchmark's own (evaluate.py): multiset overlap of 4-word shingles per page, precision and recall averaged over
 * pages, F1 of the averages. Both read the same pages in alternating order.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { DOCUMENT_TABLES, openDocuments } from '../src/documents/index.js';

const CORPUS = fileURLToPath(new URL('../../shared/data/reading/article-extraction/', import.meta.url));
const DATA = fileURLToPath(new URL('../data/', import.meta.url));
const WORD = /[\p{L}\p{N}\p{M}_]+/gu;
const SHINGLE = 4;

type Tally = { precision: number; recall: number; ms: number };
type Overlap = { precision: number; recall: number };

/** Prints precision, recall, F1 and milliseconds a page for both. `WORST=n` in the environment lists our n worst pages. */
export async function run(): Promise<void> {
  const truth = JSON.parse(readFileSync(`${CORPUS}ground-truth.json`, 'utf8')) as Record<
    string,
    { articleBody: string; url: string }
  >;
  const documents = openDocuments(
    new Map(DOCUMENT_TABLES.map((path) => [path, readFileSync(DATA + path, 'utf8')])),
  );
  const ours: Tally = { precision: 0, recall: 0, ms: 0 };
  const plain: Tally = { precision: 0, recall: 0, ms: 0 };
  const worst: string[] = [];
  const files = readdirSync(`${CORPUS}html`).sort();
  for (const file of files) {
    const bytes = gunzipSync(readFileSync(`${CORPUS}html/${file}`));
    const id = file.replace('.html.gz', '');
    const { articleBody, url } = truth[id]!;
    const mine = timed(ours, () => ourBody(documents, bytes, url));
    const theirs = timed(plain, () => readability(bytes.toString('utf8')));
    const own = add(ours, overlap(articleBody, mine));
    const other = add(plain, overlap(articleBody, theirs));
    worst.push(`${f1(own).toFixed(3)} (Readability ${f1(other).toFixed(3)}) ${id} ${url}`);
  }
  for (const [name, tally] of [
    ['cordon', ours],
    ['Readability', plain],
  ] as const) {
    const precision = tally.precision / files.length;
    const recall = tally.recall / files.length;
    const figures = [precision, recall, f1({ precision, recall })]
      .map((value) => value.toFixed(4))
      .join('  ');
    console.log(
      `${name.padEnd(12)} precision, recall, F1: ${figures}   ${(tally.ms / files.length).toFixed(1)} ms a page`,
    );
  }
  const count = Number(process.env['WORST'] ?? 0);
  for (const line of worst.sort().slice(0, count)) console.log(line);
}

function ourBody(documents: ReturnType<typeof openDocuments>, bytes: Uint8Array, source: string): string {
  const { document } = documents.readDocument(bytes, { source, type: 'html' });
  // The benchmark's truth leaves out the headline and the captions of pictures.
  const headless = document.title === null ? document.blocks : document.blocks.slice(1);
  const body = headless.filter((block) => block.kind !== 'caption');
  return body.map((block) => document.text.slice(block.start, block.end)).join('\n');
}

const load = createRequire(import.meta.url);

function readability(html: string): string {
  const { parseHTML } = load('linkedom');
  const { Readability } = load('@mozilla/readability');
  return new Readability(parseHTML(html).document).parse()?.textContent ?? '';
}

function timed(tally: Tally, work: () => string): string {
  const start = performance.now();
  const text = work();
  tally.ms += performance.now() - start;
  return text;
}

function add(tally: Tally, found: Overlap): Overlap {
  tally.precision += found.precision;
  tally.recall += found.recall;
  return found;
}

function f1({ precision, recall }: Overlap): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function overlap(truth: string, prediction: string): Overlap {
  const wanted = shingles(truth);
  const got = shingles(prediction);
  let both = 0;
  for (const [shingle, count] of wanted) both += Math.min(count, got.get(shingle) ?? 0);
  const extra = total(got) - both;
  const lost = total(wanted) - both;
  if (extra === 0 && lost === 0) return { precision: 1, recall: 1 };
  return { precision: both === 0 ? 0 : both / (both + extra), recall: both === 0 ? 0 : both / (both + lost) };
}

function shingles(text: string): Map<string, number> {
  const words = text.match(WORD) ?? [];
  const found = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - SHINGLE + 1); at += 1) {
    const shingle = words.slice(at, at + SHINGLE).join(' ');
    found.set(shingle, (found.get(shingle) ?? 0) + 1);
  }
  return found;
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
