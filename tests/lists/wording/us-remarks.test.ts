import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRemarks, withoutStop } from '../../../src/lists/wording/us-remarks.js';

describe('a remark in pieces', () => {
  it.each([
    ['DOB 1962; POB Shati.', ['DOB 1962', 'POB Shati']],
    ['DOB 1962; alt. DOB 1963.', ['DOB 1962', 'DOB 1963']],
    ["a.k.a. 'BNC'; a.k.a. 'ABU-'UMAR'.", ["a.k.a. 'BNC'", "a.k.a. 'ABU-'UMAR'"]],
    ["a.k.a. 'ONE; TWO'; Gender Male.", ["a.k.a. 'ONE; TWO'", 'Gender Male']],
    ["a.k.a. 'CUT OFF; a.k.a. 'WHOLE'.", ["a.k.a. 'CUT OFF", "a.k.a. 'WHOLE'"]],
    ['Linked To: R D I S.A.', ['Linked To: R D I S.A.']],
    ['Linked To: HAMAS.; Gender Male', ['Linked To: HAMAS', 'Gender Male']],
    ['', []],
  ])('%s', (text, pieces) => {
    expect(splitRemarks(text)).toEqual(pieces);
  });

  it('gives back the pieces that were joined', () => {
    const piece = fc.stringMatching(/^[A-Z][A-Za-z0-9 ()/-]{1,30}[0-9]{2}$/);
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        expect(splitRemarks(`${pieces.join('; ')}.`)).toEqual(pieces);
      }),
    );
  });

  it.each([
    ['Gazprom.', 'Gazprom'],
    ['X CO., LTD.', 'X CO., LTD.'],
    ['INMOBILIARIA S.A. DE C.V.', 'INMOBILIARIA S.A. DE C.V.'],
    ['Jr.', 'Jr.'],
  ])('a closing full stop goes, an abbreviation keeps its own: %s', (text, clean) => {
    expect(withoutStop(text)).toBe(clean);
  });
});
