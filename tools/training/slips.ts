/** What happens to one word on its way into a file: slips of the pen, and other spellings of the same sounds. */
import type { Random } from '../../bench/support/seeded.js';
import { pick } from './random.js';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Letters beside a letter on the keyboard. */
function neighbours(letter: string): string {
  for (const [at, row] of ROWS.entries()) {
    const place = row.indexOf(letter);
    if (place < 0) continue;
    const beside = [row[place - 1], row[place + 1], ROWS[at - 1]?.[place], ROWS[at + 1]?.[place]];
    return beside.filter((one) => one !== undefined).join('');
  }
  return letter;
}

/** One slip: two letters swapped, one lost, doubled, hit beside, or heard as another. Keeps the case of the word. */
export function slip(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 1));
  const letter = word[at] as string;
  const before = word.slice(0, at);
  const rest = word.slice(at + 1);
  const cased = (one: string) => (letter === letter.toUpperCase() ? one.toUpperCase() : one);
  switch (Math.floor(random() * 6)) {
    case 0: {
      const next = rest[0];
      if (next !== undefined && next !== letter) return before + next + letter + rest.slice(1);
      return before + rest;
    }
    case 1:
      return before + rest;
    case 2:
      return before + letter + letter + rest;
    case 3:
      return before + cased(pick([...neighbours(letter.toLowerCase())], random)) + rest;
    case 4:
      return before + letter + cased(pick([...neighbours(letter.toLowerCase())], random)) + rest;
    default:
      return 'aeiouy'.includes(letter.toLowerCase())
        ? before + cased(pick([...'aeiou'], random)) + rest
        : before + letter + letter + rest;
  }
}

/** Spellings that stand for one sound in some language's Latin letters. */
const SOUNDS: readonly (readonly [RegExp, string])[] = (
  [
    ['sh', 'ch'],
    ['ch', 'tch'],
    ['kh', 'h'],
    ['kh', 'x'],
    ['zh', 'j'],
    ['dzh', 'j'],
    ['j', 'dj'],
    ['gh', 'g'],
    ['q', 'k'],
    ['q', 'gh'],
    ['k', 'q'],
    ['dh', 'd'],
    ['th', 't'],
    ['ph', 'f'],
    ['ts', 'c'],
    ['ts', 'tz'],
    ['ks', 'x'],
    ['x', 'ks'],
    ['w', 'v'],
    ['v', 'w'],
    ['c(?=[aou])', 'k'],
    ['ou', 'u'],
    ['u', 'ou'],
    ['oo', 'u'],
    ['ee', 'i'],
    ['i(?=[bdklmnrst][^aeiouy])', 'e'],
    ['u(?=[bdklmnrst])', 'o'],
    ['o(?=[bdklmnrst])', 'u'],
    ['ei', 'ey'],
    ['ey', 'ei'],
    ['ai', 'ay'],
    ['ay', 'ai'],
    ['aw', 'au'],
    ['ya', 'ia'],
    ['ia', 'ya'],
    ['yu', 'iu'],
    ['iy\\b', 'y'],
    ['y\\b', 'iy'],
    ['ii\\b', 'y'],
    ['sky\\b', 'skiy'],
    ['skiy\\b', 'ski'],
    ['ov\\b', 'off'],
    ['ev\\b', 'iev'],
    ['\\bye', 'e'],
    ['\\be', 'ye'],
    ['([aeiou])h\\b', '$1'],
    ['([a])\\b', '$1h'],
    ['([bdfklmnprst])\\1', '$1'],
    ['(?<=[aeiou])([bdfklmnprst])(?=[aeiou])', '$1$1'],
    ["['’`]", ''],
    ['\\bal-', 'el-'],
    ['\\bal-', 'al '],
    ['\\bbin\\b', 'ben'],
    ['\\bibn\\b', 'bin'],
    ['abd al-', 'abdul '],
    ['abdul', 'abdel'],
    ['muhammad', 'mohamed'],
    ['mohammad', 'muhammad'],
    ['mohammed', 'mohamad'],
  ] as const
).map(([from, to]) => [new RegExp(from, 'gi'), to]);

/** The text with one sound spelled otherwise; null when none of the table occurs. */
export function respell(text: string, random: Random): string | null {
  const start = Math.floor(random() * SOUNDS.length);
  for (let step = 0; step < SOUNDS.length; step += 1) {
    const [from, to] = SOUNDS[(start + step * 7) % SOUNDS.length] as (typeof SOUNDS)[number];
    const places = [...text.matchAll(from)].length;
    if (places === 0) continue;
    let left = Math.floor(random() * places);
    return text.replace(from, (found: string, group: unknown) => {
      left -= 1;
      if (left !== -1) return found;
      const other = to.replace('$1', typeof group === 'string' ? group : '');
      return /[A-Z]/.test(found) && found === found.toUpperCase() ? other.toUpperCase() : other;
    });
  }
  return null;
}
