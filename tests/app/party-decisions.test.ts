/** People's decisions on parties find their entries, those too that have left the list. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildIndex } from '../../src/app/build-index.js';
import { openKnowledge, openTables } from '../../src/app/knowledge.js';
import { bearingOn, onOrdinals } from '../../src/app/party-decisions.js';
import { memoryStorage, openStore } from '../../src/lists/store/index.js';
import { openIndex } from '../../src/search/index.js';
import { names, update } from '../lists/store/support.js';

const knowledge = openKnowledge(openTables());
const SOURCES = ['un-first', 'un-second'] as const;
const accept = { by: 'test', reason: 'any size' };

const files = fc.array(fc.subarray(names(24), { minLength: 1 }), { minLength: 1, maxLength: 3 });

it('a decision holds for entries on a list and for those that have left it, as looking through them all finds them', () =>
  fc.assert(
    fc.asyncProperty(files, files, async (first, second) => {
      const storage = memoryStorage();
      for (const [at, source] of SOURCES.entries())
        for (const [day, of] of [first, second][at]!.entries())
          await update(storage, { source, of, published: `2026-01-0${day + 1}`, accept });
      const store = openStore(storage);
      const lists = store.current();
      const bytes = buildIndex(store, lists, knowledge);
      const shared = new SharedArrayBuffer(bytes.length);
      new Uint8Array(shared).set(bytes);
      const index = openIndex(shared);
      const held = { index, store, lists };
      const ordinals = new Map<string, number>();
      for (let ordinal = 0; ordinal < index.entityCount; ordinal++) {
        const { list, offset, length } = index.entity(ordinal);
        const { source, hash } = lists[list]!;
        ordinals.set(`${source}/${store.entityAt(hash, offset, length).id}`, ordinal);
      }
      const keyOf = (at: 0 | 1, name: string) => `${SOURCES[at]}/${SOURCES[at]}-${name}`;
      const decisions = names(24).map((name, at) => ({
        left: keyOf(0, name),
        right: keyOf(1, names(24)[(at * 7) % 24]!),
        decision: at % 2 === 0 ? ('same' as const) : ('different' as const),
        reason: 'invented',
        by: 'J. Doe',
        on: '2026-02-01',
      }));
      const wanted = decisions.filter(({ left, right }) => ordinals.has(left) && ordinals.has(right));
      const found = bearingOn(decisions, held);
      expect(found.decisions).toEqual(wanted);
      const absent = decisions.flatMap(({ left, right }) =>
        [left, right].filter((key) => !ordinals.has(key)),
      );
      expect(found.issues.map(({ value }) => value)).toEqual(absent);
      expect(onOrdinals(decisions, held).map(({ left, right, same }) => ({ left, right, same }))).toEqual(
        wanted.map(({ left, right, decision }) => ({
          left: ordinals.get(left),
          right: ordinals.get(right),
          same: decision === 'same',
        })),
      );
    }),
    { numRuns: 40 },
  ));
