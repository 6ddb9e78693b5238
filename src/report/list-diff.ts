/** What changed in the lists as one HTML file: a line of figures a list, then who came, who went, what differs. */
import type { ChangedEntity, DiffSide, ListDiff, NamedEntity, PropertyChange } from '../model/index.js';
import { escapeHtml } from './escape.js';
import { htmlPage } from './html-page.js';
import { listName } from './words.js';

/** Renders a comparison; the same comparison gives the same bytes. The file needs nothing beside it. */
export function renderListDiff(lists: readonly ListDiff[]): string {
  const title = `What changed in ${lists.length === 1 ? lists[0]!.source : `${lists.length} lists`}`;
  const rows = lists.map(
    (list) =>
      `<tr><td><a href="#${escapeHtml(list.source)}">${escapeHtml(listName(list.source, list.official))}</a></td><td>${sideWords(list.from)}</td><td>${sideWords(list.to)}</td><td class="number">${list.added.length}</td><td class="number">${list.removed.length}</td><td class="number">${list.changed.length}</td></tr>`,
  );
  const overview = `<div class="wide"><table><thead><tr><th>List</th><th>From</th><th>To</th><th class="number">Added</th><th class="number">Removed</th><th class="number">Changed</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  return htmlPage(title, `<h1>${escapeHtml(title)}</h1>${overview}${lists.map(listHtml).join('\n')}`);
}

function listHtml(list: ListDiff): string {
  const { source, official, added, removed, changed } = list;
  const body = [
    namesHtml('Added', added),
    namesHtml('Removed: no longer in the file', removed),
    changed.length === 0 ? '' : `<h3>Changed: ${changed.length}</h3>${changed.map(changedHtml).join('\n')}`,
  ].join('\n');
  const nothing = added.length + removed.length + changed.length === 0 ? '<p>Nothing changed.</p>' : '';
  return `<section id="${escapeHtml(source)}"><h2>${escapeHtml(listName(source, official))}</h2>${nothing}${body}</section>`;
}

function namesHtml(title: string, entities: readonly NamedEntity[]): string {
  if (entities.length === 0) return '';
  const items = entities.map(
    ({ id, name }) => `<li>${escapeHtml(name)} <span class="hash">${escapeHtml(id)}</span></li>`,
  );
  return `<h3>${title}: ${entities.length}</h3><ul>${items.join('')}</ul>`;
}

function changedHtml({ id, name, changes }: ChangedEntity): string {
  const rows = changes.map(
    (change) => `<tr><td>${escapeHtml(change.property)}</td><td>${valuesHtml(change)}</td></tr>`,
  );
  return `<details><summary>${escapeHtml(name)} <span class="hash">${escapeHtml(id)}</span>: ${escapeHtml(changes.map(({ property }) => property).join(', '))}</summary><table class="changes"><tbody>${rows.join('')}</tbody></table></details>`;
}

/** Values that went struck through, values that came underlined, the others as they are. */
function valuesHtml({ before, after }: PropertyChange): string {
  const went = before
    .filter((value) => !after.includes(value))
    .map((value) => `<del>${escapeHtml(value)}</del>`);
  const came = after.map((value) =>
    before.includes(value) ? `<span>${escapeHtml(value)}</span>` : `<ins>${escapeHtml(value)}</ins>`,
  );
  return [...went, ...came].join('<br>');
}

function sideWords(side: DiffSide | null): string {
  return side === null
    ? 'not held'
    : `${side.day}, ${side.entities} entries <span class="hash">${side.hash.slice(0, 12)}</span>`;
}
