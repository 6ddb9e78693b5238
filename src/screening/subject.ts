/** A subject made comparable: what people write for a country becomes the code that lists are read into. */
import type { Countries } from '../lists/index.js';
import type { Party } from '../model/index.js';

const COUNTRY_PROPERTIES = [
  'country',
  'nationality',
  'citizenship',
  'jurisdiction',
  'birthCountry',
  'mainCountry',
  'flag',
];

/** Country names in any spelling the table knows become codes, so that they compare; what it lacks stays as it is. */
export function withCountryCodes(party: Party, countries: Countries): Party {
  const coded = Object.fromEntries(
    COUNTRY_PROPERTIES.flatMap((property) => {
      const values = party.properties[property];
      return values === undefined
        ? []
        : [[property, values.map((value) => countries.codeOf(value) || value)]];
    }),
  );
  return { schema: party.schema, properties: { ...party.properties, ...coded } };
}
