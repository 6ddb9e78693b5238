/**
 * Languages whose romanisations differ in letters only: Japanese (Sinzo, Shinzō, Shinzou), Vietnamese (Ly, Lí). A word that
 * is written in syllables of the language is brought to one spelling.
 */

/** Kana in the systems of Kunrei and Nihon, and as typed, to Hepburn; longest first. */
const HEPBURN: readonly (readonly [RegExp, string])[] = [
  [/sy(?=[auo])/g, 'sh'],
  [/ty(?=[auo])/g, 'ch'],
  [/[zjd]y(?=[auo])/g, 'j'],
  [/(?<![a-z])si|(?<=[aiueon])si/g, 'shi'],
  [/(?<![a-z])ti|(?<=[aiueont])ti/g, 'chi'],
  [/(?<![a-z])tu|(?<=[aiueont])tu/g, 'tsu'],
  [/(?<![a-z])hu|(?<=[aiueon])hu/g, 'fu'],
  [/[zd]i/g, 'ji'],
  [/du|dzu/g, 'zu'],
  [/tch/g, 'cch'],
  [/m(?=[bpm])/g, 'n'],
  [/oh(?![aiueoy])/g, 'o'],
  [/ou|oo/g, 'o'],
  [/uu/g, 'u'],
];
const JAPANESE =
  /^(?:(?:k|g|s|z|t|d|n|h|b|p|m|r|y|w|f|j|sh|ch|ts|ky|gy|ny|hy|by|py|my|ry|kk|ss|tt|pp|ssh|cch|tts)?[aiueo]|n(?![aiueoy]))+$/;

const VIETNAMESE =
  /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|ng?|ngh|nh|ph?|qu|r|s|th?|tr|v|x)?(?:i|e|a|o|u|y|ie|ye|ia|oa|oe|uo|ua|uy|ue|ai|ay|ao|au|eo|eu|iu|oi|ui|uu|ieu|yeu|oai|oay|uoi|uou|uay|uye|uya|oo)(?:ch?|m|ng?|nh|p|t)?$/;

/** A word's one Hepburn spelling, long vowels short; null for a word that is not made of Japanese syllables. */
export function japaneseSpelling(form: string): string | null {
  let spelling = form;
  for (const [from, to] of HEPBURN) spelling = spelling.replace(from, to);
  return JAPANESE.test(spelling) ? spelling : null;
}

/** A Vietnamese syllable without its marks, i for y at its end; null for what is none. */
export function vietnameseSpelling(form: string): string | null {
  if (!VIETNAMESE.test(form)) return null;
  return form.replace(/(qu|[^aou])y$/, '$1i');
}
