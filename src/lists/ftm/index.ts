/** FollowTheMoney datasets as JSON lines: OpenSanctions exports and any other file of that model. */
import { wholeBytes } from '../file.js';
import { ANY_SOURCE, type ListReader } from '../reader.js';
import { isEntities, isIndex, readFtm } from './read.js';

/** The reader of FollowTheMoney JSON lines; each dataset is a source of its own, named by its files or their folder. */
export function openFtmReader(): ListReader {
  return {
    source: ANY_SOURCE,
    format: 'FollowTheMoney JSON lines',
    rank: 0,
    recognise: (files) => {
      const entities = files.filter((file) => !isIndex(file) && isEntities(file));
      return entities.length === 0 ? [] : [...entities, ...files.filter(isIndex)];
    },
    read: async (files, sink, folder) => {
      const loaded = await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: await wholeBytes(file) })),
      );
      const { source, published, entities, issues } = readFtm(loaded, folder ?? null);
      for (const one of issues) sink.issue(one);
      for (const entity of entities) sink.entity(entity);
      return { source: source ?? null, published };
    },
  };
}
