/**
 * Brackets in printed names. About a person they hold another spelling of the word or the name before them, a maiden
 * name, or a remark; at the end of an organisation's name they hold its short or native name.
 */

/** What was found beside the name: other names, former names, remarks. */
export type Collected = { aliases: string[]; former: string[]; notes: string[] };

const ASCII = /^[\x20-\x7e]*$/;

type Bracket = { readonly from: number; readonly to: number; readonly content: string };

const AKA = /^(?:a\.?k\.?a\.?|alias(?:es)?|also known as|known as|or)\b\.?[:\s]*/i;
const FORMER = /^(?:ex|f\.k\.a\.|formerly known as|formerly)[\s:]+(?=\p{Lu}|[‘“"'])/u;
const BORN = /^(?:born|née|nee)\s+(?=\p{Lu})/u;
const SCRIPT_LABEL =
  /^(?:in\s+)?(?:Russian|Ukrainian|Belarusian|Arabic|Persian|English|original script)[^:]{0,20}:\s*/i;
/** A bracket about a person that tells something instead of naming begins small (not `al-…`) or holds such a word. */
const SMALL = /^\p{Ll}(?!l-)/u;
const TELLING =
  /\d|\b(?:of|in|the|for)\b|representative|guerre|call sign|listed|position|passport|third|deceased|Hojjatoleslam/i;
/** Brackets that belong to an organisation's name. */
const PART_OF_NAME =
  /^(?:private|pvt|p?jsc|pao|llc|ltd|joint.stock company|public joint.stock company|.*branch)$/i;

/** Takes the brackets out of a person's name, or a ship's (`isThing`), and returns the rest. */
export function takeBrackets(text: string, isThing: boolean, found: Collected): string {
  let rest = text;
  for (let bracket = nextBracket(rest); bracket !== null; bracket = nextBracket(rest)) {
    const before = rest.slice(0, bracket.from).trim();
    const after = rest.slice(bracket.to).trim();
    rest = `${before} ${after}`.trim();
    place(bracket.content.trim(), before, after, isThing, found);
  }
  return rest;
}

/** Takes closing brackets off an organisation's name, but not one that names its form, branch or country. */
export function takeClosingBrackets(
  text: string,
  found: Collected,
  isPlace: (content: string) => boolean,
): string {
  let rest = text;
  for (let bracket = lastBracket(rest); bracket !== null; bracket = lastBracket(rest)) {
    const content = bracket.content.trim();
    const before = rest.slice(0, bracket.from).trim();
    const own = content.replace(SCRIPT_LABEL, '').replace(AKA, '');
    if (before === '' || PART_OF_NAME.test(own) || isPlace(own)) break;
    if (FORMER.test(own)) found.former.push(own.replace(FORMER, ''));
    else found.aliases.push(...(AKA.test(content) ? own.split(/,\s*/) : [own]));
    rest = before;
  }
  return rest;
}

/** A name with its last word replaced. */
export function withLast(name: string, word: string): string {
  return [...name.split(' ').slice(0, -1), word].join(' ');
}

/** Whether at least half of the letters are Latin. */
export function isLatin(text: string): boolean {
  if (isAscii(text)) return true;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return latin * 2 >= letters;
}

/** Whether each letter is one of the 26: most names, and quickly known. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

function place(content: string, before: string, after: string, isThing: boolean, found: Collected): void {
  const own = content.replace(SCRIPT_LABEL, '');
  const aka = AKA.test(own);
  const telling = !isThing && !aka && (SMALL.test(own) || TELLING.test(own));
  // A bracket inside a bracket explains the other one.
  if (content === '') return;
  if (isOpen(before)) found.notes.push(`${before} (${content})`);
  else if (FORMER.test(own)) found.former.push(own.replace(FORMER, ''));
  else if (BORN.test(own)) found.former.push(withLast(before, own.replace(BORN, '')));
  else if (telling) found.notes.push(`${before} (${content})`);
  else if (isThing) found.aliases.push(own);
  else
    for (const variant of own.replace(AKA, '').split(/[,;]| or /))
      addVariant(withoutBrackets(before), withoutBrackets(after), variant.trim(), aka, found);
}

/**
 * A whole name stands by itself; one word replaces the word before the bracket: `Muhamad (a.k.a. Mohamed) MAHALLA`.
 * A nickname at the end (`(a.k.a. Abwehr)`) replaces nothing.
 */
function addVariant(before: string, after: string, variant: string, aka: boolean, found: Collected): void {
  if (!/\p{L}/u.test(variant)) return;
  const sameScript = isLatin(variant) === isLatin(before);
  const isName = /\s/.test(variant) && (!sameScript || after === '' || /\p{Lu}{3}/u.test(variant));
  const last = before.split(' ').at(-1) ?? '';
  const isNickname = aka && after === '' && initial(variant) !== initial(last);
  if (isName || before === '' || (sameScript && isNickname)) found.aliases.push(variant);
  // A single word of another script (`Mohammed (محمد) HAMCHO`) is half a name: it would match half the world.
  else if (!sameScript) found.notes.push(`${before} (${variant}) ${after}`.trim());
  else found.aliases.push(`${withLast(before, variant)} ${after}`);
}

function initial(word: string): string {
  return word.replace(/^al-/i, '').slice(0, 1).toLowerCase();
}

/** Without other brackets, and without what `a.k.a.` leads in. */
function withoutBrackets(text: string): string {
  return text
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/\s*(?:\ba\.k\.a\.|\bknown as\b).*$/, '')
    .replace(/^[\s–-]+$/, '')
    .trim();
}

function isOpen(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}

/** The innermost bracket; a closing one without an opening one counts as an empty pair. */
function nextBracket(text: string): Bracket | null {
  const match = text.includes('(') ? /\(([^()]*)\)|\(([^()]*)$/.exec(text) : null;
  if (match !== null) return bracketOf(match);
  const stray = text.indexOf(')');
  return stray === -1 ? null : { from: stray, to: stray + 1, content: '' };
}

function lastBracket(text: string): Bracket | null {
  if (!text.includes('(')) return null;
  const match = /\(((?:[^()]|\([^()]*\))*)\)[.,]?$|\(([^()]*)$/.exec(text);
  return match === null ? null : bracketOf(match);
}

function bracketOf(match: RegExpExecArray): Bracket {
  return { from: match.index, to: match.index + match[0].length, content: match[1] ?? match[2] ?? '' };
}
