/** Draws docs/architecture.svg: the floors of src/, lowest first; an arrow may only point downward. */
import { writeFileSync } from 'node:fs';

const FLOORS = [
  [
    'doors',
    [
      ['cli', 'commands, tables, exit codes'],
      ['server', 'HTTP (to come)'],
    ],
  ],
  ['assembling', [['app', 'files, state folder, threads, records']]],
  [
    'acting',
    [
      ['screening', 'the world; one subject through all checks'],
      ['work', 'threads, order, back-pressure'],
      ['cases', 'decisions (to come)'],
    ],
  ],
  ['showing', [['report', 'self-contained HTML']]],
  [
    'judging',
    [
      ['search', 'index: candidates'],
      ['match', 'scores, evidence'],
      ['rules', 'tables and a function'],
      ['ownership', '(to come)'],
      ['trade', '(to come)'],
    ],
  ],
  [
    'reading',
    [
      ['wire', 'customer files, JSON'],
      ['names', 'typed parts, rarity'],
      ['lists', 'official lists, snapshots'],
      ['documents', 'pages, text, spans'],
    ],
  ],
  [
    'what things are',
    [
      ['text', 'scripts, tokens'],
      ['model', 'entity, finding, evidence'],
    ],
  ],
  ['ground', [['base', 'issues, coded errors, dates, tables']]],
];

const WIDTH = 920;
const ROW = 62;
const LABEL = 120;
const escapeText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const rows = FLOORS.map(([floor, rooms], at) => {
  const y = 16 + at * ROW;
  const width = (WIDTH - LABEL - 20) / rooms.length;
  const boxes = rooms.map(([name, what], index) => {
    const x = LABEL + index * width;
    const faint = what.includes('to come');
    return `<g opacity="${faint ? 0.45 : 1}"><rect x="${x}" y="${y}" width="${width - 8}" height="${ROW - 12}" rx="6" fill="${faint ? '#fff' : '#e8eef6'}" stroke="#34506f"${faint ? ' stroke-dasharray="4 3"' : ''}/>
<text x="${x + 10}" y="${y + 21}" font-weight="600">${escapeText(name)}</text><text x="${x + 10}" y="${y + 39}" font-size="11" fill="#444">${escapeText(what)}</text></g>`;
  });
  return `<text x="8" y="${y + 29}" fill="#34506f" font-size="12">${escapeText(floor)}</text>\n${boxes.join('\n')}`;
});
const height = 16 + FLOORS.length * ROW + 26;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="14" role="img" aria-label="The floors of Cordon's source: arrows point downward only">
<rect width="100%" height="100%" fill="#fff"/>
${rows.join('\n')}
<text x="${LABEL}" y="${height - 12}" font-size="12" fill="#444">A room imports only rooms on floors below it, each through its door (index.ts). Two sideways arrows: documents → names, cli → server.</text>
</svg>
`;
writeFileSync(new URL('../docs/architecture.svg', import.meta.url), svg);
