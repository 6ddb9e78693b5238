/**
 * What one listing means on the world's day: the row of the measures table for it, and whether it is in force, over, or
 * yet to come. Nothing here looks at names.
 */
import { type Day, dateSpan, formatDate } from '../base/index.js';
import type { Act, Basis, CheckId, Entity, Listing, Regime, Verdict } from '../model/index.js';
import type { Measure, Measures } from '../rules/index.js';

/** A listing's word. `state` says whether it speaks today; `says` is the note when it does not. */
export type Ruling = {
  readonly check: CheckId;
  readonly regime: Regime | null;
  readonly verdict: Verdict;
  readonly measure: string | null;
  readonly acts: readonly Act[];
  readonly basis: Basis;
  readonly listing: Listing | null;
  readonly state: 'in force' | 'over' | 'to come';
  readonly says: string | null;
};

/** What of the world a ruling reads; `source` and `regime` are those of the list that the entity is on. */
export type RulingWorld = {
  readonly date: Day;
  readonly measures: Measures;
  readonly source: string;
  readonly regime: Regime | null;
};

/**
 * Every ruling about an entity: one per listing; without a listing one per topic, which never says more than `review`;
 * without a topic "on dataset X".
 */
export function rulingsOf(entity: Entity, world: RulingWorld): Ruling[] {
  const rulings = rulingsInFile(entity, world);
  const { absentSince } = entity;
  if (absentSince === undefined) return rulings;
  // Gone without a word: no verdict, as for one whose end is known.
  const says = `no longer in the file since ${formatDate(absentSince)}`;
  return rulings.map((ruling) => (ruling.state === 'over' ? ruling : { ...ruling, state: 'over', says }));
}

function rulingsInFile(entity: Entity, world: RulingWorld): Ruling[] {
  if (entity.listings.length > 0) return entity.listings.map((listing) => ofListing(listing, entity, world));
  const topics = entity.properties.topics ?? ['other'];
  return topics.map((topic) => {
    const rule = world.measures.topicOf(topic);
    return {
      check: rule.check,
      regime: world.regime,
      verdict: rule.withoutSanction,
      measure: null,
      acts: [],
      basis: datasetBasis(`topic-${rule.topic}`, world.source),
      listing: null,
      state: 'in force',
      says: null,
    };
  });
}

/** A listing without a row of the measures table is reviewed, unless a topic of the entity says what it is. */
function ofListing(listing: Listing, entity: Entity, world: RulingWorld): Ruling {
  const row = world.measures.measureOf(listing, world.date);
  const state = stateOf(listing.start, listing.end, world.date);
  const says = noticeOf(state, listing.start, listing.end);
  if (row === null) {
    const topics = (entity.properties.topics ?? []).map((topic) => world.measures.topicOf(topic));
    const topic = topics.find((rule) => rule.verdict !== 'by-listing' && rule.verdict !== 'review');
    if (topic !== undefined && topic.verdict !== 'by-listing') {
      const basis = datasetBasis(`topic-${topic.topic}`, world.source);
      return {
        check: topic.check,
        regime: world.regime,
        verdict: topic.verdict,
        measure: null,
        acts: [],
        basis,
        listing,
        state,
        says,
      };
    }
    return ofMeasure(world.measures.measureOrReview(listing, world.date), listing, state, says);
  }
  const whole = state === 'in force' ? stateOf(row.validFrom, row.validUntil, world.date) : state;
  return ofMeasure(row, listing, whole, says ?? noticeOf(whole, row.validFrom, row.validUntil));
}

function ofMeasure(row: Measure, listing: Listing, state: Ruling['state'], says: string | null): Ruling {
  const { id, citation, validFrom, validUntil, confidence, regime, verdict, kind, acts } = row;
  const basis = { rule: id, citation, validFrom, validUntil, confidence };
  return { check: 'party', regime, verdict, measure: kind, acts, basis, listing, state, says };
}

function datasetBasis(rule: string, source: string): Basis {
  return { rule, citation: `on dataset ${source}`, validFrom: null, validUntil: null, confidence: 'assumed' };
}

/** No date applies; a month or year begins with its first day and ends with its last. */
function stateOf(start: string | null, end: string | null, date: Day): Ruling['state'] {
  const from = start === null ? null : dateSpan(start);
  const to = end === null ? null : dateSpan(end);
  if (to !== null && to.to < date) return 'over';
  if (from !== null && from.from > date) return 'to come';
  return 'in force';
}

function noticeOf(state: Ruling['state'], start: string | null, end: string | null): string | null {
  if (state === 'in force') return null;
  const from = start === null ? 'date not given' : formatDate(start);
  return state === 'to come'
    ? `will apply from ${from}`
    : `formerly listed, ${from} to ${formatDate(end ?? '')}`;
}
