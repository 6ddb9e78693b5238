/**
 * Commas in the Journal's names of people: `FAMILY, Given` turned round, `Given, FAMILY` joined, lists of spellings
 * taken apart. Capitals tell a family name; where nothing tells, two parts are family and given name.
 */

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** The names that one printed name with commas stands for; the name itself where it has none. */
export function variantsOf(name: string): string[] {
  const parts = name.split(/,\s*|،\s*|\s+and\s+(?=\p{Lu}\S*$)/u).filter((part) => part !== '');
  const [first, second] = parts;
  if (first === undefined || second === undefined) return parts;
  if (SUFFIX.test(parts.at(-1)!)) return [`${variantsOf(parts.slice(0, -1).join(', '))[0]} ${parts.at(-1)}`];
  if (isTitled(parts)) return [[...parts].reverse().join(' ')];
  // "EL-KASSIM ZOUAI, Mohamed Abou" against "Oleg TSARIOV, Oleh Anatoliyovych TSAROV".
  if (isCapitals(first) && !parts.slice(1).some(hasCapitals)) return [turned(parts)];
  if (parts.length === 2 && hasCapitals(first) && first.includes(' ') && !second.includes(' '))
    return [first, hasCapitals(second) ? withWord(first, -1, second) : withWord(first, 0, second)];
  if (parts.length > 2 || (hasCapitals(first) && first.includes(' '))) return parts;
  if (!hasCapitals(first) && hasCapitals(second)) return [`${first} ${second}`];
  return areSpellings(first, second) ? parts : [turned(parts)];
}

/** `Hassan, Hadji Mohammad, Mullah`: one short word first, a longer name second, a title last. */
function isTitled(parts: readonly string[]): boolean {
  return parts.length === 3 && /^(?:Mullah|Maulavi|Haji|Hadji|Qari|Dr|Sheikh)$/i.test(parts[2]!);
}

function turned(parts: readonly string[]): string {
  return [...parts.slice(1), parts[0]].join(' ');
}

/** `Samer AL-DIBS, Samir` and `… SIVAKAU, SIVAKOU`: one word more is another spelling of the first or last word. */
function withWord(name: string, index: 0 | -1, word: string): string {
  const words = name.split(' ');
  return words.with(index, word).join(' ');
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text.replace(/\b(?:al|el|bin|de|da|von)\b/g, ''));
}

function hasCapitals(text: string): boolean {
  return text
    .split(' ')
    .some((word) => /^[^\p{L}]*\p{Lu}[\p{Lu}’'‘-]+/u.test(word) && !/\p{Ll}{2}/u.test(word));
}

/** Two parts whose last words share their consonants, or begin alike in names of one length, are spellings of one name. */
function areSpellings(a: string, b: string): boolean {
  const [left, right] = [a.split(' '), b.split(' ')];
  const [one, other] = [skeleton(left.at(-1)!), skeleton(right.at(-1)!)];
  if (a === b) return false;
  if (left.length > 1 && right.length > 1 && one === other) return true;
  return left.length === right.length && one.slice(0, 2) === other.slice(0, 2);
}

function skeleton(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .replace(/[aeiouy]/g, '')
    .replace(/(.)\1/g, '$1');
}
