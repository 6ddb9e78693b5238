/** The reading room with the real tables, and short ways to ask it. */
import { readFileSync } from 'node:fs';
import { DOCUMENT_TABLES, type Document, type NameSpan, openDocuments } from '../../src/documents/index.js';

const DATA = new URL('../../data/', import.meta.url);

export const tables = new Map(
  DOCUMENT_TABLES.map((path) => [path, readFileSync(new URL(path, DATA), 'utf8')]),
);
export const documents = openDocuments(tables);

/** A document from a string or bytes. */
export function read(content: string | Uint8Array, source = 'page.html'): Document {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return documents.readDocument(bytes, { source }).document;
}

/** Its blocks as text, the title aside. */
export function paragraphs(document: Document): string[] {
  const all = document.blocks.map((block) => document.text.slice(block.start, block.end));
  return document.title === null ? all : all.slice(1);
}

/** A page of an article around its body. */
export function page(body: string, head = ''): string {
  return `<!doctype html><html><head><title>A ship is sold</title>${head}</head><body><article><h1>A ship is sold</h1>
    <p>The ship Nowhere Star has a new owner, the harbour master of Sampleton said, and it will sail again in the spring.</p>
    ${body}
    <p>Nobody at the harbour knows yet what it will carry, or to whom, but the cranes have been oiled and the crew is hired.</p>
    </article></body></html>`;
}

/** Sentences of a text, as text. */
export function sentencesOf(text: string): string[] {
  const document = plain(text);
  return documents.sentences(document).map(({ start, end }) => document.text.slice(start, end));
}

/** Name spans of one sentence or more, of which the first is a paragraph. */
export function namesIn(text: string): readonly NameSpan[] {
  return documents.nameSpans(plain(text));
}

/** The likeliest names: no alternatives, none that only a sentence's beginning capitalised. */
export function namesOf(text: string): string[] {
  return namesIn(text)
    .filter((span) => !span.alternative && !span.weak)
    .map((span) => span.text);
}

/** A document of one paragraph a line, without furniture being looked for. */
function plain(text: string): Document {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: 'paragraph' as const,
    start: line.index,
    end: line.index + line[0].length,
  }));
  const language = read(text, 'text.txt').language;
  return {
    source: 'text.txt',
    hash: '',
    title: null,
    byline: null,
    publisher: null,
    published: null,
    language,
    text,
    blocks,
    removed: [],
  };
}
