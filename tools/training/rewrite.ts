/**
 * The same name as another hand would write it: whole-name changes, by kind of name. Each takes the words of a name as
 * listed (FAMILY, Given Middle; FIRM LLC) and gives null where it does not apply.
 */

import type { Random } from '../../bench/support/seeded.js';
import type { NameKind, Names } from '../../src/names/index.js';
import { pick, pickWeighted } from './random.js';
import { respell, slip } from './slips.js';

/** What was done to a name, and the name as it is then. */
export type Rewritten = { readonly how: string; readonly text: string };
type Change = (name: string, random: Random, names: Names) => string | null;

const PEOPLE: readonly (readonly [number, string, Change])[] = [
  [10, 'slip', slipped],
  [1, 'two slips', (name, random, names) => again(name, slipped, random, names)],
  [14, 'respelled', (name, random) => respell(plain(name), random)],
  [
    6,
    'respelled twice',
    (name, random, names) => again(name, (text) => respell(plain(text), random), random, names),
  ],
  [8, 'middle left out', middleLeftOut],
  [5, 'middle as initial', middleAsInitial],
  [4, 'given as initial', givenAsInitial],
  [8, 'family last', (name) => (name.includes(',') ? plain(name) : null)],
  [4, 'comma lost', (name) => (name.includes(',') ? name.replace(/,\s*/g, ' ') : null)],
  [4, 'words joined', joined],
  [3, 'word split', split],
  [6, 'other given name form', otherGivenName],
  [3, 'title added', (name, random) => `${pick(TITLES, random)} ${plain(name)}`],
  [2, 'accents', (name, random) => accented(plain(name), random)],
  [2, 'word repeated', (name, random) => `${plain(name)} ${pick(wordsOf(plain(name)), random)}`],
];

const FIRMS: readonly (readonly [number, string, Change])[] = [
  [12, 'slip', slipped],
  [1, 'two slips', (name, random, names) => again(name, slipped, random, names)],
  [6, 'respelled', (name, random) => respell(name, random)],
  [10, 'legal form left out', legalFormLeftOut],
  [8, 'legal form as its like', legalFormAsLike],
  [6, 'generic word left out', genericLeftOut],
  [
    5,
    'generic word added',
    (name, random) => `${name} ${pick(['GROUP', 'COMPANY', 'HOLDING', 'CORPORATION'], random)}`,
  ],
  [5, 'article', (name) => (/^the /i.test(name) ? name.slice(4) : `THE ${name}`)],
  [5, 'abbreviated', abbreviated],
  [4, 'words joined', joined],
  [3, 'word split', split],
  [
    3,
    'and',
    (name) =>
      / (?:&|AND) /.test(name)
        ? name.replace(/ (&|AND) /, (_, and) => (and === '&' ? ' AND ' : ' & '))
        : null,
  ],
  [3, 'signs', (name) => name.replace(/[-/.]/g, (sign) => (sign === '.' ? '' : ' '))],
  [2, 'form first', formFirst],
];

const SHIPS: readonly (readonly [number, string, Change])[] = [
  [6, 'slip', (name, random) => (name.length < 6 ? null : slipped(name, random))],
  [6, 'prefix', (name, random) => `${pick(['MT', 'M/V', 'MV', 'M.T.', 'M/T'], random)} ${name}`],
  [4, 'words joined', joined],
  [2, 'signs', (name) => (/[-.]/.test(name) ? name.replace(/[-.]/g, ' ') : null)],
];

const TITLES = ['Mr', 'Mr.', 'Dr.', 'Haji', 'Sheikh', 'Mullah', 'General', 'Prof.', 'Mrs', 'Sayyid'];

/** A name rewritten in one way, or in two. Falls back on other ways where the drawn one does not apply. */
export function rewrite(name: string, kind: NameKind, random: Random, names: Names): Rewritten {
  const changes = kind === 'person' ? PEOPLE : kind === 'vessel' ? SHIPS : FIRMS;
  const first = once(name, changes, random, names);
  if (random() > 0.2) return first;
  const second = once(first.text, changes, random, names);
  return { how: `${first.how}, ${second.how}`, text: second.text };
}

function once(
  name: string,
  changes: readonly (readonly [number, string, Change])[],
  random: Random,
  names: Names,
): Rewritten {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const [how, change] = pickWeighted(
      changes.map(([weight, ...rest]) => [weight, rest] as const),
      random,
    );
    const text = change(name, random, names);
    if (text !== null && text !== name && text.trim() !== '') return { how, text };
  }
  return { how: 'as written', text: name };
}

