/**
 * Facts that the UN list holds in sentences only: in comments and in notes of addresses. The sentences are kept whole in
 * the notes; what is recognised here is added where a check looks for it.
 */
import { isImo, isImoCompany } from '../../model/index.js';
import { singleSpaced } from '../../text/index.js';

/** A property and its value, as found. */
export type Remark = readonly [property: string, value: string];

type Rule = {
  readonly property: string;
  readonly pattern: RegExp;
  readonly many?: RegExp;
  /** Small letters; where none of these is, the pattern cannot fit. They are looked for first: most comments hold none. */
  readonly signs: readonly string[];
};

/** Each pattern holds the value in its first group; `many` cuts a value that lists several. */
const RULES: readonly Rule[] = [
  {
    property: 'swiftBic',
    signs: ['swift'],
    pattern: /\bSWIFT(?:\/BIC)?:? ([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b/g,
  },
  { property: 'email', signs: ['@'], pattern: /(?<![\w.+-])([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g },
  {
    property: 'website',
    signs: ['ite'],
    pattern: /\b[Ww]eb ?site: ?((?:https?:\/\/|www\.)[^\s()\][,;]*[^\s()\][,;.])/g,
  },
  {
    property: 'phone',
    signs: ['tel', 'phone', 'mobile'],
    pattern: /\b(?:[Tt]el(?:ephone)?|[Pp]hone|[Mm]obile)(?: numbers?)?[.:]*:? ([+\d][^A-Za-z:]*\d)/g,
    many: /[;,]| \/ /,
  },
  {
    property: 'registrationNumber',
    signs: ['umber'],
    pattern:
      /\b(?:[Rr]egistered company|[Cc]ompany registration|[Bb]usiness [Rr]egistration|registry) [Nn]umber:? ([A-Z]{0,3}\d{5,})/g,
  },
  { property: 'vatCode', signs: ['vat'], pattern: /\bVAT [Nn]umber:? ([A-Z]{0,2}\d+)/g },
  { property: 'taxNumber', signs: ['tax'], pattern: /\bTax [Nn]umber:? ([A-Z0-9-]*\d)/g },
  { property: 'licenseNumber', signs: ['icen'], pattern: /\b[Ll]icen[sc]e [Nn]umber:? ([A-Z0-9-]*\d)/g },
];
const PERSON_RULES: readonly Rule[] = [
  { property: 'gender', signs: ['male'], pattern: /\b(?:[Gg]ender|[Ss]ex) ?[:[] ?(male|female)\b/gi },
  {
    property: 'fatherName',
    signs: ['ather'],
    pattern: /(?<![Gg]rand)\b[Ff]ather[’']s name(?: is|:) ([^.;,(]{2,60})(?=[.;,(]|$)/g,
  },
  {
    property: 'motherName',
    signs: ['other'],
    pattern: /(?<![Gg]rand)\b[Mm]other[’']s name(?: is|:) ([^.;,(]{2,60})(?=[.;,(]|$)/g,
  },
  { property: 'eyeColor', signs: ['eye'], pattern: /\beye colou?r:? ([\p{L}/ ]+?)(?=[;,.]|$)/giu },
  { property: 'hairColor', signs: ['hair'], pattern: /\bhair(?: colou?r)?: ([\p{L}/ ]+?)(?=[;,.]|$)/giu },
  { property: 'height', signs: ['height'], pattern: /\bheight:? (\d{3}(?:-\d{3})? ?cm)\b/gi },
  {
    property: 'weight',
    signs: ['weight'],
    pattern: /\bweight:? (?:approximately )?(\d{2,3}(?:-\d{2,3})? ?kg)\b/gi,
  },
];
const INDIVIDUAL_RULES = [...RULES, ...PERSON_RULES];
/** Comments are some thousand characters long at most. */
const LONGEST_COMMENT = 20_000;
/** Said of every entry of some programmes and of nobody in particular. */
const BOILERPLATE =
  /(?:\bPhoto(?:s|graph)?[^.]{0,60} available for inclusion in the INTERPOL-UN Security Council Special Notice\.?|INTERPOL-UN Security Council Special Notice web link: ?\S+)/g;

/** Facts of a comment or note, blanks made single, in the order of the rules above. */
export function readRemarks(text: string, kind: 'individual' | 'entity'): Remark[] {
  const rules = kind === 'individual' ? INDIVIDUAL_RULES : RULES;
  const comment = text.slice(0, LONGEST_COMMENT);
  if (comment === '') return [];
  const small = comment.toLowerCase();
  return rules.flatMap(({ property, pattern, many, signs }) => {
    if (!signs.some((sign) => small.includes(sign))) return [];
    return [...comment.matchAll(pattern)].flatMap((match): Remark[] => {
      const value = match[1]!.trim();
      // Short pieces of a list of telephones are extensions.
      const values =
        many === undefined ? [value] : value.split(many).filter((one) => /\d\D*(?:\d\D*){5}/.test(one));
      return values.map((one) => [property, property === 'gender' ? one.toLowerCase() : one.trim()]);
    });
  });
}

/**
 * The IMO number that a comment gives for the entry itself. Comments on ship owners name their ships as well, so an
 * owner takes a number only if it is a company's by its check digit, a ship only if it is a ship's.
 */
export function imoNumberIn(text: string, isShip: boolean): string | null {
  if (!text.includes('IMO')) return null;
  const numbers = [...text.matchAll(/\bIMO\)?(?: ?[Nn]umber| ?[Nn]o\.?)?:? ?(\d{7})\b/g)].map(
    (match) => match[1]!,
  );
  return numbers.find(isShip ? isImo : isImoCompany) ?? null;
}

/** A comment without the sentences that say nothing of the entry; null where nothing is left. */
export function reasonIn(comment: string): string | null {
  const own = comment.includes('INTERPOL') ? comment.replace(BOILERPLATE, ' ') : comment;
  const reason = singleSpaced(own);
  return reason === '' ? null : reason;
}
