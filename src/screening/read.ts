/**
 * Reading: which listed parties a page names, where, and what follows. Spans that may be names come from `documents`;
 * each is looked up in the same index, by the same scorer, as any party; later short mentions join the party named
 * before. Unlisted names are not reported here.
 */
import type { Issue } from '../base/index.js';
import type { Document, NameSpan, Span } from '../documents/index.js';
import type { Finding, Note, Party, SubjectRef, TextEvidence, WorldStatement } from '../model/index.js';
import { type Names, nameKindOf } from '../names/index.js';
import { byWeight } from './check.js';
import { readingsOf } from './page-readings.js';
import { checkParty, hitsOf } from './party.js';
import { openTaken } from './taken.js';
import type { Hit, World } from './world.js';

/** A span that names somebody; `party` is the id of one of the report's parties. */
export type PageMention = Span & {
  readonly id: string;
  readonly type: PartyType;
  readonly text: string;
  readonly party: string;
};

/** Somebody named on the page who may be listed: every mention, the offices read beside them, what the lists say. */
export type PageParty = {
  readonly id: string;
  readonly type: PartyType;
  readonly name: string;
  readonly mentions: readonly string[];
  readonly roles: readonly string[];
  readonly countries: readonly string[];
  readonly findings: readonly Finding[];
};

type PartyType = 'Person' | 'Organization' | 'Company' | 'Vessel' | 'PublicBody';

/**
 * What was read. Offsets are UTF-16 code units of `document.text`; `findings` holds those of all parties. Claims,
 * relations and contradictions are not read yet: their lists are empty.
 */
export type PageReport = {
  readonly world: WorldStatement;
  readonly document: Document;
  readonly mentions: readonly PageMention[];
  readonly parties: readonly PageParty[];
  readonly claims: readonly never[];
  readonly relations: readonly never[];
  readonly contradictions: readonly never[];
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
};

/** One way to read a span as a listed party. */
type Match = { readonly span: Span; readonly of: NameSpan; readonly party: Party; readonly best: Hit };

/** How alike a word alone must be to what is listed. */
const SAME_WORD = 0.98;
/** Parts that may stand before or behind a name without changing who it is. */
const ASIDE: ReadonlySet<string> = new Set(['legal-form', 'honorific', 'particle']);
/** Parts that many names share: "Trading", "China", "Shipping", "No. 5". */
const COMMON: ReadonlySet<string> = new Set(['generic', 'sector', 'place', 'number', 'initial']);
/** Parts that one side may lack, or have otherwise. */
const IDLE: ReadonlySet<string> = new Set([...ASIDE, 'generic']);

/**
 * Reads a page or a text and looks up everybody it names.
 *
 * @throws CordonError `input-empty`, `input-too-large`, `input-unreadable` from reading the bytes
 */
export function readPage(
  bytes: Uint8Array,
  hint: { source: string; type: 'html' | 'text' | null },
  world: World,
): { report: PageReport; issues: readonly Issue[] } {
  const { document, issues } = world.documents.readDocument(bytes, hint);
  const sentences = world.documents.sentences(document);
  const spans = world.documents.nameSpans(document);
  const groups = groupByParty(chooseMatches(document, spans, world));
  const short = shortMentions(spans, groups, { names: world.names, length: document.text.length });
  const found = groups.map((group, at) =>
    describe(group, short.get(group) ?? [], `p${at + 1}`, { document, sentences, world }),
  );
  const mentions = found.flatMap((one) => one.mentions).sort((a, b) => a.start - b.start || b.end - a.end);
  const numbered = mentions.map((mention, at) => ({ ...mention, id: `m${at + 1}` }));
  const parties = found.map(({ party }) => ({
    ...party,
    mentions: numbered.filter((mention) => mention.party === party.id).map((mention) => mention.id),
  }));
  const findings = parties.flatMap((party) => party.findings).sort(byWeight);
  const report: PageReport = {
    world: world.statement,
    document,
    mentions: numbered,
    parties,
    claims: [],
    relations: [],
    contradictions: [],
    findings,
    notes: found.flatMap((one) => one.notes),
  };
  return { report, issues };
}

/** Readings that hit, none overlapping: longer names first, then higher scores, then earlier ones. */
function chooseMatches(document: Document, spans: readonly NameSpan[], world: World): Match[] {
  const known = new Map<string, Hit | null>();
  const matches: Match[] = [];
  for (const of of spans) {
    for (const span of readingsOf(of)) {
      const text = document.text.slice(span.start, span.end);
      // "Russia" and "Russian" are somebody's alias; on a page they are the country.
      if (world.countries.codeOf(text) !== null) continue;
      const party: Party = { schema: of.hint ?? 'Thing', properties: { name: [text] } };
      const key = `${party.schema} ${text}`;
      let best = known.get(key);
      if (best === undefined) {
        best = bestHit(party, world);
        known.set(key, best);
      }
      if (best !== null) matches.push({ span, of, party, best });
    }
  }
  const score = (match: Match) => match.best.comparison.score;
  matches.sort(
    (a, b) =>
      Number(saysMore(a)) - Number(saysMore(b)) ||
      Number(a.of.alternative) - Number(b.of.alternative) ||
      words(b) - words(a) ||
      score(b) - score(a) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end,
  );
  const taken = openTaken(document.text.length);
  const chosen: Match[] = [];
  for (const match of matches) {
    if (taken.overlaps(match.span)) continue;
    taken.add(match.span);
    chosen.push(match);
  }
  return chosen.sort((a, b) => a.span.start - b.span.start);
}

