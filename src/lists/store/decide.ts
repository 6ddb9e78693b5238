/**
 * Whether an offered list becomes the current snapshot, history, nothing new, or is refused. Pure: what is held and what
 * is offered in, the decision and the new state of the source out.
 */
import type { Day, ErrorCode } from '../../base/index.js';
import type { EncodedSnapshot } from './encoder.js';
import { currentOf, heldAs, type SourceState, type Turn } from './manifest.js';
import { type SnapshotMeta, type SourceFacts, snapshotDay } from './snapshot.js';

/**
 * A list as offered to the store: its content, where it comes from, the day it was taken and the version that read it.
 * `accept` takes it even if it is empty or shrunk; who and why are recorded then, and only then.
 */
export type Offer = {
  readonly encoded: EncodedSnapshot;
  readonly facts: SourceFacts;
  readonly format: string;
  readonly files: readonly string[];
  readonly retrieved: Day;
  readonly engine: string;
  readonly accept: { readonly by: string; readonly reason: string } | null;
};

/** `state` is the source's afterwards; `write` says whether the snapshot's files are new. */
export type Decision =
  | {
      readonly result: 'updated' | 'history' | 'unchanged';
      readonly snapshot: SnapshotMeta;
      readonly state: SourceState;
      readonly write: boolean;
      readonly message: string;
    }
  | {
      readonly result: 'refused';
      readonly code: ErrorCode;
      readonly state: SourceState;
      readonly message: string;
    };

/** Decides about an offer. `state` is what is held of its source. */
export function decide(state: SourceState, offer: Offer): Decision {
  const { encoded, retrieved } = offer;
  const current = currentOf(state);
  const held = heldAs(state, encoded.hash);
  const checked: SourceState = { ...state, checked: retrieved, refused: null };

  // A daily copy without a date must not take the date from the snapshot that has one.
  if (
    current !== null &&
    current.content === encoded.content &&
    (current === held || encoded.published === null)
  )
    return unchanged(current, checked, `the same entries as on ${snapshotDay(current)}`);
  if (held !== undefined && encoded.published !== null)
    return unchanged(held, state, `already held as history of ${snapshotDay(held)}`);

  const day = encoded.published ?? retrieved;
  // The same entries, now with their date: the undated copy, kept for replays, no longer hides what came in between.
  const dated =
    current?.content === encoded.content && current.published === null && day <= state.timeline.at(-1)!.day;
  const turns = dated ? state.timeline.slice(0, -1) : state.timeline;
  const at = turns.findLastIndex((turn) => turn.day <= day) + 1;
  const newest = at === turns.length;
  // An old list says nothing about the current one: neither that it was looked at nor that it was refused.
  const noted = newest || dated ? checked : state;
  const trouble = findTrouble(state, turns[at - 1], encoded);
  if (trouble !== null && offer.accept === null) {
    const refused = { ...trouble, on: retrieved };
    return { result: 'refused', ...trouble, state: newest ? { ...state, refused } : state };
  }

  const snapshot = held ?? describe(offer, trouble === null ? null : offer.accept);
  const timeline = turns.toSpliced(at, 0, { day, hash: encoded.hash, former: encoded.trees.former });
  const replaced = dated ? { replaced: [...(state.replaced ?? []), ...state.timeline.slice(-1)] } : {};
  const snapshots = held === undefined ? [...state.snapshots, snapshot] : state.snapshots;
  return {
    result: newest ? 'updated' : 'history',
    snapshot,
    state: { ...noted, snapshots, timeline, ...replaced },
    write: held === undefined,
    message: newest ? updateMessage(current, offer, dated) : historyMessage(day, timeline, current),
  };
}

function unchanged(snapshot: SnapshotMeta, state: SourceState, message: string): Decision {
  return { result: 'unchanged', snapshot, state, write: false, message };
}

const KINDS = ['names', 'addresses', 'numbers', 'listings'] as const;
/** Values under which a tenth is no more than the day's changes of a small list. */
const FEW = 100;

function hasShrunk(before: number, now: number): boolean {
  return before >= FEW && (before - now) * 10 > before;
}

/** Refused: nothing in it, or over a tenth fewer entries, or values of a kind, than the newest older snapshot. */
function findTrouble(
  state: SourceState,
  before: Turn | undefined,
  { source, entities: { count }, values }: EncodedSnapshot,
): { readonly code: ErrorCode; readonly message: string } | null {
  const remedy = `nothing was changed: check the files, or take them with --accept ${source} --reason TEXT`;
  if (count === 0) return { code: 'list-empty', message: `holds no entry; ${remedy}` };
  const older = before === undefined ? undefined : heldAs(state, before.hash);
  if (older === undefined) return null;
  if ((older.entities - count) * 10 <= older.entities) {
    const kind = KINDS.find((one) => hasShrunk(older.values?.[one] ?? 0, values[one]));
    if (kind === undefined) return null;
    const message = `${values[kind]} ${kind} on as many entries as before, where those of ${before!.day} had ${older.values![kind]}: a part of the files is missing; ${remedy}`;
    return { code: 'list-shrunk', message };
  }
  const percent = Math.round(((older.entities - count) / older.entities) * 100);
  const message = `${count} entries, ${percent} % fewer than the ${older.entities} of ${before!.day}; ${remedy}`;
  return { code: 'list-shrunk', message };
}

function describe(offer: Offer, accept: Offer['accept']): SnapshotMeta {
  const { encoded, facts, format, files, retrieved, engine } = offer;
  return {
    source: encoded.source,
    title: facts.title,
    publisher: facts.publisher,
    regime: facts.regime,
    official: facts.official,
    format,
    files: [...files].sort(),
    published: encoded.published,
    retrieved,
    hash: encoded.hash,
    content: encoded.content,
    entities: encoded.entities.count,
    issues: encoded.issues.count,
    bytes: encoded.entities.bytes,
    values: encoded.values,
    accepted: accept === null ? null : { by: accept.by, reason: accept.reason, on: retrieved },
    engine,
  };
}

function updateMessage(current: SnapshotMeta | null, { encoded }: Offer, dated: boolean): string {
  const count = encoded.entities.count;
  if (dated) return `the same entries, now dated ${encoded.published}`;
  return current === null ? `${count} entries` : `${count} entries, before ${current.entities}`;
}

/** A current list that only counts from the day it was taken may be older than this one in truth. */
function historyMessage(day: Day, timeline: readonly Turn[], current: SnapshotMeta | null): string {
  const older = `of ${day}, older than the current one of ${timeline.at(-1)!.day}: kept as history`;
  if (current?.published !== null) return older;
  return `${older}; the current one says no day itself: if it is older in truth, load it again with --published`;
}
