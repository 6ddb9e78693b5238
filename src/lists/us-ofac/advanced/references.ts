/** The reference sets of an advanced file: every number in it has its words here. They are read, never known by heart. */
import { issue } from '../../../base/index.js';
import { singleSpaced } from '../../../text/index.js';
import type { ListSink } from '../../reader.js';
import type { XmlElement } from '../../reading/xml.js';
import type { OfacAt } from '../record.js';

/** The sets, filled as they come by. */
export type References = {
  /** Takes a set (`AliasTypeValues` with its `AliasType` elements). */
  take(set: XmlElement): void;
  /** The words of a number in the set of this element name; '' without a number; an unknown number is an issue, once. */
  textOf(name: string, id: string | undefined, at: OfacAt): string;
  /** A sub-type's words; where it has none of its own, those of its party type. */
  partyType(id: string | undefined, at: OfacAt): string;
  readonly size: number;
};

type Value = { readonly text: string; readonly above: string | undefined };

/** Opens empty sets. */
export function openReferences(sink: Pick<ListSink, 'issue'>): References {
  const sets = new Map<string, Map<string, Value>>();
  const told = new Set<string>();
  const find = (name: string, id: string, at: OfacAt): Value | null => {
    const value = sets.get(name)?.get(id);
    if (value !== undefined) return value;
    const key = `${name} ${id}`;
    if (!told.has(key)) {
      told.add(key);
      const what = 'a number that the reference sets do not hold, here and wherever it comes again';
      sink.issue(issue('bad-value', { ...at, field: `${name}ID`, value: id }, what));
    }
    return null;
  };
  return {
    take: (set) => {
      for (const { name, attributes, text } of set.children) {
        const values = sets.get(name) ?? new Map<string, Value>();
        sets.set(name, values);
        const words = attributes.Description ?? singleSpaced(text);
        values.set(attributes.ID ?? '', { text: words, above: attributes.PartyTypeID });
      }
    },
    textOf: (name, id, at) => (id === undefined ? '' : (find(name, id, at)?.text ?? '')),
    partyType: (id, at) => {
      const value = id === undefined ? null : find('PartySubType', id, at);
      if (value === null || value.above === undefined) return value?.text ?? '';
      const unsaid = value.text === '' || value.text === 'Unknown';
      return unsaid ? (find('PartyType', value.above, at)?.text ?? '') : value.text;
    },
    get size() {
      return sets.size;
    },
  };
}
