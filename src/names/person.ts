/** Names of people: titles, initials, particles, patronymics, and which word is the family's. */
import type { Frequencies } from './frequency.js';
import type { Lexicon } from './lexicon.js';
import { setType } from './organisation.js';
import type { Piece } from './piece.js';

/** Types the pieces of a person's name in place. */
export function typePerson(name: string, pieces: Piece[], lexicon: Lexicon, frequencies: Frequencies): void {
  typeWords(name, pieces, lexicon);
  const comma = familyComma(name, pieces);
  if (comma > 0) typeByComma(pieces, comma);
  else if (!typeByCapitals(pieces)) typeByOrder(pieces, frequencies);
}

/** Patronymics of Slavic languages in their romanisations: -ovich, -evych, -ovna, -ivna, -owicz, and -ich of a few. */
const PATRONYMIC_MAN =
  /^[a-z]{2,}(?:[oeiy]v|[oe]w|jev|yev|iev)(?:ich|ych|itch|ic|icz|its|itsj|itj|yts)$|^(?:ilyich|ilich|ilitch|iljitj|kuzmich|fomich|lukich|nikitich|savvich|ilyitch|anikich)$/;
const PATRONYMIC_WOMAN = /^[a-z]{2,}(?:[oeiy]v|[oe]w|yiv|iiv)na$|^[a-z]{2,}(?:inichna|inishna|ichna)$/;

/** Whether a form is a man's patronymic, a woman's, or none by its ending alone. */
export function patronymicOf(form: string): 'man' | 'woman' | null {
  return PATRONYMIC_MAN.test(form) ? 'man' : PATRONYMIC_WOMAN.test(form) ? 'woman' : null;
}

/** Titles, particles, generations and initials: what the word itself tells. */
function typeWords(name: string, pieces: Piece[], lexicon: Lexicon): void {
  const last = pieces.length - 1;
  for (let at = 0; at <= last; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.number) continue;
    if (piece.lookup.length === 1 && piece.script !== 'Han' && piece.script !== 'Hangul') {
      const middle = at > 0 && at < last;
      const joins = middle && piece.text === piece.text.toLowerCase() && /^[yeiو]$/.test(piece.lookup);
      if (joins) setType(piece, 'particle', piece.form);
      else piece.type = 'initial';
      continue;
    }
    for (const phrase of lexicon.phrases.get(piece.lookup) ?? []) {
      if (phrase.words.length > 1) continue;
      if (phrase.type === 'name-particle' && (at < last || phrase.form === 'oglu' || phrase.form === 'kyzy')) {
        setType(piece, 'particle', phrase.form);
        break;
      }
      if (phrase.type === 'honorific' && last > 0) {
        // A title stands before the name, or behind a comma; "Amir", "Khan" and the like are in the table as names.
        setType(piece, 'honorific', phrase.form);
        break;
      }
      if (phrase.type === 'generation' && at > 0) {
        setType(piece, 'generation', phrase.form);
        break;
      }
    }
  }
  const named = pieces.some((piece) => piece.type === 'word');
  // Nothing but titles and particles: then they are the name.
  if (!named) for (const piece of pieces) if (piece.type !== 'initial' && piece.type !== 'number') piece.type = 'word';
  void name;
}

/** How many pieces stand before the comma that ends the family name, 0 if there is no such comma. */
function familyComma(name: string, pieces: readonly Piece[]): number {
  for (let at = 1; at < pieces.length; at += 1) {
    const between = name.slice((pieces[at - 1] as Piece).end, (pieces[at] as Piece).start);
    if (!/[,،，]/.test(between)) continue;
    const left = pieces.slice(0, at).some((piece) => piece.type === 'word');
    const right = pieces.slice(at).some((piece) => piece.type === 'word' || piece.type === 'initial');
    return left && right ? at : 0;
  }
  return 0;
}

function typeByComma(pieces: readonly Piece[], comma: number): void {
  let given = 0;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.type !== 'word') continue;
    if (at < comma) piece.type = 'family';
    else {
      piece.type = given > 0 && patronymicAt(pieces, at) ? 'patronymic' : 'given';
      given += 1;
    }
  }
}

function patronymicAt(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  if (next?.type === 'particle' && (next.form === 'oglu' || next.form === 'kyzy')) return true;
  return patronymicOf((pieces[at] as Piece).form) !== null;
}

/** "Mikhail Vladimirovich MISHUSTIN": what is in capitals is the family name, if not all of it is. */
function typeByCapitals(pieces: readonly Piece[]): boolean {
  const words = pieces.filter((piece) => piece.type === 'word');
  const capitals = words.filter((piece) => piece.capitals);
  if (capitals.length === 0 || capitals.length === words.length) return false;
  let given = 0;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.type !== 'word') continue;
    if (piece.capitals) piece.type = 'family';
    else {
      piece.type = given > 0 && patronymicAt(pieces, at) ? 'patronymic' : 'given';
      given += 1;
    }
  }
  return true;
}

/** Without signs of its own a name is read by its patronymic, its script, or by names that are known as given names. */
function typeByOrder(pieces: readonly Piece[], frequencies: Frequencies): void {
  const words = pieces.filter((piece) => piece.type === 'word');
  if (words.length < 2) return;
  const first = words[0] as Piece;
  const last = words[words.length - 1] as Piece;
  if (first.script === 'Han' || first.script === 'Hangul') {
    if (words.every((word) => word.script === first.script) && words.length <= 4 && first.end === words[1]?.start)
      for (const word of words) word.type = word === first ? 'family' : 'given';
    return;
  }
  const at = words.findIndex((word, place) => {
    if (place === 0) return false;
    const next = pieces[pieces.indexOf(word) + 1];
    if (next?.type === 'particle' && (next.form === 'oglu' || next.form === 'kyzy')) return true;
    const sex = patronymicOf(word.form);
    return sex === 'woman' || (sex === 'man' && words.length > 2);
  });
  if (at > 0) {
    (words[at] as Piece).type = 'patronymic';
    const familyFirst = at === words.length - 1 && at >= 2;
    for (let place = 0; place < words.length; place += 1) {
      if (place === at) continue;
      const given = familyFirst ? place === at - 1 : place < at;
      (words[place] as Piece).type = given ? 'given' : 'family';
    }
    return;
  }
  const roles = words.map((word) => frequencies.role(word.form));
  if (roles[0] === 'given' && roles[words.length - 1] !== 'given') {
    first.type = 'given';
    last.type = 'family';
  } else if (words.length === 2 && roles[0] !== 'given' && roles[1] === 'given') {
    first.type = 'family';
    last.type = 'given';
  }
}
