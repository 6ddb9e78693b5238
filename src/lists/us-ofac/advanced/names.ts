/**
 * Names of an advanced party. A part's meaning (family, given) is two hops away, in the groups of its identity. Latin
 * names are put together as the CSV writes them; names in other scripts in their own reading order.
 */
import { issue } from '../../../base/index.js';
import { singleSpaced } from '../../../text/index.js';
import type { ListSink } from '../../reader.js';
import { childrenOf, type XmlElement } from '../../reading/xml.js';
import type { OfacAt, OfacKind, OfacName, OfacPiece } from '../record.js';
import type { References } from './references.js';

/** Names that are kept as names, and weak ones as the pieces that the CSV makes of them. */
export type PartyNames = { readonly names: readonly OfacName[]; readonly weak: readonly OfacPiece[] };

const ALIASES: Readonly<Record<string, 'name' | 'alias' | 'previousName'>> = {
  Name: 'name',
  'A.K.A.': 'alias',
  'F.K.A.': 'previousName',
  'N.K.A.': 'alias',
};
/** Parts of a person's name that stand before the comma; every other part stands behind it. */
const FAMILY: ReadonlySet<string> = new Set(['Last Name', 'Maiden Name', 'Matronymic']);
/** Scripts that write the family name first and no blank behind it. */
const FAMILY_FIRST = /^(?:Chinese|Han|Hangul|Japanese|Korean|Kanji)/i;

/** The names of an identity, the main one first. */
export function namesOf(
  identity: XmlElement,
  kind: OfacKind,
  references: References,
  file: string,
  sink: Pick<ListSink, 'issue'>,
): PartyNames {
  const groups = groupsOf(identity);
  const isMain = identity.attributes.Primary !== 'false';
  const names: OfacName[] = [];
  const weak: OfacPiece[] = [];
  for (const alias of identity.children) {
    if (alias.name !== 'Alias') continue;
    const { AliasTypeID, Primary, LowQuality } = alias.attributes;
    const at = { file, line: alias.line, field: 'Alias' };
    const type = references.textOf('AliasType', AliasTypeID, at);
    const property = ALIASES[type];
    if (property === undefined)
      sink.issue(
        issue('bad-value', { ...at, field: 'AliasTypeID', value: type }, 'not known; read as A.K.A.'),
      );
    for (const documented of childrenOf(alias, 'DocumentedName')) {
      const { text, latin } = textOf(documented, kind, groups, references, at);
      if (text === '') continue;
      if (LowQuality === 'true') weak.push({ text: `${quotedAs(type)} '${text}'`, at });
      else if (isMain && Primary === 'true' && latin) names.unshift({ property: 'name', text });
      else if (isMain && property === 'name') names.push({ property, text });
      else names.push({ property: property === 'name' ? 'alias' : (property ?? 'alias'), text });
    }
  }
  return { names, weak };
}

function quotedAs(type: string): string {
  const word = type.toLowerCase();
  return /^[afn]\.k\.a\.$/.test(word) ? word : 'a.k.a.';
}

function groupsOf(identity: XmlElement): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const list of childrenOf(identity, 'NamePartGroups'))
    for (const master of list.children)
      for (const { attributes } of master.children)
        groups.set(attributes.ID ?? '', attributes.NamePartTypeID ?? '');
  return groups;
}

function textOf(
  documented: XmlElement,
  kind: OfacKind,
  groups: ReadonlyMap<string, string>,
  references: References,
  at: OfacAt,
): { text: string; latin: boolean } {
  const family: string[] = [];
  const given: string[] = [];
  let script = '';
  for (const part of documented.children) {
    for (const { text, attributes } of part.children) {
      const type = references.textOf('NamePartType', groups.get(attributes.NamePartGroupID ?? ''), at);
      script = references.textOf('Script', attributes.ScriptID, at) || script;
      (FAMILY.has(type) ? family : given).push(singleSpaced(text));
    }
  }
  const latin = script === '' || script === 'Latin';
  const [first, last] = [given.join(' '), family.join(' ')];
  if (first === '' || last === '') return { text: first || last, latin };
  if (kind === 'Person' && latin) return { text: `${last}, ${first}`, latin };
  return { text: FAMILY_FIRST.test(script) ? last + first : `${first} ${last}`, latin };
}
