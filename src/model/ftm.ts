/**
 * The FollowTheMoney model: schemata, their ancestors and the types of their properties, as `@alephdata/followthemoney`
 * holds them. The package is loaded on first use, because it costs some 20 ms and a check on a frozen index needs none.
 */
import { createRequire } from 'node:module';
import type * as FollowTheMoney from '@alephdata/followthemoney';
import type { Entity } from './entity.js';

/** What one schema of the model says. `properties` holds inherited ones too; reverse sides of links are left out. */
type SchemaFacts = {
  readonly ancestors: ReadonlySet<string>;
  readonly caption: readonly string[];
  readonly properties: ReadonlyMap<string, { readonly type: string; readonly label: string }>;
};

/** Questions to the model. Schema and property names are FollowTheMoney's (`Person`, `birthDate`). */
export type FtmModel = {
  /** Whether the model has a schema of this name. */
  isSchema(name: string): boolean;
  /** Whether `schema` is `parent` or extends it; false when either is unknown. */
  isA(schema: string, parent: string): boolean;
  /** The type of a property (`name`, `date`, `country`, `identifier`, `entity`, …), null where the schema lacks it. */
  propertyType(schema: string, property: string): string | null;
  /** A property's name for people (`Birth date`); its own name where the schema lacks it. */
  propertyLabel(schema: string, property: string): string;
  /** Whether a listed type (`country`, `topic`, `gender`, `language`) holds the value; true for every other type. */
  isValue(type: string, value: string): boolean;
  /**
   * Whether entities of the schema can be the party somebody asks about: persons and organisations, vehicles, wallets,
   * securities, bank accounts, real estate, and a `Thing` of which nothing more is known. Relations, addresses,
   * positions, documents and events are not.
   */
  isMatchable(schema: string): boolean;
  /** What to call an entity: the first value of the schema's caption properties, else its id. */
  captionOf(entity: Pick<Entity, 'id' | 'schema' | 'properties'>): string;
};

const PARTY_ROOTS = ['LegalEntity', 'Vehicle', 'CryptoWallet', 'Security', 'BankAccount', 'RealEstate'];
/** Abstract enough to stand for a party of unknown kind; what extends them is not all party. */
const PARTY_SCHEMATA: ReadonlySet<string> = new Set(['Thing', 'Asset']);

let held: FtmModel | null = null;

/** The model, loaded on the first call (some 20 ms) and kept. */
export function ftmModel(): FtmModel {
  held ??= openModel();
  return held;
}

function openModel(): FtmModel {
  const { Model, defaultModel } = createRequire(import.meta.url)(
    '@alephdata/followthemoney',
  ) as typeof FollowTheMoney;
  const model = new Model(defaultModel as unknown as ConstructorParameters<typeof Model>[0]);
  const facts = new Map<string, SchemaFacts | null>();
  const factsOf = (name: string): SchemaFacts | null => {
    const known = facts.get(name);
    if (known !== undefined) return known;
    const schema = Object.hasOwn(model.schemata, name) ? model.schemata[name] : undefined;
    const read = schema === undefined ? null : readFacts(schema);
    facts.set(name, read);
    return read;
  };
  const isA = (schema: string, parent: string) => factsOf(schema)?.ancestors.has(parent) ?? false;
  const values = new Map(
    Object.entries(model.types)
      .filter(([, type]) => type.values.size > 0)
      .map(([name, type]) => [name, new Set(type.values.keys())]),
  );
  return {
    isSchema: (name) => factsOf(name) !== null,
    isA,
    propertyType: (schema, property) => factsOf(schema)?.properties.get(property)?.type ?? null,
    propertyLabel: (schema, property) => factsOf(schema)?.properties.get(property)?.label ?? property,
    isValue: (type, value) => values.get(type)?.has(value) ?? true,
    isMatchable: (schema) => PARTY_SCHEMATA.has(schema) || PARTY_ROOTS.some((root) => isA(schema, root)),
    captionOf: ({ id, schema, properties }) => {
      for (const property of factsOf(schema)?.caption ?? []) {
        const value = properties[property]?.[0];
        if (value !== undefined) return value;
      }
      return properties.name?.[0] ?? id;
    },
  };
}

function readFacts(schema: FollowTheMoney.Schema): SchemaFacts {
  const properties = new Map<string, { type: string; label: string }>();
  for (const [name, property] of schema.getProperties()) {
    if (!property.stub) properties.set(name, { type: property.type.name, label: property.label });
  }
  return { ancestors: new Set(schema.schemata), caption: schema.caption, properties };
}
