/** A weak name with strong facts: what comparing accepts, checking must not have let go before it looked at the facts. */
import { describe, expect, it } from 'vitest';
import { check, compare } from '../../src/app/index.js';
import { sampleWorld } from './sample-world.js';

const world = await sampleWorld();

const listed = Array.from({ length: world.index.entityCount }, (_, ordinal) => world.listed(ordinal).entity);
const people = listed.filter(
  ({ schema, properties }) => schema === 'Person' && properties.birthDate !== undefined,
);

describe('a family name with the birth date and nationality of somebody listed', () => {
  it.each(people.map((entity) => [entity.caption, entity] as const))('%s', (_caption, entity) => {
    const { birthDate = [], nationality = [], lastName = [] } = entity.properties;
    const name = lastName[0] ?? entity.caption.split(' ').at(-1)!;
    const asked = {
      schema: 'Person',
      properties: { name: [name], birthDate: birthDate.slice(0, 1), nationality },
    };
    const { match } = compare(world, asked, { schema: entity.schema, properties: entity.properties });
    const found = check(world, asked).findings.some((finding) =>
      finding.evidence.some((piece) => piece.kind === 'listing' && piece.entity === entity.id),
    );
    expect(found || !match).toBe(true);
  });

  it('is enough to be found for most', () => expect(people.length).toBeGreaterThan(20));
});
