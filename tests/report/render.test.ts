/** The report that one sends to a colleague: one file, nothing fetched, nothing from a list or a page taken as markup. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/index.js';
import { type ReportInput, renderReport } from '../../src/report/index.js';
import { finding, world } from './support.js';

const nothing: ReportInput = { title: 'T', world, envelope: [], subjects: [], files: [], pages: [] };
const judgement = (...findings: Finding[]) => ({ parties: [], findings, notes: [], discounted: [] });

/** What a reader of the HTML sees. */
const seen = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

function pageOf(text: string, mentions: [number, number][]): ReportInput['pages'][number] {
  return {
    document: {
      source: 'page.html',
      hash: 'abc',
      title: null,
      byline: null,
      publisher: null,
      published: null,
      text,
      blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
      removed: [],
    },
    mentions: mentions.map(([start, end]) => ({ start, end, party: 'p1' })),
    parties: [{ id: 'p1', name: 'Igor Sechin', findings: [finding] }],
    listedParties: [],
  };
}

describe('a report', () => {
  it('is the same bytes for the same input, and fetches nothing', () => {
    const input = { ...nothing, subjects: [{ label: 'Igor Sechin', judgement: judgement(finding) }] };
    const html = renderReport(input);
    expect(renderReport(input)).toBe(html);
    expect(html).not.toMatch(/<script|<link|<iframe|src=|href=|url\(|@import|\son\w+=/i);
    expect(html).toContain("default-src 'none'");
  });

  it('says what was found, by which rule, and what the world was', () => {
    const text = seen(
      renderReport({ ...nothing, subjects: [{ label: 'I. Sechin', judgement: judgement(finding) }] }),
    );
    for (const words of [
      'I. Sechin',
      'REVIEW',
      'PROHIBITED if the same',
      'Igor SECHIN',
      'us-ofac-sdn 16692',
      'EO 13661',
      'name only',
      '0.96',
      'No match is not a clearance.',
      '2024-06-01',
      'extract',
    ])
      expect(text).toContain(words);
  });

  it('without a hit says so, and is a report all the same', () => {
    const text = seen(renderReport({ ...nothing, subjects: [{ label: 'Nobody', judgement: judgement() }] }));
    expect(text).toContain('no match on 2 lists as of 2024-06-01');
    expect(text).not.toMatch(/\b(?:cleared|safe|compliant|not sanctioned)\b/i);
  });

  it('of a file counts its rows and shows those with something to look at', () => {
    const text = seen(
      renderReport({
        ...nothing,
        files: [
          {
            name: 'customers.csv',
            rows: 5,
            rejected: 1,
            since: null,
            hits: [
              { row: 3, id: 'C3', label: 'Igor Sechin', judgement: judgement(finding) },
              { row: 4, id: null, label: 'Nobody', judgement: judgement() },
            ],
          },
        ],
      }),
    );
    expect(text).toContain('5 rows, 1 with something to look at. 1 row could not be read.');
    expect(text).toContain('Row 3 (C3): Igor Sechin');
    expect(text).not.toContain('Row 4');
  });

  it('of a delta never says of the rows it left out that they have no match', () => {
    const hits = [{ row: 3, id: null, label: 'Igor Sechin', judgement: judgement(finding) }];
    const since = 'un-sc 2023-11-06 → 2023-11-07: 2 added, 1 removed, 1 changed.';
    const file = { name: 'customers.csv', rows: 5, rejected: 0, since, hits };
    const text = seen(renderReport({ ...nothing, files: [file] }));
    expect(text).toContain(
      `5 rows, 1 touched by the change of the lists. All others are answered as before. ${since}`,
    );
    expect(text).not.toContain('no match');
  });

  it('takes nothing for markup, whatever a list, a page or a customer holds', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', 'script', ' ', '\u0000', 'x') }),
        (evil) => {
          const listing = {
            ...finding.evidence[0]!,
            caption: evil,
            programme: evil,
            reason: evil,
            entry: evil,
          };
          const wicked = { ...finding, basis: { ...finding.basis, citation: evil, rule: evil } };
          const html = renderReport({
            ...nothing,
            title: evil,
            envelope: [{ label: evil, value: evil }],
            subjects: [{ label: evil, judgement: judgement({ ...wicked, evidence: [listing] } as Finding) }],
            pages: [pageOf(`${evil}Igor Sechin`, [[evil.length, evil.length + 4]])],
          });
          const plain = renderReport({
            ...nothing,
            title: 'x',
            envelope: [{ label: 'x', value: 'x' }],
            subjects: [
              {
                label: 'x',
                judgement: judgement({
                  ...finding,
                  evidence: [
                    { ...finding.evidence[0]!, caption: 'x', programme: 'x', reason: 'x', entry: 'x' },
                  ],
                } as Finding),
              },
            ],
            pages: [pageOf('xIgor Sechin', [[1, 5]])],
          });
          const tags = (text: string) => [...text.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
          expect(tags(html)).toEqual(tags(plain));
          expect(html).not.toContain('\u0000');
        },
      ),
      { numRuns: 60 },
    ));
});

describe('a page', () => {
  it('has its parties marked where they were read, and not a letter lost', () => {
    const text = 'Yesterday Igor Sechin came, and Sechin went.';
    const html = renderReport({
      ...nothing,
      pages: [
        pageOf(text, [
          [10, 21],
          [32, 38],
        ]),
      ],
    });
    expect([...html.matchAll(/<mark[^>]*>([^<]*)</g)].map(([, words]) => words)).toEqual([
      'Igor Sechin',
      'Sechin',
    ]);
    const cards = /<span class="card".*?(?=<\/mark>)/gs;
    expect(seen(html.replace(cards, '')).replaceAll(' ', '')).toContain(text.replaceAll(' ', ''));
  });

  it('that names somebody a thousand times carries the evidence a hundred times', () => {
    const text = 'Sechin. '.repeat(1000);
    const spans = Array.from({ length: 1000 }, (_, at) => [at * 8, at * 8 + 6] as [number, number]);
    const html = renderReport({ ...nothing, pages: [pageOf(text, spans)] });
    expect(html.match(/<mark/g)).toHaveLength(1000);
    expect(html.match(/class="card"/g)).toHaveLength(100);
  });

  it('marks that overlap or run out of their block never break the text', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(50))), (pairs) => {
        const text = 'Igor Sechin & <b>friends</b> came to Lisbon today';
        const marks = pairs.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as [number, number]);
        const html = renderReport({ ...nothing, pages: [pageOf(text, marks)] });
        const opened = html.match(/<mark/g)?.length ?? 0;
        expect(html.match(/<\/mark>/g)?.length ?? 0).toBe(opened);
      }),
    ));
});
