/** What is held: the status of every source, the issues of a list, its entities as FollowTheMoney. */
import { addDays, CordonError, type Day, type Issue } from '../base/index.js';
import {
  diskStorage,
  openStore,
  openWriter,
  type RestoreRow,
  type StatusRow,
  snapshotDay,
  type VerifyReport,
  verifyState,
} from '../lists/store/index.js';
import { type FtmEntity, toFtm } from '../model/index.js';
import { buildIndex } from './build-index.js';
import { openKnowledge, openTables } from './knowledge.js';
import { openSampleLists } from './open-world.js';
import { stateFolder } from './paths.js';
import { today } from './today.js';

/** Where lists are looked at. */
export type ListsPlace = { readonly home?: string | null; readonly sample?: boolean };

/** Every source that was ever offered, each checked against its hash. `date` decides what is stale; default today. */
export async function listsStatus(place: ListsPlace, date: Day = today()): Promise<readonly StatusRow[]> {
  const { store, sources } = await openHeld(place);
  return store.status((snapshot) => {
    const maxAge = sources.sourceOf(snapshot.source)?.maxAgeDays ?? null;
    return maxAge !== null && snapshotDay(snapshot) < addDays(date, -maxAge);
  });
}

/**
 * The issues of a source's current snapshot, or of the snapshot with the hash given.
 *
 * @throws CordonError `snapshot-missing`
 */
export async function listIssues(place: ListsPlace, id: string): Promise<readonly Issue[]> {
  const { store } = await openHeld(place);
  const current = store.current().find((snapshot) => snapshot.source === id);
  return store.issues(current?.hash ?? id);
}

/**
 * Every entity of the current snapshots (or of one source's) as FollowTheMoney, entity and its sanctions in turn.
 *
 * @throws CordonError `no-lists` when nothing is loaded, or nothing of that source
 */
export async function* exportLists(place: ListsPlace, source: string | null): AsyncGenerator<FtmEntity> {
  const { store } = await openHeld(place);
  const held = store.current().filter((snapshot) => source === null || snapshot.source === source);
  if (held.length === 0) {
    const what = source === null ? 'no list is loaded' : `${source}: no such list is loaded`;
    throw new CordonError(
      'no-lists',
      `${what}: cordon lists status shows what is, cordon lists update loads more`,
    );
  }
  for (const { hash } of held) {
    for (const { entity } of store.entities(hash)) yield* toFtm(entity);
  }
}

/**
 * Reads every byte of the state folder again; changes nothing.
 *
 * @throws CordonError `state-unreadable` when the folder itself cannot be read
 */
export function verifyLists(
  place: Pick<ListsPlace, 'home'>,
  onProgress: (done: number, total: number, file: string) => void,
): VerifyReport {
  return verifyState(diskStorage(stateFolder(place.home ?? null)), onProgress);
}

/**
 * Makes the newest snapshot that is whole the current one of a source, where its current one is damaged.
 *
 * @throws CordonError `snapshot-missing` when the source is not held, `snapshot-damaged` when none is whole,
 *   `state-locked`, `state-unwritable`
 */
export async function restoreList(place: Pick<ListsPlace, 'home'>, source: string): Promise<RestoreRow> {
  const tables = openTables();
  const knowledge = openKnowledge(tables);
  const writer = openWriter(diskStorage(stateFolder(place.home ?? null)));
  try {
    const row = writer.restore(source);
    await writer.commit({
      builder: tables.builder,
      build: (store) => buildIndex(store, store.current(), knowledge),
    });
    return row;
  } finally {
    writer.close();
  }
}

async function openHeld(place: ListsPlace) {
  const tables = openTables();
  const knowledge = openKnowledge(tables);
  const store =
    place.sample === true
      ? await openSampleLists(tables, knowledge)
      : openStore(diskStorage(stateFolder(place.home ?? null)));
  return { store, sources: knowledge.sources };
}