/** Weak aliases are left aside: a page is full of words that are somebody's byname. */
function bestHit(party: Party, world: World): Hit | null {
  const { threshold } = world.statement.settings;
  const hits = hitsOf(world.matcher.prepare(party), world).filter(
    (hit) =>
      hit.comparison.score >= threshold && hit.comparison.strength !== 'weak alias only' && tellsApart(hit),
  );
  return hits.reduce<Hit | null>(
    (best, hit) => (best === null || hit.comparison.score > best.comparison.score ? hit : best),
    null,
  );
}

/**
 * Whether what was read tells this entity from others. Two words that can are enough. One alone must be an
 * organisation's, letter by letter: people and ships are found by more, or after somebody named them in full. Words
 * that cannot ("China", "Central Bank") must all be there, three at least.
 */
function tellsApart({ entity, comparison }: Hit): boolean {
  const read = comparison.parts.filter((part) => part.left !== null && !ASIDE.has(part.type));
  const telling = read.filter((part) => !COMMON.has(part.type));
  if (telling.length >= 2) return true;
  const exact = comparison.parts.every((part) =>
    part.left === null || part.right === null
      ? IDLE.has(part.type)
      : part.similarity >= SAME_WORD || IDLE.has(part.type),
  );
  if (!exact) return false;
  const kind = nameKindOf(entity.schema);
  if (telling.length === 1) return kind === 'organization' || kind === 'any';
  return read.length >= 3;
}

/** Whether the reading has words of its own that the listed name lacks: "Rosneft's Igor Sechin". */
function saysMore({ best }: Match): boolean {
  return best.comparison.parts.some(
    (part) => part.right === null && part.weight > 0 && !ASIDE.has(part.type),
  );
}

function words({ span, of }: Match): number {
  return wordsIn(span, of);
}

function wordsIn(span: Span, of: NameSpan): number {
  return of.tokens.filter((token) => token.start >= span.start && token.end <= span.end).length;
}

/** Mentions whose best hit is the same listed entity are one party. */
function groupByParty(matches: readonly Match[]): Match[][] {
  const groups = new Map<string, Match[]>();
  for (const match of matches) {
    const key = `${match.best.list.source} ${match.best.entity.id}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [match]);
    else group.push(match);
  }
  return [...groups.values()];
}

/** "Novak" after "Alexander Novak": a word alone that ends the name of one person of the page, and of no other. */
function shortMentions(
  spans: readonly NameSpan[],
  groups: readonly Match[][],
  { names, length }: { names: Names; length: number },
): Map<Match[], Span[]> {
  const byFamily = new Map<string, Match[] | null>();
  for (const group of groups) {
    if (typeOf(group) !== 'Person') continue;
    for (const family of new Set(group.map(({ party }) => familyForm(party, names)))) {
      if (family !== null) byFamily.set(family, byFamily.has(family) ? null : group);
    }
  }
  const taken = openTaken(length);
  for (const { span } of groups.flat()) taken.add(span);
  const short = new Map<Match[], Span[]>();
  for (const span of spans) {
    const [token, more] = span.tokens;
    if (token === undefined || more !== undefined) continue;
    if (taken.overlaps(span)) continue;
    const [part] = names.parse(span.text, 'person').parts;
    const group = part === undefined ? null : (byFamily.get(part.form) ?? null);
    if (group === null) continue;
    taken.add(span);
    const held = short.get(group);
    if (held === undefined) short.set(group, [{ start: span.start, end: span.end }]);
    else held.push({ start: span.start, end: span.end });
  }
  return short;
}

function familyForm(party: Party, names: Names): string | null {
  const { parts } = names.parse(party.properties.name?.[0] ?? '', 'person');
  if (parts.length < 2) return null;
  return (parts.find((part) => part.type === 'family') ?? parts.at(-1))?.form ?? null;
}

function typeOf(group: readonly Match[]): PartyType {
  const schema = group[0]!.best.entity.schema;
  const kind = nameKindOf(schema);
  if (kind === 'person') return 'Person';
  if (schema === 'Vessel') return 'Vessel';
  return schema === 'Company' || schema === 'PublicBody' ? schema : 'Organization';
}

function describe(
  group: readonly Match[],
  short: readonly Span[],
  id: string,
  page: { document: Document; sentences: readonly Span[]; world: World },
): { party: PageParty; mentions: Omit<PageMention, 'id'>[]; notes: readonly Note[] } {
  const { document, sentences, world } = page;
  const top = group.reduce((best, match) =>
    match.best.comparison.score > best.best.comparison.score ? match : best,
  );
  const name = document.text.slice(top.span.start, top.span.end);
  const subject: SubjectRef = { kind: 'party', label: name, ref: id };
  const judged = checkParty(top.party, subject, world);
  const sentence = sentences[top.of.sentence] ?? top.span;
  const read: TextEvidence = {
    kind: 'text',
    document: document.source,
    start: sentence.start,
    end: sentence.end,
    quote: document.text.slice(sentence.start, sentence.end),
  };
  const findings = judged.findings
    .map((finding) => ({ ...finding, evidence: [...finding.evidence, read] }))
    .sort(byWeight);
  const type = typeOf(group);
  const spans = [...group.map(({ span }) => span), ...short].sort((a, b) => a.start - b.start);
  return {
    party: {
      id,
      type,
      name,
      mentions: [],
      roles: [...new Set(group.flatMap(({ of }) => of.role ?? []))],
      countries: [],
      findings,
    },
    mentions: spans.map(({ start, end }) => ({
      type,
      text: document.text.slice(start, end),
      start,
      end,
      party: id,
    })),
    notes: judged.notes,
  };
}
