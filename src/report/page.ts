/** A page with its parties marked where they were read; hovering or focusing a mark shows the evidence. */
import { SEVERITY } from '../model/index.js';
import { escapeHtml } from './escape.js';
import { evidenceHtml } from './findings.js';
import type { ReportPage } from './input.js';
import { verdictLine, verdictWord } from './words.js';

/** Blocks are divisions, never paragraphs: the evidence inside a mark holds lists, which a paragraph may not. */
const CLASSES: Readonly<Record<string, string>> = {
  heading: 'heading',
  quote: 'quote',
  'list-item': 'item',
  caption: 'caption',
  'table-row': 'row',
};

/** Marks of one party that carry its evidence; a page that names somebody ten thousand times must stay a page. */
const MOST_CARDS = 100;

/** The article as HTML, block by block, mentions of parties with findings marked. */
export function pageHtml({ document, mentions, parties }: ReportPage): string {
  const byId = new Map(
    parties.filter((party) => party.findings.length > 0).map((party) => [party.id, party]),
  );
  const marks = mentions
    .flatMap((mention) => {
      const party = mention.party === null ? undefined : byId.get(mention.party);
      return party === undefined ? [] : [{ start: mention.start, end: mention.end, party }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const cards = new Map(
    [...byId.values()].map((party) => [party, { html: cardHtml(party), left: MOST_CARDS }]),
  );
  const markHtml = (words: string, party: Party): string => {
    const card = cards.get(party)!;
    card.left -= 1;
    const { verdict } = strictestOf(party);
    return card.left >= 0
      ? `<mark class="${verdict}" tabindex="0">${escapeHtml(words)}${card.html}</mark>`
      : `<mark class="${verdict}">${escapeHtml(words)}</mark>`;
  };
  const blocks = document.blocks.map((block) => {
    const role = block.kind === 'heading' ? ' role="heading" aria-level="3"' : '';
    return `<div class="${CLASSES[block.kind] ?? 'paragraph'}"${role}>${marked(document.text, block, { marks, markHtml })}</div>`;
  });
  const [first] = document.blocks;
  const titled = first !== undefined && document.text.slice(first.start, first.end) === document.title;
  const title = titled ? '' : `<h2>${escapeHtml(document.title ?? document.source)}</h2>`;
  const facts = [document.publisher, document.byline, document.published]
    .filter((fact) => fact !== null)
    .map(escapeHtml);
  const removed = document.removed.map(
    (piece) => `<li><b>${escapeHtml(piece.reason)}</b> ${escapeHtml(piece.text)}</li>`,
  );
  const fold =
    removed.length === 0
      ? ''
      : `<details class="removed"><summary>Page furniture left out: ${removed.length}</summary><ul>${removed.join('')}</ul></details>`;
  return `<article>${title}<p class="byline">${facts.join(' · ')}</p>${blocks.join('\n')}${fold}<p class="hash">${escapeHtml(document.source)}, sha256 ${document.hash}</p></article>`;
}

type Party = ReportPage['parties'][number];
type Mark = { readonly start: number; readonly end: number; readonly party: Party };
type Marking = { readonly marks: readonly Mark[]; markHtml(words: string, party: Party): string };

function marked(
  text: string,
  block: { readonly start: number; readonly end: number },
  { marks, markHtml }: Marking,
): string {
  let html = '';
  let at = block.start;
  for (let next = firstFrom(marks, at); next < marks.length; next++) {
    const mark = marks[next]!;
    if (mark.start >= block.end) break;
    if (mark.start < at || mark.end > block.end) continue;
    html += escapeHtml(text.slice(at, mark.start)) + markHtml(text.slice(mark.start, mark.end), mark.party);
    at = mark.end;
  }
  return html + escapeHtml(text.slice(at, block.end));
}

/** The first mark that begins at `from` or later, in a list sorted by its beginnings. */
function firstFrom(marks: readonly Mark[], from: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function strictestOf(party: Party): Party['findings'][number] {
  return party.findings.reduce((best, one) => (SEVERITY[one.verdict] > SEVERITY[best.verdict] ? one : best));
}

function cardHtml(party: Party): string {
  const shown = party.findings.slice(0, 3).map((finding) => {
    const score = finding.score === null ? '' : `, score ${finding.score.toFixed(2)}`;
    return `<div><b>${finding.regime ?? 'dataset'}: ${verdictLine(finding)}</b>${score}${evidenceHtml(finding)}</div>`;
  });
  const more =
    party.findings.length > 3 ? `<div>and ${party.findings.length - 3} more in the table</div>` : '';
  return `<span class="card" role="tooltip"><b>${escapeHtml(party.name)}</b> ${verdictWord(strictestOf(party).verdict)}${shown.join('')}${more}</span>`;
}
