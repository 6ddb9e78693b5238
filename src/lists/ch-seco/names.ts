/**
 * Names of the Swiss list. A name is parts with an order and a type, each part with spelling variants by language and
 * script; parts of one script belong together, so no name mixes two.
 */
import type { PropertyBag } from '../../model/index.js';
import { singleSpaced } from '../../text/index.js';
import { childrenOf, childText, type XmlElement } from '../reading/xml.js';

/** A spelling of a name as one string; `script` is an ISO 15924 code, '' for the list's own. */
type Spelling = { readonly text: string; readonly script: string };

/** A name read: its spellings, the list's own first, and the parts of that one by type. */
export type SecoName = {
  readonly spellings: readonly Spelling[];
  readonly parts: ReadonlyMap<string, string>;
  /** Types of parts that the reader does not know. */
  readonly unknown: readonly string[];
};

/** Types of parts in the order in which a name is read aloud. */
const READING: readonly string[] = [
  'whole-name',
  'given-name',
  'further-given-name',
  'father-name',
  'grand-father-name',
  'family-name',
  'tribal-name',
  'suffix',
];
/** Parts that stand beside a name and not in it. */
const BESIDE: readonly string[] = ['title', 'maiden-name'];
/** A part in no place of its own. */
const OTHER = 'other';
/** Type of a part → the property of a person. */
const PROPERTIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'given-name': 'firstName',
    'further-given-name': 'secondName',
    'father-name': 'fatherName',
    'family-name': 'lastName',
    suffix: 'nameSuffix',
    title: 'title',
  }),
);

type Part = {
  readonly type: string;
  readonly order: number;
  readonly value: string;
  readonly variants: XmlElement[];
};

/** Reads a `name` element. */
export function readName(name: XmlElement): SecoName {
  const parts = childrenOf(name, 'name-part').map(
    (part): Part => ({
      type: part.attributes['name-part-type'] ?? '',
      order: Number(part.attributes.order) || 0,
      value: childText(part, 'value'),
      variants: childrenOf(part, 'spelling-variant').filter(({ text }) => singleSpaced(text) !== ''),
    }),
  );
  const ordered = parts.toSorted((a, b) => place(a) - place(b) || a.order - b.order);
  const inside = ordered.filter(({ type }) => !BESIDE.includes(type));
  const spellings = [{ text: joined(inside.map(({ value }) => value)), script: '' }, ...variantsOf(inside)];
  const maiden = parts.find(({ type }) => type === 'maiden-name')?.value ?? '';
  if (maiden !== '') {
    const born = inside.map(({ type, value }) => (type === 'family-name' ? maiden : value));
    if (inside.some(({ type }) => type === 'family-name'))
      spellings.push({ text: joined(born), script: 'LATN' });
  }
  const known = [...READING, ...BESIDE, OTHER];
  return {
    spellings: spellings.filter(({ text }) => text !== ''),
    parts: new Map(parts.map(({ type, value }) => [type, value])),
    unknown: parts.map(({ type }) => type).filter((type) => !known.includes(type)),
  };
}

/** The parts of a person's name as properties. */
export function addParts(bag: PropertyBag, name: SecoName): void {
  for (const [type, value] of name.parts) {
    const property = PROPERTIES.get(type);
    if (property !== undefined) bag.add(property, value);
  }
}

/**
 * Variants of one language and script make names together: the first of each part, then the second, and so on. A Latin
 * name takes what has no variant from the list's own spelling; another script's name is made of its own parts alone.
 */
function variantsOf(parts: readonly Part[]): Spelling[] {
  const kinds = new Map<string, XmlElement>();
  for (const { variants } of parts) for (const variant of variants) kinds.set(kindOf(variant), variant);
  return [...kinds].flatMap(([kind, { attributes }]) => {
    const script = (attributes.script ?? '').toUpperCase();
    const latin = script === '' || script === 'LATN';
    const byPart = parts.map(({ variants }) => variants.filter((variant) => kindOf(variant) === kind));
    const most = Math.max(...byPart.map(({ length }) => length));
    return Array.from({ length: most }, (_, at) => {
      const words = parts.map(({ value }, index) => {
        const own = byPart[index]!;
        return own[at]?.text ?? own[0]?.text ?? (latin ? value : '');
      });
      return { text: joined(words), script: script || 'LATN' };
    });
  });
}

function kindOf({ attributes }: XmlElement): string {
  return `${attributes.lang ?? ''} ${attributes.script ?? ''}`;
}

function place({ type }: Part): number {
  const at = READING.indexOf(type);
  return at === -1 ? READING.length : at;
}

function joined(words: readonly string[]): string {
  return singleSpaced(words.join(' '));
}
