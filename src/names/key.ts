/**
 * The phonetic key: a skeleton that the spellings of one name share across languages and romanisations. Consonants in
 * classes, vowels left out inside, a coarse class of the first and the last one kept. Made for names on sanctions lists
 * (Russian, Arabic, Persian, Chinese, Korean in Latin letters), where Soundex and Metaphone think in English.
 */

/**
 * Letters and the classes they sound as; the longest row that fits is used. "^" and "$" are the ends of the word, "." in
 * the sound is a vowel. Letters without a row stand for themselves, vowels for ".". What depends on more than the
 * letters themselves is in `soundAt`.
 */
const SOUNDS: readonly (readonly [string, string])[] = [
  // Sibilants without voice are one: sh, shch, ch, ts in English, French, German, Polish and Scandinavian dress
  // (Rashid, Rachid; Tsvetaev, Cvetaev; Vladimirovich, Vladimirovitj).
  ['schtsch szcz shtch chtch shch stch sjtj sch sh sz sj ss', 's'],
  ['tsch tch tsh cz ch tj$ ^tj ts tz', 's'],
  ['vic$', 'v.s'],
  ['sic$', 's.s'],
  ['zic$ jic$', 'z.s'],
  ['kic$', 'k.s'],
  ['cv', 'sv'],
  // Chinese syllables; elsewhere a c before a, o, u is a k.
  ['^cai$ ^cao$ ^cui$ ^cuo$ ^ca$ ^cu$', 's.'],
  ['^can$ ^cang$ ^cong$ ^cun$ ^cuan$', 's.n'],
  ['ce ci cy', 's.'],
  ['dsch dzh zh dj dg dz j', 'z'],
  ['dzi', 'd.'],
  // Throat and back sounds; g, k and q are one (Gaddafi, Qadhafi, Kadafi).
  ['kh', 'h'],
  ['gh ck cq cc c q g', 'k'],
  ['x', 'ks'],
  ['^x ^hs', 's'],
  ['ph pf', 'f'],
  ['th', 't'],
  ['dh', 'd'],
  ['wh w', 'v'],
  ['lj', 'l'],
  ['nj', 'n'],
  ['tj', 't'],
  // Ivanoff, Lavroff; Belarusian Zaitsau for Zaitsev.
  ['off$ of$ eff$ ief$ yef$ au$ eu$', '.v'],
  ['kou$', 'k.v'],
  ['chou$ shou$', 's.v'],
  ['dzm', 'dm'],
  ['ng$', 'n'],
  // German and Slavic je, ju for ye, yu in names that begin with them.
  ['^jew ^jev', '.v'],
  ['^jek ^jeg', '.k'],
  ['^jel', '.l'],
  ['^juri ^jury ^jurj', '.r.'],
];

/** Spelling → sound, and by first letter the length of the longest spelling: most letters begin none that is long. */
type Sounds = { readonly of: ReadonlyMap<string, string>; readonly longest: Uint8Array };

/** Made from `SOUNDS` by the first word, since nothing runs on import. */
let sounds: Sounds | null = null;

/**
 * The key of a comparable form (`a-z0-9`).
 *
 * @returns lower-case letters, at most 12; never '' for a form that is not. A form with a digit, or of one letter, is
 *   its own key. Mikhail, Mihail → `mhl`; Muhammad, Mohamed, Mahomet → `mhmt`; Sergei, Serguei, Siergiej → `srki`.
 */
export function phoneticKey(form: string): string {
  if (form.length < 2 || /[0-9]/.test(form)) return form;
  const word = form.length > 40 ? form.slice(0, 40) : form;
  const spoken = speak(word);
  let skeleton = '';
  for (let at = 0; at < spoken.length; at += 1) {
    const sound = spoken[at] as string;
    if (sound === '.' || sound === spoken[at - 1]) continue;
    skeleton += sound;
  }
  skeleton = voicelessEnd(skeleton, spoken);
  const first = spoken.startsWith('.') ? firstVowel(word) : '';
  const end = lastVowel(word, skeleton);
  if (skeleton === '') return first + end || word;
  // Short names would share too few keys: Li, Lu; Said, Sad.
  const inner = skeleton.length <= 2 && first === '' ? innerVowel(word) : '';
  return (first + skeleton.slice(0, 1) + inner + skeleton.slice(1)).slice(0, 11) + end;
}

