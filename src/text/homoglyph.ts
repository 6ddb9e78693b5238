/**
 * Letters of one script that look like letters of another. A name with a Cyrillic "а" among Latin letters reads the
 * same to a person, so it must read the same to us. Whole words are never turned over, only words of mixed letters.
 */
import { scriptNumber } from './script.js';

export const LATIN = 1;
export const CYRILLIC = 2;
export const GREEK = 3;

// Columns of letters that look alike: Latin, Cyrillic, Greek; '_' where the script has none.
const LOOKALIKES: readonly (readonly [string, string, string])[] = [
  ['ABCEHIJKMOPSTXYZNVG', 'АВСЕНІЈКМОРЅТХУ_____', 'ΑΒ_ΕΗΙ_ΚΜΟΡ_ΤΧΥΖΝ__'],
  ['aceijkopsxyhdqwvlug', 'асеіјкорѕхуһԁԛԝѵӏ__', 'α__ι_κορ_χγ____ν_υ_'],
];

type Bridge = ReadonlyMap<string, string>;
let bridges: readonly (readonly (Bridge | null)[])[] | null = null;

/**
 * Reads a word of mixed Latin, Cyrillic and Greek letters in the one script all of it can be read in.
 *
 * @returns the word in that script and the script's number, or null when some letters have no likeness there. Of two
 *   possible scripts the one with more letters of its own wins, Latin on a tie.
 */
export function unmix(word: string): { text: string; script: number } | null {
  bridges ??= buildBridges();
  let best: { text: string; script: number } | null = null;
  let most = 0;
  for (const target of [LATIN, CYRILLIC, GREEK]) {
    let own = 0;
    let text = '';
    for (const letter of word) {
      const script = scriptNumber(letter.codePointAt(0) as number);
      if (script === 0 || script === target) {
        if (script === target) own += 1;
        text += letter;
        continue;
      }
      const likeness = bridges[script]?.[target]?.get(letter);
      if (likeness === undefined) {
        own = 0;
        break;
      }
      text += likeness;
    }
    if (own > most) {
      most = own;
      best = { text, script: target };
    }
  }
  return best;
}

function buildBridges(): (Bridge | null)[][] {
  const built: (Bridge | null)[][] = [[], [], [], []];
  for (let from = LATIN; from <= GREEK; from += 1) {
    for (let to = LATIN; to <= GREEK; to += 1) {
      const bridge = new Map<string, string>();
      for (const row of LOOKALIKES) {
        const source = row[from - 1] as string;
        const target = row[to - 1] as string;
        for (let at = 0; at < source.length; at += 1) {
          const letter = source[at] as string;
          const likeness = target[at] ?? '_';
          if (letter !== '_' && likeness !== '_' && !bridge.has(letter)) bridge.set(letter, likeness);
        }
      }
      (built[from] as (Bridge | null)[])[to] = from === to ? null : bridge;
    }
  }
  return built;
}
