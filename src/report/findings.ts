/** Findings as a table: one row each, its evidence behind a fold. */
import type {
  Discounted,
  Evidence,
  Finding,
  Judgement,
  ListedParty,
  MatchEvidence,
  Note,
} from '../model/index.js';
import { escapeHtml } from './escape.js';
import { byParty, dateWords, findingSubject, leftOutSentences, partySentence, verdictWord } from './words.js';

/** A judgement as a table of findings, followed by its notes and what was discounted; '' when all are empty. */
export function judgementHtml(judgement: Judgement): string {
  const rows = byParty(judgement.findings, judgement.parties)
    .map(({ party, findings }) => partyRow(party) + findings.map(findingRow).join(''))
    .join('');
  const table =
    rows === ''
      ? ''
      : `<table class="findings"><thead><tr><th>Verdict</th><th>Regime</th><th>Who or where</th><th>List and entry</th><th>Rests on</th><th class="number">Score</th></tr></thead><tbody>${rows}</tbody></table>`;
  return table + asides(judgement.notes, judgement.discounted);
}

/** Evidence in words, for the fold of a row and for the hover of a mention. */
export function evidenceHtml(finding: Finding): string {
  const { basis } = finding;
  const days = [
    basis.validFrom && `from ${basis.validFrom}`,
    basis.validUntil && `until ${basis.validUntil}`,
  ].filter(Boolean);
  const rule = `<dt>Rule</dt><dd>${escapeHtml(basis.citation)} (${escapeHtml([basis.rule, ...days].join(', '))})</dd>`;
  const acts =
    finding.acts.length === 0
      ? ''
      : `<dt>Measure</dt><dd>${escapeHtml(`${finding.measure ?? ''}: ${finding.acts.join(', ')}`)}</dd>`;
  const why = finding.explanation === null ? '' : `<dt>Why</dt><dd>${escapeHtml(finding.explanation)}</dd>`;
  return `<dl class="evidence">${why}${finding.evidence.map(pieceHtml).join('')}${acts}${rule}</dl>`;
}

/** A line above the findings of a party that stands on several lists, or nearly met another. */
function partyRow(party: ListedParty | null): string {
  if (party === null) return '';
  const says = [partySentence(party), ...leftOutSentences(party)].filter((line) => line !== null);
  if (says.length === 0) return '';
  return `<tr><td colspan="6"><b>${escapeHtml(party.caption)}</b>${says.map((line) => `<span class="same">${escapeHtml(line)}</span>`).join('')}</td></tr>`;
}

function findingRow(finding: Finding): string {
  const listing = finding.evidence.find((piece) => piece.kind === 'listing');
  const same =
    finding.ifSame === null ? '' : `<span class="same">${verdictWord(finding.ifSame)} if the same</span>`;
  const where = listing === undefined ? finding.basis.rule : `${listing.list} ${listing.entry}`;
  return `<tr class="${finding.applies ? '' : 'aside'}">
<td><span class="verdict ${finding.verdict}">${verdictWord(finding.verdict)}</span>${same}</td>
<td>${finding.regime ?? 'dataset'}${finding.applies ? '' : '<span class="same">not asked for</span>'}</td>
<td>${escapeHtml(findingSubject(finding))}<span class="same">asked: ${escapeHtml(finding.subject.label)}</span></td>
<td>${escapeHtml(where)}<details><summary>evidence</summary>${evidenceHtml(finding)}</details></td>
<td>${escapeHtml(finding.strength ?? finding.check)}</td>
<td class="number">${finding.score === null ? '' : finding.score.toFixed(2)}</td></tr>`;
}

function pieceHtml(piece: Evidence): string {
  switch (piece.kind) {
    case 'listing': {
      const reason =
        piece.reason === null ? '' : `<br><span class="reason">${escapeHtml(piece.reason)}</span>`;
      const programme = piece.programme === null ? '' : `, programme ${piece.programme}`;
      const facts = `${piece.list} entry ${piece.entry}${programme}; listed: ${dateWords(piece.listedOn)}; snapshot ${piece.snapshot}, ${piece.hash.slice(0, 12)}`;
      return `<dt>Listing</dt><dd><b>${escapeHtml(piece.caption)}</b>: ${escapeHtml(facts)}${reason}</dd>`;
    }
    case 'match':
      return `<dt>${escapeHtml(piece.feature)}</dt><dd>${matchHtml(piece)}</dd>`;
    case 'row':
      return `<dt>Table</dt><dd>${escapeHtml(`${piece.table}, row ${piece.id}: ${piece.field} ${piece.value ?? ''}`)}</dd>`;
    case 'text':
      return `<dt>Read in</dt><dd><q>${escapeHtml(piece.quote)}</q></dd>`;
    case 'note':
      return `<dt>Note</dt><dd>${escapeHtml(piece.text)}</dd>`;
  }
}

function matchHtml(piece: MatchEvidence): string {
  const sign = piece.contribution >= 0 ? '+' : '−';
  const weight = `<span class="odds">${sign}${Math.abs(piece.contribution).toFixed(2)}</span>`;
  const parts = piece.parts.map((part) => {
    if (part.left === null || part.right === null)
      return `<span class="part left-over">${escapeHtml(part.left ?? part.right ?? '')}</span>`;
    const same = part.left === part.right ? part.left : `${part.left} ~ ${part.right}`;
    return `<span class="part" style="--s:${part.similarity.toFixed(2)}">${escapeHtml(same)}</span>`;
  });
  return `${weight} ${escapeHtml(piece.detail)} ${parts.join(' ')}`;
}

function asides(notes: readonly Note[], discounted: readonly Discounted[]): string {
  const items = [
    ...notes.map(
      (note) => `<li>${escapeHtml(note.regime === null ? note.text : `${note.regime}: ${note.text}`)}</li>`,
    ),
    ...discounted.map((one) => {
      const listing = one.evidence.find((piece) => piece.kind === 'listing');
      const who =
        listing === undefined ? one.subject.label : `${listing.caption} (${listing.list} ${listing.entry})`;
      return `<li>Discounted: ${escapeHtml(who)}, score ${one.score.toFixed(2)}, without it ${one.scoreWithout.toFixed(2)}: ${escapeHtml(one.facts.join('; '))}</li>`;
    }),
  ];
  return items.length === 0 ? '' : `<ul class="notes">${items.join('')}</ul>`;
}
