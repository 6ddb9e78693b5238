/**
 * `npm run demo`: the main job on the bundled sample, offline: lists, three checks, a customer file, an article, a report.
 * `npm run demo -- morning`: the morning after: a list changed overnight, which customers does that touch?
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cordon = join(root, 'bin', 'cordon.js');
const out = join(root, 'out');

const MAIN = [
  ['The lists of the sample', ['lists', 'status', '--sample']],
  ['A name in Cyrillic, as a bank clerk would type it', ['check', 'Мишустин Михаил', '--sample']],
  [
    'The same name with a birth date: now the hit is confirmed',
    ['check', 'Mikhail Mishustin', '--birth-date', '1966-03-03', '--sample'],
  ],
  ['A company known by its tax number alone', ['check', '--id', 'INN:7707083893', '--sample']],
  ['A customer file', ['screen', 'data/sample/customers.csv', '--sample']],
  [
    'A news page, menus and comment form and all',
    ['read', 'data/sample/article.html', '--sample', '--html', 'out/report.html'],
  ],
];

const HOME = ['--home', 'out/morning'];
const CUSTOMERS = 'data/sample/customers.csv';
const DAYS = ['2023-11-06', '2023-11-07'];
const MORNING = [
  [
    'Yesterday: the lists are loaded',
    ['lists', 'update', '--from', 'data/sample/lists', '--published', '2023-10-31', ...HOME],
  ],
  ['… and the UN list of the day', ['lists', 'update', '--from', 'data/sample/morning/yesterday', ...HOME]],
  [
    'Yesterday: all customers are screened, and the run is kept; its hits were looked at and decided',
    ['screen', CUSTOMERS, '--date', DAYS[0], '--record', 'out/yesterday.json', ...HOME],
  ],
  [
    'This morning: the UN published a new list',
    ['lists', 'update', '--from', 'data/sample/morning/today', ...HOME],
  ],
  ['What changed in it', ['lists', 'diff', ...DAYS, '--as', 'un-sc', '--html', 'out/changes.html', ...HOME]],
  [
    'Whom of the customers that touches; what was decided yesterday stays quiet',
    [
      'screen',
      CUSTOMERS,
      '--since',
      'out/yesterday.json',
      '--date',
      DAYS[1],
      '--record',
      'out/morning.json',
      ...HOME,
    ],
  ],
  ['The record of it, replayed', ['verify', 'out/morning.json', ...HOME]],
];

const DEMOS = {
  main: {
    steps: MAIN,
    end: 'out/report.html holds the article with the parties marked: open it in a browser.',
  },
  morning: {
    steps: MORNING,
    end: 'out/changes.html shows the change of the list, out/morning.html the record: open them in a browser.',
  },
};

const name = process.argv[2] ?? 'main';
const demo = DEMOS[name];
if (demo === undefined) {
  console.error(`demo: no demo is called ${name}: there are ${Object.keys(DEMOS).join(', ')}`);
  process.exit(2);
}
// A clean start, so that the demo shows the same each time.
if (name === 'morning') rmSync(join(out, 'morning'), { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [title, args] of demo.steps) {
  console.log(
    `\n── ${title}\n$ cordon ${args.map((arg) => (/[^\w:./=-]/.test(arg) ? `"${arg}"` : arg)).join(' ')}\n`,
  );
  const { status } = spawnSync(process.execPath, [cordon, ...args], { cwd: root, stdio: 'inherit' });
  // 3 says "findings", 4 "not all lists are held": both are what the demo is for.
  if (status !== 0 && status !== 3 && status !== 4) process.exit(status ?? 1);
}
console.log(`\n${demo.end}`);