/** Given names before the family name. */
function plain(name: string): string {
  const comma = name.indexOf(',');
  return comma < 0 ? name : `${name.slice(comma + 1).trim()} ${name.slice(0, comma).trim()}`;
}

function wordsOf(name: string): string[] {
  return name.split(/\s+/).filter((word) => word !== '');
}

function again(name: string, change: Change, random: Random, names: Names): string | null {
  const first = change(name, random, names);
  return first === null ? null : change(first, random, names);
}

function slipped(name: string, random: Random): string | null {
  const words = name.split(/(\s+|-)/);
  const long = words.flatMap((word, at) => (/^[\p{L}']{4,},?$/u.test(word) ? [at] : []));
  if (long.length === 0) return null;
  const at = pick(long, random);
  const word = words[at] as string;
  const comma = word.endsWith(',') ? ',' : '';
  words[at] = slip(comma === '' ? word : word.slice(0, -1), random) + comma;
  return words.join('');
}

/** Given names and family name of a listed person, null where one of them is missing. */
function sides(name: string): { family: string; given: string[] } | null {
  const comma = name.indexOf(',');
  if (comma < 0) return null;
  const given = wordsOf(name.slice(comma + 1));
  return given.length === 0 ? null : { family: name.slice(0, comma).trim(), given };
}

function middleLeftOut(name: string, random: Random): string | null {
  const read = sides(name);
  if (read === null || read.given.length < 2) return null;
  const at = 1 + Math.floor(random() * (read.given.length - 1));
  // A particle goes with what it belongs to.
  const first =
    /^(?:bin|ibn|ben|al|abu|abd|abdul|de|von)$/i.test(read.given[at - 1] as string) && at > 1 ? at - 1 : at;
  const given = read.given.filter((_, place) => place < first || place > at);
  return `${given.join(' ')} ${read.family}`;
}

function middleAsInitial(name: string): string | null {
  const read = sides(name);
  if (read === null || read.given.length !== 2 || (read.given[1] as string).length < 4) return null;
  return `${read.given[0]} ${(read.given[1] as string)[0]}. ${read.family}`;
}

function givenAsInitial(name: string): string | null {
  const read = sides(name);
  if (read === null || read.given.some((word) => !/^\p{L}{3,}$/u.test(word))) return null;
  return `${read.given.map((word) => `${word[0]}.`).join(' ')} ${read.family}`;
}

function joined(name: string, random: Random): string | null {
  const words = wordsOf(name.replace(/,/g, ''));
  const places = words.flatMap((word, at) =>
    at > 0 && /^\p{L}{2,}$/u.test(word) && /^\p{L}{2,}$/u.test(words[at - 1] as string) ? [at] : [],
  );
  if (places.length === 0) return null;
  const at = pick(places, random);
  words.splice(at - 1, 2, `${words[at - 1]}${(words[at] as string).toLowerCase()}`);
  return words.join(' ');
}

function split(name: string, random: Random): string | null {
  const words = wordsOf(plain(name));
  const long = words.flatMap((word, at) => (/^\p{L}{7,}$/u.test(word) ? [at] : []));
  if (long.length === 0) return null;
  const at = pick(long, random);
  const word = words[at] as string;
  const cut = 3 + Math.floor(random() * (word.length - 5));
  words[at] = `${word.slice(0, cut)} ${word.slice(cut)}`;
  return words.join(' ');
}

function otherGivenName(name: string, random: Random, names: Names): string | null {
  const words = wordsOf(plain(name));
  const places = words.flatMap((word, at) => {
    const others = names.equivalents.of(word.toLowerCase());
    return at < words.length - 1 && others.length > 0 ? [{ at, others }] : [];
  });
  if (places.length === 0) return null;
  const { at, others } = pick(places, random);
  const other = pick(others, random);
  words[at] = other.slice(0, 1).toUpperCase() + other.slice(1);
  return words.join(' ');
}

function accented(name: string, random: Random): string {
  const marks: Readonly<Record<string, string>> = {
    a: 'á',
    e: 'é',
    i: 'í',
    o: 'ó',
    u: 'ú',
    s: 'š',
    c: 'č',
    z: 'ž',
  };
  return name.replace(/[aeiouscz]/g, (letter) => (random() < 0.2 ? (marks[letter] as string) : letter));
}

function formPlaces(name: string, names: Names): { start: number; end: number; form: string }[] {
  return names.parse(name, 'organization').parts.filter((part) => part.type === 'legal-form');
}

function cut(name: string, start: number, end: number, put = ''): string {
  return `${name.slice(0, start)}${put}${name.slice(end)}`
    .replace(/\s+/g, ' ')
    .replace(/\s+,/g, ',')
    .replace(/^[\s,.]+|[\s,]+$/g, '');
}

function legalFormLeftOut(name: string, _random: Random, names: Names): string | null {
  const form = formPlaces(name, names).at(-1);
  return form === undefined ? null : cut(name, form.start, form.end);
}

/** Ways to write a legal form that say the same. */
const LIKE: readonly (readonly string[])[] = [
  ['LIMITED LIABILITY COMPANY', 'LLC', 'OOO', 'L.L.C.', 'OBSHCHESTVO S OGRANICHENNOY OTVETSTVENNOSTYU'],
  ['JOINT STOCK COMPANY', 'JSC', 'AO', 'AKTSIONERNOE OBSHCHESTVO', 'J.S.C.'],
  ['PUBLIC JOINT STOCK COMPANY', 'PJSC', 'PAO', 'OAO', 'OJSC', 'OPEN JOINT STOCK COMPANY'],
  ['CLOSED JOINT STOCK COMPANY', 'CJSC', 'ZAO'],
  ['LIMITED', 'LTD', 'LTD.', 'CO., LTD.', 'CO LTD', 'COMPANY LIMITED'],
  ['INCORPORATED', 'INC', 'INC.'],
  ['CORPORATION', 'CORP', 'CORP.'],
  ['GMBH', 'GESELLSCHAFT MIT BESCHRANKTER HAFTUNG', 'G.M.B.H.'],
  ['AG', 'AKTIENGESELLSCHAFT', 'A.G.'],
  ['S.A.', 'SA', 'SOCIEDAD ANONIMA'],
  ['S.A. DE C.V.', 'SA DE CV', 'SOCIEDAD ANONIMA DE CAPITAL VARIABLE'],
  ['FZE', 'FREE ZONE ESTABLISHMENT', 'F.Z.E.'],
  ['FZCO', 'FZ-LLC', 'FZ LLC'],
  ['ANONIM SIRKETI', 'A.S.', 'AS'],
];

function legalFormAsLike(name: string, random: Random): string | null {
  for (const group of LIKE) {
    const found = group
      .filter((form) => ` ${name} `.includes(` ${form} `))
      .sort((a, b) => b.length - a.length)[0];
    if (found === undefined) continue;
    const other = pick(
      group.filter((form) => form !== found),
      random,
    );
    return name.replace(found, () => other);
  }
  return null;
}

function genericLeftOut(name: string, random: Random, names: Names): string | null {
  const { parts } = names.parse(name, 'organization');
  const generic = parts.filter((part) => part.type === 'generic' && FILLERS.has(part.form));
  if (generic.length === 0 || parts.length < 3) return null;
  const part = pick(generic, random);
  return cut(name, part.start, part.end);
}

const FILLERS: ReadonlySet<string> = new Set(['company', 'group', 'holding', 'corporation', 'enterprise']);

const SHORT: readonly (readonly [string, string])[] = [
  ['INTERNATIONAL', 'INTL'],
  ['COMPANY', 'CO'],
  ['CORPORATION', 'CORP'],
  ['INDUSTRIES', 'IND'],
  ['INDUSTRIAL', 'IND'],
  ['TECHNOLOGY', 'TECH'],
  ['TECHNOLOGIES', 'TECH'],
  ['ENGINEERING', 'ENG'],
  ['MANUFACTURING', 'MFG'],
  ['GENERAL', 'GEN'],
  ['TRADING', 'TRDG'],
  ['GROUP', 'GRP'],
  ['ORGANIZATION', 'ORG'],
  ['INSTITUTE', 'INST'],
  ['ASSOCIATION', 'ASSN'],
  ['BROTHERS', 'BROS'],
  ['IMPORT EXPORT', 'IMPEX'],
  ['SERVICES', 'SVCS'],
  ['DEVELOPMENT', 'DEV'],
];

function abbreviated(name: string, random: Random): string | null {
  const found = SHORT.filter(([long]) => new RegExp(`\\b${long}\\b`).test(name));
  if (found.length === 0) return null;
  const [long, short] = pick(found, random);
  return name.replace(new RegExp(`\\b${long}\\b`), short);
}

/** "ROMASHKA OOO" as "OOO ROMASHKA", and the other way. */
function formFirst(name: string, _random: Random, names: Names): string | null {
  const forms = formPlaces(name, names);
  const [form] = forms;
  if (form === undefined || forms.length > 1) return null;
  const text = name.slice(form.start, form.end);
  const rest = cut(name, form.start, form.end);
  return form.start === 0 ? `${rest} ${text}` : `${text} ${rest}`;
}
