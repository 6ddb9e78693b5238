/** FollowTheMoney entities as subjects of `screen`: what another tool wrote is screened as it stands. */
import { ftmModel, IDENTIFIER_PROPERTIES, NAME_PROPERTIES, type Party } from '../model/index.js';
import { cutName, hasLetters, type ReadSubject } from './subject.js';

/** A FollowTheMoney entity as it stands in a file. */
export type EntityLine = {
  readonly id?: string | null | undefined;
  readonly schema: string;
  readonly caption?: string | null | undefined;
  readonly properties: Party['properties'];
};

/** Reads a subject that is written as a FollowTheMoney entity; its values are taken as they are. */
export function readEntity({ id = null, schema, caption, properties }: EntityLine): ReadSubject {
  const remarks: string[] = [];
  const known = ftmModel().isSchema(schema);
  if (known && !ftmModel().isMatchable(schema)) return { ok: false, id, reason: `a ${schema} is no party` };
  if (!known) remarks.push(`type "${schema}" is not known; compared with parties of every type`);
  const named = Object.fromEntries(
    NAME_PROPERTIES.flatMap((property) => {
      const names = (properties[property] ?? []).filter(hasLetters);
      return names.length === 0 ? [] : [[property, names.map((name) => cutName(name, remarks))]];
    }),
  );
  const others = Object.entries(properties).filter(([key]) => !NAME_PROPERTIES.some((name) => name === key));
  const party = { schema: known ? schema : 'Thing', properties: { ...Object.fromEntries(others), ...named } };
  const told = [...IDENTIFIER_PROPERTIES, 'firstName', 'lastName'].flatMap(
    (key) => party.properties[key] ?? [],
  );
  if (Object.keys(named).length === 0 && told.length === 0)
    return { ok: false, id, reason: 'no name and no identifier' };
  const label = named.name?.[0] ?? caption ?? Object.values(named)[0]?.[0] ?? told[0]!;
  return { ok: true, id, party, label, remarks };
}
