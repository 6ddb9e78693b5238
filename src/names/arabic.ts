/**
 * Words of a name that are one name together: Abd al-Rahman, Nur al-Din, Hayat Ullah, Abu Hamza. They are joined before
 * parts get their types, so that "Abdul" left alone is no particle and a father of Hamza no Hamza.
 */
import type { Compounds } from './compound.js';
import type { Frequencies } from './frequency.js';
import type { Lexicon } from './lexicon.js';
import { merge } from './organisation-pieces.js';
import type { Piece } from './piece.js';

/** What joining reads. */
export type Joining = {
  readonly compounds: Compounds;
  readonly lexicon: Lexicon;
  readonly frequencies: Frequencies;
};

/** The article, alone, with the sounds it takes from what follows: al, ul, ar, ash. */
const ARTICLE = /^[aeiou](?:[lrsztnd]|sh|ch|th|dh)$/;

/** Joins Abd and the name of God behind it, in place; all of a name that is no person's may have. */
export function joinServants(name: string, pieces: Piece[], joining: Joining): void {
  const { compounds } = joining;
  for (let at = 0; at + 1 < pieces.length; at += 1) {
    const first = pieces[at] as Piece;
    const slipped = compounds.as('servant', first.form) === '';
    // Adul Wahed is a slip for Abdul Wahed; Adel Karim has a name of his own.
    if (slipped && (!compounds.slippedServant(first.form) || first.rarity < UNUSUAL)) continue;
    const to = behindArticle(name, pieces, at);
    const target = pieces[to];
    if (target === undefined || isSmall(target, joining) || target.form.startsWith('abd')) continue;
    const bare = target.form.replace(/^[aeu]l(?=[a-z]{3})/, '');
    const behind = slipped ? compounds.nameOfGod : compounds.nameBehindAbd;
    const god = behind(target.form) || behind(bare);
    if (slipped && god === '') continue;
    // Adil Abd Fari, Majeed Abdul Chaudhry; but Abd al-Fari, Abd Elfari.
    const article = to > at + 1 || (first.form === 'abd' && bare !== target.form);
    if (god === '' && !article) continue;
    join(name, pieces, at, to + 1, god === '' ? `abdul${bare}` : `abd${god}`, joining.frequencies);
  }
}

/** Nats from which a word is no name of its own: it may be a slip. */
const UNUSUAL = 9;

/** Joins all names of several words in a person's name, in place. */
export function joinCompounds(name: string, pieces: Piece[], joining: Joining): void {
  const { compounds, frequencies } = joining;
  const mayJoin = ({ form }: Piece) => compounds.joins(form) || compounds.slippedServant(form);
  if (pieces.length < 2 || !pieces.some(mayJoin)) return;
  joinServants(name, pieces, joining);
  for (let at = 0; at + 1 < pieces.length; at += 1) {
    const head = pieces[at] as Piece;
    if (head.form.length < 2 || isSmall(head, joining)) continue;
    const to = behindArticle(name, pieces, at);
    const end = pieces[to];
    if (end === undefined) continue;
    const known = compounds.as('faithful', head.form);
    const faith = compounds.as('faith', end.form);
    if (faith !== '' && (to > at + 1 || known !== '' || /^[aeiou]/.test(end.form)))
      join(name, pieces, at, to + 1, (known || head.form) + faith, frequencies);
    // Ziaur Rahman is Zia ur-Rahman.
    else if (/[a-z]{3}ur$/.test(head.form) && compounds.as('merciful', end.form) !== '')
      setForm(head, head.form.slice(0, -2), frequencies);
    else if (to === at + 1 && compounds.as('god', end.form) !== '')
      join(name, pieces, at, to + 1, `${head.form}allah`, frequencies);
  }
  for (let at = 0; at + 1 < pieces.length; at += 1) {
    const { form } = pieces[at] as Piece;
    const weak = compounds.as('father', form) === '';
    const father = compounds.as('father', form) || compounds.as('father-elsewhere', form);
    if (father === '') continue;
    const to = behindArticle(name, pieces, at);
    const child = pieces[to];
    if (child === undefined || child.form.length < 2 || isSmall(child, joining)) continue;
    if (weak && frequencies(child.form).role !== 'given') continue;
    join(name, pieces, at, to + 1, father + child.form, frequencies);
    if (isByname(name, pieces, at)) (pieces[at] as Piece).type = 'nickname';
  }
  returnToFamily(name, pieces, joining);
}

