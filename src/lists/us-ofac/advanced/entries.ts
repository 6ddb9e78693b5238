/**
 * What stands behind the parties: entries (which lists, since when, under which law and programmes) and relations.
 * Their numbers are held by profile until the party comes by; the words are looked up then, as the reference sets
 * stand in the other half of the file.
 */
import { issue } from '../../../base/index.js';
import type { ListSink } from '../../reader.js';
import { childOf, childrenOf, childText, type XmlElement } from '../../reading/xml.js';
import type { ProgrammeTerms } from '../record.js';
import { dayOf, lastDayOf } from './dates.js';
import type { References } from './references.js';

/** A relation of a profile, its words still a number. */
export type Relation = {
  readonly type: string | undefined;
  readonly to: string;
  readonly former: boolean;
  readonly comment: string;
  readonly line: number;
};

/** What the entries say of a profile. */
export type Listed = {
  readonly programmes: readonly string[];
  readonly terms: ReadonlyMap<string, ProgrammeTerms>;
  readonly notes: readonly string[];
};

/** Entries and relations of a file, by profile. */
export type Entries = {
  takeEntry(element: XmlElement): void;
  takeRelation(element: XmlElement): void;
  /** Given out once. */
  listed(profile: string, references: References): Listed;
  /** Given out once. */
  relations(profile: string): readonly Relation[];
  /** Profiles that a relation points at. */
  readonly targets: ReadonlySet<string>;
  /** Entries and relations of profiles that no party has become issues. */
  tellOrphans(): void;
};

type Held = {
  readonly line: number;
  readonly list: string | undefined;
  readonly events: readonly Event[];
  readonly measures: readonly Measure[];
};
type Event = {
  readonly type: string | undefined;
  readonly basis: string | undefined;
  readonly day: string | null;
};
type Measure = { readonly type: string | undefined; readonly comment: string; readonly end: string | null };

/** Opens empty tables. */
export function openEntries(file: string, sink: Pick<ListSink, 'issue'>): Entries {
  const entries = new Map<string, Held[]>();
  const relations = new Map<string, Relation[]>();
  const targets = new Set<string>();
  // The same few words come thousands of times; each text of its own would keep the piece of the file it was cut from.
  const words = new Map<string, string>();
  const once = (text: string): string => {
    const held = words.get(text) ?? Buffer.from(text).toString();
    words.set(held, held);
    return held;
  };
  return {
    targets,
    takeEntry: (element) => push(entries, element.attributes.ProfileID ?? '', heldOf(element, once)),
    takeRelation: (element) => {
      const { RelationTypeID: type, Former, ...ends } = element.attributes;
      const to = ends['To-ProfileID'] ?? '';
      targets.add(to);
      const comment = once(childText(element, 'Comment'));
      const relation = { type, to, former: Former === 'true', comment, line: element.line };
      push(relations, ends['From-ProfileID'] ?? '', relation);
    },
    listed: (profile, references) => {
      const held = entries.get(profile) ?? [];
      entries.delete(profile);
      return listedBy(held, references, file);
    },
    relations: (profile) => {
      const held = relations.get(profile) ?? [];
      relations.delete(profile);
      return held;
    },
    tellOrphans: () => {
      const tell = (line: number, field: string, profile: string) => {
        const at = { file, line, field, value: profile };
        sink.issue(issue('orphan-row', at, 'of a profile that is not in the list (skipped)'));
      };
      for (const [profile, held] of entries)
        for (const { line } of held) tell(line, 'SanctionsEntry', profile);
      for (const [profile, held] of relations)
        for (const { line } of held) tell(line, 'ProfileRelationship', profile);
    },
  };
}

function heldOf(element: XmlElement, once: (text: string) => string): Held {
  return {
    line: element.line,
    list: element.attributes.ListID,
    events: childrenOf(element, 'EntryEvent').map((event) => ({
      type: event.attributes.EntryEventTypeID,
      basis: event.attributes.LegalBasisID,
      day: dayOf(childOf(event, 'Date')),
    })),
    measures: childrenOf(element, 'SanctionsMeasure').map((measure) => ({
      type: measure.attributes.SanctionsTypeID,
      comment: once(childText(measure, 'Comment')),
      end: lastDayOf(childOf(measure, 'DatePeriod')),
    })),
  };
}

function listedBy(held: readonly Held[], references: References, file: string): Listed {
  const terms = new Map<string, ProgrammeTerms>();
  const notes: string[] = [];
  for (const { line, list, events, measures } of held) {
    const at = { file, line, field: 'SanctionsEntry' };
    const acts = events.map(({ type, basis, day }) => ({
      type: references.textOf('EntryEventType', type, at),
      basis: known(references.textOf('LegalBasis', basis, at)),
      day,
    }));
    const created = acts.filter(({ type }) => type === 'Created');
    const kinds: string[] = [];
    const tags: { tag: string; end: string | null }[] = [];
    for (const { type, comment, end } of measures) {
      const kind = references.textOf('SanctionsType', type, at);
      if (kind !== PROGRAMME) kinds.push(comment === '' ? kind : `${kind} (${comment})`);
      else if (comment !== '') tags.push({ tag: comment, end });
    }
    for (const { tag, end } of tags) {
      const own = termsOf(tag, tags.length === 1, created, end);
      terms.set(tag, earlier(terms.get(tag), own));
    }
    const words = acts.map(({ type, basis, day }) =>
      [type === 'Created' ? 'since' : type, day, basis && `(${basis})`].filter(Boolean).join(' '),
    );
    notes.push([references.textOf('List', list, at), ...words, kinds.join('; ')].filter(Boolean).join(', '));
  }
  return { programmes: [...terms.keys()], terms, notes };
}

/** A measure of this type is a programme, its comment the tag. */
const PROGRAMME = 'Program';

type Created = { readonly basis: string | null; readonly day: string | null };

/**
 * The day and act of a programme: of the event whose act bears the programme's order, else the first day of all. An act
 * counts only where it bears that order or, for a programme without one, where the entry has no other programme or act.
 */
function termsOf(
  programme: string,
  alone: boolean,
  created: readonly Created[],
  end: string | null,
): ProgrammeTerms {
  const order = /EO(\d{5})/.exec(programme)?.[1];
  const own = order === undefined ? [] : created.filter(({ basis }) => basis?.includes(order));
  const events = own.length > 0 ? own : created;
  const days = events.flatMap(({ day }) => day ?? []).sort();
  const acts = [...new Set(events.map(({ basis }) => basis))];
  const certain = acts.length === 1 && (own.length > 0 || (alone && order === undefined));
  return { start: days[0] ?? null, end, act: certain ? acts[0]! : null };
}

/** A programme of two lists is in force from the earlier day to the later end. */
function earlier(held: ProgrammeTerms | undefined, other: ProgrammeTerms): ProgrammeTerms {
  if (held === undefined) return other;
  const start =
    held.start === null || (other.start !== null && other.start < held.start) ? other.start : held.start;
  const end = held.end === null || other.end === null ? null : [held.end, other.end].sort()[1]!;
  return { start, end, act: held.act ?? other.act };
}

function known(text: string): string | null {
  return text === '' || text === 'Unknown' ? null : text;
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const held = groups.get(key);
  if (held === undefined) groups.set(key, [value]);
  else held.push(value);
}
