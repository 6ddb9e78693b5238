/** Names of people: titles, initials, particles, patronymics, and which words are the family's. */
import type { Frequencies } from './frequency.js';
import type { Lexicon, Phrase, PhraseType } from './lexicon.js';
import { merge, setType } from './organisation.js';
import { patronymicOf } from './patronymic.js';
import type { Piece } from './piece.js';
import type { PartType } from './types.js';

/** Types the pieces of a person's name in place. */
export function typePerson(name: string, pieces: Piece[], lexicon: Lexicon, frequencies: Frequencies): void {
  splitInitials(pieces, frequencies);
  typeWords(name, pieces, lexicon, frequencies);
  const comma = familyComma(name, pieces);
  if (comma > 0) typeSides(pieces, (_, at) => at < comma);
  else if (inTwoCases(pieces)) typeSides(pieces, (piece) => piece.capitals);
  else typeByOrder(pieces, frequencies);
}

const PART_OF: Readonly<Partial<Record<PhraseType, PartType>>> = {
  'name-particle': 'particle',
  'weak-particle': 'particle',
  generation: 'generation',
  honorific: 'honorific',
  'head-honorific': 'honorific',
};

/** Titles, particles, generations and initials: what the word itself and its neighbours tell. */
function typeWords(name: string, pieces: Piece[], lexicon: Lexicon, frequencies: Frequencies): void {
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.number) continue;
    const phrase = phraseFor(name, pieces, at, lexicon);
    if (phrase === null) {
      // O, Chong Ok: a family name of one letter.
      const next = pieces[at + 1];
      const family = at === 0 && next !== undefined && commaBetween(name, piece, next);
      if (isInitial(piece) && !family) piece.type = 'initial';
      continue;
    }
    const size = phrase.words.length;
    if (size > 1) pieces.splice(at, size, merge(name, pieces, at, at + size, frequencies));
    setType(pieces[at] as Piece, PART_OF[phrase.type] ?? 'word', phrase.form, frequencies);
  }
  // Nothing but titles and particles: then they are the name.
  if (pieces.some((piece) => piece.type === 'word')) return;
  for (const piece of pieces) if (piece.type !== 'initial' && piece.type !== 'number') piece.type = 'word';
}

/** "JC Juncker": two or three capitals without a vowel are initials, where the rest of the name has small letters. */
function splitInitials(pieces: Piece[], frequencies: Frequencies): void {
  if (!pieces.some((piece) => piece.lookup.length > 1 && !piece.capitals)) return;
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const piece = pieces[at] as Piece;
    if (
      !piece.capitals ||
      !/^[b-df-hj-np-tv-xz]{2,3}$/.test(piece.lookup) ||
      piece.text.length !== piece.form.length
    )
      continue;
    // Ng is a name.
    if (piece.lookup === 'ng') continue;
    const letters = [...piece.form].map((letter, place): Piece => {
      const start = piece.start + place;
      const measure = frequencies(letter);
      return {
        ...piece,
        ...measure,
        text: piece.text.slice(place, place + 1),
        form: letter,
        lookup: letter,
        start,
        end: start + 1,
      };
    });
    pieces.splice(at, 1, ...letters);
  }
}

function isInitial(piece: Piece): boolean {
  return (
    piece.lookup.length === 1 &&
    piece.script !== 'Han' &&
    piece.script !== 'Hangul' &&
    piece.script !== 'Kana'
  );
}

/** The first phrase of the tables that fits at a place of a person's name, null if there is none. */
function phraseFor(name: string, pieces: readonly Piece[], at: number, lexicon: Lexicon): Phrase | null {
  for (const phrase of lexicon.phrases((pieces[at] as Piece).lookup)) {
    let fits = at + phrase.words.length <= pieces.length;
    for (let word = 1; fits && word < phrase.words.length; word += 1) {
      fits = (pieces[at + word] as Piece).lookup === phrase.words[word];
    }
    if (fits && stands(name, pieces, at, phrase)) return phrase;
  }
  return null;
}

/** Whether a phrase is what it says at this place, and not a name that is spelled alike. */
function stands(name: string, pieces: readonly Piece[], at: number, phrase: Phrase): boolean {
  const piece = pieces[at] as Piece;
  const next = pieces[at + phrase.words.length];
  const before = pieces[at - 1];
  switch (phrase.type) {
    case 'name-particle':
      if (phrase.form === 'oglu' || phrase.form === 'kyzy' || phrase.form === 'zadeh') return at > 0;
      return next !== undefined && !commaBetween(name, piece, next);
    case 'weak-particle':
      return next !== undefined && !commaBetween(name, piece, next) && isTied(name, pieces, at, phrase);
    case 'generation':
      return at > 0;
    case 'honorific':
      return pieces.length > 1 && !(at === 0 && next !== undefined && commaBetween(name, piece, next));
    case 'head-honorific': {
      if (next === undefined || (at === 0 && commaBetween(name, piece, next))) return false;
      const opens = before === undefined || before.type === 'honorific' || commaBetween(name, before, piece);
      return opens || name[piece.end] === '.';
    }
    default:
      return false;
  }
}

/** A particle that is a name elsewhere (Ben, Li, Da): in small letters, tied to the next word, or fused in sound with it. */
function isTied(name: string, pieces: readonly Piece[], at: number, phrase: Phrase): boolean {
  const piece = pieces[at] as Piece;
  const next = pieces[at + 1] as Piece;
  if (piece.text === piece.text.toLowerCase() && piece.text !== piece.text.toUpperCase()) return true;
  if (phrase.form === 'al') {
    const sign = name.slice(piece.end, next.start);
    if (sign === '' || /^[-‐‑–'’]$/.test(sign)) return true;
    // Ar Rahman, Ash Sharif, Ur Rehman: the article takes the sound that follows.
    const sound = piece.lookup.slice(1);
    return sound === 'l' ? at > 0 : next.lookup.startsWith(sound);
  }
  // In a name all in capitals BEN ALI is a family; Ben Netanyahu has a given name.
  return phrase.form === 'bin' && (at > 0 || piece.capitals);
}

function commaBetween(name: string, left: Piece, right: Piece): boolean {
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
    const patronymic = given > 0 && (beforeSon(pieces, at) || patronymicOf(piece.form) !== null);
    piece.type = patronymic ? 'patronymic' : 'given';
    given += 1;
  }
}

/** Whether the next word is oglu or kyzy, "son of" and "daughter of" behind the father's name. */
function beforeSon(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  return next?.type === 'particle' && (next.form === 'oglu' || next.form === 'kyzy');
}

/** Without signs of its own a name is read by its patronymic, its script, or by names that are known as given names. */
function typeByOrder(pieces: readonly Piece[], frequencies: Frequencies): void {
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
