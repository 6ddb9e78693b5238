/**
 * A web page against the bundled sample: who of the lists is named, and the sentence that names them.
 *
 *     node examples/read-a-page.js page.html
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openWorld, read } from 'cordon';

const path = process.argv[2] ?? fileURLToPath(new URL('../data/sample/article.html', import.meta.url));
const world = await openWorld({ sample: true });
const { report } = read(world, readFileSync(path), path);

console.log(report.document.title ?? path);
for (const { name, type, roles, mentions, findings } of report.parties) {
  const regimes = [...new Set(findings.map(({ regime }) => regime))].join(', ');
  console.log(`\n${[name, ...roles].join(', ')} (${type}, ${mentions.length} times): ${regimes}`);
  const sentence = findings[0]?.evidence.find((piece) => piece.kind === 'text');
  if (sentence !== undefined) console.log(`  “${sentence.quote}”`);
}