/**
 * "MALIK, Rafiq Abdul", "HAMZA, Ali Abu", "AL-DIN, Ghazi Nasr": what opens the family's name was left behind when the rest
 * was put in front.
 */
function returnToFamily(name: string, pieces: Piece[], { compounds, frequencies }: Joining): void {
  const comma = name.indexOf(',');
  const family = pieces.filter((piece) => piece.end <= comma && !ARTICLE.test(piece.form));
  const given = pieces.filter((piece) => piece.start > comma);
  const word = family[0];
  const last = given[given.length - 1];
  if (comma < 0 || word === undefined || last === undefined) return;
  const god = compounds.nameOfGod(word.form);
  const father = compounds.as('father', last.form);
  const faithful = compounds.as('faith', word.form) === '' ? '' : compounds.as('faithful', last.form);
  let form = '';
  if (god !== '' && compounds.as('servant', last.form) !== '') form = `abd${god}`;
  else if (family.length > 1) return;
  else if (father !== '' && !word.form.startsWith(father)) form = father + word.form;
  else if (faithful !== '' && given.length > 1) form = `${faithful}aldin`;
  if (form === '') return;
  setForm(word, form, frequencies);
  last.type = 'particle';
}

/** A kunya in front of a given and a family name; Abu Bakr is a given name too. */
function isByname(name: string, pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at] as Piece;
  const before = pieces[at - 1];
  const next = pieces[at + 1];
  if (next === undefined || piece.form.startsWith('abubak') || !touch(name, piece, next)) return false;
  if (ARTICLE.test(next.form) || /^[bi]b?[ne]nt?$/.test(next.form)) return false;
  const others = pieces.filter((other) => other !== piece && !ARTICLE.test(other.form)).length;
  return others > 1 && (before === undefined || name.slice(before.end, piece.start).includes(','));
}

/** The place of the word that follows, an article between them passed over; −1 if something else is between. */
function behindArticle(name: string, pieces: readonly Piece[], at: number): number {
  const next = pieces[at + 1] as Piece;
  if (!touch(name, pieces[at] as Piece, next)) return -1;
  if (!ARTICLE.test(next.form)) return at + 1;
  const word = pieces[at + 2];
  return word !== undefined && touch(name, next, word) ? at + 2 : -1;
}

/** Whether only spaces, hyphens and apostrophes stand between two pieces. */
function touch(name: string, left: Piece, right: Piece): boolean {
  for (let at = left.end; at < right.start; at += 1) if (!BETWEEN.includes(name[at] as string)) return false;
  return true;
}

const BETWEEN = " -'’‘`‐‑–ʿʾ\n\r\t\u200c\u00a0";

/** Son of, the article, titles and numbers: no name of their own. */
function isSmall(piece: Piece, { lexicon }: Joining): boolean {
  if (piece.number || piece.form.length < 2 || ARTICLE.test(piece.form)) return true;
  return lexicon
    .phrases(piece.lookup)
    .some(({ type, words, form }) => words.length === 1 && (form === 'bin' || type === 'generation'));
}

function join(
  name: string,
  pieces: Piece[],
  from: number,
  to: number,
  form: string,
  frequencies: Frequencies,
): void {
  const piece = merge(name, pieces, from, to, frequencies);
  setForm(piece, form, frequencies);
  pieces.splice(from, to - from, piece);
}

function setForm(piece: Piece, form: string, frequencies: Frequencies): void {
  const { key, rarity } = frequencies(form);
  piece.form = form;
  piece.key = key;
  piece.rarity = rarity;
}
