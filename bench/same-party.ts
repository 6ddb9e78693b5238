/**
 * Claim: entries of the real lists that are one party are found in under 10 s on one core, and what joins them is right:
 * 60 links, drawn by a seed and evenly over the reasons, are printed for the eye, and UN entries that a name finds on
 * other lists but no rule joins are counted, with ten of them. `SAME_PARTY_SEED` draws others.
 */
import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { openKnowledge, openTables } from '../src/app/knowledge.js';
import { diskStorage, openStore } from '../src/lists/store/index.js';
import type { WorldList } from '../src/model/index.js';
import { Blocks, type Entry, entryKey, findParties } from '../src/screening/index.js';
import { loadedHome } from './support/command.js';
import { type Random, seeded } from './support/seeded.js';

const SHOWN = 60;
const MISSED_SHOWN = 10;
/** Score from which two entries of unlike lists, joined by no rule, count as nearly met. */
const NEAR = 0.95;

type Parties = ReturnType<typeof findParties>;

export async function run(): Promise<void> {
  const home = loadedHome();
  try {
    const knowledge = openKnowledge(openTables());
    const { entries, blocks, seconds } = readEntries(home, knowledge);
    const started = performance.now();
    const pairs = blocks.pairs();
    const tools = {
      matcher: knowledge.matcher,
      rules: knowledge.mergeRules,
      legalFamily: knowledge.names.legalFamily,
    };
    const parties = findParties(pairs, (ordinal) => entries[ordinal]!, tools);
    const found = (performance.now() - started) / 1000;
    console.log(
      `${entries.length} entries of ${new Set(entries.map(({ list }) => list.source)).size} lists, read, parsed and put into blocks in ${seconds.toFixed(1)} s`,
    );
    console.log(
      `${pairs.length} pairs compared, parties made of them in ${found.toFixed(1)} s, aim under 10 s`,
    );
    counts(parties, entries);
    shown(parties, entries);
    missed(parties, entries, knowledge);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function readEntries(home: string, { matcher, mergeRules }: ReturnType<typeof openKnowledge>) {
  const started = performance.now();
  const store = openStore(diskStorage(home));
  const entries: (Entry & { readonly list: Pick<WorldList, 'source' | 'regime'> })[] = [];
  const blocks = new Blocks(mergeRules);
  for (const list of store.current()) {
    for (const { entity } of store.entities(list.hash)) {
      const prepared = matcher.prepare(entity);
      const strong = prepared.names.filter(({ weak }) => !weak).map(({ parsed }) => parsed);
      if (prepared.names.length + prepared.identifiers.length === 0) continue;
      blocks.add(entries.length, { entity, regime: list.regime, names: strong });
      entries.push({ entity, list, prepared });
    }
  }
  return { entries, blocks, seconds: (performance.now() - started) / 1000 };
}

function counts({ members, links }: Parties, entries: readonly Entry[]): void {
  const tally = (keys: readonly string[]) => {
    const counted: Record<string, number> = {};
    for (const key of keys.toSorted()) counted[key] = (counted[key] ?? 0) + 1;
    return counted;
  };
  console.log(`${members.length} parties with several entries`);
  console.table(tally(members.map((party) => `${party.length} entries`)));
  console.table(
    tally(
      members.map((party) => [...new Set(party.map((one) => entries[one]!.list.source))].sort().join(' + ')),
    ),
  );
  console.table(
    tally(links.map(({ reason, leftOut }) => `${reason}: ${leftOut === null ? 'taken' : 'left out'}`)),
  );
}

/** As many of each reason as there are, up to an even share. */
function shown({ links }: Parties, entries: readonly Entry[]): void {
  const random = seeded(Number(process.env.SAME_PARTY_SEED ?? 1));
  const taken = links.filter(({ leftOut }) => leftOut === null);
  const byReason = groupBy(taken);
  const drawn: (typeof taken)[number][] = [];
  const open = [...byReason.values()].map((some) => shuffled(some, random));
  while (drawn.length < Math.min(SHOWN, taken.length))
    for (const some of open) {
      const next = drawn.length < SHOWN ? some.pop() : undefined;
      if (next !== undefined) drawn.push(next);
    }
  for (const { left, right, reason, score, facts } of drawn.toSorted((a, b) =>
    a.reason < b.reason ? -1 : 1,
  )) {
    console.log(`\n${reason} ${score}: ${facts}`);
    for (const one of [left, right]) console.log(`  ${described(entries[one]!)}`);
  }
}

function groupBy<One extends { readonly reason: string }>(all: readonly One[]): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) groups.set(one.reason, [...(groups.get(one.reason) ?? []), one]);
  return groups;
}

/** Entries of the UN list with an equal name, and a high score, on another list that no rule joined with them. */
function missed(
  { members }: Parties,
  entries: readonly Entry[],
  { matcher }: ReturnType<typeof openKnowledge>,
): void {
  const partyOf = new Map(members.flatMap((party, at) => party.map((one) => [one, at] as const)));
  const byName = new Map<string, number[]>();
  entries.forEach(({ prepared }, at) => {
    if (prepared.kind === 'vessel') return;
    for (const { parsed, weak } of prepared.names) {
      const key = parsed.parts.map((part) => part.form).sort();
      if (weak || key.length < 2) continue;
      byName.set(key.join(' '), [...(byName.get(key.join(' ')) ?? []), at]);
    }
  });
  const near = new Map<number, string>();
  let withTwin = 0;
  const united = entries.flatMap(({ list }, at) => (list.regime === 'UN' ? [at] : []));
  for (const at of united) {
    if (partyOf.has(at)) withTwin += 1;
    else
      for (const { parsed } of entries[at]!.prepared.names)
        for (const other of byName.get(
          parsed.parts
            .map((part) => part.form)
            .sort()
            .join(' '),
        ) ?? []) {
          if (entries[other]!.list === entries[at]!.list) continue;
          const { score, contradictions } = matcher.compare(entries[at]!.prepared, entries[other]!.prepared);
          if (score >= NEAR && contradictions.length === 0)
            near.set(at, `${score}\n  ${described(entries[at]!)}\n  ${described(entries[other]!)}`);
        }
  }
  console.log(
    `\nof ${united.length} UN entries ${withTwin} are joined with another; ${near.size} of the rest have an equal name elsewhere, score ${NEAR} or more and nothing that contradicts:`,
  );
  for (const text of shuffled([...near.values()], seeded(1)).slice(0, MISSED_SHOWN)) console.log(text);
}

function described(entry: Entry): string {
  const { entity, prepared } = entry;
  const births = prepared.births.map(({ text }) => text).join(', ');
  const numbers = prepared.identifiers.map(({ label, value }) => `${label} ${value}`).slice(0, 4);
  const names = [...(entity.properties.name ?? []), ...(entity.properties.alias ?? [])].slice(0, 4);
  const facts = [births, prepared.countries.join(' '), ...numbers].filter((fact) => fact !== '');
  return `${entryKey(entry)} ${entity.schema}: ${names.join(' | ')} (${facts.join('; ')})`;
}

function shuffled<One>(all: readonly One[], random: Random): One[] {
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
