/**
 * Consonant skeletons: a coarser key for finding, not for judging. The dresses that Europe's languages give one name share
 * a skeleton where their phonetic keys differ, since a letter is one sound in one language and another in the next: z and
 * s in German, h and g in Ukrainian, j in Swedish and Serbian.
 */
import { phoneticKey } from './key.js';

/** Sounds a skeleton has at least; shorter ones would be shared by strangers. */
const FEWEST = 3;
/** Letters a word has at least for its ending to be one that Latvian or Lithuanian adds. */
const LONG = 6;

/** Sibilants of Swedish, Norwegian, Dutch and Hungarian, which the key reads as two sounds. */
const SIBILANT = /sjtsj|sjtj|szcz|tsj|tj|sj|zj|zs|cs|sci|ds/g;
const BALTIC_ENDING = /(?<=[b-df-hj-np-tv-z])(?:[ij]{0,2}[au]s|i?js|s)$/;
/** Spellings that are another sound in another language, and how they are written there; each doubles the readings. */
const READINGS: readonly (readonly [RegExp, string])[] = [
  // Jovanovic, Yovanovich; but Djamel, Majid.
  [/j/g, 'y'],
  // Chodorkowski, Khodorkovsky.
  [/(?<![ts])ch/g, 'h'],
  // Mixail, Mikhail.
  [/x/g, 'h'],
  // Carnysou, Charnyshow: a mark was lost.
  [/c(?![hk])/g, 's'],
];
/** Readings looked at, so that no word costs much. */
const MOST = 8;

/**
 * The skeletons a comparable form (`a-z0-9`) may have, one for each of its readings; none for short words and numbers.
 * Forms that share one may be one name: Koslobajew, Kozlobaiev, Kozlobaevs.
 */
export function skeletonsOf(form: string): readonly string[] {
  if (!/^[a-z]+$/.test(form)) return [];
  const stem = form.length < LONG ? form : form.replace(BALTIC_ENDING, '');
  let readings = [stem.replace(SIBILANT, 'sh').replace(/w/g, 'v')];
  for (const [spelling, other] of READINGS) {
    if (readings.length === MOST || stem.search(spelling) < 0) continue;
    readings = [...readings, ...readings.map((reading) => reading.replace(spelling, other))];
  }
  const skeletons = readings.map(skeletonOf).filter((skeleton) => skeleton.length >= FEWEST);
  return [...new Set(skeletons)];
}

/** The key without its vowels, hard and soft sibilants as one, throat and back sounds as one. */
function skeletonOf(word: string): string {
  return phoneticKey(word).replace(/[aoi]/g, '').replace(/z/g, 's').replace(/h/g, 'k');
}
