/**
 * From a reader's hand into the form of the store: entities arrive one at a time in the order of the file and leave
 * sorted, cut into parts, those that the store does not hold yet packed into one file. Memory is one run of lines
 * and the issues that are kept, whatever the list's size.
 */
import { createHash } from 'node:crypto';
import { CordonError, type Day, type Issue, type IssueCode, issue } from '../../base/index.js';
import { type Entity, ftmModel, IDENTIFIER_PROPERTIES, NAME_PROPERTIES } from '../../model/index.js';
import type { ListSink } from '../reader.js';
import { type Absence, openAbsence } from './absent.js';
import { type Moved, PACK_HEAD, type Piece, type Pieces, packName } from './nodes.js';
import {
  checkSource,
  formatLine,
  parseLine,
  type SnapshotTrees,
  snapshotHash,
  type ValueCounts,
} from './snapshot.js';
import { type KeyedLine, openSorter } from './sorted-lines.js';
import type { Storage } from './storage.js';
import { ALONE, openPack, openTree, smallNeighbour, sortedNeighbour } from './tree-writer.js';

/**
 * A list's content, ready to be taken: its trees, and the pack of what the store does not hold, at `path` in the
 * storage; null where nothing is new. `moved` are pieces the store holds damaged, and the pack holds whole. Plain data:
 * a thread makes it, the writer takes it.
 */
export type EncodedSnapshot = {
  readonly source: string;
  readonly published: Day | null;
  readonly hash: string;
  readonly content: string;
  readonly entities: { readonly count: number; readonly bytes: number };
  readonly values: ValueCounts;
  readonly issues: { readonly count: number };
  readonly trees: SnapshotTrees;
  readonly pack: { readonly name: string; readonly path: string } | null;
  readonly moved: readonly Moved[];
};

/** A sink that becomes a snapshot. */
export type Encoder = ListSink & {
  /**
   * Sorts, cuts and packs what was handed over.
   *
   * @throws CordonError `list-unreadable` when the source's name cannot name a folder, `state-unwritable`
   */
  finish(source: string, published: Day | null, neighbour: HeldTrees | null): EncodedSnapshot;
};

/**
 * The trees of a held snapshot, to share with. `older` when it comes before the new one, so that what it alone holds is
 * gone since `day`, the new one's.
 */
export type HeldTrees = {
  readonly trees: SnapshotTrees;
  readonly pieces: Pieces;
  readonly older: boolean;
  readonly day: Day;
};

const NAMES: ReadonlySet<string> = new Set(NAME_PROPERTIES);
const NUMBERS: ReadonlySet<string> = new Set(IDENTIFIER_PROPERTIES);

/** Bytes of lines that are sorted at once: every official list fits. */
const RUN = 1 << 25;
/** Issues of one kind that are kept whole; of more, the number is told. */
const MOST_OF_A_KIND = 10_000;

/**
 * Starts encoding.
 *
 * @param folder in the storage, for this list alone; whoever named it removes it
 */
export function openEncoder(storage: Storage, folder: string, runSize = RUN): Encoder {
  const sorter = openSorter(storage, folder, runSize);
  const issues = openIssues();
  const values = { names: 0, addresses: 0, numbers: 0, listings: 0 };
  return {
    entity(entity) {
      countValues(entity, values);
      const kept = ftmModel().isSchema(entity.schema) ? entity : asThing(entity, issues.add);
      sorter.add(entity.id, formatLine(kept));
    },
    issue: issues.add,
    finish(source, published, neighbour) {
      checkSource(source);
      const path = `${folder}/pack`;
      const moved: Moved[] = [];
      const content = createHash('sha256');
      const name = createHash('sha256');
      let trees: SnapshotTrees = { entities: null, issues: null, former: null };
      let written = 0;

      function* pack(): Generator<Uint8Array> {
        const writer = openPack(PACK_HEAD.length);
        const onMoved = ({ hash, pack, offset, stored }: Piece, from: string) => {
          moved.push({ hash, pack, offset, stored, from });
        };
        const absence = absenceFrom(neighbour);
        const near =
          neighbour === null
            ? null
            : sortedNeighbour(neighbour.trees.entities, neighbour.pieces, absence?.passed);
        let keys: string[] = [];
        const entities = openTree(writer, near ?? ALONE, onMoved, (first, shared) => {
          absence?.upTo(first);
          for (const key of keys) absence?.present(key, shared);
          keys = [];
        });
        yield* named(PACK_HEAD);
        for (const { key, line } of withoutTwins(sorter.sorted(), issues.add)) {
          content.update(line);
          entities.add(key, line);
          keys.push(key);
          for (const chunk of writer.drain()) yield* named(chunk);
        }
        const entityTree = entities.finish();
        const known = neighbour === null ? ALONE : smallNeighbour(neighbour.trees.issues, neighbour.pieces);
        const told = openTree(writer, known, onMoved);
        for (const line of issues.lines())
          told.add(createHash('sha256').update(line).digest('hex').slice(0, 16), Buffer.from(line));
        near?.end();
        const gone = neighbour === null ? ALONE : sortedNeighbour(neighbour.trees.former, neighbour.pieces);
        const former = openTree(writer, gone, onMoved);
        for (const { key, line } of absence?.lines() ?? []) former.add(key, Buffer.from(`${line}\n`));
        trees = { entities: entityTree, issues: told.finish(), former: former.finish() };
        for (const chunk of writer.drain()) yield* named(chunk);
      }
      function* named(chunk: Uint8Array): Generator<Uint8Array> {
        name.update(chunk);
        written += chunk.length;
        yield chunk;
      }

      storage.write(path, pack());
      const own = packName(name.digest('hex'));
      const hash = content.digest('hex');
      const isNew = written > PACK_HEAD.length;
      return {
        source,
        published,
        hash: snapshotHash(source, published, hash),
        content: hash,
        entities: { count: trees.entities?.root.count ?? 0, bytes: trees.entities?.root.length ?? 0 },
        issues: { count: trees.issues?.root.count ?? 0 },
        values,
        trees: {
          entities: placed(trees.entities, own),
          issues: placed(trees.issues, own),
          former: placed(trees.former, own),
        },
        pack: isNew ? { name: own, path } : null,
        moved: moved.map((one) => ({ ...one, pack: own })),
      };
    },
  };
}

