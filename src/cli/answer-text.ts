/** An answer as people read it in a terminal. */
import type {
  Discounted,
  Evidence,
  Finding,
  Judgement,
  ListedParty,
  Note,
  WorldStatement,
} from '../model/index.js';
import {
  byParty,
  coverageSentence,
  dateWords,
  findingSubject,
  leftOutSentences,
  listName,
  missingSentence,
  noMatchSentence,
  partySentence,
  verdictWord,
} from '../report/index.js';
import { featureLine, partsTable } from './comparison-text.js';
import { harmless, type Paint, wrap } from './terminal.js';

/** Findings one below the other, those of one listed party together; then notes, and what was discounted. */
export function judgementText(judgement: Judgement, world: WorldStatement, paint: Paint): string {
  const { parties, findings, notes, discounted } = judgement;
  const parts = byParty(findings, parties).flatMap(({ party, findings: own }) => [
    ...partyText(party, paint),
    ...own.map((finding) => findingText(finding, world, paint)),
  ]);
  if (findings.length === 0) parts.push(noMatchSentence(world));
  parts.push(
    ...notes.map((note) => noteText(note, paint)),
    ...discounted.map((one) => discountedText(one, paint)),
  );
  return `${parts.join('\n\n')}\n`;
}

/** The last lines of every answer: which lists are missing or too new, what it was compared with, what was not looked at. */
export function closingText(world: WorldStatement, paint: Paint): string {
  const missing = missingSentence(world);
  const later = world.lists.filter((list) => list.later).map((list) => list.source);
  const lines = missing === null ? [] : [wrap(missing, paint.width, '')];
  if (later.length > 0) {
    lines.push(wrap(`Held only from later than ${world.date}: ${later.join(', ')}.`, paint.width, ''));
  }
  const undated = world.lists.filter((list) => list.published === null);
  if (undated.length > 0) {
    const taken = undated
      .map((list) => `${listName(list.source, list.official)} (taken ${list.retrieved})`)
      .join(', ');
    lines.push(wrap(`Not dated by their publishers, so perhaps older: ${taken}.`, paint.width, ''));
  }
  // One line, whatever the width: people and programs look for this sentence.
  lines.push(coverageSentence(world));
  return `${lines.map(paint.faint).join('\n')}\n`;
}

/** A line above the findings of a party that stands on several lists, or nearly met another. */
function partyText(party: ListedParty | null, paint: Paint): string[] {
  if (party === null) return [];
  const sentence = partySentence(party);
  const says = [...(sentence === null ? [] : [sentence]), ...leftOutSentences(party)];
  if (says.length === 0) return [];
  const regimes = party.regimes.length === 0 ? '' : `  ${party.regimes.join(', ')}`;
  const lines = says.map((line) => paint.faint(wrap(harmless(line), paint.width, '    ')));
  return [[`${paint.bold(harmless(party.caption))}${regimes}`, ...lines].join('\n')];
}

function findingText(finding: Finding, world: WorldStatement, paint: Paint): string {
  const listings = finding.evidence.filter((piece) => piece.kind === 'listing');
  const who = harmless(findingSubject(finding));
  const score = finding.score === null ? '' : `  score ${finding.score.toFixed(2)}`;
  const settled = finding.strength === null ? '' : `, ${finding.strength}`;
  const aside = finding.applies ? '' : '  (regime not asked for)';
  const head = `${paint.verdict(finding.verdict, verdictWord(finding.verdict))}  ${finding.regime ?? 'dataset'}  ${paint.bold(who)}${score}${settled}${aside}`;
  const forbids = `${finding.measure ?? 'no measure'}${finding.acts.length === 0 ? '' : `: ${finding.acts.join(', ')}`}`;
  const same = finding.ifSame === null ? forbids : `${verdictWord(finding.ifSame)} if the same (${forbids})`;
  const lines = [
    same,
    ...listings.map((one) => {
      const list = world.lists.find(({ hash }) => hash === one.hash);
      const official = list?.official ?? true;
      const snapshot =
        list?.published === null
          ? `taken ${one.snapshot}, not dated by its publisher`
          : `snapshot ${one.snapshot}`;
      const programme = one.programme === null ? '' : ` [${one.programme}]`;
      return `list: ${listName(one.list, official)} ${one.entry}${programme}, listed ${dateWords(one.listedOn)}, ${snapshot}`;
    }),
    ...(finding.explanation === null ? [] : [`why: ${finding.explanation}`]),
  ];
  const behind = [
    ...finding.evidence.flatMap((piece) => pieceLine(piece)),
    `rule: ${finding.basis.citation}`,
  ];
  const wrapped = (text: string) => wrap(harmless(text), paint.width, '    ');
  const all = [...lines.map(wrapped), ...matchLines(finding.evidence, paint.width), ...behind.map(wrapped)];
  return [head, ...all.map(paint.faint)].join('\n');
}

/** The parts of the two names in columns, then what every feature adds or takes. */
function matchLines(evidence: readonly Evidence[], width: number): string[] {
  const pieces = evidence.filter((piece) => piece.kind === 'match');
  const parts = pieces.find(({ feature }) => feature === 'name')?.parts ?? [];
  return [
    ...partsTable(parts, width, ['asked', 'listed']),
    ...pieces.map(({ feature: name, contribution, detail }) =>
      featureLine({ name, contribution, detail }, width),
    ),
  ];
}

function pieceLine(piece: Evidence): string[] {
  switch (piece.kind) {
    case 'row':
      return [`table: ${piece.table}, ${piece.id}: ${piece.field} ${piece.value ?? ''}`];
    case 'note':
      return [`note: ${piece.text}`];
    case 'text':
      return [`read: “${piece.quote}”`];
    case 'match':
    case 'listing':
      return [];
  }
}

function noteText(note: Note, paint: Paint): string {
  const listing = note.evidence.find((piece) => piece.kind === 'listing');
  const who = listing === undefined ? '' : `${listing.caption} (${listing.list} ${listing.entry}): `;
  const why = note.explanation === null ? '' : `. ${note.explanation}`;
  return wrap(
    harmless(`Note${note.regime === null ? '' : ` (${note.regime})`}: ${who}${note.text}${why}`),
    paint.width,
    '',
  );
}

function discountedText(one: Discounted, paint: Paint): string {
  const listing = one.evidence.find((piece) => piece.kind === 'listing');
  const who =
    listing === undefined ? one.subject.label : `${listing.caption} (${listing.list} ${listing.entry})`;
  const text = `Discounted: ${who}, score ${one.score.toFixed(2)}, would be ${one.scoreWithout.toFixed(2)} without: ${one.facts.join('; ')}`;
  return paint.faint(wrap(harmless(text), paint.width, ''));
}
