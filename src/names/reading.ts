/**
 * Readings: what a part of an Asian name stands for, whichever romanisation it is spelled in. "Tse-tung" and "Zedong" have
 * one reading, "Wong" has two. A reading is a whole number, so that comparing two names allocates nothing:
 *
 *   bits 30-28 language | 27-24 – | 23-22 – | 21-12 first of two syllables, else 0 | 11-2 last syllable | 1-0 certainty
 *
 * Where a language is read by the spelling of whole words (Japanese, Vietnamese) bits 25-2 are a hash of that spelling.
 */

/** Languages of readings; their numbers in a reading. */
export const CHINESE = 1;
export const KOREAN = 2;
export const JAPANESE = 3;
export const VIETNAMESE = 4;

/** How certain a reading is: the spelling has no other; it is one of several; the name as it stands reads otherwise. */
export const SURE = 0;
export const OPEN = 1;
export const DOUBTFUL = 2;

/** Languages that a name may be of both. */
const EITHER = (1 << CHINESE) | (1 << KOREAN);
const LANGUAGE_BIT = 28;
const SYLLABLE = 0x3ff;

/** The readings of a part that has none. */
export const NO_READINGS: readonly number[] = Object.freeze([]);

/** The reading of one syllable, by its number from 1, or of two. */
export function syllableReading(language: number, first: number, last: number, certainty: number): number {
  return (language << LANGUAGE_BIT) | (first << 12) | (last << 2) | certainty;
}

/** The reading of a word by the hash of its spelling in one system. */
export function wordReading(language: number, hash: number): number {
  return (language << LANGUAGE_BIT) | ((hash & 0xffffff) << 2) | SURE;
}

/** What a reading says, its certainty aside: what is equal in two parts that are read alike. */
export function readingOf(reading: number): number {
  return reading >>> 2;
}

/** The number of the language. */
export function languageOf(reading: number): number {
  return reading >>> LANGUAGE_BIT;
}

/** Whether a reading is one syllable of Chinese, Korean or Vietnamese. */
export function isOneSyllable(reading: number): boolean {
  const language = languageOf(reading);
  return language === VIETNAMESE || (language !== JAPANESE && ((reading >>> 12) & SYLLABLE) === 0);
}

/** Whether a reading is two syllables of Chinese or Korean. */
export function isTwoSyllables(reading: number): boolean {
  return languageOf(reading) <= KOREAN && ((reading >>> 12) & SYLLABLE) !== 0;
}

/** Two syllables as one reading; 0 when they are not of one language, or not single syllables of Chinese or Korean. */
export function joinedReading(first: number, last: number): number {
  if (languageOf(first) !== languageOf(last) || languageOf(first) > KOREAN) return 0;
  if (isTwoSyllables(first) || isTwoSyllables(last)) return 0;
  const certainty = Math.max(first & 3, last & 3);
  return syllableReading(languageOf(first), (first >>> 2) & SYLLABLE, (last >>> 2) & SYLLABLE, certainty);
}

/**
 * How certainly two parts are read alike. Bok and Mu are one in Chinese and two in Korean, Jun and Chun one in Korean and
 * hardly in Chinese: where both parts may be of either language, the one that holds them less alike decides.
 *
 * @param left, right readings in rising order
 * @param shared languages of which both are, a bit each
 * @returns the certainty of the best reading that both have (of its two sides the lesser), −1 when none meet
 */
export function meetReadings(left: readonly number[], right: readonly number[], shared: number): number {
  let chinese = -1;
  let other = -1;
  for (let at = 0, to = 0; at < left.length && to < right.length; ) {
    const one = left[at]! >>> 2;
    const two = right[to]! >>> 2;
    if (one === two) {
      const met = Math.max(left[at]! & 3, right[to]! & 3);
      if (languageOf(left[at]!) === CHINESE) chinese = chinese < 0 ? met : Math.min(chinese, met);
      else other = other < 0 ? met : Math.min(other, met);
    }
    if (one <= two) at += 1;
    if (two <= one) to += 1;
  }
  if ((shared & EITHER) !== EITHER || (chinese < 0 && other < 0)) return Math.max(chinese, other);
  return chinese < 0 || other < 0 ? DOUBTFUL : Math.max(chinese, other);
}

/**
 * How certainly two neighbouring parts, read together, are one part of two syllables ("Tse tung", "Zedong"); as
 * `meetReadings`.
 */
export function meetJoined(
  first: readonly number[],
  last: readonly number[],
  joined: readonly number[],
): number {
  let best = -1;
  for (const one of first) {
    for (const other of last) {
      const both = joinedReading(one, other);
      if (both === 0) continue;
      for (const reading of joined) {
        if (reading >>> 2 !== both >>> 2) continue;
        const certainty = Math.max(both & 3, reading & 3);
        if (best < 0 || certainty < best) best = certainty;
      }
    }
  }
  return best;
}

/** Readings in rising order, each once, with the best certainty that it was given. */
export function sortedReadings(readings: readonly number[]): readonly number[] {
  if (readings.length === 0) return NO_READINGS;
  const sorted = [...readings].sort((a, b) => a - b);
  return Object.freeze(sorted.filter((reading, at) => at === 0 || reading >>> 2 !== sorted[at - 1]! >>> 2));
}
