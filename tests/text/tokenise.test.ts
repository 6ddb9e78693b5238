/** Words with offsets, in any script, however hard somebody tries to hide them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../src/text/index.js';

const words = (text: string) => tokenise(text).map((token) => token.text);
const scripts = (text: string) => tokenise(text).map((token) => token.script);

describe('what a word is', () => {
  it.each([
    ["Mu'tassim Qa'ida", ["Mu'tassim", "Qa'ida"]],
    ['O’Brien ʿAbd al-Raʾuf', ['O’Brien', 'Abd', 'al', 'Raʾuf']],
    ["'quoted' words'", ['quoted', 'words']],
    ['Kim Jong-un', ['Kim', 'Jong', 'un']],
    ['A7A5, Boeing 737-800', ['A7A5', 'Boeing', '737', '800']],
    ['习近平主席 visits 北京', ['习近平主席', 'visits', '北京']],
    ['トヨタ自動車', ['トヨタ', '自動車']],
    ['第31研究所', ['第', '31', '研究所']],
    ['שירותי בע"מ', ['שירותי', 'בע"מ']],
    ['ООО"БАЗО"', ['ООО', 'БАЗО']],
    ['Łukasz Đorđević', ['Łukasz', 'Đorđević']],
    ['C\u0327elik', ['C\u0327elik']],
    ['🚢 MV Anna ⚓️ 🇷🇺', ['MV', 'Anna']],
    ['\u0000\u200b\u202e \ufeff', []],
    ['', []],
  ])('%j', (text, expected) => expect(words(text)).toEqual(expected));

  it('knows numbers from words', () =>
    expect(tokenise('5th 737 ٣١').map((token) => token.kind)).toEqual(['word', 'number', 'number']));

  it('knows which words a hyphen ties together', () =>
    expect(tokenise('Jean-Claude von Trapp – Sohn').map((token) => token.touches)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]));
});

describe('evasion', () => {
  it('reads Cyrillic letters in a Latin word as Latin, and the other way round', () => {
    expect(words('Vlаdimir Рutin')).toEqual(['Vladimir', 'Putin']);
    expect(tokenise('Пyтин')[0]).toMatchObject({ text: 'Путин', script: 'Cyrillic' });
  });
  it('leaves a word alone that is of one script', () => {
    expect(scripts('РОССИЯ АВТО СССР')).toEqual(['Cyrillic', 'Cyrillic', 'Cyrillic']);
  });
  it('splits a word of two scripts that cannot be read in one', () => {
    expect(words('VKонтакте')).toEqual(['VK', 'онтакте']);
  });
  it('reads through zero-width signs, soft hyphens and marks of direction', () => {
    const [token] = tokenise('Pu\u200bt\u00adi\u202en');
    expect(token).toMatchObject({ text: 'Putin', start: 0, end: 8 });
  });
});

describe('offsets', () => {
  it('never overlap, always grow, and quote the text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    ));
  it('lose no letter', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aéжЖαاحא中かカ한გա9٣ -\'’.,"\u200b'), maxLength: 60 }),
        (text) => {
          const covered = new Set<number>();
          for (const { start, end } of tokenise(text))
            for (let at = start; at < end; at += 1) covered.add(at);
          for (let at = 0; at < text.length; at += 1)
            if (/[\p{L}\p{N}]/u.test(text[at]!) && !covered.has(at))
              expect.fail(`${text[at]} at ${at} of ${text}`);
        },
      ),
    ));
});
