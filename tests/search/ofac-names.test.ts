/** The real SDN list, where it lies beside the checkout: names come back as parsed, and each finds its own entity. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecords } from '../../src/base/index.js';
import { NAMES_TABLES, nameKindOf, openNames, type ParsedName } from '../../src/names/index.js';
import { IndexBuilder, openIndex } from '../../src/search/index.js';
import { TEXT_TABLES } from '../../src/text/index.js';

const ROOT = new URL('../../', import.meta.url);
const LIST = new URL('../shared/data/lists/us-ofac-sdn/sdn.csv', ROOT);
const absent = !existsSync(LIST);

describe.skipIf(absent)(`the SDN list${absent ? ' (absent: ../shared/data/lists/us-ofac-sdn)' : ''}`, () => {
  it('gives back every name as it was parsed, and finds every name by itself', () => {
    const tables = new Map(
      [...TEXT_TABLES, ...NAMES_TABLES].map((path) => [
        path,
        readFileSync(new URL(`data/${path}`, ROOT), 'utf8'),
      ]),
    );
    const names = openNames(tables);
    const parsed: ParsedName[] = [];
    for (const { cells } of readRecords(readFileSync(LIST, 'latin1'), 'sdn.csv').rows) {
      const [, name = '', type = ''] = cells;
      if (name !== '')
        parsed.push(names.parse(name, nameKindOf(/individual/.test(type) ? 'Person' : 'Company')));
    }
    const builder = new IndexBuilder();
    parsed.forEach((name, at) => {
      const own = [{ property: 'name' as const, parsed: name }];
      builder.add({ list: 0, offset: at, length: 1, schema: 'Thing', names: own, identifiers: [] });
    });
    const index = openIndex(builder.freeze({}).buffer as ArrayBuffer, names.equivalents);
    expect(parsed.filter((name, at) => !same(index.nameOf(at).parsed, name))).toEqual([]);
    const lost = parsed.filter((name, at) => {
      if (at % 7 !== 0) return false;
      return !index.candidates({ names: [name], identifiers: [] }).some(({ entity }) => entity === at);
    });
    expect(lost).toEqual([]);
  });
});

function same(a: ParsedName, b: ParsedName): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
