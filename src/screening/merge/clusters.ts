/**
 * From links to parties. Links are taken strongest first; one that would bring two entries together that contradict each
 * other is left out, and of two that compete with equal strength both are. The order of entries and lists decides
 * nothing: what is equally strong goes by the entries' own keys.
 */

/** A link between two entries; a person's decision has rank −1. */
export type Link = {
  readonly left: number;
  readonly right: number;
  readonly rank: number;
  readonly reason: string;
  readonly score: number;
  readonly facts: string;
};

/** A link that was taken, or left out with the reason why. */
export type SettledLink = Link & { readonly leftOut: string | null };

/** Entries held to be one (two at least), and every link that speaks for it or was left out. */
export type Clusters = {
  readonly members: readonly (readonly number[])[];
  readonly links: readonly SettledLink[];
};

/** What clustering asks of the entries: a key that says nothing of their order, and what contradicts between two. */
export type Entries = {
  readonly keyOf: (entry: number) => string;
  readonly contradictions: (left: number, right: number) => readonly string[];
};

/** Groups entries. @param links each pair once, its strongest link */
export function clusterLinks(links: readonly Link[], entries: Entries): Clusters {
  const groups = new Groups(entries);
  const sorted = links
    .map((link) => oriented(link, entries.keyOf))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        b.score - a.score ||
        compare(entries.keyOf(a.left), entries.keyOf(b.left)) ||
        compare(entries.keyOf(a.right), entries.keyOf(b.right)),
    );
  const settled: SettledLink[] = [];
  for (let from = 0; from < sorted.length; ) {
    const until = endOfTier(sorted, from);
    const tier = sorted.slice(from, until);
    const rivals = rivalsIn(tier, groups);
    for (const link of tier) {
      const conflict = rivals.get(link) ?? groups.conflict(link.left, link.right);
      if (conflict === null) groups.join(link.left, link.right);
      settled.push({ ...link, leftOut: conflict });
    }
    from = until;
  }
  return { members: groups.all(), links: settled };
}

/** Links of one rank and one score (to two decimals) are equally strong. */
function endOfTier(links: readonly Link[], from: number): number {
  const strength = ({ rank, score }: Link) => `${rank} ${score.toFixed(2)}`;
  let until = from + 1;
  while (until < links.length && strength(links[until]!) === strength(links[from]!)) until++;
  return until;
}

/** Of equally strong links those that lead from one entry to two that contradict each other: neither is taken. */
function rivalsIn(tier: readonly Link[], groups: Groups): Map<Link, string> {
  const rivals = new Map<Link, string>();
  const byGroup = new Map<number, { link: Link; to: number }[]>();
  const add = (group: number, link: Link, to: number) => {
    const held = byGroup.get(group);
    if (held === undefined) byGroup.set(group, [{ link, to }]);
    else held.push({ link, to });
  };
  for (const link of tier) {
    // A link whose own ends contradict each other speaks for nothing, so it rivals nothing.
    if (groups.conflict(link.left, link.right) !== null) continue;
    add(groups.rootOf(link.left), link, link.right);
    add(groups.rootOf(link.right), link, link.left);
  }
  for (const list of byGroup.values()) {
    for (const [at, one] of list.entries()) {
      for (const other of list.slice(at + 1)) {
        if (groups.rootOf(one.to) === groups.rootOf(other.to)) continue;
        const conflict = groups.conflict(one.to, other.to);
        if (conflict === null) continue;
        const text = `as much speaks for another entry, which contradicts this one: ${conflict}`;
        for (const { link } of [one, other]) if (!rivals.has(link)) rivals.set(link, text);
      }
    }
  }
  return rivals;
}

class Groups {
  readonly #entries: Entries;
  readonly #root = new Map<number, number>();
  readonly #members = new Map<number, number[]>();

  constructor(entries: Entries) {
    this.#entries = entries;
  }

  rootOf(entry: number): number {
    return this.#root.get(entry) ?? entry;
  }

  /** What keeps the groups of two entries apart, null for nothing. */
  conflict(left: number, right: number): string | null {
    if (this.rootOf(left) === this.rootOf(right)) return null;
    for (const one of this.#of(left)) {
      for (const other of this.#of(right)) {
        const [fact] = this.#entries.contradictions(one, other);
        if (fact !== undefined) return fact;
      }
    }
    return null;
  }

  join(left: number, right: number): void {
    const [to, from] = [this.rootOf(left), this.rootOf(right)];
    if (to === from) return;
    const joined = [...this.#of(left), ...this.#of(right)];
    for (const entry of joined) this.#root.set(entry, to);
    this.#members.delete(from);
    this.#members.set(to, joined);
  }

  /** The groups, sorted by the keys of their entries. */
  all(): number[][] {
    const { keyOf } = this.#entries;
    const sorted = [...this.#members.values()].map((group) =>
      group.toSorted((a, b) => compare(keyOf(a), keyOf(b))),
    );
    return sorted.sort((a, b) => compare(keyOf(a[0]!), keyOf(b[0]!)));
  }

  #of(entry: number): readonly number[] {
    return this.#members.get(this.rootOf(entry)) ?? [entry];
  }
}

function oriented(link: Link, keyOf: Entries['keyOf']): Link {
  return compare(keyOf(link.left), keyOf(link.right)) <= 0
    ? link
    : { ...link, left: link.right, right: link.left };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
