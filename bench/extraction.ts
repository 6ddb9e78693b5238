/**
 * Claim: our reading of article pages is closer to what people marked as the article than plain Readability's.
 *
 * Corpus: the half of scrapinghub's article-extraction-benchmark under ../shared/data/reading (90 pages). Method: the
 * benchmark's own (evaluate.py): multiset overlap of 4-word shingles per page, precision and recall averaged over
 * pages, F1 of the averages. Its truth leaves out headlines and captions, so ours are left out by the kind of block; what
 * Readability gives is taken whole. The two take turns in going first.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { DOCUMENT_TABLES, openDocuments } from '../src/documents/index.js';

const CORPUS = fileURLToPath(new URL('../../shared/data/reading/article-extraction/', import.meta.url));
const DATA = fileURLToPath(new URL('../data/', import.meta.url));
const WORD = /[\p{L}\p{N}\p{M}_]+/gu;
const SHINGLE = 4;

type Truth = Record<string, { articleBody: string; url: string }>;
type Overlap = { precision: number; recall: number };

/** Prints precision, recall, F1 and milliseconds a page for both. */
export async function run(): Promise<void> {
  if (!existsSync(CORPUS)) {
    console.log('extraction: the corpus is not beside this checkout; nothing measured');
    return;
  }
  const truth = JSON.parse(readFileSync(`${CORPUS}ground-truth.json`, 'utf8')) as Truth;
  const documents = openDocuments(
    new Map(DOCUMENT_TABLES.map((path) => [path, readFileSync(DATA + path, 'utf8')])),
  );
  const readers: Record<string, (bytes: Uint8Array, url: string) => string> = {
    cordon: (bytes, url) => ourBody(documents, bytes, url),
    Readability: (bytes) => readability(new TextDecoder().decode(bytes)),
  };
  const tallies = Object.keys(readers).map((name) => ({ name, precision: 0, recall: 0, ms: 0 }));
  const files = readdirSync(`${CORPUS}html`).sort();
  for (const file of files) {
    const bytes = gunzipSync(readFileSync(`${CORPUS}html/${file}`));
    const { articleBody, url } = truth[file.replace('.html.gz', '')]!;
    tallies.reverse();
    for (const tally of tallies) {
      const start = performance.now();
      const text = readers[tally.name]!(bytes, url);
      tally.ms += performance.now() - start;
      const found = overlap(articleBody, text);
      tally.precision += found.precision;
      tally.recall += found.recall;
    }
  }
  for (const tally of tallies.sort((a, b) => (a.name < b.name ? 1 : -1))) {
    const precision = tally.precision / files.length;
    const recall = tally.recall / files.length;
    const figures = [precision, recall, f1({ precision, recall })]
      .map((value) => value.toFixed(4))
      .join('  ');
    const ms = (tally.ms / files.length).toFixed(1);
    console.log(`${tally.name.padEnd(12)} precision, recall, F1: ${figures}   ${ms} ms a page`);
  }
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