/** The word as classes of sounds, vowels as dots. */
function speak(word: string): string {
  sounds ??= readSounds();
  const text = `^${word}$`;
  let spoken = '';
  for (let at = 0; at < text.length; ) {
    let size = Math.min(Math.max(1, sounds.longest[text.charCodeAt(at)] ?? 1), text.length - at);
    let sound: string | undefined;
    for (; size > 1; size -= 1) {
      sound = sounds.of.get(text.slice(at, at + size));
      if (sound !== undefined) break;
    }
    spoken += sound ?? soundAt(text, at, spoken);
    at += size;
  }
  return spoken;
}

const VOWELS = 'aeiouy';

/** One letter, where its surroundings decide: glides, silent h. */
function soundAt(text: string, at: number, spoken: string): string {
  const letter = text[at] as string;
  if (letter === '^' || letter === '$') return '';
  if (VOWELS.includes(letter)) return '.';
  const before = text[at - 1] as string;
  const after = text[at + 1] as string;
  if (letter === 'j') {
    // Sergej, Andrejevic, Tejmur, Marija are glides; Hajj, Majid, Hejazi are not.
    const closes = after === '$' ? 'eioy'.includes(before) : 'ei'.includes(before) && !VOWELS.includes(after);
    const joins = 'ei'.includes(before) && (after === 'e' || (before === 'i' && text.slice(at + 1) === 'a$'));
    if (closes || joins) return '.';
  }
  if (letter === 'w' && 'aeou'.includes(before) && after !== 'w' && !VOWELS.includes(after)) {
    // Tawfiq, Fowzi, Daw; but Iwanow.
    if (after !== '$' || before !== 'o') return '.';
  }
  if (letter === 'h') {
    const consonants = spoken.replace(/\./g, '').length;
    // Fatimah, Abdullah; but Salih, Nuh. Silent behind a consonant too: Rhodes, Bhutto; but Ilham.
    if (after === '$' && (consonants > 2 || !'aeiou'.includes(before))) return '';
    if ('rbpdtgnm'.includes(before) && at > 1 && !VOWELS.includes(text[at - 2] as string)) return '';
  }
  return sounds?.of.get(letter) ?? letter;
}

/** Ahmed and Ahmet, Yaqub and Yakup, Gomez and Gomes. */
function voicelessEnd(skeleton: string, spoken: string): string {
  if (spoken.endsWith('.')) return skeleton;
  const end = skeleton[skeleton.length - 1];
  if (end !== 'd' && end !== 'b' && end !== 'z') return skeleton;
  return skeleton.slice(0, -1) + (end === 'd' ? 't' : end === 'b' ? 'p' : 's');
}

/** o for o, u and yo, yu; a for all others. */
function firstVowel(word: string): string {
  return /^[yij]?[ou]/.test(word) ? 'o' : 'a';
}

/** The class of the first vowels behind a consonant: o where there is an o or u, i where e, i or y, else a. */
function innerVowel(word: string): string {
  const inside = /^[^aeiouy]+([aeiouy]+)[^aeiouy]/.exec(word)?.[1] ?? '';
  if (inside === '') return '';
  return /[ou]/.test(inside) ? 'o' : /[eiy]/.test(inside) ? 'i' : 'a';
}

/** The class of the vowel the word ends in: a (a, ah, eh), i (i, y, ei, ij), o (o, u); a final e is silent. */
function lastVowel(word: string, skeleton: string): string {
  const end = /[aeiouy]+[jh]?$/.exec(word)?.[0] ?? '';
  if (end === '' || (skeleton.endsWith('v') && /[ae]u$/.test(end))) return '';
  if (/[ae]h$/.test(end)) return skeleton.endsWith('h') ? '' : 'a';
  if (/[iyeo]j$|[iy]e?$|ee$/.test(end)) return 'i';
  if (/[ou]$/.test(end)) return 'o';
  return end.endsWith('a') ? 'a' : '';
}

function readSounds(): Sounds {
  const of = new Map<string, string>();
  const longest = new Uint8Array(128);
  for (const [spellings, sound] of SOUNDS) {
    for (const spelling of spellings.split(' ')) {
      of.set(spelling, sound);
      const first = spelling.charCodeAt(0);
      longest[first] = Math.max(longest[first]!, spelling.length);
    }
  }
  return { of, longest };
}
