/** The slips of the fingers that the bench of names makes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TYPING_ERRORS, withTypingError } from '../../bench/names/typing-error.js';
import { seeded } from '../../bench/support/seeded.js';

const draws = (name: string, kind: (typeof TYPING_ERRORS)[number]) =>
  new Set(Array.from({ length: 400 }, (_, seed) => withTypingError(name, kind, seeded(seed))));

describe('a typing error', () => {
  it('is each of the five kinds, and every place of the long part gets it', () => {
    expect(draws('MARIA', 'drop')).toEqual(new Set(['ARIA', 'MRIA', 'MAIA', 'MARA', 'MARI']));
    expect(draws('MARIA', 'double')).toEqual(new Set(['MMARIA', 'MAARIA', 'MARRIA', 'MARIIA', 'MARIAA']));
    expect(draws('MARIA', 'swap')).toEqual(new Set(['AMRIA', 'MRAIA', 'MAIRA', 'MARAI']));
    expect(draws('MARIA', 'substitute')).toContain('NARIA');
    expect(draws('MARIA', 'insert')).toContain('MNARIA');
  });

  it('hits a neighbouring key, never one across the keyboard, in the same case', () => {
    expect(draws('Marko', 'substitute')).toContain('Narko');
    expect(draws('Marko', 'substitute')).not.toContain('Zarko');
    expect(draws('Marko', 'substitute')).not.toContain('narko');
  });

  it('leaves parts under five letters alone', () => {
    expect(withTypingError('Li Wei Bin', 'drop', seeded(1))).toBeNull();
    for (const name of draws('ABU Hassan', 'drop')) expect(name).toMatch(/^ABU /);
  });

  it('there is none for names without letters of the keyboard', () => {
    expect(withTypingError('Мишустин', 'substitute', seeded(1))).toBeNull();
    expect(withTypingError('', 'drop', seeded(1))).toBeNull();
  });

  it('never gives back the name, and always the same one for a seed', () =>
    fc.assert(
      fc.property(
        fc.string(),
        fc.stringMatching(/^[A-Za-z]{5,12}$/),
        fc.constantFrom(...TYPING_ERRORS),
        fc.nat(),
        (before, part, kind, seed) => {
          const name = `${before} ${part}`;
          const wrong = withTypingError(name, kind, seeded(seed));
          expect(wrong).not.toBe(name);
          expect(withTypingError(name, kind, seeded(seed))).toBe(wrong);
        },
      ),
    ));
});
