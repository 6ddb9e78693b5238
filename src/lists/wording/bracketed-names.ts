/**
 * Names of organisations with brackets behind them: other names (`also known as …`, `a.k.a. …`), an acronym, a
 * translation. What else stands in brackets (a town, a branch) is part of the name.
 */

/** A name taken apart. `acronyms` stood in brackets and are no names of their own. */
export type BracketedName = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly former: readonly string[];
  readonly acronyms: readonly string[];
};

const KNOWN_AS = /\s*[([]?\b(?:also known as|a\.?\s?k\.?\s?a\.?|d\.?b\.?a\.?)[\s,:]+(.+)$/i;
const FORMERLY = /\s*[([]\s*(?:formerly(?: known as)?|f\.?\s?k\.?\s?a\.?|previously)[\s,:]+([^()]+)[)\]]?$/i;
/** Nothing but a legal form: a comma or bracket before it begins no other name. */
const FORM =
  /^(?:L\.?L\.?[CP]|P?JSC?|[OCZ]JSC|PJSC?|SC|PLC|Ltd|Limited|Inc|Co|Corp|GmbH|S\.?A|S\.?L|S\.?R\.?L|B\.?V|[OZP]?AO|OOO|[ОЗПН]?АО|САО|ООО|ААТ|(?:(?:Open|Public|Closed) )?(?:Joint[- ])?Stock Company|Limited Liability Company|акционерное общество)\.?$/iu;
/** `and` before one of these begins another name; elsewhere it is part of one. */
const NEXT_NAME =
  /,?\s+and\s+(?=(?:AO|OAO|OOO|PAO|ZAO|JSC|OJSC|PJSC|LLC|(?:Open |Public |Closed )?Joint Stock) )/;
/** Names are a line long; what is far longer is not taken apart. */
const LONGEST = 2_000;

/** Takes a name apart; blanks and line breaks are made single, a hyphen at a line's end joins its word. */
export function readBracketedName(text: string): BracketedName {
  if (text.length > LONGEST)
    return { name: text.replace(/\s+/g, ' ').trim(), aliases: [], former: [], acronyms: [] };
  const whole = text
    .replace(/(?<=\p{L})-\s*\n\s*/gu, '-')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/[([]|known as|\ba\.?\s?k\.?\s?a\b|\bd\.?b\.?a\b/i.test(whole))
    return { name: whole, aliases: [], former: [], acronyms: [] };
  const former = FORMERLY.exec(whole);
  const past = former === null ? [] : splitNameList(former[1]!);
  const rest = former === null ? whole : whole.slice(0, former.index);
  const known = KNOWN_AS.exec(rest);
  if (known !== null && known.index > 0) {
    const inner = readEnd(rest.slice(0, known.index));
    const names = splitNameList(known[1]!.replace(/[)\].]+$/, '').replace(/[“”"]/g, '"'));
    return { ...inner, aliases: [...inner.aliases, ...names], former: past };
  }
  return { ...readEnd(rest), former: past };
}

/** Several names in one text: cut at `;`, at commas that begin no legal form, and at `and` before one. */
export function splitNameList(text: string): string[] {
  const pieces = text.split(/;|,(?![^(]*\))/).flatMap((piece) => piece.split(NEXT_NAME));
  const names: string[] = [];
  for (const piece of pieces) {
    const name = piece.replace(/\s+/g, ' ').trim().replace(/^and /, '');
    if (name === '') continue;
    const last = names.at(-1);
    if (last !== undefined && (FORM.test(name) || goesOn(last, name)))
      names[names.length - 1] = `${last}, ${name}`;
    else names.push(name);
  }
  const [form, next, ...others] = names;
  // `ОАО, БЭТО`: the form came first.
  if (form !== undefined && next !== undefined && FORM.test(form)) return [`${form} ${next}`, ...others];
  return names;
}

/** A small letter of a script that has no `al-` or `de` goes on with the name of that script before it. */
function goesOn(last: string, name: string): boolean {
  // The first is quickly asked, and true of nearly every name.
  return (
    name.charCodeAt(0) >= 128 &&
    /^[^\P{Ll}\p{Script=Latin}]/u.test(name) &&
    /[^\P{L}\p{Script=Latin}]+\s+\S*[^\P{L}\p{Script=Latin}]/u.test(last)
  );
}

/** The brackets at the end, from the last one back. */
function readEnd(text: string): Omit<BracketedName, 'former'> {
  const aliases: string[] = [];
  const acronyms: string[] = [];
  let name = text.trim();
  for (;;) {
    const bracket = /^(.*\S)\s*\(([^()]+)\)$/.exec(name);
    if (bracket === null) break;
    const inside = bracket[2]!.trim();
    if (FORM.test(inside)) break;
    if (isAcronym(inside)) acronyms.unshift(inside);
    else if (/\S\s+\S+/.test(inside) && inside.length >= 10 && !/^and\b/i.test(inside))
      aliases.unshift(inside);
    else break;
    name = bracket[1]!;
  }
  return { name, aliases, acronyms };
}

/** `AIO`, `T.S.S. Co.`, `GosNIIMash`: one word with two capitals at least. */
function isAcronym(text: string): boolean {
  return text.length <= 14 && !/\s/.test(text) && /\p{Lu}.*\p{Lu}/u.test(text);
}