/** An entity of a schema that the model does not know: searches would pass over it without a word. */
function asThing(entity: Entity, onIssue: (issue: Issue) => void): Entity {
  const at = { file: entity.datasets[0] ?? entity.id, field: 'schema', value: `${entity.schema}` };
  onIssue(issue('unknown-schema', at, `${entity.id}: a schema that the model does not know; kept as Thing`));
  return { ...entity, schema: 'Thing' };
}

/** Null where nothing came before. A damaged memory of who was gone is no reason to refuse a list. */
function absenceFrom(neighbour: HeldTrees | null): Absence | null {
  if (neighbour === null || !neighbour.older) return null;
  const { trees, pieces, day } = neighbour;
  try {
    return openAbsence(trees.former, pieces, day);
  } catch (cause) {
    if (!(cause instanceof CordonError) || cause.code !== 'snapshot-damaged') throw cause;
    return openAbsence(null, pieces, day);
  }
}

function placed(tree: SnapshotTrees['entities'], pack: string): SnapshotTrees['entities'] {
  return tree === null || tree.root.pack !== '' ? tree : { ...tree, root: { ...tree.root, pack } };
}

/** Lines as they are, but that no two have one key: the later ones get a number, and none is lost. */
function* withoutTwins(lines: Iterable<KeyedLine>, onIssue: (issue: Issue) => void): Generator<KeyedLine> {
  /** Renamed ones whose place is still to come: their keys begin with one that was just passed. */
  let later: KeyedLine[] = [];
  let last: string | null = null;
  let copies = 1;
  const rename = ({ key, line }: KeyedLine): KeyedLine => {
    copies += 1;
    const id = `${key} (${copies})`;
    const entity = { ...parseLine<Entity>(line, key), id };
    onIssue(
      issue(
        'duplicate-entry',
        { file: entity.datasets[0] ?? key, field: 'id', value: key },
        `came before; kept as ${id}`,
      ),
    );
    return { key: id, line: Buffer.from(`${formatLine(entity)}\n`) };
  };
  for (const next of lines) {
    while (later.length > 0 && later[0]!.key < next.key) {
      last = later[0]!.key;
      yield later.shift()!;
    }
    if (next.key !== last && later[0]?.key !== next.key) {
      copies = 1;
      last = next.key;
      yield next;
      continue;
    }
    later = [...later, rename(next)].sort((a, b) => (a.key < b.key ? -1 : 1));
  }
  yield* later;
}

/** Issues as lines, in their order; of a kind that comes without end the rest is counted. */
function openIssues(): { add(issue: Issue): void; lines(): Iterable<string> } {
  const kept: string[] = [];
  const counts = new Map<IssueCode, { count: number; file: string }>();
  return {
    add(one) {
      const held = counts.get(one.code);
      if (held === undefined) counts.set(one.code, { count: 1, file: one.file });
      else held.count += 1;
      if ((held?.count ?? 1) <= MOST_OF_A_KIND) kept.push(`${formatLine(one)}\n`);
    },
    *lines() {
      yield* kept;
      for (const [code, { count, file }] of counts) {
        if (count <= MOST_OF_A_KIND) continue;
        const rest = `${count - MOST_OF_A_KIND} more issues of this kind, which are not kept one by one`;
        yield `${formatLine(issue(code, { file }, rest))}\n`;
      }
    },
  };
}

function countValues(
  { properties, listings }: Entity,
  into: { -readonly [Kind in keyof ValueCounts]: number },
): void {
  for (const property in properties) {
    const count = properties[property]!.length;
    if (NAMES.has(property)) into.names += count;
    else if (property === 'address') into.addresses += count;
    else if (NUMBERS.has(property)) into.numbers += count;
  }
  into.listings += listings.length;
}
