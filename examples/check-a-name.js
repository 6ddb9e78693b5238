/**
 * One name against the bundled sample: who it could be, under whose law, and how sure that is.
 *
 *     node examples/check-a-name.js "Мишустин Михаил"
 */
import { check, openWorld } from 'cordon';

const name = process.argv[2] ?? 'Мишустин Михаил';
const world = await openWorld({ sample: true }); // leave `sample` out to use the lists you have loaded
const { findings, discounted } = check(world, name);

for (const { regime, verdict, ifSame, strength, score, evidence } of findings) {
  const listing = evidence.find((piece) => piece.kind === 'listing');
  const who = listing === undefined ? '' : `${listing.caption} (${listing.list} ${listing.entry})`;
  console.log(`${regime}: ${verdict}${ifSame === null ? '' : `, ${ifSame} if the same`}`);
  console.log(`  ${who}, score ${score}, ${strength}`);
}
for (const { facts, scoreWithout } of discounted)
  console.log(`discounted: ${facts.join('; ')} (${scoreWithout})`);

const lists = world.statement.lists.map(({ source, published }) => `${source} of ${published}`);
if (findings.length === 0) console.log('no match');
console.log(`Compared with ${lists.join(', ')}. No match is not a clearance.`);
