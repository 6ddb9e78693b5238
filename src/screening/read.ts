/**
 * Reading: which listed parties a page names, where, and what follows. Spans that may be names come from `documents`;
 * each is looked up in the same index, by the same scorer, as any party; later short mentions join the party named
 * before. Unlisted names are not reported here.
 */
import type { Issue } from '../base/index.js';
import type { Document, NameSpan, Span } from '../documents/index.js';
import type {
  Finding,
  ListedParty,
  Note,
  Party,
  SubjectRef,
  TextEvidence,
  WorldStatement,
} from '../model/index.js';
import { type Names, nameKindOf } from '../names/index.js';
import { byWeight, inOrderOf, remark } from './check.js';
import { ASIDE, bestHit, identifiedHit } from './page-hits.js';
import { identifiersIn } from './page-identifiers.js';
import { type KnownWords, readingsOf } from './page-readings.js';
import { checkParty } from './party.js';
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
 * What was read. Offsets are UTF-16 code units of `document.text`; `findings` holds those of all parties, and
 * `listedParties` whom the lists mean by them. Claims, relations and contradictions are not read yet: their lists are
 * empty.
 */
export type PageReport = {
  readonly world: WorldStatement;
  readonly document: Document;
  readonly mentions: readonly PageMention[];
  readonly parties: readonly PageParty[];
  readonly claims: readonly never[];
  readonly relations: readonly never[];
  readonly contradictions: readonly never[];
  readonly listedParties: readonly ListedParty[];
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
};

/** One way to read a span as a listed party. */
type Match = { readonly span: Span; readonly of: NameSpan; readonly party: Party; readonly best: Hit };

/** Different stretches of longer runs of capitals that are looked up for one page, one to three milliseconds each. */
const MOST_STRETCHES = 1500;
const CUT =
  'long runs of capitalised words were not read in every way: look up single names with cordon check';
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
  const { chosen, cut } = chooseMatches(document, spans, world);
  const groups = groupByParty(chosen, world);
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
    listedParties: inOrderOf(
      findings,
      found.flatMap((one) => one.listedParties),
    ),
    findings,
    notes: [
      ...found.flatMap((one) => one.notes),
      ...(cut ? [remark({ kind: 'party', label: document.source, ref: null }, CUT)] : []),
    ],
  };
  return { report, issues };
}

/**
 * Readings that hit, none overlapping: those by identifier, then longer names, then higher scores, then earlier ones.
 * `cut` when a bound on what is looked up left readings out.
 */
function chooseMatches(
  document: Document,
  spans: readonly NameSpan[],
  world: World,
): { chosen: Match[]; cut: boolean } {
  const known = new Map<string, Hit | null>();
  const words = knownWords(world);
  const matches: Match[] = [];
  let stretches = 0;
  let cut = false;
  for (const of of spans) {
    const read = readingsOf(of, document.text, words);
    cut ||= read.cut;
    for (const span of read.readings) {
      const text = document.text.slice(span.start, span.end);
      // "Russia" and "Russian" are somebody's alias; on a page they are the country.
      if (world.countries.codeOf(text) !== null) continue;
      const party: Party = { schema: of.hint ?? 'Thing', properties: { name: [text] } };
      const lone = of.weak && of.tokens.length === 1 && !of.window;
      const key = `${party.schema} ${lone} ${text.toLowerCase()}`;
      let best = known.get(key);
      if (best === undefined) {
        const whole = span.start === of.start && span.end === of.end;
        if (!whole && ++stretches > MOST_STRETCHES) {
          cut = true;
          continue;
        }
        best = bestHit(party, lone, world);
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
      wordsOf(b) - wordsOf(a) ||
      score(b) - score(a) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end,
  );
  const taken = openTaken(document.text.length);
  const chosen: Match[] = [];
  for (const match of [...identified(document, spans, world), ...matches]) {
    if (taken.overlaps(match.span)) continue;
    taken.add(match.span);
    chosen.push(match);
  }
  return { chosen: chosen.sort((a, b) => a.span.start - b.span.start), cut };
}

/** Words of a page are asked for again and again: each is parsed once. */
function knownWords({ index, names, countries }: World): KnownWords {
  const seen = new Map<string, boolean>();
  return {
    listed: (word) => {
      let known = seen.get(word);
      if (known === undefined) {
        known = names.parse(word, 'any').parts.some((part) => index.hasToken(part));
        seen.set(word, known);
      }
      return known;
    },
    country: (word) => countries.codeOf(word) !== null,
  };
}

/** Parties named by identifier; the mention is the name before it, else the identifier. */
function identified(document: Document, spans: readonly NameSpan[], world: World): Match[] {
  return identifiersIn(document.text, spans).flatMap((found) => {
    const hit = identifiedHit(found, world);
    if (hit === null) return [];
    const of = found.name ?? numberSpan(document, found.span, world);
    return [{ span: { start: of.start, end: of.end }, of, ...hit }];
  });
}

function numberSpan(document: Document, span: Span, world: World): NameSpan {
  const sentence = world.documents
    .sentences(document)
    .findIndex(({ start, end }) => start <= span.start && span.end <= end);
  return {
    ...span,
    text: document.text.slice(span.start, span.end),
    hint: null,
    role: null,
    roleSpan: null,
    sentence,
    tokens: [span],
    alternative: false,
    weak: false,
    window: false,
  };
}

/** Whether the reading has words of its own that the listed name lacks: "Rosneft's Igor Sechin". */
function saysMore({ best }: Match): boolean {
  return best.comparison.parts.some(
    (part) => part.right === null && part.weight > 0 && !ASIDE.has(part.type),
  );
}

function wordsOf({ span, of }: Match): number {
  return of.tokens.filter((token) => token.start >= span.start && token.end <= span.end).length;
}

/** Mentions whose best hits are entries of the same listed party are one. */
function groupByParty(matches: readonly Match[], { parties }: World): Match[][] {
  const groups = new Map<number, Match[]>();
  for (const match of matches) {
    const { ordinal } = match.best;
    const key = parties.of(ordinal)?.members[0] ?? ordinal;
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
): {
  party: PageParty;
  mentions: Omit<PageMention, 'id'>[];
  notes: readonly Note[];
  listedParties: readonly ListedParty[];
} {
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
    listedParties: judged.parties,
  };
}
