/** Small invented lists, and one way to offer and commit them. */

import type { Issue } from '../../../src/base/index.js';
import type { Offer } from '../../../src/lists/store/decide.js';
import {
  type EncodedSnapshot,
  type IndexMaker,
  type ListStore,
  memoryStorage,
  neighbourOf,
  openEncoder,
  openWriter,
  STAGING,
  type Storage,
  type UpdateRow,
} from '../../../src/lists/store/index.js';
import type { Entity } from '../../../src/model/index.js';

/** What a test says of a list; everything else is filled in. `of` names its entities. */
export type Sketch = {
  readonly source?: string;
  readonly of: readonly string[];
  readonly published?: string | null;
  readonly retrieved?: string;
  readonly accept?: Offer['accept'];
  readonly issues?: number;
};

export function entity(source: string, name: string): Entity {
  return {
    id: `${source}-${name}`,
    caption: name,
    schema: 'Person',
    properties: { name: [name, `${name} Ω`], country: ['ru'] },
    datasets: [source],
    listings: [
      {
        source,
        entry: name,
        programme: 'P',
        annex: null,
        measure: null,
        act: null,
        start: '2022',
        end: null,
        reason: null,
        url: null,
      },
    ],
  };
}

/** `count` names: a1, a2, … */
export function names(count: number, letter = 'a'): string[] {
  return Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
}

/** A list's content as a thread encodes it, beside what the storage holds. */
export function encode(
  storage: Storage,
  source: string,
  published: string | null,
  content: { readonly entities: readonly Entity[]; readonly issues: readonly Issue[] },
  runSize?: number,
  day = published ?? '2026-06-01',
): EncodedSnapshot {
  staged += 1;
  const encoder = openEncoder(storage, `${STAGING}/${staged}`, runSize);
  content.entities.forEach(encoder.entity);
  content.issues.forEach(encoder.issue);
  return encoder.finish(source, published, neighbourOf(storage, source, day));
}
let staged = 0;

/** An offer, its new parts staged in `storage`. */
export function offerOf(
  {
    source = 'un-sc',
    of,
    published = '2026-01-01',
    retrieved = '2026-06-01',
    accept = null,
    issues = 0,
  }: Sketch,
  storage: Storage = memoryStorage(),
): Offer {
  const content = {
    entities: of.map((name) => entity(source, name)),
    issues: Array.from({ length: issues }, (_, at) => ({
      code: 'bad-date' as const,
      file: 'list.xml',
      line: at + 1,
      field: 'DATE',
      value: '?',
      message: 'not a date',
    })),
  };
  return {
    encoded: encode(storage, source, published, content, undefined, published ?? retrieved),
    facts: { title: `List ${source}`, publisher: 'Publisher', regime: 'UN', official: true },
    format: 'XML',
    files: ['list.xml'],
    retrieved,
    engine: '0.1.0',
    accept,
  };
}

/** An index that says what it was built of, so that a mixed world would show. */
export const index: IndexMaker = {
  builder: 'test 1',
  build: (store) => Buffer.from(describeWorld(store)),
};

/** Every list of a world with all of its entities, as text. */
export function describeWorld(store: ListStore): string {
  const lists = store.current().map((snapshot) => {
    const lines = [...store.entities(snapshot.hash)];
    return `${snapshot.source} ${snapshot.hash}: ${lines.map(({ entity: { caption } }) => caption).join(' ')}`;
  });
  return lists.join('\n');
}

/** One update, as the command does it. */
export async function update(storage: Storage, ...sketches: readonly Sketch[]): Promise<UpdateRow[]> {
  const writer = openWriter(storage);
  try {
    const rows = sketches.map((sketch) => writer.take(offerOf(sketch, storage)));
    await writer.commit(index);
    return rows;
  } finally {
    writer.close();
  }
}
