/** A whole report as one HTML file: what was asked, the findings, the page, and the world it was judged in. */
import { SEVERITY, type WorldStatement } from '../model/index.js';
import { escapeHtml } from './escape.js';
import { judgementHtml } from './findings.js';
import { htmlPage } from './html-page.js';
import type { ReportFile, ReportInput } from './input.js';
import { pageHtml } from './page.js';
import { coverageSentence, missingSentence, noMatchSentence } from './words.js';

/** Renders a report; the same input gives the same bytes. The file needs nothing beside it. */
export function renderReport(input: ReportInput): string {
  const { world } = input;
  const subjects = input.subjects.map(({ label, judgement }) =>
    section(label, judgementHtml(judgement) || nothing(world)),
  );
  const files = input.files.map((file) => fileHtml(file, world));
  const pages = input.pages.map((page) => {
    const found = page.parties.filter((party) => party.findings.length > 0);
    const findings = found
      .flatMap((party) => party.findings)
      .sort((a, b) => Number(b.applies) - Number(a.applies) || SEVERITY[b.verdict] - SEVERITY[a.verdict]);
    const table =
      judgementHtml({ parties: page.listedParties, findings, notes: [], discounted: [] }) || nothing(world);
    return `${pageHtml(page)}${section(`Parties found in the page: ${found.length}`, table)}`;
  });
  const envelope = input.envelope.map(
    ({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  const head =
    envelope.length === 0 ? '' : `<div class="panel"><dl class="evidence">${envelope.join('')}</dl></div>`;
  return htmlPage(
    input.title,
    `<h1>${escapeHtml(input.title)}</h1>
<p class="lead">World of ${world.date}${world.sample ? ', bundled sample: not for decisions' : ''}. ${escapeHtml(coverageSentence(world))}</p>
${head}${pages.join('\n')}${subjects.join('\n')}${files.join('\n')}${worldHtml(world)}
<footer>A hit by name alone is for a person to decide, whatever its score. ${escapeHtml(coverageSentence(world))} Cordon ${escapeHtml(world.engine)}.</footer>`,
  );
}

function section(title: string, body: string): string {
  return `<section><h2>${escapeHtml(title)}</h2><div class="wide">${body}</div></section>`;
}

function nothing(world: WorldStatement): string {
  return `<p>${escapeHtml(noMatchSentence(world))}</p>`;
}

function fileHtml(file: ReportFile, world: WorldStatement): string {
  const hits = file.hits.filter(
    ({ judgement }) => judgement.findings.length + judgement.notes.length + judgement.discounted.length > 0,
  );
  const rejected = file.rejected === 0 ? '' : ` ${count(file.rejected, 'row')} could not be read.`;
  const rest =
    file.since === null
      ? `For the rest: ${escapeHtml(noMatchSentence(world))}.`
      : `All others are answered as before. ${escapeHtml(file.since)}`;
  const counts = `<p>${count(file.rows, 'row')}, ${hits.length} ${file.since === null ? 'with something to look at' : 'touched by the change of the lists'}.${rejected} ${rest}</p>`;
  const rows = hits.map(
    (hit) =>
      `<h3>Row ${hit.row}${hit.id === null ? '' : ` (${escapeHtml(hit.id)})`}: ${escapeHtml(hit.label)}</h3>${judgementHtml(hit.judgement)}`,
  );
  return section(file.name, counts + rows.join('\n'));
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function worldHtml(world: WorldStatement): string {
  const rows = world.lists.map(
    (list) =>
      `<tr><td>${escapeHtml(list.source)}${list.official ? '' : ' <span class="same">extract, not the publisher’s own file</span>'}</td><td>${list.regime ?? ''}</td><td>${list.published ?? 'not given'}</td><td>${list.retrieved}</td><td class="number">${list.entities}</td><td class="number">${list.issues}</td><td><code>${list.hash}</code></td></tr>`,
  );
  const { settings } = world;
  const asked = `Threshold ${settings.threshold}; regimes ${settings.regimes.join(', ')}; weak aliases ${settings.weakAliases}; activity ${settings.activity ?? 'any'}.`;
  const missing = missingSentence(world);
  return section(
    'The world this was judged in',
    `<p>${escapeHtml(asked)} ${missing === null ? '' : escapeHtml(missing)}</p><table><thead><tr><th>List</th><th>Regime</th><th>Published</th><th>Retrieved</th><th class="number">Entities</th><th class="number">Issues</th><th>Snapshot</th></tr></thead><tbody>${rows.join('')}</tbody></table><p class="hash">rule tables ${world.rules}</p>`,
  );
}
