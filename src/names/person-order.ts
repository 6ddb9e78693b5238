/** Which words of a person's name are given, which the father's, the mother's, the family's: by signs, else by order. */
import type { Frequencies } from './frequency.js';
import type { Lexicon } from './lexicon.js';
import { patronymicOf } from './patronymic.js';
import type { Piece } from './piece.js';

/** Types the words of a name whose titles, particles and nicknames are known, in place; what stays open stays `word`. */
export function typeByOrder(
  name: string,
  pieces: readonly Piece[],
  lexicon: Lexicon,
  frequencies: Frequencies,
): void {
  const comma = familyComma(name, pieces);
  if (comma > 0) typeSides(pieces, (_, at) => at < comma);
  else if (inTwoCases(pieces)) typeSides(pieces, (piece) => piece.capitals);
  else typeInRow(pieces, frequencies, lexicon);
  typeMothers(pieces, comma > 0, lexicon);
}

/** Whether a comma stands between two pieces. */
export function commaBetween(name: string, left: Piece, right: Piece): boolean {
  for (let at = left.end; at < right.start; at += 1) {
    const code = name.charCodeAt(at);
    if (code === 0x2c || code === 0x60c || code === 0xff0c) return true;
  }
  return false;
}

/** How many pieces stand before the comma that ends the family name, 0 if there is no such comma. */
function familyComma(name: string, pieces: readonly Piece[]): number {
  for (let at = 1; at < pieces.length; at += 1) {
    if (!commaBetween(name, pieces[at - 1] as Piece, pieces[at] as Piece)) continue;
    const family = pieces.slice(0, at).some((piece) => piece.type === 'word');
    const given = pieces.slice(at).some((piece) => piece.type === 'word' || piece.type === 'initial');
    return family && given ? at : 0;
  }
  return 0;
}

/** "Mikhail Vladimirovich MISHUSTIN": some words are in capitals, some are not. */
function inTwoCases(pieces: readonly Piece[]): boolean {
  let capitals = false;
  let small = false;
  for (const piece of pieces) {
    if (piece.type !== 'word') continue;
    if (piece.capitals) capitals = true;
    else small = true;
  }
  return capitals && small;
}

/** Types the words on the family's side and on the other, where the name itself marks them. */
function typeSides(pieces: readonly Piece[], isFamily: (piece: Piece, at: number) => boolean): void {
  let given = 0;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.type !== 'word') continue;
    if (isFamily(piece, at)) {
      piece.type = 'family';
      continue;
    }
    const father = behindSon(pieces, at) || beforeSon(pieces, at) || patronymicOf(piece.form) !== null;
    const patronymic = given > 0 && father;
    piece.type = patronymic ? 'patronymic' : 'given';
    given += 1;
  }
}

/** Whether the next word is oglu or kyzy, "son of" and "daughter of" behind the father's name. */
function beforeSon(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  return next?.type === 'particle' && (next.form === 'oglu' || next.form === 'kyzy');
}

/** Whether bin, ibn, ould or the like stand before a word: it is the father's name, or the family's as in bin Laden. */
function behindSon(pieces: readonly Piece[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && pieces[before]?.type === 'particle' && pieces[before]?.form === 'al') before -= 1;
  return before >= 0 && pieces[before]?.type === 'particle' && pieces[before]?.form === 'bin';
}

/** Without signs of its own a name is read by its patronymic, its script, or by names that are known as given names. */
function typeInRow(pieces: readonly Piece[], frequencies: Frequencies, lexicon: Lexicon): void {
  const places: number[] = [];
  for (let at = 0; at < pieces.length; at += 1) if ((pieces[at] as Piece).type === 'word') places.push(at);
  if (places.length < 2) return;
  const words = places.map((at) => pieces[at] as Piece);
  const first = words[0] as Piece;
  const last = words[words.length - 1] as Piece;
  if (first.script === 'Han' || first.script === 'Hangul') {
    typeSyllables(words);
    return;
  }
  if (typeLine(pieces, places, words)) return;
  const father = words.findIndex((word, place) => {
    if (place === 0) return false;
    const sex = patronymicOf(word.form);
    return (
      sex === 'woman' || (sex === 'man' && words.length > 2) || beforeSon(pieces, places[place] as number)
    );
  });
  if (father > 0) {
    // "Mishustin Mikhail Vladimirovich": the family first, the father's name at the end.
    const familyFirst = father === words.length - 1 && father >= 2;
    for (let place = 0; place < words.length; place += 1) {
      const given = familyFirst ? place === father - 1 : place < father;
      (words[place] as Piece).type = place === father ? 'patronymic' : given ? 'given' : 'family';
    }
    return;
  }
  if (
    words.length > 2 &&
    isHispanic(words[words.length - 2] as Piece, 'family', lexicon) &&
    isHispanic(last, 'family', lexicon)
  ) {
    words.forEach((word, place) => {
      word.type = place < words.length - 2 ? 'given' : 'family';
    });
    return;
  }
  const firstRole = frequencies(first.form).role;
  const lastRole = frequencies(last.form).role;
  if (firstRole === 'given' && lastRole !== 'given') {
    first.type = 'given';
    last.type = 'family';
  } else if (words.length === 2 && lastRole === 'given' && firstRole !== 'given') {
    first.type = 'family';
    last.type = 'given';
  }
}

