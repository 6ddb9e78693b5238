/** FollowTheMoney datasets as JSON lines: OpenSanctions exports and any other file of that model. */
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
    read: (files, folder) => readFtm(files, folder ?? null),
  };
}
