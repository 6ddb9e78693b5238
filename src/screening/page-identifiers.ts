/** Identifiers a page writes out, "Kavya (IMO 9353113)": who bears one is found by it, whatever the name is. */
import type { NameSpan, Span } from '../documents/index.js';
import { type Identifier, readIdentifier } from '../model/index.js';

/** An identifier as the page has it: `span` from its label on, `name` the span right before it, if there is one. */
export type PageIdentifier = {
  readonly span: Span;
  readonly identifier: Identifier;
  readonly name: NameSpan | null;
};

const BETWEEN = String.raw`\s{0,2}(?:code|number|no\.?|№|#)?\s{0,2}[:=]?\s{0,2}`;
const LABELLED: readonly (readonly [property: string, pattern: RegExp])[] = [
  ['imoNumber', labelled('IMO|ИМО', String.raw`\d{7}`)],
  ['innCode', labelled('INN|ИНН', String.raw`\d{12}|\d{10}`)],
  ['ogrnCode', labelled('OGRN|OGRNIP|ОГРН|ОГРНИП', String.raw`\d{15}|\d{13}`)],
  ['leiCode', labelled('LEI', '[A-Z0-9]{18}[0-9]{2}')],
  ['swiftBic', labelled('SWIFT|BIC|SWIFT/BIC', '[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?')],
];
/** What may stand between a name and its identifier. */
const BEHIND = /^[”"»’']?\s{0,2}(?:[([,–—-]\s{0,2})?(?:with\s)?$/u;

/** Labelled identifiers whose check digits hold, in order of the kinds, then of the text. */
export function identifiersIn(text: string, spans: readonly NameSpan[]): PageIdentifier[] {
  const byEnd = new Map<number, NameSpan>();
  for (const span of spans) {
    const held = byEnd.get(span.end);
    if (held === undefined || (held.alternative && !span.alternative)) byEnd.set(span.end, span);
  }
  const found: PageIdentifier[] = [];
  for (const [property, pattern] of LABELLED) {
    for (const match of text.matchAll(pattern)) {
      const identifier = readIdentifier(property, match[1]!);
      if (identifier?.valid !== true) continue;
      const start = match.index;
      found.push({ span: { start, end: start + match[0].length }, identifier, name: nameBefore(start) });
    }
  }
  return found;

  function nameBefore(start: number): NameSpan | null {
    for (let end = start; end > 0 && start - end <= 10; end--) {
      const span = byEnd.get(end);
      if (span !== undefined) return BEHIND.test(text.slice(end, start)) ? span : null;
    }
    return null;
  }
}

function labelled(labels: string, value: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${labels})${BETWEEN}(${value})(?![\\p{L}\\p{N}])`, 'gu');
}