/**
 * "Ibrahim bin Khalid al-Masri": before bin stand given names, behind it the father's; the last word is the family's, if
 * only by use ("Mohammed bin Salman"). So is a last word with the article. @returns whether the name was so read
 */
function typeLine(pieces: readonly Piece[], places: readonly number[], words: readonly Piece[]): boolean {
  if (!pieces.some(({ type, form }) => type === 'particle' && (form === 'bin' || form === 'al')))
    return false;
  const end = places.length - 1;
  const sons = places.map((at) => behindSon(pieces, at));
  const first = sons.indexOf(true);
  const article = pieces[(places[end] as number) - 1];
  // Zia ur-Rahman is one given name, Bashar al-Assad two names.
  const byArticle = article?.type === 'particle' && article.form === 'al' && !/^[ou]/.test(article.lookup);
  if (first < 0) {
    // Bashar al-Assad; a middle word may be given or the father's.
    if (!byArticle || sons.length < 2) return false;
    (words[0] as Piece).type = 'given';
    (words[end] as Piece).type = 'family';
    return true;
  }
  words.forEach((word, place) => {
    if (first === 0) word.type = place === 0 ? 'family' : 'given';
    else if (place === end) word.type = 'family';
    else word.type = sons[place] ? 'patronymic' : place < first ? 'given' : 'word';
  });
  return true;
}

/** Spanish family names are two: the father's, then the mother's, which is often left out. */
function typeMothers(pieces: readonly Piece[], marked: boolean, lexicon: Lexicon): void {
  const at = pieces.findIndex((piece) => piece.type === 'family');
  const father = pieces[at];
  const mother = pieces[at + 1];
  // Contreras de Cabello: the husband's.
  if (father === undefined || mother?.type !== 'family' || mother.script !== 'Latin') return;
  if (pieces.some((piece, place) => place > at + 1 && piece.type === 'family')) return;
  const fathers = isHispanic(father, 'family', lexicon);
  const mothers = isHispanic(mother, 'family', lexicon);
  if (!fathers && !mothers) return;
  if (marked || (fathers && mothers) || pieces.some((piece) => isHispanic(piece, 'given', lexicon)))
    mother.type = 'matronymic';
}

/** Whether a word is a family or given name of the Spanish-speaking world. */
function isHispanic(piece: Piece, role: 'family' | 'given', lexicon: Lexicon): boolean {
  if (piece.script !== 'Latin') return false;
  if (role === 'family' && piece.form.length > 4 && piece.form.endsWith('ez')) return true;
  return lexicon.phrases(piece.lookup).some(({ type, form }) => type === 'hispanic-name' && form === role);
}

const TWO_SYLLABLE_SURNAMES = new Set(
  '欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 东方 東方 皇甫 尉迟 公孙 慕容 令狐 司徒 남궁 황보 제갈 사공'.split(' '),
);

/** A run of two to four Han or Hangul syllables begins with the surname. */
function typeSyllables(words: readonly Piece[]): void {
  const [first, second] = words as [Piece, Piece];
  if (words.length > 4 || first.end !== second.start || words.some((word) => word.script !== first.script))
    return;
  const surname = words.length > 2 && TWO_SYLLABLE_SURNAMES.has(first.native + second.native) ? 2 : 1;
  for (let at = 0; at < words.length; at += 1) (words[at] as Piece).type = at < surname ? 'family' : 'given';
}
