/**
 * Readings of Han characters. The dictionary is large, so it is loaded when the first Han word comes: a cold start
 * without Chinese names does not pay for it.
 */
import { createRequire } from 'node:module';

type Reader = (text: string, options: object) => string[];

let reader: Reader | null = null;

/**
 * Reads a run of Han characters as pinyin without tones, one syllable per character, joined by spaces; a surname at the
 * head is read as one (单 shan, 仇 qiu). ü is written u. A character without a reading gives nothing.
 */
export function pinyin(text: string): string {
  reader ??= (createRequire(import.meta.url)('pinyin-pro') as { pinyin: Reader }).pinyin;
  const syllables = reader(text, {
    toneType: 'none',
    type: 'array',
    surname: 'head',
    v: true,
    nonZh: 'removed',
  });
  const plain = syllables.map((syllable) => syllable.toLowerCase().replace(/ü/g, 'u').replace(/v/g, 'u'));
  return plain.filter((syllable) => /^[a-z]+$/.test(syllable)).join(' ');
}
